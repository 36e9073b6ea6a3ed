import { REPORT_ANSWER } from "@/wording/service-messages";
import { siteLink } from "./link";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { renderLetter } from "./render-letter";

export interface ReportAnswer {
  readonly reportId: number;
  /** What the report was about, in words. */
  readonly about: string;
  /** Plain text; each line is a paragraph. */
  readonly answer: string;
  /** The page on which it stands; begins with a slash. */
  readonly path: string;
}

/** To somebody who reported an error, in the words of whoever answers. What they had written isn't sent back. */
export function renderReportAnswerMail(
  { reportId, about, answer, path }: ReportAnswer,
  settings: MailSettings,
): Promise<RenderedMail> {
  const href = siteLink(settings, path);
  const lines = answer.split("\n").filter((line) => line.trim() !== "");
  return renderLetter(
    {
      subject: REPORT_ANSWER.subject(reportId),
      preheader: lines[0] ?? about,
      kicker: null,
      heading: REPORT_ANSWER.heading,
      under: null,
      blocks: [
        { kind: "paragraph", text: REPORT_ANSWER.about(about) },
        ...lines.map((text) => ({ kind: "paragraph", text }) as const),
        {
          kind: "action",
          way: { label: REPORT_ANSWER.action, href },
          address: href,
          note: REPORT_ANSWER.again,
        },
      ],
      why: REPORT_ANSWER.why,
      ways: [],
      figures: false,
    },
    settings,
  );
}
