import type { Basis, PlanSource, Scope } from "@/domain/dsg/balance";
import type { Agreement, Outturn } from "@/shapes/api-shapes";
import { disagree } from "@/wording/disagreement";

/** A published figure as the chart needs it. Deficits are positive, whole pounds. */
export interface BalancePoint {
  readonly asAt: string;
  readonly deficitGbp: number;
  readonly errorGbp: number | null;
  readonly derived: boolean;
  readonly provisional: boolean;
}

/** Two neighbouring year ends of the net line; `plain` unless a year end lies between or the sources differ. */
export interface NetSegment {
  readonly from: BalancePoint;
  readonly to: BalancePoint;
  readonly plain: boolean;
}

export interface UnlikePoint extends BalancePoint {
  readonly basis: Basis;
  readonly scope: Scope;
}

export interface ForecastPoint {
  readonly asAt: string;
  readonly deficitGbp: number;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly publishedOn: string | null;
}

/** Planned figures that may be joined: one version, one basis, one scope, one kind of source. */
export interface PlannedSeries {
  readonly version: string;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly planSource: PlanSource;
  readonly points: readonly { readonly asAt: string; readonly deficitGbp: number }[];
}

export interface BalanceSeries {
  readonly net: readonly BalancePoint[];
  readonly segments: readonly NetSegment[];
  /** Year ends for which sources of the same basis and scope say different things. */
  readonly ranges: readonly { readonly asAt: string; readonly low: number; readonly high: number }[];
  readonly unlike: readonly UnlikePoint[];
  readonly forecasts: readonly ForecastPoint[];
  readonly planned: readonly PlannedSeries[];
}

type Held = Outturn & { readonly deficitGbp: number };

/**
 * Sorts what is held into what may stand in one line and what may not.
 *
 * Only net figures of the whole grant are joined; every other basis or scope stands alone
 * (domain.md section 3: unlike bases are never compared or joined in one line).
 */
export function balanceSeries(
  outturns: readonly Outturn[],
  agreements: readonly Pick<Agreement, "version" | "profile">[],
): BalanceSeries {
  const held = outturns.filter((outturn): outturn is Held => outturn.deficitGbp !== null);
  const actual = held.filter(({ kind }) => kind !== "forecast");
  const like = actual.filter(isNetOfWholeGrant);
  const chosen = bestAtEachDate(like);
  const net = chosen.map(pointOf);
  return {
    net,
    segments: chosen.slice(1).flatMap((to, index) => {
      const from = chosen[index];
      return from === undefined
        ? []
        : [
            {
              from: pointOf(from),
              to: pointOf(to),
              plain: yearsApart(from.asAt, to.asAt) <= 1.1 && familyOf(from) === familyOf(to),
            },
          ];
    }),
    ranges: rangesOf(like),
    unlike: actual
      .filter((outturn) => !isNetOfWholeGrant(outturn))
      .map((outturn) => ({ ...pointOf(outturn), basis: outturn.basis, scope: outturn.scope })),
    forecasts: standingForecasts(held, actual),
    planned: plannedSeries(agreements),
  };
}

function isNetOfWholeGrant({ basis, scope }: Outturn): boolean {
  return basis === "net" && scope === "dsg";
}

function pointOf(outturn: Held): BalancePoint {
  return {
    asAt: outturn.asAt,
    deficitGbp: outturn.deficitGbp,
    errorGbp: outturn.errorGbp ?? null,
    derived: outturn.kind === "derived",
    provisional: outturn.kind === "provisional",
  };
}

/** Section 251 returns and what is worked out from them are one family; everything else is its own source. */
function familyOf(outturn: Outturn): string {
  return outturn.source.publication === "section-251-outturn" || outturn.kind === "derived"
    ? "section-251"
    : outturn.source.url;
}

function rankOf(outturn: Outturn): number {
  if (outturn.source.publication === "section-251-outturn") return 3;
  if (outturn.kind === "derived") return 2;
  return outturn.kind === "outturn" ? 1 : 0;
}

function bestAtEachDate(outturns: readonly Held[]): Held[] {
  const best = new Map<string, Held>();
  for (const outturn of outturns) {
    const before = best.get(outturn.asAt);
    // Of equals the later one stands: the list is oldest edition first.
    if (before === undefined || rankOf(outturn) >= rankOf(before)) best.set(outturn.asAt, outturn);
  }
  return [...best.values()].sort((a, b) => a.asAt.localeCompare(b.asAt));
}

function rangesOf(outturns: readonly Held[]): BalanceSeries["ranges"] {
  const byDate = groupBy(outturns, ({ asAt }) => asAt);
  return [...byDate].flatMap(([asAt, figures]) => {
    const apart = figures.filter((a) => figures.some((b) => disagree(a, b)));
    if (apart.length === 0) return [];
    const sizes = apart.map(({ deficitGbp }) => deficitGbp);
    const low = Math.min(...sizes);
    const high = Math.max(...sizes);
    return [{ asAt, low, high }];
  });
}

/** The newest forecast for each year end of which no outturn is held yet, on its basis and scope. */
function standingForecasts(held: readonly Held[], actual: readonly Held[]): ForecastPoint[] {
  const lastActual = actual.map(({ asAt }) => asAt).reduce((a, b) => (a > b ? a : b), "");
  const newest = new Map<string, Held>();
  for (const outturn of held) {
    if (outturn.kind !== "forecast" || outturn.asAt <= lastActual) continue;
    const key = `${outturn.asAt} ${outturn.basis} ${outturn.scope}`;
    const before = newest.get(key);
    if (before === undefined || (outturn.publishedOn ?? "") >= (before.publishedOn ?? ""))
      newest.set(key, outturn);
  }
  return [...newest.values()]
    .map(({ asAt, deficitGbp, basis, scope, publishedOn }) => ({
      asAt,
      deficitGbp,
      basis,
      scope,
      publishedOn: publishedOn ?? null,
    }))
    .sort((a, b) => a.asAt.localeCompare(b.asAt));
}

function plannedSeries(agreements: readonly Pick<Agreement, "version" | "profile">[]): PlannedSeries[] {
  return agreements.flatMap(({ version, profile }) => {
    const groups = groupBy(profile, ({ basis, scope, planSource }) => `${basis} ${scope} ${planSource}`);
    return [...groups.values()].flatMap((points) => {
      const [first] = points;
      return first === undefined
        ? []
        : [
            {
              version,
              basis: first.basis,
              scope: first.scope,
              planSource: first.planSource,
              points: points
                .map(({ financialYear, deficitGbp }) => ({ asAt: yearEndOf(financialYear), deficitGbp }))
                .sort((a, b) => a.asAt.localeCompare(b.asAt)),
            },
          ];
    });
  });
}

export function yearEndOf(financialYear: string): string {
  return `${Number(financialYear.slice(0, 4)) + 1}-03-31`;
}

export function yearsApart(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (365.25 * 86_400_000);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
