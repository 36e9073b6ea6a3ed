import type { Source } from "@/shapes/api-shapes";
import { basisWords, deficitNoun, kindWords, planSourceWords, scopeWords } from "@/wording/balance";
import { formatDate } from "@/wording/dates";
import { formatExactGbp } from "@/wording/money";
import { isOld, plannedKey } from "./balance-labels";
import type { Trajectory } from "./council-trajectory";

/** A point of the chart that can be asked what it is and where it is from. */
export interface ChartPoint {
  readonly key: string;
  readonly asAt: string;
  /** Where it stands. */
  readonly deficitGbp: number;
  /** The same as an interval: equal where it is exact, null where nothing says how high. */
  readonly lowGbp: number;
  readonly highGbp: number | null;
  /** "£67,167,405", with its range or error. */
  readonly printed: string;
  /** "deficit, after DfE money (net), 31 March 2024". */
  readonly what: string;
  readonly kind: string;
  readonly source: Source;
}

/** Every point, from left to right and from the top down: the order in which a keyboard goes through them. */
export function chartPoints({ net, gross, unlike, forecasts, planned }: Trajectory): ChartPoint[] {
  const of = (asAt: string, what: string) => `${what}, ${formatDate(asAt)}`;
  const owed = (gbp: number, asAt: string, basis: string) => of(asAt, `${deficitNoun(gbp)}, ${basis}`);
  const points: ChartPoint[] = [
    ...net.map(({ asAt, deficitGbp, errorGbp, derived, provisional, source }) => ({
      ...{ key: `net ${asAt}`, asAt, deficitGbp, source, ...exactly(deficitGbp) },
      printed: withError(deficitGbp, errorGbp),
      what: owed(deficitGbp, asAt, basisWords("net")),
      kind: kindWords(derived ? "derived" : provisional ? "provisional" : "outturn"),
    })),
    ...gross.map(({ asAt, low, high, how, source }) => ({
      ...{ key: `gross ${asAt}`, asAt, deficitGbp: high ?? low, source },
      ...{ lowGbp: low, highGbp: high },
      printed:
        high === null
          ? `at least ${formatExactGbp(low)}`
          : low === high
            ? formatExactGbp(low)
            : `${formatExactGbp(low)} to ${formatExactGbp(high)}`,
      what: owed(low, asAt, basisWords("gross")),
      kind:
        how === "published"
          ? kindWords("outturn")
          : "a published net figure with DfE’s cited payments added back",
    })),
    ...unlike.map(({ asAt, deficitGbp, errorGbp, basis, scope, source }, index) => ({
      ...{ key: `unlike ${index}`, asAt, deficitGbp, source, ...exactly(deficitGbp) },
      printed: withError(deficitGbp, errorGbp),
      what: owed(deficitGbp, asAt, `${basisWords(basis)}, ${scopeWords(scope)}`),
      kind: "in no line: its basis or scope is another",
    })),
    ...forecasts.map(({ asAt, deficitGbp, basis, scope, publishedOn, source }) => ({
      ...{ key: `forecast ${asAt} ${basis} ${scope}`, asAt, deficitGbp, source, ...exactly(deficitGbp) },
      printed: formatExactGbp(Math.abs(deficitGbp)),
      what: owed(deficitGbp, asAt, `${basisWords(basis)}, ${scopeWords(scope)}`),
      kind: publishedOn === null ? "forecast" : `forecast, published ${formatDate(publishedOn)}`,
    })),
    ...planned.flatMap((series) =>
      series.points.map(({ asAt, deficitGbp, source }) => ({
        ...{ key: `${plannedKey(series)} ${asAt}`, asAt, deficitGbp, source, ...exactly(deficitGbp) },
        printed: formatExactGbp(Math.abs(deficitGbp)),
        what: of(asAt, `planned ${deficitNoun(deficitGbp)}, ${basisWords(series.basis)}`),
        kind: `${planSourceWords(series.planSource)}${isOld(series) ? ", since replaced" : ""}`,
      })),
    ),
  ];
  return points.sort((a, b) => a.asAt.localeCompare(b.asAt) || b.deficitGbp - a.deficitGbp);
}

function exactly(gbp: number) {
  return { lowGbp: gbp, highGbp: gbp } as const;
}

function withError(deficitGbp: number, errorGbp: number | null): string {
  const size = formatExactGbp(Math.abs(deficitGbp));
  return errorGbp === null ? size : `${size} ± ${formatExactGbp(errorGbp)}`;
}
