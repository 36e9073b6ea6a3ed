import type { Basis, Kind, Scope } from "@/domain/dsg/balance";
import type { InYearBalance as InYearBalanceRow } from "@/generated/prisma/client";
import type { InYearBalance } from "@/shapes/api-shapes";
import { correctionOf } from "./corrections";
import type { SourceBook } from "./figure-source";
import { gbpOf, gbpOrNull } from "./pounds";

export function presentInYearBalance(row: InYearBalanceRow, book: SourceBook): InYearBalance {
  return {
    financialYear: row.financialYear,
    balanceGbp: gbpOrNull(row.balancePence),
    kind: row.kind as Kind,
    // Stored rows are what somebody printed; differences between year ends are judged elsewhere.
    how: "published",
    bound: "exact",
    basis: row.basis as Basis,
    scope: row.scope as Scope,
    ...(row.blockTransferPence === null ? {} : { blockTransferGbp: gbpOf(row.blockTransferPence) }),
    ...(row.localContributionPence === null
      ? {}
      : { localContributionGbp: gbpOf(row.localContributionPence) }),
    ...(row.priorYearAdjustmentPence === null
      ? {}
      : { priorYearAdjustmentGbp: gbpOf(row.priorYearAdjustmentPence) }),
    ...correctionOf(row, "balancePence"),
    sources: [book.sourceOf(row)],
  };
}

export function presentInYearBalances(rows: readonly InYearBalanceRow[], book: SourceBook): InYearBalance[] {
  return [...rows]
    .sort((a, b) => a.financialYear.localeCompare(b.financialYear) || a.id - b.id)
    .map((row) => presentInYearBalance(row, book));
}
