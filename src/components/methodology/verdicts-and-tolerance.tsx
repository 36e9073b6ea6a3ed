import { Section } from "@/components/layout/section";
import { RecordTable } from "@/components/tables/record-table";
import { VERDICT_WORDS, type VerdictWord } from "@/domain/verdicts/verdict";
import type { Methodology } from "@/shapes/judgement-shapes";
import { formatCount } from "@/wording/money";
import { percentWords, THRESHOLD_NAMES, thresholdName, thresholdValue } from "@/wording/thresholds";
import { verdictMeaning, verdictWord } from "@/wording/verdict";

const WHEN: Readonly<Record<VerdictWord, string>> = {
  met: "most ≤ plan",
  "within-tolerance": "most ≤ plan + tolerance",
  missed: "least > plan + tolerance, from the agreement, payments all known or not needed",
  "missed-at-least": "the same with payments not all known",
  "above-plan": "least > plan + tolerance, from the press, a plan or an aim",
  "cannot-compare": "anything else; the reason is named",
  "not-published": "no outturn; the next edition isn’t due",
  "not-held": "no outturn; it is due or out",
};

/** The eight words, the tolerance between them, and how much hangs on it. */
export function VerdictsAndTolerance({ method }: { readonly method: Methodology }) {
  const { thresholds, verdicts, sensitivity } = method;
  return (
    <>
      <Section
        id="verdicts"
        heading="Verdicts"
        note={<p>One for each planned year end of each version of an agreement.</p>}
      >
        <RecordTable
          caption="The least and the most that the deficit can have been, against the planned one"
          rows={VERDICT_WORDS}
          keyOf={(word) => word}
          columns={[
            {
              key: "word",
              head: "Verdict",
              names: true,
              cell: (word) => <span className="block min-w-32">{verdictWord(word)}</span>,
            },
            {
              key: "when",
              head: "When",
              cell: (word) => <span className="block min-w-48">{WHEN[word]}</span>,
            },
            {
              key: "means",
              head: "What it says",
              cell: (word) => <span className="block min-w-56">{verdictMeaning(word)}</span>,
            },
          ]}
        />
      </Section>
      <Section
        id="tolerance"
        heading="Tolerance and thresholds"
        note={<p>What can be rounding, or is too small to matter, is no miss.</p>}
      >
        <p className="prose-width">
          The tolerance is the rounding of both figures, plus the larger of{" "}
          {thresholdValue("toleranceFloor", thresholds)} and{" "}
          {thresholdValue("toleranceBasisPoints", thresholds)} of the larger of the planned deficit and DfE’s
          total.
        </p>
        <div className="mt-6">
          <RecordTable
            caption="The measures in force"
            rows={THRESHOLD_NAMES}
            keyOf={(name) => name}
            columns={[
              { key: "name", head: "Measure", names: true, cell: thresholdName },
              { key: "value", head: "In force", cell: (name) => thresholdValue(name, thresholds) },
            ]}
          />
        </div>
        <div className="mt-8">
          <RecordTable
            caption={`How many of the ${formatCount(verdicts.judged)} verdicts that count would change with another share; ${formatCount(verdicts.missed)} of them are a miss today`}
            rows={sensitivity}
            keyOf={({ basisPoints }) => basisPoints}
            columns={[
              {
                key: "share",
                head: "Share",
                names: true,
                cell: ({ basisPoints }) => percentWords(basisPoints),
              },
              {
                key: "changed",
                head: "Verdicts that would change",
                numeric: true,
                cell: ({ changed }) => formatCount(changed),
              },
              {
                key: "missed",
                head: "Would be a miss",
                numeric: true,
                cell: ({ missed }) => formatCount(missed),
              },
            ]}
          />
        </div>
      </Section>
    </>
  );
}
