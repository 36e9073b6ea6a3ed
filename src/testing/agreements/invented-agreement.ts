import { type FinancialYear, readFinancialYear, yearsBetween } from "@/domain/financial-year";
import type { AgreementLayout } from "./agreement-layout";
import type { AgreementSpecification, Item, PlannedAmount, PlannedPayment } from "./agreement-specification";
import { CONDITIONS, MONITORING, REVIEW } from "./invented-texts";
import type { MoneyStyle } from "./print-money";
import { signedBy } from "./signatories";

/** @throws for what isn't a financial year: a slip in a specification */
export function fy(text: string): FinancialYear {
  const year = readFinancialYear(text);
  if (!year) throw new Error(`${text} isn't a financial year.`);
  return year;
}

/** Millions of pounds as whole pence: for specifications, where 20.5 reads better. */
export const millions = (amount: number) => Math.round(amount * 1_000_000) * 100;

/** A profile from its first year on, in millions; null is TBC. */
export function deficits(from: string, amounts: readonly (number | null)[]) {
  const start = Number(from.slice(0, 4));
  return amounts.map((amount, index) => ({
    year: fy(`${start + index}-${start + index + 1}`),
    deficit: planned(amount),
  }));
}

/** Payments from the first year on, in millions, all in the table; null is TBC. */
export function yearlyPayments(from: string, amounts: readonly (number | null)[]): PlannedPayment[] {
  return deficits(from, amounts).map(({ year, deficit }) => ({ year, amount: deficit, stated: "table" }));
}

const planned = (amount: number | null): PlannedAmount => (amount === null ? "TBC" : millions(amount));

/** £20.5m. */
export const MILLIONS: MoneyStyle = {
  unit: "million",
  decimals: 1,
  pound: true,
  suffix: "m",
  negative: "hyphen",
};
/** £20.5 under a heading in £m. */
export const UNDER_HEADING: MoneyStyle = { ...MILLIONS, suffix: "" };

export const PLAIN_LAYOUT: AgreementLayout = {
  producer: "pdfkit",
  wording: "plain",
  quotes: "curly",
  yearStyle: "2022-23",
  numbering: "paragraphs",
  headings: true,
  conditionMarks: "decimal",
  order: "profile-first",
  profile: { years: "down", borders: true, money: UNDER_HEADING },
  payments: { years: "down", borders: true, money: UNDER_HEADING },
};

type LayoutChanges = Partial<Omit<AgreementLayout, "profile" | "payments">> & {
  readonly profile?: Partial<AgreementLayout["profile"]>;
  readonly payments?: Partial<AgreementLayout["payments"]>;
};

/**
 * An agreement of Exampleshire for 2022-23 to 2026-27 (£20.5 million, 40% at once) with whatever is to be
 * otherwise. Sums aren't adjusted: who changes the total also gives profile and payments.
 */
export function inventedAgreement(
  name: string,
  {
    layout = {},
    ...other
  }: Partial<Omit<AgreementSpecification, "layout">> & { readonly layout?: LayoutChanges } = {},
): AgreementSpecification {
  return {
    name,
    council: { short: "Exampleshire", full: "Exampleshire County Council" },
    cohort: fy("2022-23"),
    years: { from: fy("2022-23"), to: fy("2026-27") },
    balanceBy: fy("2025-26"),
    clearedBy: fy("2026-27"),
    scope: "dsg",
    profile: deficits("2022-23", [12.4, 16.1, 18.9, 20.1, 20.5]),
    payments: yearlyPayments("2022-23", [8.2, 3.1, 3.1, 3.1, 3.0]),
    total: millions(20.5),
    conditions: conditions(0, 5),
    monitoring: MONITORING.slice(0, 2),
    review: REVIEW.slice(0, 2),
    signatures: signedBy(0, "2023-03-09", "2023-03-14"),
    ...other,
    layout: {
      ...PLAIN_LAYOUT,
      ...layout,
      profile: { ...PLAIN_LAYOUT.profile, ...layout.profile },
      payments: { ...PLAIN_LAYOUT.payments, ...layout.payments },
    },
  };
}

/** So many of the invented conditions from a place on, around the end if need be. */
export function conditions(from: number, count: number): Item[] {
  return Array.from(
    { length: count },
    (_, index) => CONDITIONS[(from + index) % CONDITIONS.length] ?? { text: "" },
  );
}

/** Every year of an agreement, for specifications that are made by rule. */
export const yearsOf = ({ years }: AgreementSpecification) => yearsBetween(years.from, years.to);
