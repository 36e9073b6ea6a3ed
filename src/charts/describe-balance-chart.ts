import { basisWords } from "@/wording/balance";
import { formatYearEnd } from "@/wording/dates";
import { formatShortGbp } from "@/wording/money";
import { isOld } from "./balance-labels";
import type { Trajectory } from "./council-trajectory";

/** What the chart shows, for those who don't see it. The table beside it has every figure. */
export function describeBalanceChart(council: string, series: Trajectory): string {
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
    grossSentence(series),
    plannedSentence(series),
    series.gap === null ? "" : `Judged at ${formatYearEnd(series.gap.asAt)}: ${series.gap.text}.`,
    series.timeMarks.length === 0 ? "" : `Marked: ${series.timeMarks.map(({ text }) => text).join(", ")}.`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function grossSentence({ gross }: Trajectory): string {
  const sizes = gross.map(({ asAt, low, high }) => {
    const size =
      high === null
        ? `at least ${formatShortGbp(low)}`
        : low === high
          ? formatShortGbp(low)
          : `${formatShortGbp(low)} to ${formatShortGbp(high)}`;
    return `${size} in ${formatYearEnd(asAt)}`;
  });
  return sizes.length === 0 ? "" : `Owed ${basisWords("gross")}: ${sizes.join(", ")}.`;
}

function plannedSentence({ planned }: Trajectory): string {
  return planned
    .map((series) => {
      const points = series.points.map(
        ({ asAt, deficitGbp }) => `${formatShortGbp(deficitGbp)} by ${formatYearEnd(asAt)}`,
      );
      return `${isOld(series) ? "First planned" : "Planned"}, ${basisWords(series.basis)}: ${points.join(", ")}.`;
    })
    .join(" ");
}
