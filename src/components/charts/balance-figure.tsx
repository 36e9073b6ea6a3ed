import type { TimeMark } from "@/charts/balance-labels";
import { type BalanceSeries, yearEndOf } from "@/charts/balance-series";
import { councilBalanceChart } from "@/charts/council-balance-chart";
import type { Agreement } from "@/shapes/api-shapes";
import { formatYearEnd } from "@/wording/dates";
import { balanceMarkWords } from "@/wording/promise";
import { BalanceKey } from "./balance-key";
import { ResponsiveChart } from "./responsive-chart";

/** The balance chart with its key. The table that says the same stands beside it on the page. */
export function BalanceFigure({
  council,
  series,
  agreements,
}: {
  readonly council: string;
  readonly series: BalanceSeries;
  readonly agreements: readonly Agreement[];
}) {
  const drawn = series.net.length + series.unlike.length + series.forecasts.length;
  if (drawn === 0) return <p>None of the figures held can be drawn.</p>;
  const timeMarks = timeMarksOf(agreements);
  return (
    <figure>
      <ResponsiveChart draw={(size, id) => councilBalanceChart({ council, series, timeMarks }, size, id)} />
      <figcaption>
        <BalanceKey series={series} />
      </figcaption>
    </figure>
  );
}

/** When it was signed and by when it should balance, of the newest version that says so. */
export function timeMarksOf(
  agreements: readonly Pick<Agreement, "signedOn" | "balanceBy" | "balanceBySource" | "current">[],
): TimeMark[] {
  const signedOn = agreements.find((agreement) => agreement.signedOn !== undefined)?.signedOn;
  const promised = agreements.findLast((agreement) => agreement.balanceBy !== null);
  const marks: TimeMark[] = [];
  // Of a bare year there is no place on the line.
  if (signedOn !== undefined && signedOn.length > 4) {
    marks.push({ date: signedOn, text: `signed ${formatYearEnd(signedOn)}` });
  }
  if (promised !== undefined && promised.balanceBy !== null) {
    const date = yearEndOf(promised.balanceBy);
    marks.push({ date, text: balanceMarkWords(promised, agreements, formatYearEnd(date)) });
  }
  return marks;
}
