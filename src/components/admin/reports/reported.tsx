import { Facts } from "@/components/admin/facts";
import type { ReportDetail } from "@/shapes/report-shapes";
import { formatInstant } from "@/wording/dates";
import { reportDecisionWords } from "@/wording/reports";

/** What somebody wrote, beside what was shown to them at that moment. */
export function Reported({ report }: { readonly report: ReportDetail }) {
  const { text, expected, sourceUrl, shown } = report;
  return (
    <Facts
      facts={[
        ["What is wrong", <Lines key="text">{text}</Lines>],
        ["What it should be", expected ?? "not said"],
        [
          "Where that is published",
          sourceUrl === null ? (
            "not said"
          ) : (
            <a key="source" href={sourceUrl} rel="noreferrer nofollow">
              {sourceUrl}
            </a>
          ),
        ],
        ["Shown at that time", shown === "" ? "nothing of its own" : <Lines key="shown">{shown}</Lines>],
      ]}
    />
  );
}

function Lines({ children }: { readonly children: string }) {
  return <span className="whitespace-pre-line">{children}</span>;
}

/** What was decided so far, in its order. */
export function ReportDecisions({ decisions }: Pick<ReportDetail, "decisions">) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions" className="pb-8">
      <h2 id="decisions" className="pb-2 text-xl">
        Decided so far
      </h2>
      <ol className="space-y-2 border-l-2 border-rule pl-4 text-sm">
        {decisions.map((decision) => (
          <li key={decision.id} className="prose-width">
            <p className="whitespace-pre-line wrap-anywhere">
              <strong className="font-semibold">{reportDecisionWords(decision)}.</strong> {decision.text}
            </p>
            <p className="text-xs text-ink-faint">
              {decision.by}, {formatInstant(decision.at)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
