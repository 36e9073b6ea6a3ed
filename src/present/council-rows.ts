import type { CouncilRow, RowFigures } from "@/shapes/council-rows-shape";
import { authorityTable } from "./authority-table";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { newestCounts } from "./ehc-plans";
import { openSourceBook } from "./figure-source";
import { latestAllocation, latestEhcPlans, latestNetOutturn } from "./latest-figures";
import { heldOutturns } from "./outturns";
import { type Reading, today } from "./summaries";

/** The live councils by name with what their table shows, and nothing else. */
export async function councilRows(reading: Reading): Promise<CouncilRow[]> {
  const rows = await authorityTable(reading);
  return rows.map(({ balanceHistory, latestAllocation: block, latestEhcPlans: plans, ...row }) => ({
    gssCode: row.gssCode,
    dfeCode: row.dfeCode,
    name: row.name,
    slug: row.slug,
    region: row.region,
    programme: row.programme,
    status: row.status,
    ...(row.verdictsHidden ? { hidden: true as const } : {}),
    alsoKnownAs: row.alsoKnownAs,
    course: balanceHistory.map(({ asAt, deficitGbp }) => [asAt, deficitGbp]),
    block: block === null ? null : [block.financialYear, block.beforeDeductionsGbp],
    plans: plans === null ? null : [plans.year, plans.plans],
  }));
}

/**
 * The figures of one council's row with their sources.
 *
 * @param code its address name, ONS code or DfE code
 * @returns null when no council has that code
 */
export async function rowFigures(reading: Reading, code: string): Promise<RowFigures | null> {
  const figures = currentFigures(reading.database);
  const councils = await loadCouncils(figures, today(reading));
  const entry = councils.find(code);
  if (!entry) return null;
  const where = { dfeCode: entry.record.dfeCode };
  const [outturns, allocations, counts] = await Promise.all([
    figures.outturn.findMany({ where }),
    figures.allocation.findMany({ where: { ...where, beforeDeductionsPence: { not: null } } }),
    figures.ehcPlanCount.findMany({ where: { ...where, plans: { not: null } } }),
  ]);
  const book = await openSourceBook(figures, outturns, allocations, counts);
  return {
    name: entry.record.commonName,
    latestNetOutturn: latestNetOutturn(heldOutturns(outturns, book), book),
    latestAllocation: latestAllocation(allocations, book),
    latestEhcPlans: latestEhcPlans(newestCounts(counts, book), book),
  };
}
