import { deficitWords } from "@/wording/balance";
import { formatDate, formatYearEnd } from "@/wording/dates";
import { formatExactGbp } from "@/wording/money";
import { ForecastMark, NetMark, UnlikeMark } from "./balance-marks";
import { continuationOf } from "./balance-obstacles";
import type { BalancePoint } from "./balance-series";
import { type Part, round } from "./chart-frame";
import type { Trajectory } from "./council-trajectory";

interface Spot {
  readonly asAt: string;
  readonly deficitGbp: number;
}

/** What was published: the net line, forecasts dotted on from it, and whatever may stand in no line. */
export function Published({ plan, trajectory, palette }: Part & { readonly trajectory: Trajectory }) {
  const at = ({ asAt, deficitGbp }: Spot) => `translate(${round(plan.x(asAt))} ${round(plan.y(deficitGbp))})`;
  const ends = (from: Spot, to: Spot) => ({
    x1: round(plan.x(from.asAt)),
    y1: round(plan.y(from.deficitGbp)),
    x2: round(plan.x(to.asAt)),
    y2: round(plan.y(to.deficitGbp)),
  });
  return (
    <g>
      {trajectory.segments.map(({ from, to, plain }) => (
        <line
          key={to.asAt}
          {...ends(from, to)}
          stroke={plain ? palette.net : palette.gap}
          strokeWidth={plain ? 2.5 : 1.25}
        />
      ))}
      {continuationOf(trajectory).map(({ from, to }) => (
        <line
          key={to.asAt}
          {...ends(from, to)}
          stroke={palette.net}
          strokeWidth={2}
          strokeLinecap="round"
          strokeDasharray="0.5 5"
        />
      ))}
      {trajectory.ranges.map(({ asAt, low, high }) => (
        <path
          key={asAt}
          d={`M-5 0H5M0 0V${round(plan.y(low) - plan.y(high))}m-5 0h10`}
          transform={at({ asAt, deficitGbp: high })}
          stroke={palette.net}
          strokeWidth={1.5}
          fill="none"
        >
          <title>{`Sources disagree for ${formatDate(asAt)}: ${formatExactGbp(low)} to ${formatExactGbp(high)}`}</title>
        </path>
      ))}
      {trajectory.unlike.map((point, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sources may say the same of one date; the order is fixed.
        <g key={index} transform={at(point)}>
          <title>{titleOf(point)}</title>
          <UnlikeMark palette={palette} basis={point.basis} />
        </g>
      ))}
      {trajectory.net.map((point) => (
        <g key={point.asAt} transform={at(point)}>
          <title>{titleOf(point)}</title>
          <ErrorBar point={point} plan={plan} palette={palette} />
          <NetMark palette={palette} derived={point.derived} />
        </g>
      ))}
      {trajectory.forecasts.map((forecast) => (
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
  const reach = round(Math.abs(plan.y(point.deficitGbp) - plan.y(point.deficitGbp + point.errorGbp)));
  return reach < 6 ? null : (
    <path d={`M-4 ${-reach}H4M0 ${-reach}V${reach}M-4 ${reach}H4`} stroke={palette.net} strokeWidth={1.25} />
  );
}

function titleOf({ asAt, deficitGbp, derived, errorGbp }: BalancePoint): string {
  const error = errorGbp === null ? "" : ` ± ${formatExactGbp(errorGbp)}`;
  return `${formatYearEnd(asAt)}: ${deficitWords(deficitGbp, formatExactGbp)}${error}${derived ? ", worked out from published figures" : ""}`;
}
