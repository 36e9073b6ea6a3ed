import { councilTrajectory } from "@/charts/council-trajectory";
import { BalanceFigure } from "@/components/charts/balance-figure";
import type { Authority } from "@/shapes/api-shapes";
import { ChartLinks } from "./chart-links";

/** The page's picture: what was promised, what was published, and the gap between them. */
export function TrajectorySection({
  council,
  site,
}: {
  readonly council: Authority;
  /** The site's own address, no slash at the end. */
  readonly site: string;
}) {
  const { name, slug, agreements } = council;
  const trajectory = councilTrajectory(council);
  if (trajectory === null) return null;
  const unread = agreements.length > 0 && trajectory.planned.length === 0;
  return (
    <section id="chart" aria-labelledby="chart-heading" className="trajectory pb-10 lg:pb-14">
      <h2 id="chart-heading" className="font-sans text-sm font-semibold">
        {agreements.length > 0 ? "Promised and published" : "Published"}
        <span className="font-normal text-ink-soft">
          {": "}cumulative deficit of the dedicated schools grant at each 31 March
        </span>
      </h2>
      {unread ? (
        <p className="mt-1 text-xs text-ink-soft">
          We hold no planned deficit of {name}, so no promise is drawn. That says nothing of whether it was
          kept.
        </p>
      ) : null}
      <div className="mt-3">
        <BalanceFigure council={name} trajectory={trajectory} />
      </div>
      <ChartLinks council={name} slug={slug} site={site} />
    </section>
  );
}
