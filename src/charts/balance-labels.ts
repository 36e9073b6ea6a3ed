import type { PlanSource } from "@/domain/dsg/balance";
import { formatShortGbp } from "@/wording/money";
import type { BalanceSeries } from "./balance-series";
import { alongLine, type Box, type LabelRequest } from "./place-labels";

/** Only an agreement's own figure and the council's plan are plans; the rest says what it is. */
const PLANNED = {
  agreement: "planned",
  plan: "planned",
  press: "planned, says the press",
  aim: "aimed at",
  computed: "worked back",
} as const satisfies Record<PlanSource, string>;

/** A date that matters, drawn as a vertical line with its words at the top. */
export interface TimeMark {
  readonly date: string;
  readonly text: string;
}

/** Between the middle of a mark and its label, in px. */
const MARK = 11;

/** Most important first: what comes later gives way. */
export function labelRequests(
  series: BalanceSeries,
  x: (date: string) => number,
  y: (deficit: number) => number,
  text: number,
): LabelRequest[] {
  const requests: LabelRequest[] = [];
  const request = (
    key: string,
    words: string,
    point: { readonly asAt: string; readonly deficitGbp: number },
    prefer: LabelRequest["prefer"],
  ) =>
    requests.push({
      key,
      text: words,
      x: x(point.asAt),
      y: y(point.deficitGbp),
      gap: MARK,
      size: text,
      prefer,
    });

  const latest = series.net.at(-1);
  if (latest)
    request("net", `${formatShortGbp(latest.deficitGbp)} net`, latest, ["above", "right", "above-right"]);
  for (const forecast of series.forecasts) {
    request(
      `forecast ${forecast.asAt} ${forecast.basis} ${forecast.scope}`,
      `${formatShortGbp(forecast.deficitGbp)} forecast${forecast.basis === "gross" ? ", gross" : ""}`,
      forecast,
      ["above", "above-right", "right"],
    );
  }
  for (const planned of series.planned) {
    const end = planned.points.at(-1);
    if (end) {
      request(
        `planned ${planned.version} ${planned.basis} ${planned.scope} ${planned.planSource}`,
        `${formatShortGbp(end.deficitGbp)} ${PLANNED[planned.planSource]}${planned.basis === "unknown" ? "" : `, ${planned.basis}`}`,
        end,
        ["right", "below", "above"],
      );
    }
  }
  for (const point of [...series.net].reverse().slice(1)) {
    request(`net ${point.asAt}`, formatShortGbp(point.deficitGbp), point, [
      "above-left",
      "above",
      "below-right",
      "below",
    ]);
  }
  for (const [index, point] of series.unlike.entries()) {
    const basis = point.basis === "gross" ? " gross" : "";
    request(`unlike ${index}`, `${formatShortGbp(point.deficitGbp)}${basis}`, point, [
      "right",
      "left",
      "below",
      "above",
    ]);
  }
  return requests;
}

export function obstaclesOf(
  series: BalanceSeries,
  timeMarks: readonly TimeMark[],
  x: (date: string) => number,
  y: (deficit: number) => number,
  plot: Box,
): Box[] {
  const points = [
    ...series.net,
    ...series.unlike,
    ...series.forecasts,
    ...series.planned.flatMap((planned) => planned.points),
  ];
  const centre = (point: { readonly asAt: string; readonly deficitGbp: number }) => ({
    x: x(point.asAt),
    y: y(point.deficitGbp),
  });
  return [
    ...points.map((point) => {
      const { x: cx, y: cy } = centre(point);
      return { x: cx - 5, y: cy - 5, width: 10, height: 10 };
    }),
    ...series.segments.flatMap(({ from, to }) => alongLine(centre(from), centre(to))),
    ...continuationOf(series).flatMap(({ from, to }) => alongLine(centre(from), centre(to))),
    ...series.planned.flatMap(({ points: planned }) =>
      planned.slice(1).flatMap((to, index) => {
        const from = planned[index];
        return from === undefined ? [] : alongLine(centre(from), centre(to));
      }),
    ),
    ...timeMarks.map(({ date }) => ({ x: x(date) - 1, y: plot.y, width: 2, height: plot.height })),
  ];
}

interface Spot {
  readonly asAt: string;
  readonly deficitGbp: number;
}

/** The dotted way from the latest net figure through the forecasts of the same basis and scope. */
export function continuationOf({
  net,
  forecasts,
}: BalanceSeries): { readonly from: Spot; readonly to: Spot }[] {
  const latest = net.at(-1);
  if (latest === undefined) return [];
  const like = forecasts.filter(({ basis, scope }) => basis === "net" && scope === "dsg");
  return like.map((to, index) => ({ from: like[index - 1] ?? latest, to }));
}
