import type { PlanSource } from "@/domain/dsg/balance";
import { formatYearEnd } from "@/wording/dates";
import { formatShortGbp } from "@/wording/money";
import type { PlannedSeries } from "./balance-series";
import type { Trajectory } from "./council-trajectory";
import type { GrossPoint } from "./gross-band";
import type { LabelRequest, Side, Tone } from "./place-labels";

/** Only an agreement's own figure is a promise and the council's plan a plan; the rest says what it is. */
const PLANNED = {
  agreement: {
    only: "promised",
    current: "promised now",
    first: "first promise",
    earlier: "earlier promise",
  },
  plan: { only: "planned", current: "planned now", first: "first plan", earlier: "earlier plan" },
  press: sameFor("promised, says the press"),
  aim: sameFor("aimed at"),
  computed: sameFor("worked back"),
} as const satisfies Record<PlanSource, Record<PlannedSeries["role"], string>>;

function sameFor(words: string) {
  return { only: words, current: words, first: words, earlier: words } as const;
}

/** Between the middle of a mark and its label, in px. */
const MARK = 10;

interface Spot {
  readonly asAt: string;
  readonly deficitGbp: number;
}

/** Most important first: what comes later gives way. */
export function labelRequests(
  trajectory: Trajectory,
  x: (date: string) => number,
  y: (deficit: number) => number,
  size: number,
): LabelRequest[] {
  const { net, gross, gap, brackets, forecasts, planned, unlike } = trajectory;
  const at = (
    key: string,
    texts: readonly [string, ...string[]],
    tone: Tone,
    { asAt, deficitGbp }: Spot,
    prefer: readonly Side[],
    aside = 0,
  ): LabelRequest => {
    const [text, ...shorter] = texts;
    return { ...{ key, text, shorter, tone, size, prefer }, x: x(asAt) + aside, y: y(deficitGbp), gap: MARK };
  };

  const latest = net.at(-1);
  const top = gross.at(-1);
  const lastBracket = brackets.at(-1);
  return [
    ...(gap
      ? [
          at(
            "gap",
            [
              gap.text,
              gap.text.replace(/ (?:first )?plan$/, ""),
              gap.text.replace(/ (?:above|below).*$/, ""),
            ],
            gap.tone,
            { asAt: gap.asAt, deficitGbp: (gap.planned + gap.actual) / 2 },
            ["right", "above-right", "below-right", "left"],
            GAP_ASIDE,
          ),
        ]
      : []),
    ...(latest
      ? [
          at("net", netWords(latest.deficitGbp), "net", latest, [
            ...(["right", "below-right", "below", "above-right", "above"] as const),
          ]),
        ]
      : []),
    ...(top
      ? [
          at("gross", grossWords(top), "gross", { asAt: top.asAt, deficitGbp: top.high ?? top.low }, [
            ...(["above-right", "above", "right", "above-left", "left"] as const),
          ]),
        ]
      : []),
    ...planned.flatMap((series) => {
      const end = series.points.at(-1);
      if (end === undefined) return [];
      const label = at(
        plannedKey(series),
        plannedWords(series, end),
        isOld(series) ? "first" : "planned",
        end,
        ["right", "above", "above-left", "below", "below-left", "left"],
      );
      const elsewhere = series.points
        .slice(0, -1)
        .reverse()
        .map((point) => ({ x: x(point.asAt), y: y(point.deficitGbp) }));
      // Away from its end a line is named without a figure.
      const named = { ...label, text: plannedName(series), shorter: [], elsewhere, key: `${label.key} line` };
      return series.points.length > 1 ? [{ ...label, orElse: named }] : [label];
    }),
    ...forecasts.map((forecast) =>
      at(
        `forecast ${forecast.asAt} ${forecast.basis} ${forecast.scope}`,
        forecastWords(forecast),
        forecast.basis === "net" ? "net" : forecast.basis === "gross" ? "gross" : "soft",
        forecast,
        ["above", "above-right", "right", "above-left"],
      ),
    ),
    ...(lastBracket
      ? [
          at(
            "bracket",
            bracketWords(lastBracket),
            "gross",
            { asAt: lastBracket.asAt, deficitGbp: (lastBracket.net + lastBracket.gross) / 2 },
            ["left", "right"],
            -BRACKET_ASIDE,
          ),
        ]
      : []),
    ...unlike.map((point, index) =>
      at(`unlike ${index}`, unlikeWords(point), "soft", point, ["right", "left", "below", "above"]),
    ),
    ...[...net]
      .reverse()
      .slice(1)
      .map((point) => ({
        ...at(`net ${point.asAt}`, [formatShortGbp(point.deficitGbp)], "net", point, [
          ...(["above-left", "above", "below-right", "below"] as const),
        ]),
        nearOnly: true,
      })),
    ...[...brackets]
      .reverse()
      .slice(1)
      .map((bracket) => ({
        ...at(
          `bracket ${bracket.asAt}`,
          [formatShortGbp(bracket.sumGbp)],
          "gross",
          { asAt: bracket.asAt, deficitGbp: (bracket.net + bracket.gross) / 2 },
          ["left", "right"],
          -BRACKET_ASIDE,
        ),
        nearOnly: true,
      })),
  ];
}

