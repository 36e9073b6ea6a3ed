import type { Basis, PlanSource, Scope } from "@/domain/dsg/balance";
import type { Agreement, Outturn, Source } from "@/shapes/api-shapes";
import { disagree } from "@/wording/disagreement";

/** A published figure as the chart needs it. Deficits are positive, whole pounds. */
export interface BalancePoint {
  readonly asAt: string;
  readonly deficitGbp: number;
  readonly errorGbp: number | null;
  readonly derived: boolean;
  readonly provisional: boolean;
  readonly source: Source;
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
  readonly source: Source;
}

export interface PlannedPoint {
  readonly asAt: string;
  readonly deficitGbp: number;
  readonly source: Source;
}

/** Planned figures that may be joined: one version, one basis, one scope, one kind of source. */
export interface PlannedSeries {
  readonly version: string;
  /** `only`: the agreement was never replaced; `first`: it was, and this is what was signed at the start. */
  readonly role: "only" | "current" | "first" | "earlier";
  readonly basis: Basis;
  readonly scope: Scope;
  readonly planSource: PlanSource;
  readonly points: readonly PlannedPoint[];
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

export type Held = Outturn & { readonly deficitGbp: number };
type PlannedVersion = Pick<Agreement, "version" | "profile" | "current">;

/**
 * Sorts what is held into what may stand in one line and what may not.
 *
 * Only net figures of the whole grant are joined; every other basis or scope stands alone
 * (domain.md section 3: unlike bases are never compared or joined in one line).
 */
export function balanceSeries(
  outturns: readonly Outturn[],
  agreements: readonly PlannedVersion[],
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
    source: outturn.source,
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
    .map(({ asAt, deficitGbp, basis, scope, publishedOn, source }) => ({
      ...{ asAt, deficitGbp, basis, scope, source },
      publishedOn: publishedOn ?? null,
    }))
    .sort((a, b) => a.asAt.localeCompare(b.asAt));
}

function plannedSeries(agreements: readonly PlannedVersion[]): PlannedSeries[] {
  const all = agreements.flatMap((agreement, index) => {
    const role = roleOf(agreements, index);
    const groups = groupBy(
      agreement.profile,
      ({ basis, scope, planSource }) => `${basis} ${scope} ${planSource}`,
    );
    return [...groups.values()].flatMap((points): PlannedSeries[] => {
      const [first] = points;
      if (first === undefined) return [];
      const { basis, scope, planSource } = first;
      return [
        {
          ...{ version: agreement.version, role, basis, scope, planSource },
          points: points
            .map(({ financialYear, deficitGbp, source }) => ({
              ...{ asAt: yearEndOf(financialYear), deficitGbp, source },
            }))
            .sort((a, b) => a.asAt.localeCompare(b.asAt)),
        },
      ];
    });
  });
  // Where only payments were moved, both versions promise the same: one line, not two upon each other.
  const told = all.filter(
    (series, index) => !all.slice(index + 1).some((later) => samePromise(series, later)),
  );
  const replaced = told.some(({ role }) => role === "first" || role === "earlier");
  return replaced ? told : told.map((series) => ({ ...series, role: "only" as const }));
}

function roleOf(agreements: readonly PlannedVersion[], index: number): PlannedSeries["role"] {
  if (agreements.length === 1) return "only";
  if (agreements[index]?.current) return "current";
  return index === 0 ? "first" : "earlier";
}

function samePromise(a: PlannedSeries, b: PlannedSeries): boolean {
  const told = ({ basis, scope, planSource, points }: PlannedSeries) =>
    JSON.stringify([basis, scope, planSource, points.map(({ asAt, deficitGbp }) => [asAt, deficitGbp])]);
  return told(a) === told(b);
}

/** Runs of neighbouring year ends: what was promised for years apart says nothing of those between. */
export function runsOf<Point extends { readonly asAt: string }>(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && yearsApart(before.asAt, point.asAt) <= 1.1) run.push(point);
    else runs.push([point]);
  }
  return runs;
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
