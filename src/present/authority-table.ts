import type { AuthorityRow } from "@/shapes/answer-shapes";
import { latestDecided } from "@/wording/standing";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { newestCounts } from "./ehc-plans";
import { openSourceBook } from "./figure-source";
import { groupBy } from "./grouping";
import { latestAllocation, latestEhcPlans, latestNetOutturn } from "./latest-figures";
import { otherNames } from "./other-names";
import { balanceHistory, heldOutturns } from "./outturns";
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
