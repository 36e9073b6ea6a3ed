import { RecordTable } from "@/components/tables/record-table";
import type { ExportTable } from "@/shapes/api-shapes";
import { EXPORT_TABLE_WORDS } from "@/wording/export-tables";

/** Each exported table: what a row of it is, and both files. */
export function TableDownloads({ tables }: { readonly tables: readonly ExportTable[] }) {
  return (
    <RecordTable
      caption="The tables, each as CSV and JSON"
      captionHidden
      rows={tables}
      keyOf={(table) => table}
      columns={[
        {
          key: "table",
          head: "Table",
          names: true,
          cell: (table) => <a href={`#${table}`}>{EXPORT_TABLE_WORDS[table].title}</a>,
        },
        { key: "row", head: "A row is", cell: (table) => EXPORT_TABLE_WORDS[table].row },
        {
          key: "files",
          head: "Download",
          cell: (table) => (
            <span className="flex flex-wrap gap-x-4 sm:flex-nowrap">
              <a href={`/api/v1/export/${table}.csv`} download className="inline-block min-h-6">
                CSV<span className="sr-only"> of {EXPORT_TABLE_WORDS[table].title}</span>
              </a>
              <a href={`/api/v1/export/${table}.json`} className="inline-block min-h-6">
                JSON<span className="sr-only"> of {EXPORT_TABLE_WORDS[table].title}</span>
              </a>
            </span>
          ),
        },
      ]}
    />
  );
}
