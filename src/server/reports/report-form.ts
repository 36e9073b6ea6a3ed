import { countRequest } from "@/notify/limit-requests";
import { reportSubject } from "@/present/report-subject";
import { takeReport } from "@/review/take-report";
import type { ReportAddress, ReportSubject } from "@/shapes/report-shapes";
import { reportWaitWords } from "@/wording/report-form";
import { askerOf } from "../alerts/asker-of";
import type { FormRoute } from "../alerts/form-route";
import { sealSlip } from "../alerts/slip";
import { PROBLEMS, pathWithSlip } from "../alerts/slip-paths";
import type { RequestContext } from "../context";
import { checkReport, readReportAddress, readTypedReport } from "./read-report";

/** The form of `/report`: takes what somebody says is wrong. */
export const reportForm: FormRoute = {
  name: "the form for errors",
  page: "/report",
  async take(context, form, request) {
    const address = readReportAddress(form);
    const typed = readTypedReport(form);
    const { report, problems } = checkReport(typed);
    const minutes = report === null ? null : await countReport(context, askerOf(request));
    if (report === null || minutes !== null) {
      const told =
        minutes === null ? problems : [{ field: "form" as const, message: reportWaitWords(minutes) }];
      const slip = sealSlip(context, { of: "report", address, typed, problems: [...told] });
      return `/report?${new URLSearchParams({ ...address, slip })}#${PROBLEMS}`;
    }
    const found = await reportSubject(context, address);
    const subject = found?.subject ?? null;
    const id = await takeReport(context, {
      figure: subject?.kind === "figure" ? (address.figure ?? null) : null,
      flagId: subject?.kind === "flag" ? (address.flag ?? null) : null,
      dfeCode: subject?.dfeCode ?? null,
      about: subject?.title ?? aboutNothingKnown(address),
      shown: subject === null ? "" : shownOf(subject),
      ...report,
    });
    return pathWithSlip(context, "/report/received", {
      ...{ of: "report-received", id, answerTo: report.email },
      back: subject?.path ?? "/",
    });
  },
};

/** @returns null when it may go on; else the whole minutes until it may */
async function countReport(context: RequestContext, from: string | null): Promise<number | null> {
  return (
    (from === null ? null : await countRequest(context, "reports-from-network", from)) ??
    (await countRequest(context, "reports-in-total", "everybody"))
  );
}

/** The address is kept as it came, so that somebody can still tell what was meant. */
function aboutNothingKnown({ figure, flag, council }: ReportAddress): string {
  const given = figure ?? flag ?? council;
  return given === undefined ? "The site" : `Something that isn’t here: ${given}`;
}

function shownOf({ lines, source }: ReportSubject): string {
  const said = lines.map(
    ({ label, value, corrected }) =>
      `${label}: ${value}${corrected === null ? "" : `, corrected to ${corrected}`}`,
  );
  return [...said, ...(source === null ? [] : [`Source: ${source.title}`])].join("\n");
}
