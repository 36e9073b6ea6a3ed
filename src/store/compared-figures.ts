import type { CalendarDate } from "@/domain/calendar-date";
import type { ChangeValue } from "@/domain/changes/change";
import { type ComparedFigure, MEASURES, type Measure } from "@/domain/changes/compare-figures";
import { type FinancialYear, financialYearOf, financialYearStarting, lastDay } from "@/domain/financial-year";
import { pence } from "@/domain/money";
import type { Locator, Origin } from "@/domain/provenance";

/** The tables whose figures are compared, by measure. */
export const TABLE_OF = {
  allocation: "allocation",
  outturn: "outturn",
  "in-year-balance": "inYearBalance",
  "ehc-plans": "ehcPlanCount",
} as const satisfies Record<Measure, string>;

export type ComparedTable = (typeof TABLE_OF)[Measure];

export const COMPARED_TABLES: readonly ComparedTable[] = MEASURES.map((measure) => TABLE_OF[measure]);

/** The edition and document of a figure row. */
export interface RowOrigin {
  readonly edition: string;
  readonly origin: Origin;
  readonly publishedOn: string | null;
  readonly snapshotSha256: string;
  readonly url: string;
}

type Columns = Readonly<Record<string, unknown>>;

/**
 * A figure row as what is compared: its value under the period it is of. An allocation is two figures,
 * before and after deductions.
 */
export function comparedFigures(table: ComparedTable, columns: Columns, from: RowOrigin): ComparedFigure[] {
  const citationUrl = (columns.citationUrl ?? null) as string | null;
  const common = {
    dfeCode: columns.dfeCode as string,
    edition: from.edition,
    origin: from.origin,
    publishedOn: (columns.publishedOn ?? from.publishedOn) as string | null,
    citedFrom: from.origin === "register" ? (citationUrl ?? "") : null,
    at: {
      snapshotSha256: from.snapshotSha256,
      url: citationUrl ?? from.url,
      locator: columns.locator as Locator,
    },
  };
  switch (table) {
    case "allocation": {
      const financialYear = columns.financialYear as FinancialYear;
      const figure = { ...common, measure: "allocation", period: financialYear, financialYear } as const;
      return [
        {
          ...figure,
          subject: "before-deductions",
          value: moneyIn(columns.beforeDeductionsPence, columns.beforeMissing),
        },
        {
          ...figure,
          subject: "after-deductions",
          value: moneyIn(columns.afterDeductionsPence, columns.afterMissing),
        },
      ];
    }
    case "outturn": {
      const asAt = columns.asAt as CalendarDate;
      const financialYear = financialYearOf(asAt);
      const footing = `${columns.kind}, ${columns.basis}, ${columns.scope}`;
      return [
        {
          ...common,
          measure: "outturn",
          period: asAt,
          financialYear,
          subject: asAt === lastDay(financialYear) ? footing : `${footing}, ${asAt}`,
          value: moneyIn(columns.deficitPence, columns.missing),
        },
      ];
    }
    case "inYearBalance": {
      const financialYear = columns.financialYear as FinancialYear;
      return [
        {
          ...common,
          measure: "in-year-balance",
          period: financialYear,
          financialYear,
          subject: `${columns.kind}, ${columns.basis}, ${columns.scope}`,
          value: moneyIn(columns.balancePence, columns.missing),
        },
      ];
    }
    case "ehcPlanCount": {
      const year = columns.year as number;
      return [
        {
          ...common,
          measure: "ehc-plans",
          period: String(year),
          financialYear: financialYearStarting(year - 1),
          subject: String(year),
          value:
            typeof columns.plans === "number"
              ? { kind: "count", count: columns.plans }
              : { kind: "missing", reason: String(columns.missing) },
        },
      ];
    }
  }
}

function moneyIn(stored: unknown, missing: unknown): ChangeValue {
  return typeof stored === "bigint"
    ? { kind: "money", pence: pence(Number(stored)) }
    : { kind: "missing", reason: String(missing) };
}
