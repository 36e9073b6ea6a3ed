import type { Finding } from "@/domain/finding";
import { type Money, type MoneyUnit, moneyOf, PENCE_PER } from "@/domain/money";
import type { Locator } from "@/domain/provenance";
import type { MissingReason } from "@/domain/published-value";
import { readMoney } from "@/domain/read-money";
import { type Cell, cellAddress } from "@/formats/read-workbook";
import { type AllocationTable, type Column, cellAt, councilCode } from "./find-table";
import { namesEngland, namesSubtotal, type Stage } from "./headings";

export type Amount =
  | { readonly kind: "amount"; readonly amount: Money }
  | { readonly kind: "missing"; readonly reason: MissingReason }
  | { readonly kind: "blank" };

type Amounts = Readonly<Record<Stage, Amount>>;

export interface CouncilRow {
  readonly code: string;
  readonly name: string;
  readonly amounts: Amounts;
  readonly locator: Locator;
}

export interface TableRows {
  readonly councils: readonly CouncilRow[];
  readonly england: { readonly amounts: Amounts; readonly locators: Readonly<Record<Stage, Locator>> } | null;
  readonly findings: readonly Finding[];
}

/** Which column is read at each stage; a sheet without the stage has none. */
export type ChosenColumns = Readonly<Record<Stage, Column | null>>;

/**
 * Reads the councils and ENGLAND below the headings.
 *
 * Subtotals of regions and groups are left out knowingly, and so are notes, which have no amount.
 * A row with an amount that is none of these, or with one that can't be read, is set aside with a
 * finding; so are all rows of a council whose rows disagree.
 */
export function readRows(table: AllocationTable, columns: ChosenColumns): TableRows {
  const findings: Finding[] = [];
  const councils: CouncilRow[] = [];
  let england: TableRows["england"] = null;

  for (let row = table.firstRow; row < table.sheet.rows.length; row += 1) {
    const label = labelOf(table, row);
    const amounts = {
      before: readAmount(table, row, columns.before),
      after: readAmount(table, row, columns.after),
    };
    const locator = locatorOf(table, row, columns.before ?? columns.after);
    const code = councilCode(cellAt(table.sheet, row, table.codeColumn));
    const isEngland = label.texts.some(namesEngland);
    if (code === null && !isEngland) {
      if (!label.texts.some(namesSubtotal) && hasAmount(amounts))
        findings.push(
          strayRow(label.name || (label.texts.find((text) => /[a-z]{2}/i.test(text)) ?? ""), locator),
        );
      continue;
    }
    if (!isReadable(amounts)) {
      findings.push(unreadableCell(label.name, code, amounts, locator));
      continue;
    }
    if (code !== null) councils.push({ code, name: label.name, amounts, locator });
    else if (england === null)
      england = { amounts, locators: { before: locator, after: locatorOf(table, row, columns.after) } };
    else if (!same(england.amounts, amounts)) findings.push(secondEngland(locator));
  }
  return { ...withoutRepeats(councils, findings), england };
}

type Read = Amount | { readonly kind: "unreadable"; readonly printed: string };

function readAmount(table: AllocationTable, row: number, column: Column | null): Read {
  if (column === null) return { kind: "blank" };
  return amountOf(cellAt(table.sheet, row, column.index), column.unit ?? "pound");
}

function amountOf(cell: Cell, unit: MoneyUnit): Read {
  if (cell.number !== null) {
    const isHeldExactly = Math.abs(cell.number) * PENCE_PER[unit] <= Number.MAX_SAFE_INTEGER;
    if (!isHeldExactly) return { kind: "unreadable", printed: String(cell.number) };
    return { kind: "amount", amount: moneyOf(cell.number, unit) };
  }
  if (cell.text === "") return { kind: "blank" };
  return readMoney(cell.text, unit);
}

function isReadable(read: Readonly<Record<Stage, Read>>): read is Amounts {
  return read.before.kind !== "unreadable" && read.after.kind !== "unreadable";
}

