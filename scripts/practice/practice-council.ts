import type { GrantItem } from "@/domain/dsg/grant-item";
import type { EVENT_KINDS } from "@/domain/register/register-columns";
import type { AgreementSpecification } from "@/testing/agreements/agreement-specification";

/** `2024-25`: a financial year by its label, or the year end on which it ends. */
export type YearLabel = `${number}-${number}`;

/** £ million by financial year; at year ends a deficit is positive. */
export type Millions = Readonly<Partial<Record<YearLabel, number>>>;

/** One invented council: everything that every practice document says of it. Amounts are £ million. */
export interface PracticeCouncil {
  /** X01 to X99: no real council has such a code. */
  readonly dfeCode: `X${number}`;
  readonly name: string;
  readonly type: "unitary" | "metropolitan" | "london borough" | "county";
  /** For people: what this council is there to show. */
  readonly shows: string;
  /** The high needs block before deductions in 2020-21; it grows by 7% a year. */
  readonly block: number;
  /** EHC plans in January 2021; they grow by 9% a year. */
  readonly plans: number;
  /** Section 251 line 1.9.3 at each year end, after DfE's money: positive is a deficit, `x` isn't available. */
  readonly balances: Readonly<Partial<Record<YearLabel, number | "x">>>;
  /** What the release of a year first printed for an earlier one, before it was restated. */
  readonly firstPrinted?: { readonly year: YearLabel; readonly balance: number };
  readonly agreement?: PracticeAgreement;
  readonly register?: RegisterRows;
  readonly deliveringBetterValue?: string;
}

export interface PracticeAgreement {
  /** The year in its title. */
  readonly cohort: YearLabel;
  /** From when on the page's title says that it is under review. */
  readonly underReviewFrom?: string;
  /** Its PDFs, oldest first; one takes the other's place under the same title. None: the page lists it without an address. */
  readonly documents: readonly AgreementPrint[];
}

export interface AgreementPrint {
  readonly publishedOn: string;
  readonly specification: AgreementSpecification;
}

/** Rows of the evidence register on one council. `foundOn`: the day from which the register has the row. */
export interface RegisterRows {
  readonly agreements?: readonly (Found & AgreementRow)[];
  readonly profile?: readonly (Found & ProfileRow)[];
  readonly payments?: readonly (Found & PaymentRow)[];
  readonly actuals?: readonly (Found & ActualRow)[];
  readonly events?: readonly (Found & EventRow)[];
  readonly stabilityGrant?: readonly (Found & StabilityGrantRow)[];
  readonly derived?: readonly (Found & DerivedRow)[];
}

interface Found {
  readonly foundOn: string;
  /** The paper it is taken from, below the council's own invented site. */
  readonly paper: string;
}

interface AgreementRow {
  readonly version: string;
  readonly from?: YearLabel;
  readonly target?: { readonly year: YearLabel; readonly means: "balance" | "clearance" | "end" };
  readonly clearedBy?: YearLabel;
  readonly total?: number;
  readonly status: string;
  readonly statusDate?: string;
  readonly note?: string;
}

interface ProfileRow {
  readonly version: string;
  readonly deficits: Millions;
  readonly planSource: "agreement" | "press" | "plan" | "aim" | "computed";
  readonly localContributions?: "included" | "excluded" | "unknown";
  readonly wording: string;
}

interface PaymentRow {
  readonly version?: string;
  readonly covers: "year" | "instalment" | "cumulative" | "remainder";
  readonly year?: YearLabel;
  readonly through?: string;
  /** Absent where a source says that it happened, not how much it was. */
  readonly amount?: number;
  readonly status: "planned" | "paid" | "withheld" | "released";
}

interface ActualRow {
  readonly asAt: string;
  readonly deficit: number;
  readonly kind?: "outturn" | "provisional" | "forecast";
  readonly basis: "net" | "gross" | "unknown";
  readonly scope?: "dsg" | "high-needs" | "unknown";
  readonly localContributions?: "included" | "excluded" | "unknown";
  readonly wording: string;
}

interface EventRow {
  readonly date: string;
  readonly kind: (typeof EVENT_KINDS)[number];
  readonly summary: string;
}

interface StabilityGrantRow {
  readonly asAt: string;
  readonly item: GrantItem;
  readonly amount?: number;
  readonly detail: string;
}

interface DerivedRow {
  readonly asAt: string;
  /** Positive is a deficit here; the file prints the balance. */
  readonly deficit: number;
  readonly error: number;
}
