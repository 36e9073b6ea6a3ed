import type { Finding } from "@/domain/finding";
import { cellAddress } from "@/formats/read-workbook";
import { type AllocationTable, type Column, cellAt } from "./find-table";
import type { Stage } from "./headings";
import type { ChosenColumns } from "./read-rows";

const EXPECTED: Readonly<Record<Stage, string>> = {
  before: 'a column "High needs block" under a heading "before recoupment and deductions"',
  after: 'a column "High needs block" under a heading "after deductions"',
};

/**
 * The one column of each stage that is wanted. None, or several with different figures, stops the
 * edition: a wrong column is worse than a late one.
 */
export function chooseColumns(
  table: AllocationTable,
  wanted: readonly Stage[],
): { readonly columns: ChosenColumns; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const columns: Record<Stage, Column | null> = { before: null, after: null };
  const absent = wanted.filter((stage) => table.columns[stage].length === 0);
  if (absent.length > 0) findings.push(missingHeading(table, absent));
  for (const stage of wanted) {
    const [first, ...others] = table.columns[stage];
    if (first === undefined) continue;
    columns[stage] = first;
    const differing = others.filter((other) => !sameCells(table, first, other));
    if (differing.length > 0) findings.push(ambiguous(table, stage, [first, ...differing]));
  }
  return { columns, findings };
}

function sameCells(table: AllocationTable, a: Column, b: Column): boolean {
  return table.sheet.rows.every((_, row) => {
    if (row < table.firstRow) return true;
    return cellAt(table.sheet, row, a.index).text === cellAt(table.sheet, row, b.index).text;
  });
}

function missingHeading(table: AllocationTable, absent: readonly Stage[]): Finding {
  const expected = absent.map((stage) => EXPECTED[stage]).join("; ");
  const unstaged = table.unstaged.map(columnName);
  const naming =
    unstaged.length > 1 ? `Columns ${unstaged.join(" and ")} name` : `Column ${unstaged[0]} names`;
  const why =
    unstaged.length === 0
      ? "The department may have renamed it"
      : `${naming} the high needs block, but nothing above says before or after deductions`;
  return {
    kind: "missing-heading",
    severity: "stop",
    message: `Sheet ${table.sheet.name} lacks ${expected}. ${why}; compare the headings met, and add the new wording to the headings of this source if it means the same.`,
    expected,
    met: table.headingsMet.map((heading) => heading.slice(0, 120)).join(" | "),
    locator: { sheet: table.sheet.name },
  };
}

function ambiguous(table: AllocationTable, stage: Stage, columns: readonly Column[]): Finding {
  return {
    kind: "unexpected-layout",
    severity: "stop",
    message: `Several columns of sheet ${table.sheet.name} claim to be the high needs block ${stage} deductions, with different figures: ${columns.map(columnName).join(", ")}.`,
    expected: EXPECTED[stage],
    met: columns
      .map((column) => `${columnName(column)} "${column.heading.replace(/\s+/g, " ")}"`)
      .join(" | "),
    locator: { sheet: table.sheet.name },
  };
}

function columnName(column: Column): string {
  return cellAddress(0, column.index).replace(/\d+$/, "");
}