function hasAmount(read: Readonly<Record<Stage, Read>>): boolean {
  return read.before.kind === "amount" || read.after.kind === "amount";
}

function labelOf(
  table: AllocationTable,
  row: number,
): { readonly texts: readonly string[]; readonly name: string } {
  const texts = (table.sheet.rows[row] ?? [])
    .filter((cell) => cell.number === null && cell.text !== "" && cell.mergedFrom === undefined)
    .map((cell) => cell.text.replace(/\s+/g, " "));
  const name = cellAt(table.sheet, row, table.nameColumn).text.replace(/\s+/g, " ");
  return { texts, name: table.nameColumn === table.codeColumn ? "" : name };
}

/** The locator names the cell of the figure before deductions; the one after is in the same row. */
function locatorOf(table: AllocationTable, row: number, column: Column | null): Locator {
  return { sheet: table.sheet.name, row: row + 1, cell: cellAddress(row, column?.index ?? table.codeColumn) };
}

function same(a: Amounts, b: Amounts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function withoutRepeats(
  rows: readonly CouncilRow[],
  findings: readonly Finding[],
): { readonly councils: readonly CouncilRow[]; readonly findings: readonly Finding[] } {
  const byCode = new Map<string, CouncilRow[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  const councils: CouncilRow[] = [];
  const repeats: Finding[] = [];
  for (const [first, ...others] of byCode.values()) {
    if (first === undefined) continue;
    const agree = others.every((other) => same(other.amounts, first.amounts));
    if (agree) councils.push(first);
    if (others.length > 0) repeats.push(repeatedRow(first, others, agree));
  }
  return { councils, findings: [...findings, ...repeats] };
}

function repeatedRow(first: CouncilRow, others: readonly CouncilRow[], agree: boolean): Finding {
  const rows = [first, ...others].map((row) => row.locator.row).join(", ");
  return {
    kind: "duplicate-row",
    severity: "doubt",
    message: agree
      ? `"${first.name}" (${first.code}) stands more than once on sheet ${first.locator.sheet}, in rows ${rows}, with the same figures. It was read once.`
      : `"${first.name}" (${first.code}) stands more than once on sheet ${first.locator.sheet}, in rows ${rows}, with different figures. All of them were set aside; see the publication for the right one.`,
    expected: "one row for each council",
    met: `rows ${rows}`,
    council: first.name,
    locator: first.locator,
  };
}

function strayRow(name: string, locator: Locator): Finding {
  return {
    kind: "unreadable-row",
    severity: "doubt",
    message: `Row ${locator.row} of sheet ${locator.sheet} has figures but neither a council's three-digit code nor the name of a region. It was set aside; see whether a code is missing there.`,
    expected: "a three-digit code, ENGLAND, or a known region or group",
    met: name === "" ? "no name" : name,
    ...(name === "" ? {} : { council: name }),
    locator,
  };
}

function unreadableCell(
  name: string,
  code: string | null,
  read: Readonly<Record<Stage, Read>>,
  locator: Locator,
): Finding {
  const printed = [read.before, read.after].flatMap((one) =>
    one.kind === "unreadable" ? [`"${one.printed}"`] : [],
  );
  const who = code === null ? "ENGLAND" : `"${name}" (${code})`;
  return {
    kind: "unreadable-cell",
    severity: "doubt",
    message: `Row ${locator.row} of sheet ${locator.sheet}, ${who}, holds ${printed.join(" and ")} where an amount should be. The row was set aside.`,
    expected: "an amount of money, or a known mark for a missing one",
    met: printed.join(", "),
    ...(code === null ? {} : { council: name }),
    locator,
  };
}

function secondEngland(locator: Locator): Finding {
  return {
    kind: "duplicate-row",
    severity: "stop",
    message: `ENGLAND stands twice on sheet ${locator.sheet}, in row ${locator.row} with other figures than further up. It isn't clear which total the councils should add up to.`,
    locator,
  };
}
