import type { TrendFound } from "@/domain/trend/trend-of";
import type { InYearBalance as JudgedBalance } from "@/domain/verdicts/in-year-balance";
import type { PrismaClient } from "@/generated/prisma/client";
import type { InYearBalance } from "@/shapes/api-shapes";
import type { NoTrend, Trend } from "@/shapes/judgement-shapes";
import { currentFigures } from "./current-figures";
import { gbpOf } from "./pounds";
import { openReferredRows, type ReferredRows } from "./referred-rows";

/** What was reckoned of a council when it was last judged, beside its verdicts and flags. */
export interface CouncilStanding {
  readonly trend: Trend | null;
  readonly noTrend: NoTrend | null;
  /** In-year balances that nobody printed: differences of two year ends, with the rows of both. */
  readonly differences: readonly InYearBalance[];
}

const NOT_JUDGED: CouncilStanding = { trend: null, noTrend: null, differences: [] };

export async function councilStanding(database: PrismaClient, dfeCode: string): Promise<CouncilStanding> {
  return (await councilStandings(database, dfeCode)).get(dfeCode) ?? NOT_JUDGED;
}

/** By DfE code; of one council where one is named. */
export async function councilStandings(
  database: PrismaClient,
  dfeCode?: string,
): Promise<ReadonlyMap<string, CouncilStanding>> {
  const rows = await currentFigures(database).councilStatus.findMany({
    where: dfeCode === undefined ? {} : { dfeCode },
    select: { dfeCode: true, trend: true, inYear: true },
  });
  const kept = rows.map((row) => ({
    dfeCode: row.dfeCode,
    found: row.trend as unknown as TrendFound | null,
    differences: ((row.inYear ?? []) as unknown as readonly JudgedBalance[]).filter(
      ({ how }) => how === "difference",
    ),
  }));
  const refs = kept.flatMap(({ found, differences }) => [
    ...(found?.kind === "trend" ? found.trend.refs : []),
    ...differences.flatMap((balance) => balance.refs),
  ]);
  const referred = await openReferredRows(database, refs);
  return new Map(
    kept.map(({ dfeCode: code, found, differences }) => [
      code,
      {
        trend: found?.kind === "trend" ? presentTrend(found.trend, referred) : null,
        noTrend: found?.kind === "none" ? { reason: found.reason, yearEnds: found.yearEnds } : null,
        differences: differences.map((balance) => presentDifference(balance, referred)),
      },
    ]),
  );
}

type FoundTrend = Extract<TrendFound, { kind: "trend" }>["trend"];

function presentTrend(trend: FoundTrend, referred: ReferredRows): Trend {
  const { basis, years, clearsBy, clearsByEarliest, clearsByLatest, promised } = trend;
  return {
    basis,
    years: [...years],
    slopeGbp: pounds(trend.slope),
    slopeLowGbp: pounds(trend.slopeLow),
    slopeHighGbp: pounds(trend.slopeHigh),
    ...{ clearsBy, clearsByEarliest, clearsByLatest },
    neededPerYearGbp: trend.neededPerYear === null ? null : pounds(trend.neededPerYear),
    promised: promised && {
      what: promised.what,
      by: promised.by,
      neededPerYearGbp: pounds(promised.neededPerYear),
    },
    sources: referred.sourcesOf(trend.refs),
  };
}

function presentDifference(balance: JudgedBalance, referred: ReferredRows): InYearBalance {
  const named = {
    blockTransferGbp: balance.blockTransfer,
    localContributionGbp: balance.localContribution,
    priorYearAdjustmentGbp: balance.priorYearAdjustment,
  };
  return {
    financialYear: balance.financialYear,
    balanceGbp: pounds(balance.balance),
    kind: balance.kind,
    how: balance.how,
    bound: balance.bound,
    basis: balance.basis,
    scope: balance.scope,
    ...Object.fromEntries(
      Object.entries(named).flatMap(([name, amount]) => (amount === null ? [] : [[name, pounds(amount)]])),
    ),
    sources: referred.sourcesOf(balance.refs),
  };
}

function pounds(storedPence: number): number {
  return gbpOf(BigInt(storedPence));
}
