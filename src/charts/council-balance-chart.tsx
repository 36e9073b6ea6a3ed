import { line } from "d3-shape";
import type { ReactElement } from "react";
import { deficitWords } from "@/wording/balance";
import { formatDate, formatYearEnd } from "@/wording/dates";
import { formatExactGbp } from "@/wording/money";
import { continuationOf, type TimeMark } from "./balance-labels";
import { ForecastMark, NetMark, PlannedMark, UnlikeMark } from "./balance-marks";
import { type BalancePlan, type ChartSize, planBalanceChart } from "./balance-plan";
import type { BalancePoint, BalanceSeries } from "./balance-series";
import { describeBalanceChart } from "./describe-balance-chart";
import { type ChartPalette, PAGE_PALETTE } from "./palette";

export interface BalanceChartInput {
  readonly council: string;
  readonly series: BalanceSeries;
  readonly timeMarks: readonly TimeMark[];
}

/**
 * A council's published balance: owed upwards, zero always shown, whole pounds.
 *
 * @param id unique on the page, for the title and description
 */
export function councilBalanceChart(
  { council, series, timeMarks }: BalanceChartInput,
  size: ChartSize,
  id: string,
  palette: ChartPalette = PAGE_PALETTE,
): ReactElement {
  const plan = planBalanceChart(series, timeMarks, size);
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      fontSize={size.text}
      fontFamily="inherit"
    >
      <title id={`${id}-title`}>{`Published balance of ${council}`}</title>
      <desc id={`${id}-desc`}>{describeBalanceChart(council, series)}</desc>
      <Axes plan={plan} size={size} palette={palette} />
      <TimeMarks plan={plan} palette={palette} />
      <Planned plan={plan} series={series} palette={palette} />
      <Published plan={plan} series={series} palette={palette} />
      <Labels plan={plan} palette={palette} />
    </svg>
  );
}

interface Part {
  readonly plan: BalancePlan;
  readonly palette: ChartPalette;
}

