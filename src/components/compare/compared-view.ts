import { commonBase, indexed } from "@/domain/compare/index-series";
import { type Measure, onOneFooting, type Scale } from "@/domain/compare/measure";
import type { ComparedCouncil, ComparedPoint, ComparedSeries } from "@/shapes/compare-shapes";

/** A point with what is drawn and printed of it: itself, or its index. */
export interface ShownPoint extends ComparedPoint {
  readonly shown: number;
}

export interface ShownCouncil extends Omit<ComparedCouncil, "series"> {
  readonly series: readonly (Omit<ComparedSeries, "points"> & { readonly points: readonly ShownPoint[] })[];
}

export interface ComparedView {
  readonly councils: readonly ShownCouncil[];
  /** What is shown in fact: an index that can't be made is shown in its own unit. */
  readonly scale: Scale;
  /** The year end at which the index is 100. */
  readonly base: string | null;
  /** Why there's no index although one was asked for. */
  readonly noIndex: "unlike" | "no-common-year" | null;
}

/** The councils as they're to be shown: in their own unit, or against the first year in which all have a deficit. */
export function comparedView(
  councils: readonly ComparedCouncil[],
  measure: Measure,
  scale: Scale,
): ComparedView {
  const held = councils.filter(({ series }) => series.length > 0);
  const asked = scale === "index" && held.length > 0;
  const unlike = asked && !onOneFooting(measure);
  const base = asked && !unlike ? commonBase(held.map(({ series }) => series[0]?.points ?? [])) : null;
  return {
    councils: councils.map((council) => ({
      ...council,
      series: council.series.map((series) => ({ ...series, points: shownPoints(series.points, base) })),
    })),
    scale: base === null ? "value" : "index",
    base,
    noIndex: unlike ? "unlike" : asked && base === null ? "no-common-year" : null,
  };
}

function shownPoints(points: readonly ComparedPoint[], base: string | null): ShownPoint[] {
  if (base === null) return points.map((point) => ({ ...point, shown: point.value }));
  const values = new Map(indexed(points, base)?.map(({ at, value }) => [at, value]));
  return points.flatMap((point) => {
    const shown = values.get(point.at);
    return shown === undefined ? [] : [{ ...point, shown }];
  });
}
