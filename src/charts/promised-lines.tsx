import { deficitWords } from "@/wording/balance";
import { formatDate } from "@/wording/dates";
import { isOld, plannedKey } from "./balance-labels";
import { PlannedMark } from "./balance-marks";
import { stepsOf } from "./balance-obstacles";
import { type Part, round } from "./chart-frame";
import type { Trajectory } from "./council-trajectory";

/** What was promised: thin dashed steps with open circles, an older version lighter and behind. */
export function Promised({
  plan: { x, y },
  trajectory,
  palette,
}: Part & { readonly trajectory: Trajectory }) {
  const drawn = [...trajectory.planned].sort((a, b) => Number(isOld(b)) - Number(isOld(a)));
  return (
    <g>
      {drawn.map((series) => {
        const colour = isOld(series) ? palette.first : palette.planned;
        return (
          <g key={plannedKey(series)}>
            {stepsOf(series.points).map(({ from, to }) => (
              <line
                key={`${from.asAt} ${to.asAt}`}
                x1={round(x(from.asAt))}
                y1={round(y(from.deficitGbp))}
                x2={round(x(to.asAt))}
                y2={round(y(to.deficitGbp))}
                stroke={colour}
                strokeWidth={isOld(series) ? 1 : 1.5}
                strokeDasharray={isOld(series) ? "2 4" : "5 4"}
              />
            ))}
            {series.points.map(({ asAt, deficitGbp }) => (
              <g key={asAt} transform={`translate(${round(x(asAt))} ${round(y(deficitGbp))})`}>
                <title>{`Planned ${deficitWords(deficitGbp)}, ${formatDate(asAt)}`}</title>
                <PlannedMark palette={palette} old={isOld(series)} />
              </g>
            ))}
          </g>
        );
      })}
    </g>
  );
}
