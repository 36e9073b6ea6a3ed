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
}) {
  return (
    <Table
      className={clsx(
        "record-table",
        long ? "record-table--long overflow-visible" : "overflow-x-auto",
        scrolls && "record-table--scrolls",
      )}
    >
      <caption className={captionHidden ? "sr-only" : "pb-2 text-sm text-ink-soft"}>{caption}</caption>
      <TableHead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={classOf(column)}
              {...(column.sorted === undefined ? {} : { "aria-sort": column.sorted })}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </TableHead>
      <TableBody className="divide-y-0">
        {rows.map((row) => (
          // Cells are plain: Tremor's classes on each of a thousand would be most of a long page.
          <tr key={keyOf(row)}>
            {columns.map((column) =>
              column.names ? (
                <th key={column.key} scope="row" className={classOf(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={classOf(column)}>
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
