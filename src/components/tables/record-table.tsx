import { Table, TableBody, TableHead } from "@tremor/react";
import clsx from "clsx";
import type { Key, ReactNode } from "react";

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right, so that their digits can be compared. */
  readonly numeric?: boolean;
  /** The column that names its row; one in each table. */
  readonly names?: boolean;
  /** From which width there is room for it; what it says must then stand elsewhere too. */
  readonly from?: "wide" | "widest";
  /** For a sortable column, how it is sorted now. */
  readonly sorted?: "ascending" | "descending" | "none";
}

/** A table of the record: what the columns are is said once, for every table of the site alike. */
export function RecordTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  keyOf,
  long = false,
  scrolls = false,
  many = false,
}: {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => Key;
  /** Longer than a window: its head sticks. */
  readonly long?: boolean;
  /** Wider than a phone: there it scrolls in a window of its own, past a head and a first column that stay. */
  readonly scrolls?: boolean;
  /** More rows than a phone should draw at once: of a table that scrolls there it draws those in view. */
  readonly many?: boolean;
}) {
  // Rows that are laid out one by one are a table to nobody's software unless they say so.
  const as = (role: string) => (many ? { role } : {});
  return (
    <Table
      className={clsx(
        "record-table",
        long ? "record-table--long overflow-visible" : "overflow-x-auto",
        scrolls && "record-table--scrolls",
        many && "record-table--many",
      )}
      {...as("table")}
    >
      <caption className={captionHidden ? "sr-only" : "pb-2 text-sm text-ink-soft"}>{caption}</caption>
      <TableHead {...as("rowgroup")}>
        <tr {...as("row")}>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={classOf(column)}
              {...as("columnheader")}
              {...(column.sorted === undefined ? {} : { "aria-sort": column.sorted })}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </TableHead>
      <TableBody className="divide-y-0" {...as("rowgroup")}>
        {rows.map((row) => (
          // Cells are plain: Tremor's classes on each of a thousand would be most of a long page.
          <tr key={keyOf(row)} {...as("row")}>
            {columns.map((column) =>
              column.names ? (
                <th key={column.key} scope="row" className={classOf(column)} {...as("rowheader")}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={classOf(column)} {...as("cell")}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </TableBody>
    </Table>
  );
}

function classOf({ numeric, from }: Pick<Column<never>, "numeric" | "from">): string | undefined {
  return (
    clsx(numeric && "numeric", from === "wide" && "wide-only", from === "widest" && "widest-only") ||
    undefined
  );
}
