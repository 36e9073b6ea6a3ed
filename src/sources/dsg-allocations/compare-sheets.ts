import type { Finding } from "@/domain/finding";
import { type Money, wholePounds } from "@/domain/money";
import type { AllocationTable } from "./find-table";
import { type Amount, readRows, type TableRows } from "./read-rows";

/**
 * Holds the summary against the sheet that shows how the high needs block was worked out: both
 * state the total before deductions. Where they differ, the summary is kept and marked doubtful.
 *
 * @param others tables of the same workbook; one without a single column before deductions says nothing
 */
export function compareSheets(
  summary: TableRows,
  others: readonly AllocationTable[],
): { readonly doubtful: ReadonlySet<string>; readonly findings: readonly Finding[] } {
  const doubtful = new Set<string>();
  const findings: Finding[] = [];
  for (const table of others) {
    const [column, second] = table.columns.before;
    if (column === undefined || second !== undefined) continue;
    const workings = readRows(table, { before: column, after: null });
    const totals = new Map(workings.councils.map((row) => [row.code, row]));
    const differences = summary.councils.flatMap((row) => {
      const other = totals.get(row.code);
      const here = amountIn(row.amounts.before);
      const there = other && amountIn(other.amounts.before);
      if (here === null || there === null || there === undefined || here === there) return [];
      doubtful.add(row.code);
      return [
        `${row.name} (${row.code}) ${pounds(here)} in ${row.locator.cell}, ${pounds(there)} in ${other?.locator.cell}`,
      ];
    });
    if (differences.length > 0) findings.push(disagreement(table, differences));
  }
  return { doubtful, findings };
}

function amountIn(amount: Amount): Money | null {
  return amount.kind === "amount" ? amount.amount : null;
}

function pounds(amount: Money): string {
  return `£${wholePounds(amount).toLocaleString("en-GB")}`;
}

const NAMED = 5;

function disagreement(table: AllocationTable, differences: readonly string[]): Finding {
  const more = differences.length > NAMED ? `; and ${differences.length - NAMED} more` : "";
  return {
    kind: "total-differs",
    severity: "doubt",
    message: `The summary and sheet ${table.sheet.name} give different high needs blocks before deductions for ${differences.length === 1 ? "one council" : `${differences.length} councils`}: ${differences.slice(0, NAMED).join("; ")}${more}. The summary's figures are shown, marked doubtful.`,
    expected: "the same total on both sheets",
    locator: { sheet: table.sheet.name },
  };
}
