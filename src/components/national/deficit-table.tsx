import { Figure } from "@/components/figures/figure";
import { RecordTable } from "@/components/tables/record-table";
import type { National } from "@/shapes/api-shapes";
import { basisWords, kindWords } from "@/wording/balance";
import type { CountryWords } from "@/wording/country";
import { formatDate } from "@/wording/dates";
import { formatExactGbp } from "@/wording/money";
import { nationalDeficitProvenance } from "./national-provenance";

export function DeficitTable({
  deficits,
  country,
}: {
  readonly deficits: National["deficits"];
  readonly country: CountryWords;
}) {
  return (
    <RecordTable
      caption="Sums of councils’ deficits and surpluses, newest first"
      captionHidden
      rows={[...deficits].reverse()}
      keyOf={({ asAt, basis, scope, kind }) => `${asAt} ${basis} ${scope} ${kind}`}
      columns={[
        {
          key: "date",
          head: "At",
          names: true,
          cell: ({ asAt, basis, kind }) => (
            <>
              {formatDate(asAt)}
              <span className="unit">
                {basisWords(basis)}; {kindWords(kind)}
              </span>
            </>
          ),
        },
        {
          key: "deficits",
          head: (
            <>
              Deficits <span className="unit">£</span>
            </>
          ),
          numeric: true,
          cell: (total) => (
            <>
              <Figure
                shown={formatExactGbp(total.deficitsGbp)}
                provenance={nationalDeficitProvenance(total, "deficits", country)}
              />
              <span className="unit">{total.councilsInDeficit} councils</span>
            </>
          ),
        },
        {
          key: "surpluses",
          head: (
            <>
              Surpluses <span className="unit">£</span>
            </>
          ),
          numeric: true,
          from: "wide",
          cell: (total) => (
            <>
              <Figure
                shown={formatExactGbp(total.surplusesGbp)}
                provenance={nationalDeficitProvenance(total, "surpluses", country)}
              />
              <span className="unit">{total.councilsInSurplus} councils</span>
            </>
          ),
        },
        {
          key: "missing",
          head: "No figure held",
          numeric: true,
          from: "wide",
          cell: ({ councilsMissing }) => `${councilsMissing} councils`,
        },
      ]}
    />
  );
}
