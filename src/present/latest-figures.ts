import type { Allocation, EhcPlanCount } from "@/generated/prisma/client";
import type { AuthorityRow } from "@/shapes/answer-shapes";
import { compareVersions } from "./allocations";
import { correctionOf } from "./corrections";
import type { SourceBook } from "./figure-source";
import { type HeldOutturn, netOfWholeGrant, presentOutturn } from "./outturns";
import { gbpOf } from "./pounds";

/* The one figure of each kind that the table of councils shows of a council. */

export function latestNetOutturn(
  held: readonly HeldOutturn[],
  book: SourceBook,
): AuthorityRow["latestNetOutturn"] {
  const latest = netOfWholeGrant(held).at(-1);
  return latest === undefined ? null : presentOutturn(latest, book);
}

export function latestAllocation(
  rows: readonly Allocation[],
  book: SourceBook,
): AuthorityRow["latestAllocation"] {
  const latest = [...rows]
    .sort((a, b) => a.financialYear.localeCompare(b.financialYear) || compareVersions(a, b, book))
    .at(-1);
  if (!latest || latest.beforeDeductionsPence === null) return null;
  return {
    financialYear: latest.financialYear,
    beforeDeductionsGbp: gbpOf(latest.beforeDeductionsPence),
    ...correctionOf(latest, "beforeDeductionsPence"),
    source: book.sourceOf(latest),
  };
}

export function latestEhcPlans(
  oldestFirst: readonly EhcPlanCount[],
  book: SourceBook,
): AuthorityRow["latestEhcPlans"] {
  const latest = oldestFirst.at(-1);
  if (!latest || latest.plans === null) return null;
  return { year: latest.year, plans: latest.plans, source: book.sourceOf(latest) };
}
