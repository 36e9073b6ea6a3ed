import { RecordTable } from "@/components/tables/record-table";
import { FEWEST_FOR_BACK_TEST } from "@/domain/trend/back-test";
import type { BackTest } from "@/shapes/back-test-shape";
import { formatCount, formatGbp } from "@/wording/money";

const ON_BASIS = {
  gross: "that signed, before DfE money",
  net: "that never signed, after DfE money",
} as const;

/** How trends would have done on year ends that have come since; that there is nothing to try, where there isn't. */
export function BackTests({ backTests }: { readonly backTests: readonly BackTest[] }) {
  if (backTests.length === 0) {
    return (
      <p className="prose-width mt-4">
        No council has {FEWEST_FOR_BACK_TEST} year ends on one footing yet, so the trend hasn’t been tried on
        the past. Nothing is known of how well it foretells.
      </p>
    );
  }
  return (
    <>
      <p className="prose-width mt-4">
        Tried on the past: of each council with at least {FEWEST_FOR_BACK_TEST} year ends on one footing, what
        the trend of the first three, four and so on would have said of each later one. The range is only how
        much the yearly changes differed; how often it held is told here.
      </p>
      {backTests.map(({ basis, councils, horizons }) => (
        <div key={basis} className="mt-6">
          <RecordTable
            caption={`The trend tried on the past: ${formatCount(councils)} ${councils === 1 ? "council" : "councils"} ${ON_BASIS[basis]}`}
            rows={horizons}
            keyOf={({ yearsAhead }) => yearsAhead}
            columns={[
              {
                key: "ahead",
                head: "Looking ahead",
                names: true,
                cell: ({ yearsAhead }) => (yearsAhead === 1 ? "1 year" : `${yearsAhead} years`),
              },
              { key: "tried", head: "Year ends", numeric: true, cell: ({ tried }) => formatCount(tried) },
              {
                key: "within",
                head: "Within the range",
                numeric: true,
                cell: ({ withinRange, tried }) =>
                  `${formatCount(withinRange)} (${Math.round((withinRange / tried) * 100)}%)`,
              },
              {
                key: "error",
                head: "Median error",
                numeric: true,
                cell: ({ medianErrorGbp }) => formatGbp(medianErrorGbp),
              },
            ]}
          />
        </div>
      ))}
    </>
  );
}