/** How far beside its year end the gap stands, and a bracket on the other side, in px. */
export const GAP_ASIDE = 9;
export const BRACKET_ASIDE = 8;

export function plannedKey({ version, basis, scope, planSource }: PlannedSeries): string {
  return `planned ${version} ${basis} ${scope} ${planSource}`;
}

/** A version that another has taken the place of is drawn lighter. */
export function isOld({ role }: PlannedSeries): boolean {
  return role === "first" || role === "earlier";
}

function plannedName({ planSource, role }: PlannedSeries): string {
  return PLANNED[planSource][role];
}

type Texts = readonly [string, ...string[]];

function netWords(deficitGbp: number): Texts {
  const surplus = deficitGbp < 0 ? " surplus" : "";
  const shown = `${formatShortGbp(Math.abs(deficitGbp))}${surplus}`;
  return [`${shown} after DfE money`, `${shown} net`, shown];
}

function grossWords({ low, high }: GrossPoint): Texts {
  const [from, to] = [formatShortGbp(low), high === null ? null : formatShortGbp(high)];
  const shown = to === null ? `at least ${from}` : from === to ? from : `${from} to ${to}`;
  return [`${shown} before DfE money`, `${shown} gross`];
}

function plannedWords(series: PlannedSeries, { deficitGbp }: Spot): Texts {
  const shown = formatShortGbp(deficitGbp);
  const basis = series.basis === "unknown" ? "" : `, ${series.basis}`;
  const words = PLANNED[series.planSource][series.role];
  return [`${shown} ${words}${basis}`, `${shown} ${words}`];
}

function forecastWords({
  deficitGbp,
  basis,
  publishedOn,
}: Spot & { readonly basis: string; readonly publishedOn: string | null }): Texts {
  const shown = `${formatShortGbp(deficitGbp)} forecast`;
  const of = basis === "gross" ? ", gross" : basis === "unknown" ? ", basis not stated" : "";
  const said = publishedOn === null ? [] : [saidIn(publishedOn)];
  return [
    [`${shown}${of}`, ...said].join(", "),
    ...(said.length === 0 ? [] : [[shown, ...said].join(", ")]),
    basis === "gross" ? `${shown}, gross` : shown,
  ];
}

function saidIn(publishedOn: string): string {
  return publishedOn.length > 4 ? formatYearEnd(publishedOn) : publishedOn;
}

function bracketWords({ sumGbp, atLeast }: { readonly sumGbp: number; readonly atLeast: boolean }): Texts {
  const shown = `${atLeast ? "at least " : ""}${formatShortGbp(sumGbp)}`;
  return [`${shown} from DfE`, shown];
}

function unlikeWords({ deficitGbp, basis, scope }: Trajectory["unlike"][number]): Texts {
  const shown = formatShortGbp(deficitGbp);
  if (basis === "unknown") return [`${shown}, basis not stated`, shown];
  return scope === "high-needs" ? [`${shown} ${basis}, high needs only`, shown] : [`${shown} ${basis}`];
}
