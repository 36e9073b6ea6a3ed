import type { FinancialYear } from "@/domain/financial-year";
import type { Money } from "@/domain/money";
import type { Locator } from "@/domain/provenance";

/** A payment that the department promises. */
export interface Payment {
  readonly financialYear: FinancialYear;
  readonly covers: "year" | "instalment" | "cumulative";
  /** Null: promised, but not how much. */
  readonly amount: Money | null;
  readonly error: Money | null;
  readonly locator: Locator;
}

/** The sum of all payments as the agreement prints it. */
export interface PaymentTotal {
  readonly amount: Money;
  readonly error: Money;
  readonly locator: Locator;
}
