import { RecordTable } from "@/components/tables/record-table";
import type { ExportTable } from "@/shapes/api-shapes";
import type { DictionaryColumn } from "@/shapes/data-dictionary-shape";
import { columnForm, columnMeaning } from "@/wording/export-columns";
import { EXPORT_TABLE_WORDS } from "@/wording/export-tables";

/** The columns of one exported table; folded, for there are many. */
export function TableDictionary({
  table,
  columns,
}: {
  readonly table: ExportTable;
  readonly columns: readonly DictionaryColumn[];
}) {
  const { title } = EXPORT_TABLE_WORDS[table];
  return (
    <details className="border-t border-rule first:border-t-0">
      <summary className="min-h-11 py-2.5">
        <h3 className="inline text-lg">{title}</h3>{" "}
        <span className="text-sm text-ink-soft">
          {columns.length} columns of <code>{table}</code>
        </span>
      </summary>
      {/* Inside, since a browser opens what is folded around the place that an address names. */}
      <div id={table} className="pb-6">
        <RecordTable
          caption={`Columns of ${table}, in their order`}
          captionHidden
          rows={columns}
          keyOf={({ name }) => name}
          columns={[
            {
              key: "name",
              head: "Column",
              names: true,
              cell: ({ name }) => <code className="text-xs wrap-anywhere">{name}</code>,
            },
            {
              key: "meaning",
              head: "Meaning",
              cell: (column) => (
                <>
                  {columnMeaning(table, column.name)}.
                  <span className="unit wrap-anywhere">
                    {columnForm(column)}
                    {column.mayBeEmpty ? "; may be empty" : ""}
                  </span>
                </>
              ),
            },
          ]}
        />
      </div>
    </details>
  );
}
