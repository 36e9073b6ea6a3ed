import type { DraftFigure } from "@/domain/dsg/draft-figures";
import type { Finding } from "@/domain/finding";
import { findColumns, readCsv } from "@/formats/read-csv";
import type { DraftEdition, DraftReading, FetchedDocument } from "./publication";
import { StrictRow, UnreadableCell } from "./strict-row";

/** One of the project's own CSV files: exactly these columns in any order, and what a row stands for. */
export interface StrictTable<Column extends string> {
  /** For people: `actuals.csv`. */
  readonly file: string;
  readonly edition: DraftEdition;
  readonly columns: readonly Column[];
  read(row: StrictRow<Column>): readonly DraftFigure[];
}

/**
 * Reads a table that the project keeps itself.
 *
 * A heading too many or too few stops the file: nobody else writes it, so it's a slip. A row that
 * can't be read is set aside with a finding that names the file, the line and the column.
 */
export function readStrictTable<Column extends string>(
  table: StrictTable<Column>,
  document: FetchedDocument,
): DraftReading {
  const csv = readCsv(document.bytes);
  if (csv.kind === "unreadable")
    return stopped("unreadable-document", `${table.file} can't be read: ${csv.reason}.`);

  const { headings, rows, raggedRows, encoding } = csv.table;
  const found = findColumns(csv.table, table.columns);
  if (found.kind === "not-found") {
    const wrong = [
      ...found.missing.map((name) => `${name} is missing`),
      ...found.repeated.map((name) => `${name} stands there twice`),
    ];
    return stopped(
      "missing-heading",
      `The headings of ${table.file} aren't understood: ${wrong.join(", ")}.`,
      {
        expected: table.columns.join(", "),
        met: headings.join(", "),
      },
    );
  }
  const strange = headings.filter((heading) => !table.columns.some((name) => name === heading.toLowerCase()));
  if (strange.length > 0) {
    return stopped(
      "unexpected-layout",
      `${table.file} has a column that nothing reads: ${strange.map((heading) => `"${heading}"`).join(", ")}.`,
      { expected: table.columns.join(", "), met: headings.join(", ") },
    );
  }
  if (rows.length === 0) return stopped("unexpected-layout", `${table.file} has headings but no row.`);

  const figures: DraftFigure[] = [];
  const findings: Finding[] = raggedRows.map(({ line, cells }) => ({
    kind: "unreadable-row",
    severity: "doubt",
    message: `Line ${line} of ${table.file} has ${cells} cells for ${headings.length} headings and was set aside.`,
    locator: { row: line },
  }));
  if (encoding !== "utf-8") {
    findings.push({
      kind: "unexpected-layout",
      severity: "note",
      message: `${table.file} isn't UTF-8 and was read as ${encoding}; look at its accents and £ signs.`,
    });
  }
  for (const row of rows) {
    try {
      figures.push(...table.read(new StrictRow(row, found.columns)));
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error;
      findings.push({
        kind: "unreadable-row",
        severity: "doubt",
        message: `Line ${row.line} of ${table.file} was set aside: ${error.message}.`,
        expected: error.expected,
        met: error.met,
        locator: { row: row.line, cell: error.column },
      });
    }
  }
  return { edition: table.edition, figures, findings };
}

function stopped(
  kind: Finding["kind"],
  message: string,
  seen: Pick<Finding, "expected" | "met"> = {},
): DraftReading {
  const finding: Finding = {
    kind,
    severity: "stop",
    message: `${message} Nothing of it is published.`,
    ...seen,
  };
  return { edition: null, figures: [], findings: [finding] };
}
