import Link from "next/link";
import type { ReactNode } from "react";
import { sparkline } from "@/charts/sparkline";
import { FigureOnDemand } from "@/components/figures/figure-on-demand";
import { Missing } from "@/components/figures/missing";
import {
  ehcPlansProvenance,
  isHeld,
  latestAllocationProvenance,
  outturnProvenance,
} from "@/components/figures/provenance";
import { type Column, RecordTable } from "@/components/tables/record-table";
import { SortHead } from "@/components/tables/sort-head";
import type { AuthorityRow } from "@/shapes/answer-shapes";
import { deficitCell } from "@/wording/balance";
import { formatDate, formatJanuary, formatYear } from "@/wording/dates";
import { missingWords } from "@/wording/missing";
import { formatCount, formatExactGbp } from "@/wording/money";
import { programmeWords } from "@/wording/status";

export type CouncilSort = "name" | "region" | "programme" | "deficit" | "block" | "plans";

/** The councils with the three figures that all of them have, each asked where it is from on its own. */
export function CouncilTable({
  rows,
  foundAs,
  sort,
  dir,
  hrefOfSort,
  onSort,
}: {
  readonly rows: readonly AuthorityRow[];
  /** Another name or code by which a search found the row. */
  readonly foundAs: (row: AuthorityRow) => string | null;
  readonly sort: CouncilSort;
  readonly dir: "asc" | "desc";
  readonly hrefOfSort: (sort: CouncilSort) => string;
  readonly onSort: (sort: CouncilSort) => void;
}) {
  const sortable = (
    key: CouncilSort,
    name: string,
    unit?: string,
  ): Pick<Column<AuthorityRow>, "key" | "head" | "sorted"> => {
    const sorted = sort !== key ? "none" : dir === "asc" ? "ascending" : "descending";
    return {
      key,
      sorted,
      head: (
        <SortHead name={name} unit={unit} sorted={sorted} href={hrefOfSort(key)} onSort={() => onSort(key)} />
      ),
    };
  };

  return (
    <RecordTable
      caption="Councils"
      captionHidden
      long
      rows={rows}
      keyOf={({ dfeCode }) => dfeCode}
      columns={[
        {
          ...sortable("name", "Council"),
          names: true,
          cell: (row) => <CouncilName row={row} found={foundAs(row)} />,
        },
        { ...sortable("region", "Region"), from: "wide", cell: ({ region }) => region },
        {
          ...sortable("programme", "Programme"),
          from: "widest",
          cell: ({ programme }) => <Programme programme={programme} />,
        },
        { ...sortable("deficit", "Net deficit", "£"), numeric: true, cell: (row) => <Deficit row={row} /> },
        {
          key: "course",
          head: (
            <>
              Since 2020 <span className="unit">own scale</span>
            </>
          ),
          from: "widest",
          cell: ({ balanceHistory }) => sparkline(balanceHistory),
        },
        {
          ...sortable("block", "High needs block", "£"),
          numeric: true,
          from: "wide",
          cell: (row) => <Block row={row} />,
        },
        {
          ...sortable("plans", "EHC plans"),
          numeric: true,
          from: "widest",
          cell: (row) => <Plans row={row} />,
        },
      ]}
    />
  );
}

function CouncilName({ row, found }: { readonly row: AuthorityRow; readonly found: string | null }) {
  return (
    <>
      <Link href={`/authorities/${row.slug}`} prefetch={false}>
        {row.name}
      </Link>
      {found === null ? null : <span className="unit">found as {found}</span>}
      <span className="unit sm:hidden">
        {row.region}
        {row.programme === "unknown" ? "" : `, ${programmeWords(row.programme)}`}
      </span>
    </>
  );
}

function Programme({ programme }: Pick<AuthorityRow, "programme">) {
  return programme === "unknown" ? (
    <span className="text-ink-faint">{programmeWords(programme)}</span>
  ) : (
    programmeWords(programme)
  );
}

function Deficit({ row: { name, slug, latestNetOutturn } }: { readonly row: AuthorityRow }) {
  if (latestNetOutturn === null || !isHeld(latestNetOutturn)) return <NotHeld />;
  return (
    <>
      <FigureOnDemand
        shown={deficitCell(latestNetOutturn.deficitGbp)}
        provenance={outturnProvenance(name, latestNetOutturn)}
        href={`/authorities/${slug}#balance`}
      />
      <span className="unit">{formatDate(latestNetOutturn.asAt)}</span>
    </>
  );
}

function Block({ row: { name, slug, latestAllocation } }: { readonly row: AuthorityRow }) {
  if (latestAllocation === null) return <NotHeld />;
  return (
    <>
      <FigureOnDemand
        shown={formatExactGbp(latestAllocation.beforeDeductionsGbp)}
        provenance={latestAllocationProvenance(name, latestAllocation)}
        href={`/authorities/${slug}#allocation`}
      />
      <span className="unit">{formatYear(latestAllocation.financialYear)}</span>
    </>
  );
}

function Plans({ row: { name, slug, latestEhcPlans } }: { readonly row: AuthorityRow }) {
  if (latestEhcPlans === null) return <NotHeld />;
  return (
    <>
      <FigureOnDemand
        shown={formatCount(latestEhcPlans.plans)}
        provenance={ehcPlansProvenance(name, latestEhcPlans)}
        href={`/authorities/${slug}#plans`}
      />
      <span className="unit">{formatJanuary(latestEhcPlans.year)}</span>
    </>
  );
}

function NotHeld(): ReactNode {
  return <Missing reason={missingWords("not-held")} />;
}
