import type { CalendarDate } from "@/domain/calendar-date";
import type { DraftFigure } from "@/domain/dsg/draft-figures";
import { type FinancialYear, financialYearOf, readFinancialYear } from "@/domain/financial-year";
import type { PublishedValue } from "@/domain/published-value";

/** The amounts (pence), counts and years that a figure publishes. What is worked out (half a rounding unit) isn't. */
export interface PublishedNumbers {
  readonly amounts: readonly number[];
  readonly counts: readonly number[];
  readonly years: readonly FinancialYear[];
  /** The calendar year of a year end. */
  readonly endOf?: number;
}

export function publishedNumbers(figure: DraftFigure): PublishedNumbers {
  switch (figure.type) {
    case "allocation":
      return numbers(
        [amountOf(figure.beforeDeductions), amountOf(figure.afterDeductions)],
        [figure.financialYear],
      );
    case "national-total":
      return figure.measure === "ehc-plans"
        ? { amounts: [], counts: [figure.value], years: [] }
        : numbers([figure.value], [readFinancialYear(figure.period)]);
    case "outturn":
      return numbers([amountOf(figure.deficit)], [yearOf(figure.asAt)]);
    case "in-year-balance":
      return numbers(
        [
          amountOf(figure.balance),
          figure.blockTransfer,
          figure.localContribution,
          figure.priorYearAdjustment,
        ],
        [figure.financialYear],
      );
    case "ehc-plans":
      return { amounts: [], counts: [amountOf(figure.plans)].filter((count) => count !== null), years: [] };
    case "agreement":
      return numbers(
        [figure.total],
        [figure.cohort, figure.from, figure.to, figure.balanceBy, figure.clearedBy],
      );
    case "profile-point":
      return numbers([figure.deficit], [figure.financialYear]);
    case "payment":
    case "local-contribution":
      return numbers([figure.amount], [figure.financialYear]);
    case "stability-grant":
      return numbers([figure.amount], []);
    case "national-figure":
      return numbers([figure.amount], [figure.financialYear]);
    case "agreement-document":
      return numbers([], [figure.signedYear]);
    case "authority":
    case "condition":
    case "event":
    case "statement":
    case "programme-member":
      return numbers([], []);
  }
}

/** Null for a day beyond the years that anything here is about: such a row says nothing of one. */
function yearOf(day: CalendarDate): FinancialYear | null {
  try {
    return financialYearOf(day);
  } catch {
    return null;
  }
}

function numbers(
  amounts: readonly (number | null)[],
  years: readonly (FinancialYear | null)[],
): PublishedNumbers {
  return {
    amounts: amounts.filter((amount) => amount !== null),
    counts: [],
    years: years.filter((year) => year !== null),
  };
}

function amountOf<T>(published: PublishedValue<T>): T | null {
  return published.kind === "value" ? published.value : null;
}
