import { useId } from "react";
import { chartPoints } from "@/charts/chart-points";
import { councilBalanceChart } from "@/charts/council-balance-chart";
import type { Trajectory } from "@/charts/council-trajectory";
import { pointTargets } from "@/charts/point-targets";
import { readingHints } from "@/charts/reading-hints";
import { WhereFromCard } from "@/components/figures/where-from-card";
import { PointKeys } from "./point-keys";
import { ResponsiveChart } from "./responsive-chart";
import { TrajectoryTable } from "./trajectory-table";

/** The trajectory chart: each point can be asked what it is and where from; the same as a table is one key away. */
export function BalanceFigure({
  council,
  trajectory,
}: {
  readonly council: string;
  readonly trajectory: Trajectory;
}) {
  const cards = useId();
  const hints = readingHints(trajectory);
  return (
    <figure>
      <PointKeys>
        <ResponsiveChart
          across="page"
          draw={(size, id) => (
            <div className="relative">
              {councilBalanceChart({ council, trajectory }, size, id)}
              {pointTargets(trajectory, size, cards)}
            </div>
          )}
        />
      </PointKeys>
      {chartPoints(trajectory).map(({ key, printed, what, kind, source }, index) => (
        <div
          key={key}
          id={`${cards}-${index}`}
          popover="auto"
          className="where-from chart-card"
          role="dialog"
          aria-label={`Where ${printed} comes from`}
        >
          <WhereFromCard provenance={{ printed, what: `${council}: ${what}`, kind, source }} />
        </div>
      ))}
      <figcaption className="mt-2 text-xs text-ink-soft">
        {hints.length === 0 ? null : <p className="max-w-[60rem]">{hints.join(" ")}</p>}
        <details className="screen-only mt-1">
          <summary className="min-h-11 py-2.5 text-sm font-medium text-ink">The chart as a table</summary>
          <TrajectoryTable council={council} trajectory={trajectory} />
        </details>
      </figcaption>
    </figure>
  );
}
