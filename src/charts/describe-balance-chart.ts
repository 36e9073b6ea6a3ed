import { basisWords } from "@/wording/balance";
import { formatYearEnd } from "@/wording/dates";
import { formatShortGbp } from "@/wording/money";
import type { BalanceSeries } from "./balance-series";

/** What the chart shows, for those who don't see it. The table beside it has every figure. */
export function describeBalanceChart(council: string, series: BalanceSeries): string {
  const net = series.net
    .map(({ asAt, deficitGbp, derived }) => {
      const size = deficitGbp < 0 ? `${formatShortGbp(-deficitGbp)} in surplus` : formatShortGbp(deficitGbp);
      return `${size} in ${formatYearEnd(asAt)}${derived ? " (worked out)" : ""}`;
    })
    .join(", ");
  const parts = [
    net === ""
      ? `No deficit of ${council} is held ${basisWords("net")}.`
      : `Owed ${basisWords("net")}: ${net}.`,
    series.unlike.length === 0
      ? ""
      : `${series.unlike.length} figures on other or unstated bases stand beside the line, not joined to it.`,
    series.forecasts.length === 0
      ? ""
      : `Forecast: ${series.forecasts.map(({ asAt, deficitGbp }) => `${formatShortGbp(deficitGbp)} for ${formatYearEnd(asAt)}`).join(", ")}.`,
    series.planned.length === 0 ? "" : "Planned figures are open circles.",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
