import { CorrectionNote } from "@/components/figures/correction-note";
import { Figure } from "@/components/figures/figure";
import { Missing } from "@/components/figures/missing";
import { allocationProvenance } from "@/components/figures/provenance";
import { RecordTable } from "@/components/tables/record-table";
import type { Allocation } from "@/shapes/api-shapes";
import { formatDate, formatYear } from "@/wording/dates";
import { missingWords } from "@/wording/missing";
import { formatExactGbp } from "@/wording/money";

/** The high needs block by year and published version; no version replaces another. */
export function AllocationTable({
  council,
  allocations,
}: {
  readonly council: string;
  readonly allocations: readonly (Allocation & { readonly councils?: number })[];
}) {
  return (
    <RecordTable
      caption={`High needs block of ${council} by year and published version`}
      captionHidden
      rows={[...allocations].reverse()}
      keyOf={({ financialYear, publishedOn, source }) =>
        `${financialYear} ${publishedOn} ${source.snapshotSha256}`
      }
      columns={[
        {
          key: "year",
          head: "Year",
          names: true,
          cell: ({ financialYear }) => (
            <span className="sm:whitespace-nowrap">{formatYear(financialYear)}</span>
          ),
        },
        {
          key: "version",
          head: "Version",
          cell: ({ publishedOn, latest }) => (
            <>
              {publishedOn === null ? "date not stated" : formatDate(publishedOn)}
              {latest ? null : <span className="unit">older version</span>}
            </>
          ),
        },
        {
          key: "before",
          head: (
            <>
              Before deductions <span className="unit">£</span>
            </>
          ),
          numeric: true,
          cell: (allocation) => <Amount {...{ council, allocation }} footing="before deductions" />,
        },
        {
          key: "after",
          head: (
            <>
              After deductions <span className="unit">£</span>
            </>
          ),
          numeric: true,
          from: "wide",
          cell: (allocation) => <Amount {...{ council, allocation }} footing="after deductions" />,
        },
      ]}
    />
  );
}

function Amount({
  council,
  allocation,
  footing,
}: {
  readonly council: string;
  readonly allocation: Allocation;
  readonly footing: "before deductions" | "after deductions";
}) {
  const amount =
    footing === "before deductions" ? allocation.beforeDeductionsGbp : allocation.afterDeductionsGbp;
  if (amount === null) return <Missing reason={missingWords("not-held")} />;
  const provenance = allocationProvenance(council, allocation, amount, footing);
  return (
    <>
      <Figure shown={formatExactGbp(amount)} provenance={provenance} />
      <CorrectionNote correction={provenance.correction} />
    </>
  );
}
