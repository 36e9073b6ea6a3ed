import type { CalendarDate } from "../calendar-date";
import { type FinancialYear, financialYearOf, lastDay } from "../financial-year";
import type { CorrectableTable } from "./correction";

/** Which figure it is, without words: as the record of changes names it. */
export interface NamedFigure {
  /** The sort of figure, then what tells it from others of its year: `outturn: outturn, net, dsg`. */
  readonly subject: string;
  readonly financialYear: FinancialYear | null;
  readonly agreementVersion: string | null;
}

/**
 * Names a sum of a stored figure.
 *
 * @param row its columns
 */
export function figureNamed(
  table: CorrectableTable,
  column: string,
  row: Readonly<Record<string, unknown>>,
): NamedFigure {
  const financialYear = (row.financialYear ?? null) as FinancialYear | null;
  const agreementVersion = (row.agreementVersion ?? null) as string | null;
  const named = { financialYear, agreementVersion };
  switch (table) {
    case "allocation": {
      const footing = column === "afterDeductionsPence" ? "after-deductions" : "before-deductions";
      return { ...named, subject: `allocation: ${footing}` };
    }
    case "outturn": {
      const asAt = row.asAt as CalendarDate;
      const year = financialYearOf(asAt);
      const day = asAt === lastDay(year) ? "" : `, ${asAt}`;
      return {
        ...named,
        financialYear: year,
        subject: `outturn: ${row.kind}, ${row.basis}, ${row.scope}${day}`,
      };
    }
    case "inYearBalance":
      return { ...named, subject: `in-year-balance: ${row.kind}, ${row.basis}, ${row.scope}` };
    case "agreement":
      return { ...named, agreementVersion: row.version as string, subject: "total" };
    case "profilePoint":
      return { ...named, subject: "profile-point" };
    case "payment":
      return { ...named, subject: `payment: ${row.status}, ${row.covers}` };
    case "localContribution":
      return { ...named, subject: `local-contribution: ${row.status}` };
  }
}
