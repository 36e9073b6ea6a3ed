import type { Allocation, EhcPlanCount } from "@/generated/prisma/client";
import type { AuthorityRow } from "@/shapes/answer-shapes";
import { latestDecided } from "@/wording/standing";
import { compareVersions } from "./allocations";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { newestCounts } from "./ehc-plans";
import { openSourceBook, type SourceBook } from "./figure-source";
import { groupBy } from "./grouping";
import { otherNames } from "./other-names";
import { balanceHistory, type HeldOutturn, heldOutturns, netOfWholeGrant, presentOutturn } from "./outturns";
import { gbpOf } from "./pounds";
import { loadProgrammes } from "./programmes";
import { type Reading, summaryOf, today } from "./summaries";
import { standingVerdicts } from "./verdicts";

/** The live councils with the figures of the table of councils. */
export async function authorityTable(reading: Reading): Promise<AuthorityRow[]> {
  const figures = currentFigures(reading.database);
  const [councils, programmes, outturns, allocations, ehcPlans, verdicts] = await Promise.all([
    loadCouncils(figures, today(reading)),
    loadProgrammes(figures),
    figures.outturn.findMany(),
    figures.allocation.findMany({ where: { beforeDeductionsPence: { not: null } } }),
    figures.ehcPlanCount.findMany({ where: { plans: { not: null } } }),
    standingVerdicts(reading.database),
  ]);
  const verdictsOf = groupBy(verdicts, ({ dfeCode }) => dfeCode);
  const book = await openSourceBook(figures, outturns, allocations, ehcPlans);
  const outturnsOf = groupBy(heldOutturns(outturns, book), ({ row }) => row.dfeCode);
  const allocationsOf = groupBy(allocations, ({ dfeCode }) => dfeCode);
  const ehcPlansOf = groupBy(newestCounts(ehcPlans, book), ({ dfeCode }) => dfeCode);

  return councils.live.map((entry) => {
    const { dfeCode } = entry.record;
    const held = outturnsOf.get(dfeCode) ?? [];
    return {
      ...summaryOf(entry, programmes, held, book),
      alsoKnownAs: otherNames(entry, councils),
      latestNetOutturn: latestNetOutturn(held, book),
      latestVerdict: latestDecided((verdictsOf.get(dfeCode) ?? []).map(({ verdict }) => verdict)),
      latestAllocation: latestAllocation(allocationsOf.get(dfeCode) ?? [], book),
      latestEhcPlans: latestEhcPlans(ehcPlansOf.get(dfeCode) ?? [], book),
      balanceHistory: balanceHistory(held),
    };
  });
}

function latestNetOutturn(held: readonly HeldOutturn[], book: SourceBook): AuthorityRow["latestNetOutturn"] {
  const latest = netOfWholeGrant(held).at(-1);
  return latest === undefined ? null : presentOutturn(latest, book);
}

function latestAllocation(rows: readonly Allocation[], book: SourceBook): AuthorityRow["latestAllocation"] {
  const latest = [...rows]
    .sort((a, b) => a.financialYear.localeCompare(b.financialYear) || compareVersions(a, b, book))
    .at(-1);
  if (!latest || latest.beforeDeductionsPence === null) return null;
  return {
    financialYear: latest.financialYear,
    beforeDeductionsGbp: gbpOf(latest.beforeDeductionsPence),
    source: book.sourceOf(latest),
  };
}

function latestEhcPlans(
  oldestFirst: readonly EhcPlanCount[],
  book: SourceBook,
): AuthorityRow["latestEhcPlans"] {
  const latest = oldestFirst.at(-1);
  if (!latest || latest.plans === null) return null;
  return { year: latest.year, plans: latest.plans, source: book.sourceOf(latest) };
}
