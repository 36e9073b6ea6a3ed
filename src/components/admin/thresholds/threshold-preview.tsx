import type { ThresholdsPreviewed } from "@/shapes/threshold-shapes";
import { formatYear } from "@/wording/dates";
import { flagChangeWord, ruleTitle } from "@/wording/flags";
import { statusWord } from "@/wording/status";
import { previewSentence, thresholdName, thresholdValue } from "@/wording/thresholds";
import { verdictWord } from "@/wording/verdict";

/** What other thresholds would make of each council, those alone of which something would change. */
export function ThresholdPreview({ preview }: { readonly preview: ThresholdsPreviewed }) {
  const { changes, inForce, proposed, changed } = preview;
  return (
    <section aria-labelledby="preview" className="pt-8 pb-6">
      <h2 id="preview" className="text-lg">
        What would change
      </h2>
      <p role="status" className="pb-2 text-sm text-ink-soft">
        {previewSentence(preview)}
      </p>
      <ul className="pb-3 text-sm">
        {changes.map((name) => (
          <li key={name}>
            {thresholdName(name)}: {thresholdValue(name, inForce)} → {thresholdValue(name, proposed)}
          </li>
        ))}
      </ul>
      {changed.length === 0 ? null : (
        <ul className="border-t border-rule">
          {changed.map(({ dfeCode, council, status, verdicts, flags }) => (
            <li
              key={dfeCode}
              className="grid gap-x-6 border-b border-rule py-2 text-sm sm:grid-cols-[13rem_minmax(0,1fr)]"
            >
              <div>
                <p className="font-medium">{council}</p>
                {status.before === status.after ? null : (
                  <p>
                    {statusWord(status.before)} → {statusWord(status.after)}
                  </p>
                )}
              </div>
              <ul className="min-w-0 space-y-1 wrap-anywhere">
                {flags.map(({ rule, becomes, financialYear, summary }) => (
                  <li key={`${rule} ${financialYear} ${summary}`}>
                    <strong className="font-semibold">{flagChangeWord(becomes)}</strong>: {ruleTitle(rule)}.{" "}
                    <span className="text-ink-soft">{summary}</span>
                  </li>
                ))}
                {verdicts.map(({ financialYear, agreementVersion, before, after }) => (
                  <li key={`${financialYear} ${agreementVersion}`} className="text-ink-soft">
                    Verdict of {formatYear(financialYear)} ({agreementVersion}):{" "}
                    {before === null ? "none" : verdictWord(before)} →{" "}
                    {after === null ? "none" : verdictWord(after)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
