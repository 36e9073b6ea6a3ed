import type { ReactElement } from "react";
import { sourceName } from "@/wording/origin";
import { type ChartSize, planBalanceChart } from "./balance-plan";
import { round } from "./chart-frame";
import { chartPoints } from "./chart-points";
import type { Trajectory } from "./council-trajectory";

/** As wide as WCAG 2.2 wants a target to be, in px. */
const TARGET = 24;

/**
 * A button upon each point of a chart of that size, with its words beside it while it is pointed at or focused.
 *
 * It opens the card with the id `cards` and the point's place in `chartPoints`: a native popover, without script.
 */
export function pointTargets(trajectory: Trajectory, size: ChartSize, cards: string): ReactElement {
  const { x, y } = planBalanceChart(trajectory, size);
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      className="chart-targets"
      role="presentation"
    >
      {chartPoints(trajectory).map(({ key, asAt, deficitGbp, printed, what, kind, source }, index) => {
        const [left, top] = [x(asAt), y(deficitGbp)];
        return (
          <foreignObject
            key={key}
            x={round(left - TARGET / 2)}
            y={round(top - TARGET / 2)}
            width={TARGET}
            height={TARGET}
          >
            <button
              type="button"
              className="chart-point"
              popoverTarget={`${cards}-${index}`}
              aria-label={`${printed}, ${what}: where from?`}
              data-side={left > size.width / 2 ? "left" : "right"}
              data-edge={top < size.height / 2 ? "below" : "above"}
            >
              <span className="chart-tip" aria-hidden="true">
                <strong>{printed}</strong>
                <span>{what}</span>
                <span>{kind}</span>
                <span>{sourceName(source)}</span>
              </span>
            </button>
          </foreignObject>
        );
      })}
    </svg>
  );
}