function Axes({ plan, palette, size }: Part & { readonly size: ChartSize }) {
  const { plot, xTicks, yTicks } = plan;
  const foot = plot.y + plot.height;
  return (
    <g>
      {yTicks.map(({ at, text, zero }) => (
        <g key={text}>
          <line
            x1={plot.x}
            x2={plot.x + plot.width}
            y1={at}
            y2={at}
            stroke={zero ? palette.zero : palette.grid}
            strokeWidth={zero ? 1.25 : 1}
          />
          <text x={plot.x - 8} y={at + size.text * 0.35} textAnchor="end" fill={palette.inkSoft}>
            {text}
          </text>
        </g>
      ))}
      <text x={0} y={size.text} fill={palette.inkSoft} fontWeight={600}>
        Owed
      </text>
      {xTicks.map(({ at, lines }) => (
        <g key={lines.join(" ")}>
          <line x1={at} x2={at} y1={foot} y2={foot + 5} stroke={palette.zero} />
          {lines.map((text, index) => (
            <text
              key={text}
              x={at}
              y={foot + size.text * (1.6 + index * 1.15)}
              textAnchor="middle"
              fill={palette.inkSoft}
            >
              {text}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}

function TimeMarks({ plan, palette }: Part) {
  return (
    <g>
      {plan.marks.map(({ key, at, x, y, text, box }) => (
        <g key={key}>
          <line
            x1={at}
            x2={at}
            y1={box.y + box.height + 1}
            y2={plan.plot.y + plan.plot.height}
            stroke={palette.zero}
            strokeDasharray="1 3"
          />
          <text x={x} y={y} fill={palette.ink}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

function Planned({ plan, series, palette }: Part & { readonly series: BalanceSeries }) {
  const path = line<{ asAt: string; deficitGbp: number }>()
    .x(({ asAt }) => plan.x(asAt))
    .y(({ deficitGbp }) => plan.y(deficitGbp));
  return (
    <g>
      {series.planned.map(({ version, basis, scope, planSource, points }) => (
        <g key={`${version} ${basis} ${scope} ${planSource}`}>
          <path
            d={path([...points]) ?? ""}
            fill="none"
            stroke={palette.planned}
            strokeWidth={1.25}
            strokeDasharray="5 4"
          />
          {points.map(({ asAt, deficitGbp }) => (
            <g key={asAt} transform={`translate(${plan.x(asAt)} ${plan.y(deficitGbp)})`}>
              <title>{`Planned ${deficitWords(deficitGbp)}, ${formatDate(asAt)}`}</title>
              <PlannedMark palette={palette} />
            </g>
          ))}
        </g>
      ))}
    </g>
  );
}

function Published({ plan, series, palette }: Part & { readonly series: BalanceSeries }) {
  const at = ({ asAt, deficitGbp }: { readonly asAt: string; readonly deficitGbp: number }) =>
    `translate(${plan.x(asAt)} ${plan.y(deficitGbp)})`;
  return (
    <g>
      {series.segments.map(({ from, to, plain }) => (
        <line
          key={to.asAt}
          x1={plan.x(from.asAt)}
          y1={plan.y(from.deficitGbp)}
          x2={plan.x(to.asAt)}
          y2={plan.y(to.deficitGbp)}
          stroke={plain ? palette.net : palette.gap}
          strokeWidth={plain ? 2.5 : 1.25}
        />
      ))}
      {continuationOf(series).map(({ from, to }) => (
        <line
          key={to.asAt}
          x1={plan.x(from.asAt)}
          y1={plan.y(from.deficitGbp)}
          x2={plan.x(to.asAt)}
          y2={plan.y(to.deficitGbp)}
          stroke={palette.net}
          strokeWidth={2}
          strokeLinecap="round"
          strokeDasharray="0.5 5"
        />
      ))}
      {series.ranges.map(({ asAt, low, high }) => (
        <path
          key={asAt}
          d={`M-5 0H5M0 0V${plan.y(low) - plan.y(high)}m-5 0h10`}
          transform={at({ asAt, deficitGbp: high })}
          stroke={palette.net}
          strokeWidth={1.5}
          fill="none"
        >
          <title>{`Sources disagree for ${formatDate(asAt)}: ${formatExactGbp(low)} to ${formatExactGbp(high)}`}</title>
        </path>
      ))}
      {series.net.map((point) => (
        <g key={point.asAt} transform={at(point)}>
          <title>{titleOf(point)}</title>
          <ErrorBar point={point} plan={plan} palette={palette} />
          <NetMark palette={palette} derived={point.derived} />
        </g>
      ))}
      {series.unlike.map((point, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sources may say the same of one date; the order is fixed.
        <g key={index} transform={at(point)}>
          <title>{titleOf(point)}</title>
          <UnlikeMark palette={palette} basis={point.basis} />
        </g>
      ))}
      {series.forecasts.map((forecast) => (
        <g key={`${forecast.asAt} ${forecast.basis} ${forecast.scope}`} transform={at(forecast)}>
          <title>
            {`Forecast for ${formatDate(forecast.asAt)}: ${deficitWords(forecast.deficitGbp)}${forecast.publishedOn === null ? "" : `, published ${formatDate(forecast.publishedOn)}`}`}
          </title>
          <ForecastMark palette={palette} basis={forecast.basis} />
        </g>
      ))}
    </g>
  );
}

/** Drawn only where it reaches beyond the point that stands on it; the table states every error. */
function ErrorBar({ point, plan, palette }: Part & { readonly point: BalancePoint }) {
  if (point.errorGbp === null) return null;
  const reach = Math.abs(plan.y(point.deficitGbp) - plan.y(point.deficitGbp + point.errorGbp));
  return reach < 6 ? null : (
    <path d={`M-4 ${-reach}H4M0 ${-reach}V${reach}M-4 ${reach}H4`} stroke={palette.net} strokeWidth={1.25} />
  );
}

function Labels({ plan, palette }: Part) {
  return (
    <g fill={palette.ink} stroke={palette.paper} strokeWidth={3} paintOrder="stroke" strokeLinejoin="round">
      {plan.labels.map(({ key, text, x, y, anchor }) => (
        <text key={key} x={x} y={y} textAnchor={anchor} fontWeight={key === "net" ? 700 : 450}>
          {text}
        </text>
      ))}
    </g>
  );
}

function titleOf({ asAt, deficitGbp, derived, errorGbp }: BalancePoint): string {
  const error = errorGbp === null ? "" : ` ± ${formatExactGbp(errorGbp)}`;
  return `${formatYearEnd(asAt)}: ${deficitWords(deficitGbp, formatExactGbp)}${error}${derived ? ", worked out from published figures" : ""}`;
}
