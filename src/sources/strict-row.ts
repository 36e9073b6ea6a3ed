import {
  type CalendarDate,
  type PartialDate,
  readCalendarDate,
  readPartialDate,
} from "@/domain/calendar-date";
import { type FinancialYear, readFinancialYear } from "@/domain/financial-year";
import type { Money, MoneyUnit } from "@/domain/money";
import type { Locator } from "@/domain/provenance";
import { readMoney } from "@/domain/read-money";
import type { Columns, CsvRow } from "@/formats/read-csv";

/** A cell that can't be what its column promises. The row is set aside; the others are read. */
export class UnreadableCell extends Error {
  constructor(
    readonly column: string,
    readonly expected: string,
    readonly met: string,
  ) {
    super(`column ${column}: expected ${expected}, met "${met}"`);
  }
}

/**
 * One row of a table that the project keeps itself, read by the meaning of its columns.
 *
 * @throws UnreadableCell from every method, when the cell isn't what is asked for
 */
export class StrictRow<Column extends string> {
  readonly #row: CsvRow;
  readonly #columns: Columns<Column>;

  constructor(row: CsvRow, columns: Columns<Column>) {
    this.#row = row;
    this.#columns = columns;
  }

  locator(column: Column): Locator {
    return { row: this.#row.line, cell: column };
  }

  /** Null when the cell is blank. */
  text(column: Column): string | null {
    return this.#columns[column](this.#row) || null;
  }

  /** Any words, but not none. */
  words(column: Column): string {
    return this.text(column) ?? this.#refuse(column, "some words");
  }

  oneOf<Choice extends string>(column: Column, choices: readonly Choice[]): Choice {
    const met = this.text(column);
    const choice = choices.find((candidate) => candidate === met);
    return choice ?? this.#refuse(column, choices.join(", "));
  }

  year(column: Column): FinancialYear {
    return readFinancialYear(this.words(column)) ?? this.#refuse(column, "a financial year such as 2024-25");
  }

  day(column: Column): CalendarDate {
    return readCalendarDate(this.words(column)) ?? this.#refuse(column, "a day such as 2025-03-31");
  }

  /** A day, a month or a year: what isn't known isn't filled in. */
  partialDate(column: Column): PartialDate {
    return readPartialDate(this.words(column)) ?? this.#refuse(column, "a day, a month or a year");
  }

  money(column: Column, unit: MoneyUnit): Money {
    const read = readMoney(this.words(column), unit);
    return read.kind === "amount" ? read.amount : this.#refuse(column, `an amount in £ ${unit}`);
  }

  /** Half a unit of the last digit of a printed amount: what rounding may have hidden. */
  rounding(column: Column, unit: MoneyUnit): Money {
    const read = readMoney(this.words(column), unit);
    return read.kind === "amount" ? read.roundedWithin : this.#refuse(column, `an amount in £ ${unit}`);
  }

  number(column: Column): number {
    const number = Number(this.words(column));
    return Number.isFinite(number) ? number : this.#refuse(column, "a number");
  }

  /** Reads the cell as the method does, or null when it's blank. */
  maybe<Value, Met extends Column>(column: Met, read: (column: Met) => Value): Value | null {
    return this.text(column) === null ? null : read.call(this, column);
  }

  #refuse(column: Column, expected: string): never {
    throw new UnreadableCell(column, expected, this.text(column) ?? "");
  }
}
