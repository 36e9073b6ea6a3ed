import type { Measure } from "@/domain/compare/measure";
import { type FinancialYear, lastDay, readFinancialYear } from "@/domain/financial-year";
import { pence } from "@/domain/money";
import { missing, present } from "@/domain/published-value";
import { deficitRatios, januaryWithin } from "@/domain/ratios/deficit-ratios";
import type { Agreement, Allocation, EhcPlans, Outturn } from "@/shapes/api-shapes";
import type { ComparedPoint, ComparedSeries } from "@/shapes/compare-shapes";
import { groupBy } from "./grouping";

/** A council's figures as they are presented, of which a measure takes what it needs. */
export interface ComparedFigures {
  /** Net deficits of the whole grant from the one family of returns, oldest first: they may be joined. */
  readonly net: readonly Outturn[];
  readonly outturns: readonly Outturn[];
  /** The latest version of each year. */
  readonly allocations: readonly Allocation[];
  readonly plans: readonly EhcPlans[];
  readonly agreements: readonly Agreement[];
}

/** What a measure shows of a council: one line of figures on one footing, or several that must not be joined. */
export function comparedSeries(measure: Measure, figures: ComparedFigures): ComparedSeries[] {
  switch (measure) {
    case "net":
      return oneLine("net", "dsg", netPoints(figures));
    case "block":
    case "plan":
      return oneLine("net", "dsg", ratioPoints(measure, figures));
    case "allocation":
      return oneLine(null, null, allocationPoints(figures));
    case "gross":
      return grossSeries(figures);
    case "promised":
      return promisedSeries(figures);
  }
}

function oneLine(
  basis: ComparedSeries["basis"],
  scope: ComparedSeries["scope"],
  points: readonly ComparedPoint[],
): ComparedSeries[] {
  return points.length === 0
    ? []
    : [{ key: "actual", basis, scope, kind: "actual", version: null, planSource: null, points: [...points] }];
}

function outturnPoint(figure: Outturn): ComparedPoint[] {
  return figure.deficitGbp === null
    ? []
    : [{ at: figure.asAt, value: figure.deficitGbp, parts: [{ what: "deficit", figure }] }];
}

function netPoints({ net }: ComparedFigures): ComparedPoint[] {
  return net.flatMap(outturnPoint);
}

/** Of a year end only: a deficit at another date has no block or count of its own. */
function ratioPoints(
  measure: "block" | "plan",
  { net, allocations, plans }: ComparedFigures,
): ComparedPoint[] {
  return net.flatMap((outturn): ComparedPoint[] => {
    const year = yearEndingOn(outturn.asAt);
    if (year === null || outturn.deficitGbp === null) return [];
    const block = allocations.find(({ financialYear }) => financialYear === year);
    const count = plans.find((one) => one.year === januaryWithin(year));
    const ratios = deficitRatios({
      financialYear: year,
      ...{ basis: outturn.basis, scope: outturn.scope },
      deficit: inPence(outturn.deficitGbp),
      blockBeforeDeductions: inPence(block?.beforeDeductionsGbp),
      ehcPlans: typeof count?.plans === "number" ? present(count.plans) : missing("not-held"),
    });
    const deficit = { what: "deficit", figure: outturn } as const;
    if (measure === "block") {
      const { percentOfBlock } = ratios;
      return block === undefined || percentOfBlock.kind === "missing"
        ? []
        : [
            {
              at: outturn.asAt,
              value: percentOfBlock.value,
              parts: [deficit, { what: "block", figure: block }],
            },
          ];
    }
    const { perEhcPlan } = ratios;
    return count === undefined || perEhcPlan.kind === "missing"
      ? []
      : [
          {
            at: outturn.asAt,
            value: Math.round(perEhcPlan.value / 100),
            parts: [deficit, { what: "plans", figure: count }],
          },
        ];
  });
}

function allocationPoints({ allocations }: ComparedFigures): ComparedPoint[] {
  return allocations.flatMap((figure): ComparedPoint[] => {
    const year = readFinancialYear(figure.financialYear);
    return year === null || figure.beforeDeductionsGbp === null
      ? []
      : [{ at: lastDay(year), value: figure.beforeDeductionsGbp, parts: [{ what: "block", figure }] }];
  });
}

/** Of each source by itself: two councils' officers may mean different things by "before DfE money". */
function grossSeries({ outturns }: ComparedFigures): ComparedSeries[] {
  const gross = outturns.filter(({ basis, deficitGbp }) => basis === "gross" && deficitGbp !== null);
  const groups = groupBy(gross, ({ scope, kind, source }) => {
    return `${scope} ${kind === "forecast" ? "forecast" : "actual"} ${source.url}`;
  });
  return [...groups].map(([key, figures]) => ({
    key,
    basis: "gross" as const,
    scope: figures[0]?.scope ?? "unknown",
    kind: figures[0]?.kind === "forecast" ? ("forecast" as const) : ("actual" as const),
    version: null,
    planSource: null,
    points: figures.flatMap(outturnPoint).sort(byDate),
  }));
}

/** Of the agreement that stands, or of the newest version of which any planned deficit is held. */
function promisedSeries({ agreements }: ComparedFigures): ComparedSeries[] {
  const agreement = agreements.findLast(({ profile }) => profile.length > 0);
  if (agreement === undefined) return [];
  const groups = groupBy(
    agreement.profile,
    ({ basis, scope, planSource }) => `${basis} ${scope} ${planSource}`,
  );
  return [...groups].map(([key, planned]) => ({
    key,
    basis: planned[0]?.basis ?? null,
    scope: planned[0]?.scope ?? null,
    kind: "planned" as const,
    version: agreement.version,
    planSource: planned[0]?.planSource ?? null,
    points: planned
      .flatMap((figure): ComparedPoint[] => {
        const year = readFinancialYear(figure.financialYear);
        return year === null
          ? []
          : [{ at: lastDay(year), value: figure.deficitGbp, parts: [{ what: "planned", figure }] }];
      })
      .sort(byDate),
  }));
}

function inPence(gbp: number | null | undefined) {
  return gbp === null || gbp === undefined ? missing("not-held") : present(pence(gbp * 100));
}

function yearEndingOn(date: string): FinancialYear | null {
  if (!date.endsWith("-03-31")) return null;
  const start = Number(date.slice(0, 4)) - 1;
  return readFinancialYear(`${start}-${date.slice(2, 4)}`);
}

function byDate(a: ComparedPoint, b: ComparedPoint): number {
  return a.at.localeCompare(b.at);
}
