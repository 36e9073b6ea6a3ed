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
import { StatusMark } from "@/components/status/status-mark";
import { type Column, RecordTable } from "@/components/tables/record-table";
import { SortHead } from "@/components/tables/sort-head";
import type { AuthorityRow } from "@/shapes/answer-shapes";
import { deficitCell } from "@/wording/balance";
import { formatDate, formatJanuary, formatYear } from "@/wording/dates";
import { missingWords } from "@/wording/missing";
import { formatCount, formatExactGbp } from "@/wording/money";
import { programmeWords } from "@/wording/status";

export type CouncilSort = "name" | "region" | "programme" | "status" | "deficit" | "block" | "plans";

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
  const usual = usualDates(rows);
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
        {
          ...sortable("status", "Promise"),
          from: "wide",
          cell: ({ status }) => <StatusMark status={status} />,
        },
        {
          ...sortable("deficit", "Net deficit", joined("£", usual.deficit && formatDate(usual.deficit))),
          numeric: true,
          cell: (row) => <Deficit row={row} usual={usual.deficit} />,
        },
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
          ...sortable("block", "High needs block", joined("£", usual.block && formatYear(usual.block))),
          numeric: true,
          from: "wide",
          cell: (row) => <Block row={row} usual={usual.block} />,
        },
        {
          ...sortable("plans", "EHC plans", usual.plans && formatJanuary(Number(usual.plans))),
          numeric: true,
          from: "widest",
          cell: (row) => <Plans row={row} usual={usual.plans} />,
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
        {row.status === "no-agreement" ? null : (
          <span className="block">
            <StatusMark status={row.status} />
          </span>
        )}
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

interface Dated {
  readonly row: AuthorityRow;
  /** The date that the head of the column says, so that only another one need be said. */
  readonly usual: string | undefined;
}

/** The newest date of each column. */
function usualDates(rows: readonly AuthorityRow[]) {
  const newest = (dates: readonly (string | undefined)[]) =>
    dates.reduce((a, b) => ((b ?? "") > (a ?? "") ? b : a), undefined);
  return {
    deficit: newest(rows.map(({ latestNetOutturn }) => latestNetOutturn?.asAt)),
    block: newest(rows.map(({ latestAllocation }) => latestAllocation?.financialYear)),
    plans: newest(rows.map(({ latestEhcPlans }) => latestEhcPlans?.year.toString())),
  };
}

function joined(unit: string, date: string | undefined): string {
  return date === undefined ? unit : `${unit}, ${date}`;
}

function Deficit({ row: { name, slug, latestNetOutturn }, usual }: Dated) {
  if (latestNetOutturn === null || !isHeld(latestNetOutturn)) return <NotHeld />;
  return (
    <>
      <FigureOnDemand
        shown={deficitCell(latestNetOutturn.deficitGbp)}
        provenance={outturnProvenance(name, latestNetOutturn)}
        href={`/authorities/${slug}#balance`}
      />
      {latestNetOutturn.asAt === usual ? null : (
        <span className="unit">{formatDate(latestNetOutturn.asAt)}</span>
      )}
    </>
  );
}

function Block({ row: { name, slug, latestAllocation }, usual }: Dated) {
  if (latestAllocation === null) return <NotHeld />;
  return (
    <>
      <FigureOnDemand
        shown={formatExactGbp(latestAllocation.beforeDeductionsGbp)}
        provenance={latestAllocationProvenance(name, latestAllocation)}
        href={`/authorities/${slug}#allocation`}
      />
      {latestAllocation.financialYear === usual ? null : (
        <span className="unit">{formatYear(latestAllocation.financialYear)}</span>
      )}
    </>
  );
}

function Plans({ row: { name, slug, latestEhcPlans }, usual }: Dated) {
  if (latestEhcPlans === null) return <NotHeld />;
  return (
    <>
      <FigureOnDemand
        shown={formatCount(latestEhcPlans.plans)}
        provenance={ehcPlansProvenance(name, latestEhcPlans)}
        href={`/authorities/${slug}#plans`}
      />
      {String(latestEhcPlans.year) === usual ? null : (
        <span className="unit">{formatJanuary(latestEhcPlans.year)}</span>
      )}
    </>
  );
}

function NotHeld(): ReactNode {
  return <Missing reason={missingWords("not-held")} />;
}
