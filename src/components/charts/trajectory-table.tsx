import { chartPoints } from "@/charts/chart-points";
import type { Trajectory } from "@/charts/council-trajectory";
import { RecordTable } from "@/components/tables/record-table";
import { formatDate } from "@/wording/dates";
import { sourceName } from "@/wording/origin";

/** Every point of the chart in words and figures, from left to right. */
export function TrajectoryTable({
  council,
  trajectory,
}: {
  readonly council: string;
  readonly trajectory: Trajectory;
}) {
  return (
    <RecordTable
      caption={`Every point of the chart of ${council}`}
      captionHidden
      rows={chartPoints(trajectory)}
      keyOf={({ key }) => key}
      columns={[
        { key: "at", head: "At", names: true, cell: ({ asAt }) => formatDate(asAt) },
        {
          key: "size",
          head: (
            <>
              Amount <span className="unit">£</span>
            </>
          ),
          numeric: true,
          cell: ({ printed }) => printed,
        },
        {
          key: "what",
          head: "What it is",
          cell: ({ what, asAt, kind }) => (
            <>
              {what.replace(`, ${formatDate(asAt)}`, "")}
              <span className="unit">{kind}</span>
            </>
          ),
        },
        { key: "from", head: "From", from: "wide", cell: ({ source }) => sourceName(source) },
      ]}
    />
  );
}
