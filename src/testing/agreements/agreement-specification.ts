import type { CalendarDate, PartialDate } from "@/domain/calendar-date";
import type { LocalContributions, Scope } from "@/domain/dsg/balance";
import type { FinancialYear } from "@/domain/financial-year";
import type { FindingKind } from "@/domain/finding";
import type { AgreementLayout } from "./agreement-layout";

/** Whole pence, or promised without saying how much. */
export type PlannedAmount = number | "TBC";

export interface PlannedDeficit {
  readonly year: FinancialYear;
  /** Whole pence; a surplus is negative. */
  readonly deficit: PlannedAmount;
}

export interface PlannedPayment {
  readonly year: FinancialYear;
  readonly amount: PlannedAmount;
  /** In the table of payments, in a sentence, or in both; only the signing year's may be in a sentence. */
  readonly stated: "table" | "prose" | "both";
  /** One of several within its year, in their order. */
  readonly instalment?: boolean;
}

/** A numbered, lettered or bulleted text with what hangs below it. */
export interface Item {
  readonly text: string;
  readonly items?: readonly Item[];
}

export interface Signature {
  /** An invented person: no reading may repeat the name. */
  readonly name: string;
  readonly post: string;
  readonly on: CalendarDate | PartialDate | null;
}

/** The council's own money towards the deficit, and what the document says of it and the profile. */
export interface OwnMoney {
  readonly contributions: readonly { readonly year: FinancialYear | null; readonly amount: number }[];
  /** `outside-by-sum`: not said, but the last planned deficit is the total and this money together. */
  readonly inProfile: LocalContributions | "outside-by-sum";
  /** Told in a paragraph of its own or as the last of the conditions. */
  readonly told: "paragraph" | "condition";
}

/**
 * An invented safety valve agreement: what it says, and how it is laid out. The only source of the expected
 * reading (`termsExpected`) and of every print of it. Texts are written with curly quotes.
 */
export interface AgreementSpecification {
  /** The file's name without its ending. */
  readonly name: string;
  /** The attachment's title names the council in short, the document in full. */
  readonly council: { readonly short: string; readonly full: string };
  /** The signing year, which the attachment's title gives. */
  readonly cohort: FinancialYear;
  readonly years: { readonly from: FinancialYear; readonly to: FinancialYear };
  readonly balanceBy: FinancialYear;
  /** Null: the document doesn’t say. */
  readonly clearedBy: FinancialYear | null;
  readonly scope: Scope;
  readonly profile: readonly PlannedDeficit[];
  readonly payments: readonly PlannedPayment[];
  /** Whole pence. */
  readonly total: number;
  readonly ownMoney?: OwnMoney;
  readonly conditions: readonly Item[];
  readonly monitoring: readonly Item[];
  readonly review: readonly Item[];
  /** Said at the end of the review section: payments are held back now. */
  readonly suspension?: string;
  readonly signatures: readonly Signature[];
  /** What has to be said of the terms beside reading them. */
  readonly findings?: readonly FindingKind[];
  readonly layout: AgreementLayout;
}
