import Link from "next/link";
import { ProblemAt, problemWith } from "@/components/alerts/problems";
import { Section } from "@/components/layout/section";
import { REPORT_LENGTHS } from "@/domain/reports/report";
import type { ReportField, ReportForm } from "@/shapes/report-shapes";
import { ADDRESS_KEPT, ANSWERED_WITHIN } from "@/wording/report-form";

type Filled = Pick<ReportForm, "typed" | "problems">;

/** What somebody says is wrong, where the right figure is, and where an answer goes. */
export function ReportFields({ typed, problems }: Filled) {
  const of = { typed, problems };
  return (
    <>
      <Section id="wrong" heading="The error">
        <div className="max-w-2xl space-y-6">
          <Labelled
            {...of}
            name="text"
            label="What is wrong"
            hint={`In your own words, up to ${REPORT_LENGTHS.text.most.toLocaleString("en-GB")} characters. Please name nobody.`}
          />
          <Labelled
            {...of}
            name="expected"
            label="What it should be (optional)"
            hint="The figure, the date or the word as you know it."
          />
          <Labelled
            {...of}
            name="url"
            label="Where that is published (optional)"
            hint="The address of a page or a document, beginning with https://. A figure is corrected only on a published source."
          />
        </div>
      </Section>
      <Section id="answer" heading="An answer">
        <div className="max-w-2xl space-y-6">
          <Labelled
            {...of}
            name="email"
            label="E-mail address for an answer (optional)"
            hint={`We answer ${ANSWERED_WITHIN}. ${ADDRESS_KEPT}`}
          />
          <p>
            <button type="submit" className="button">
              Send the report
            </button>
          </p>
          <p className="text-sm text-ink-soft">
            The report is read by the people who run this site. It isn’t published; a note about an error may
            be, in our own words. <Link href="/privacy#reports">What is kept of it</Link>
          </p>
        </div>
      </Section>
    </>
  );
}

const INPUT = {
  expected: { type: "text" },
  url: { type: "url", inputMode: "url", spellCheck: false, placeholder: "https://" },
  email: { type: "email", inputMode: "email", autoComplete: "email", spellCheck: false },
} as const;

function Labelled({
  typed,
  problems,
  name,
  label,
  hint,
}: Filled & {
  readonly name: Exclude<ReportField, "form">;
  readonly label: string;
  readonly hint: string;
}) {
  const problem = problemWith(problems, name);
  const common = {
    ...{ id: name, name, maxLength: REPORT_LENGTHS[name].most, defaultValue: typed[name] },
    className: `control w-full ${problem === null ? "" : "is-wrong"}`,
    "aria-describedby": problem === null ? `${name}-hint` : `${name}-problem ${name}-hint`,
    "aria-invalid": problem === null ? undefined : true,
  };
  return (
    <div>
      <label htmlFor={name} className="block font-medium">
        {label}
      </label>
      <p id={`${name}-hint`} className="mb-1 text-sm text-ink-soft">
        {hint}
      </p>
      <ProblemAt id={`${name}-problem`} message={problem} />
      {name === "text" ? <textarea {...common} rows={6} required /> : <input {...common} {...INPUT[name]} />}
    </div>
  );
}
