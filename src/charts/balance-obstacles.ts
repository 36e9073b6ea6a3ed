import { BRACKET_ASIDE, GAP_ASIDE } from "./balance-labels";
import { type BalanceSeries, type PlannedPoint, runsOf } from "./balance-series";
import type { Trajectory } from "./council-trajectory";
import { alongLine, type Box } from "./place-labels";

interface Spot {
  readonly asAt: string;
  readonly deficitGbp: number;
}

/** What labels keep clear of: every mark and every line. The thin vertical ones may be written over. */
export function obstaclesOf(
  trajectory: Trajectory,
  x: (date: string) => number,
  y: (deficit: number) => number,
): Box[] {
  const { net, unlike, forecasts, planned, segments, gross, brackets, gap, ranges } = trajectory;
  const centre = (spot: Spot, aside = 0) => ({ x: x(spot.asAt) + aside, y: y(spot.deficitGbp) });
  const along = (from: Spot, to: Spot, aside = 0) => alongLine(centre(from, aside), centre(to, aside));
  const upright = (asAt: string, from: number, to: number, aside = 0) =>
    along({ asAt, deficitGbp: from }, { asAt, deficitGbp: to }, aside);
  const points = [...net, ...unlike, ...forecasts, ...planned.flatMap((series) => series.points)];
  return [
    ...points.map((point) => {
      const { x: cx, y: cy } = centre(point);
      return { x: cx - 5, y: cy - 5, width: 10, height: 10 };
    }),
    ...[...segments, ...continuationOf(trajectory)].flatMap(({ from, to }) => along(from, to)),
    ...planned.flatMap((series) => stepsOf(series.points).flatMap(({ from, to }) => along(from, to))),
    ...runsOf(gross).flatMap((run) =>
      run.flatMap((point, index) => {
        const before = run[index - 1];
        const edge = (key: "low" | "high") =>
          before === undefined
            ? []
            : along(
                { asAt: before.asAt, deficitGbp: before[key] ?? before.low },
                { asAt: point.asAt, deficitGbp: point[key] ?? point.low },
              );
        return [...edge("low"), ...edge("high"), ...upright(point.asAt, point.low, point.high ?? point.low)];
      }),
    ),
    ...brackets.flatMap(({ asAt, net: from, gross: to }) => upright(asAt, from, to, -BRACKET_ASIDE)),
    ...ranges.flatMap(({ asAt, low, high }) => upright(asAt, low, high)),
    // A little wider than it is drawn: no other figure may seem to be its words.
    ...(gap === null
      ? []
      : upright(gap.asAt, gap.planned, gap.actual, GAP_ASIDE).map((box) => ({
          ...box,
          x: box.x - 2,
          width: box.width + 4,
        }))),
  ];
}

/** The dotted way from the latest net figure through the forecasts of the same basis and scope. */
export function continuationOf({
  net,
  forecasts,
}: Pick<BalanceSeries, "net" | "forecasts">): { readonly from: Spot; readonly to: Spot }[] {
  const latest = net.at(-1);
  if (latest === undefined) return [];
  const like = forecasts.filter(({ basis, scope }) => basis === "net" && scope === "dsg");
  return like.map((to, index) => ({ from: like[index - 1] ?? latest, to }));
}

/** A promise holds for the whole year at whose end it falls due: up or down at its beginning, then level. */
export function stepsOf(points: readonly PlannedPoint[]): { readonly from: Spot; readonly to: Spot }[] {
  return runsOf(points).flatMap((run) =>
    run.slice(1).flatMap((to, index) => {
      const before = run[index];
      if (before === undefined) return [];
      const turn = { asAt: before.asAt, deficitGbp: to.deficitGbp };
      return [
        { from: before, to: turn },
        { from: turn, to },
      ];
    }),
  );
}
