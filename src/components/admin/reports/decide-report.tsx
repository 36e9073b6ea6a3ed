import type { ReactNode } from "react";
import { Reason } from "@/components/admin/review/reason";
import { LONGEST_ANSWER } from "@/domain/reports/report";
import type { ReportDetail } from "@/shapes/report-shapes";
import { Words } from "./words";

type Typed = Readonly<Record<string, string>>;

/** What can be decided about a report, each with what it does. */
export function DecideReport({ report, typed }: { readonly report: ReportDetail; readonly typed: Typed }) {
  const { id, may, hasAddress } = report;
  const typedFor = (verb: string): Typed => (typed.verb === verb ? typed : {});
  return (
    <section aria-labelledby="decide" className="screen-only pb-8">
      <h2 id="decide" className="pb-2 text-xl">
        Decide
      </h2>
      <div className="grid max-w-3xl gap-6">
        {may.includes("answer") ? (
          <ReportForm reportId={id} name="Answer">
            <p className="text-sm">
              {hasAddress
                ? "The answer is mailed as it stands, and kept here."
                : "No address was given: the answer is only kept here."}{" "}
              Correct the figure first, if it has to be.
            </p>
            <WasItWrong typed={typedFor("answer").wrong} />
            <Words
              id="answer-text"
              label="The answer"
              hint="Each line is a paragraph. What they wrote isn’t sent back to them."
              longest={LONGEST_ANSWER}
              typed={typedFor("answer").text}
            />
            <Send verb="answer" words="Answer" loud />
          </ReportForm>
        ) : null}
        {may.includes("close") ? (
          <ReportForm reportId={id} name="Close without an answer">
            <p className="text-sm">For what says nothing that could be looked into. Nobody is written to.</p>
            <Reason id="close-reason" typed={typedFor("close").reason} />
            <Send verb="close" words="Close without an answer" />
          </ReportForm>
        ) : null}
        {may.includes("reopen") ? (
          <ReportForm reportId={id} name="Open again">
            <p className="text-sm">
              It waits among the reports again. What was answered stays in its record.
            </p>
            <Reason id="reopen-reason" typed={typedFor("reopen").reason} />
            <Send verb="reopen" words="Open again" />
          </ReportForm>
        ) : null}
      </div>
    </section>
  );
}

function WasItWrong({ typed }: { readonly typed: string | undefined }) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">Was what was reported wrong?</legend>
      <div className="flex flex-wrap gap-x-6">
        {(["yes", "no"] as const).map((value) => (
          <label key={value} className="inline-flex min-h-11 items-center gap-2 text-sm">
            <input type="radio" name="wrong" value={value} required defaultChecked={typed === value} />
            {value === "yes" ? "Yes: a correction note may be published" : "No: it stands"}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function ReportForm({
  reportId,
  name,
  children,
}: {
  readonly reportId: number;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <form
      method="post"
      action="/api/admin/report"
      aria-label={name}
      className="grid gap-2 border-l-2 border-rule-strong pl-4"
    >
      <input type="hidden" name="report" value={reportId} />
      {children}
    </form>
  );
}

export function Send({
  verb,
  words,
  loud = false,
}: {
  readonly verb: string;
  readonly words: string;
  readonly loud?: boolean;
}) {
  return (
    <div>
      <button type="submit" name="verb" value={verb} className={loud ? "button" : "button-quiet"}>
        {words}
      </button>
    </div>
  );
}
