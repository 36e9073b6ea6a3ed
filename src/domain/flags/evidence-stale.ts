import { monthsAfter } from "../calendar-date";
import { type FinancialYear, financialYearOf, lastDay, yearBefore } from "../financial-year";
import { isActual } from "../verdicts/held-figures";
import { plansOfVersion } from "../verdicts/version-plans";
import { draftFlag, FIRST_VERSION, figure } from "./draft-flag";
import type { DraftFlag, FlagRule, JudgedCouncil } from "./flag";
import { yearEndWords } from "./in-words";
import { currentAgreement } from "./promises";
import { standsFrom } from "./target-moves";

/** Two things can be missing, each with a flag of its own: the outturn and the terms. */
export const evidenceStale: FlagRule = {
  name: "evidence-stale",
  version: "1",
  severity: "unknown",
  title: "Evidence missing or old",
  meaning:
    "No outturn is held for the latest year end that is at least 12 months past, or the agreement’s terms are not held.",
  formula:
    "12 months after a 31 March no published deficit for that day or a later year end is held; or of the agreement neither a balance year, a clearance year nor a planned deficit is held.",
  thresholds: ["staleAfterMonths"],
  never: "Never green by default: a council of which nothing is held is unknown.",
  weaknesses: ["That a figure isn’t held here doesn’t say that it wasn’t published."],
  changes: FIRST_VERSION,
  find(judged) {
    if (!judged.dossier.signed) return [];
    return [...outturnMissing(judged), ...termsMissing(judged)];
  },
};

/** The latest year that ended the given number of months ago, or longer. */
function latestDue({ today, thresholds }: JudgedCouncil): FinancialYear {
  let year = financialYearOf(today);
  while (monthsAfter(lastDay(year), thresholds.staleAfterMonths) > today) year = yearBefore(year);
  return year;
}

function outturnMissing(judged: JudgedCouncil): DraftFlag[] {
  const year = latestDue(judged);
  const held = judged.dossier.balances
    .filter((balance) => isActual(balance) && balance.asAt === lastDay(financialYearOf(balance.asAt)))
    .toSorted((a, b) => b.asAt.localeCompare(a.asAt) || a.ref.id - b.ref.id);
  const [latest] = held;
  if (latest && latest.asAt >= lastDay(year)) return [];
  const since = latest ? ` The latest held is for ${yearEndWords(financialYearOf(latest.asAt))}.` : "";
  return [
    draftFlag(evidenceStale, {
      financialYear: year,
      subject: "outturn",
      checked: true,
      size: null,
      summary: `No published deficit is held for ${yearEndWords(year)} or later.${since}`,
      evidence: latest
        ? [
            figure(
              `Latest published deficit held, ${yearEndWords(financialYearOf(latest.asAt))}`,
              latest.deficit,
              latest.ref,
              latest.publishedOn,
            ),
          ]
        : [],
    }),
  ];
}

/**
 * Of the agreement as it stands now, from wherever it's known. A total alone is no promise, nor is a planned figure
 * that was only worked back from an outturn.
 */
function termsMissing(judged: JudgedCouncil): DraftFlag[] {
  const { dossier } = judged;
  const agreement = currentAgreement(judged);
  const standing = agreement
    ? dossier.agreements.filter((version) => standsFrom(version, dossier) === standsFrom(agreement, dossier))
    : [];
  const promised = standing.some(
    (version) =>
      version.balanceBy !== null ||
      version.clearedBy !== null ||
      plansOfVersion(dossier, version).some(({ planSource }) => planSource !== "computed"),
  );
  if (promised) return [];
  return [
    draftFlag(evidenceStale, {
      financialYear: null,
      subject: "terms",
      checked: true,
      size: null,
      summary: `The terms of the agreement${standing.length < dossier.agreements.length ? " as it stands now" : ""} are not held: neither a balance year, a clearance year nor a planned deficit.`,
      evidence: agreement ? [figure("What is held of the agreement", agreement.total, agreement.ref)] : [],
    }),
  ];
}
