import Link from "next/link";
import type { ReactNode } from "react";
import { sparkline } from "@/charts/sparkline";
import { Missing } from "@/components/figures/missing";
import { StatusMark } from "@/components/status/status-mark";
import { type Column, RecordTable } from "@/components/tables/record-table";
import { SortHead } from "@/components/tables/sort-head";
import type { CouncilRow } from "@/shapes/council-rows-shape";
import { deficitCell } from "@/wording/balance";
import { formatDate, formatJanuary, formatYear } from "@/wording/dates";
import { missingWords } from "@/wording/missing";
import { formatCount, formatExactGbp } from "@/wording/money";
import { programmeWords } from "@/wording/status";
import { AskedFigure } from "./asked-figure";
import { blockProvenance, deficitProvenance, plansProvenance } from "./row-provenance";

export type CouncilSort = "name" | "region" | "programme" | "status" | "deficit" | "block" | "plans";

/** A row as a search found it. */
export interface ShownCouncil {
  readonly row: CouncilRow;
  /** Another name or code by which it was found. */
  readonly foundAs: string | null;
}

/** The councils with the three figures that all of them have, each asked where it is from on its own. */
export function CouncilTable({
  shown,
  sort,
  dir,
  hrefOfSort,
  onSort,
  choice,
}: {
  readonly shown: readonly ShownCouncil[];
  readonly sort: CouncilSort;
  readonly dir: "asc" | "desc";
  readonly hrefOfSort: (sort: CouncilSort) => string;
  readonly onSort: (sort: CouncilSort) => void;
  /** The box by which a council is chosen for comparing. */
  readonly choice: (row: CouncilRow) => ReactNode;
}) {
  const usual = usualDates(shown.map(({ row }) => row));
  const sortable = (
    key: CouncilSort,
    name: string,
    unit?: string,
  ): Pick<Column<ShownCouncil>, "key" | "head" | "sorted"> => {
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
      scrolls
      many
      rows={shown}
      keyOf={({ row }) => row.dfeCode}
      columns={[
        {
          ...sortable("name", "Council"),
          names: true,
          cell: ({ row, foundAs }) => (
            <span className="chosen-name">
              {choice(row)}
              <span>
                <Link href={`/authorities/${row.slug}`} prefetch={false}>
                  {row.name}
                </Link>
                {foundAs === null ? null : <span className="unit">found as {foundAs}</span>}
              </span>
            </span>
          ),
        },
        {
          ...sortable("deficit", "Net deficit", joined("£", usual.deficit && formatDate(usual.deficit))),
          numeric: true,
          cell: ({ row }) => <Deficit row={row} usual={usual.deficit} />,
        },
        {
          key: "course",
          head: (
            <>
              Since 2020 <span className="unit">own scale</span>
            </>
          ),
          cell: ({ row: { course } }) =>
            sparkline(course.map(([asAt, deficitGbp]) => ({ asAt, deficitGbp }))),
        },
        {
          ...sortable("status", "Promise"),
          cell: ({ row: { status, hidden } }) => <StatusMark status={status} hidden={hidden ?? false} />,
        },
        {
          ...sortable("block", "High needs block", joined("£", usual.block && formatYear(usual.block))),
          numeric: true,
          cell: ({ row }) => <Block row={row} usual={usual.block} />,
        },
        {
          ...sortable("plans", "EHC plans", usual.plans && formatJanuary(Number(usual.plans))),
          numeric: true,
          cell: ({ row }) => <Plans row={row} usual={usual.plans} />,
        },
        { ...sortable("region", "Region"), cell: ({ row: { region } }) => <Small>{region}</Small> },
        {
          ...sortable("programme", "Programme"),
          cell: ({ row: { programme } }) => <Small>{programmeWords(programme)}</Small>,
        },
      ]}
    />
  );
}

interface Dated {
  readonly row: CouncilRow;
  /** The date that the head of the column says, so that only another one need be said. */
  readonly usual: string | undefined;
}

/** The newest date of each column. */
function usualDates(rows: readonly CouncilRow[]) {
  const newest = (dates: readonly (string | undefined)[]) =>
    dates.reduce((a, b) => ((b ?? "") > (a ?? "") ? b : a), undefined);
  return {
    deficit: newest(rows.map(({ course }) => course.at(-1)?.[0])),
    block: newest(rows.map(({ block }) => block?.[0])),
    plans: newest(rows.map(({ plans }) => plans?.[0].toString())),
  };
}

function joined(unit: string, date: string | undefined): string {
  return date === undefined ? unit : `${unit}, ${date}`;
}

function Deficit({ row: { slug, course }, usual }: Dated) {
  const last = course.at(-1);
  if (last === undefined) return <NotHeld />;
  const [asAt, deficitGbp] = last;
  return (
    <>
      <AskedFigure
        shown={deficitCell(deficitGbp)}
        slug={slug}
        href={`/authorities/${slug}#balance`}
        provenanceOf={deficitProvenance}
      />
      {asAt === usual ? null : <span className="unit">{formatDate(asAt)}</span>}
    </>
  );
}

function Block({ row: { slug, block }, usual }: Dated) {
  if (block === null) return <NotHeld />;
  const [year, amountGbp] = block;
  return (
    <>
      <AskedFigure
        shown={formatExactGbp(amountGbp)}
        slug={slug}
        href={`/authorities/${slug}#allocation`}
        provenanceOf={blockProvenance}
      />
      {year === usual ? null : <span className="unit">{formatYear(year)}</span>}
    </>
  );
}

function Plans({ row: { slug, plans }, usual }: Dated) {
  if (plans === null) return <NotHeld />;
  const [january, count] = plans;
  return (
    <>
      <AskedFigure
        shown={formatCount(count)}
        slug={slug}
        href={`/authorities/${slug}#plans`}
        provenanceOf={plansProvenance}
      />
      {String(january) === usual ? null : <span className="unit">{formatJanuary(january)}</span>}
    </>
  );
}

/** What sorts councils rather than measures them. */
function Small({ children }: { readonly children: ReactNode }) {
  return <span className="text-xs">{children}</span>;
}

function NotHeld() {
  return <Missing reason={missingWords("not-held")} />;
}
