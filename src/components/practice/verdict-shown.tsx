import Link from "next/link";
import { EvidenceTable } from "@/components/flags/evidence-table";
import type { PracticeGuide } from "@/shapes/practice-shape";
import { formatYear } from "@/wording/dates";
import { verdictMeaning, verdictWord } from "@/wording/verdict";

type OfWord = PracticeGuide["verdicts"][number];

/** One verdict: what it means, and the invented council on which it stands, with what was compared. */
export function VerdictShown({ word, shown }: OfWord) {
  const [first, ...others] = shown;
  return (
    <article
      id={word}
      aria-labelledby={`${word}-title`}
      className="border-t border-rule pt-5 pb-8 first:border-t-0 first:pt-0"
    >
      <h3 id={`${word}-title`} className="text-lg">
        {verdictWord(word)}
      </h3>
      <p className="mt-1 prose-width text-ink-soft">{verdictMeaning(word)}</p>
      {first === undefined ? (
        <p className="mt-3 prose-width">It stands on no council today.</p>
      ) : (
        <>
          <p className="mt-3 prose-width">
            <CouncilLink of={first} />: {first.verdict.summary}
          </p>
          <div className="mt-4">
            <EvidenceTable
              council={first.authority.name}
              evidence={first.verdict.evidence}
              working={workingOf(first)}
            />
          </div>
        </>
      )}
      {others.length === 0 ? null : (
        <p className="mt-3 prose-width text-sm">
          Also{" "}
          {others.map((one, index) => (
            <span key={`${one.authority.slug} ${one.verdict.financialYear} ${one.verdict.agreementVersion}`}>
              {index === 0 ? null : ", "}
              <CouncilLink of={one} />
              {one.verdict.baseline ? " (signing year)" : null}
              {one.verdict.against === "original" ? " (first agreement)" : null}
            </span>
          ))}
          .
        </p>
      )}
    </article>
  );
}

function CouncilLink({ of: { authority, verdict } }: { readonly of: OfWord["shown"][number] }) {
  return (
    <Link href={`/authorities/${authority.slug}#verdicts`}>
      {authority.name}, {formatYear(verdict.financialYear)}
    </Link>
  );
}

function workingOf({
  verdict: { actualLowGbp, actualHighGbp, toleranceGbp, gapGbp },
}: OfWord["shown"][number]) {
  if (actualLowGbp === null) return [];
  const exact = actualLowGbp === actualHighGbp;
  return [
    { label: exact ? "Deficit on the plan’s footing" : "The least it can have been", valueGbp: actualLowGbp },
    ...(exact || actualHighGbp === null
      ? []
      : [{ label: "The most it can have been", valueGbp: actualHighGbp }]),
    ...(gapGbp === null ? [] : [{ label: "Above the plan (below it: negative)", valueGbp: gapGbp }]),
    { label: "Tolerance", valueGbp: toleranceGbp },
  ];
}
