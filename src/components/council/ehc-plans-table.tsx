import { Figure } from "@/components/figures/figure";
import { Missing } from "@/components/figures/missing";
import { ehcPlansProvenance } from "@/components/figures/provenance";
import { RecordTable } from "@/components/tables/record-table";
import type { EhcPlans } from "@/shapes/api-shapes";
import { formatJanuary } from "@/wording/dates";
import { missingWords } from "@/wording/missing";
import { formatCount } from "@/wording/money";

export function EhcPlansTable({
  council,
  ehcPlans,
}: {
  readonly council: string;
  readonly ehcPlans: readonly EhcPlans[];
}) {
  return (
    <RecordTable
      caption={`Education, health and care plans of ${council}`}
      captionHidden
      rows={[...ehcPlans].reverse()}
      keyOf={({ year }) => year}
      columns={[
        { key: "year", head: "Count of", names: true, cell: ({ year }) => formatJanuary(year) },
        {
          key: "plans",
          head: "EHC plans",
          numeric: true,
          cell: ({ year, plans, missing, source }) =>
            plans === null ? (
              <Missing reason={missingWords(missing ?? "not-held")} />
            ) : (
              <Figure
                shown={formatCount(plans)}
                provenance={ehcPlansProvenance(council, { year, plans, source })}
              />
            ),
        },
      ]}
    />
  );
}
