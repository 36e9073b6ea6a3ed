import type { CalendarDate, PartialDate } from "../calendar-date";
import type { FinancialYear } from "../financial-year";
import type { PrintedCouncil } from "../local-authority/council-register";
import type { LocalAuthority } from "../local-authority/local-authority";
import type { Money } from "../money";
import type { Citation, Confidence, Locator } from "../provenance";
import type { MissingReason, PublishedValue } from "../published-value";
import type { After, Basis, Kind, LocalContributions, PlanSource, Scope } from "./balance";

/**
 * What a reader takes from a document before anything is believed: each with its place in the
 * document, the council as printed. `C` is the printed council until validation has found it.
 */
interface Draft {
  readonly locator: Locator;
  /** Set where the document itself only repeats what another page says. */
  readonly citation?: Citation;
  readonly confidence?: Confidence;
  /** False when a check has raised a doubt; the figure is shown, marked. */
  readonly checked?: boolean;
}

interface OfCouncil<C> {
  readonly council: C;
}

/** A row of the reference list itself. */
export interface AuthorityDraft extends Draft {
  readonly type: "authority";
  readonly authority: LocalAuthority;
}

/** The high needs block of one council, year and published version, before and after recoupment and direct-funding deductions. */
export interface AllocationDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "allocation";
  readonly financialYear: FinancialYear;
  readonly publishedOn: CalendarDate | null;
  readonly beforeDeductions: PublishedValue<Money>;
  readonly afterDeductions: PublishedValue<Money>;
}

/** ENGLAND as printed, kept beside the councils it should equal. */
export interface NationalTotalDraft extends Draft {
  readonly type: "national-total";
  readonly measure:
    | "high-needs-block-before-deductions"
    | "high-needs-block-after-deductions"
    | "ehc-plans"
    | "dsg-deficit";
  readonly period: string;
  /** Pence for money, a count for plans. */
  readonly value: number;
  readonly publishedOn: CalendarDate | null;
}

/** A cumulative deficit (positive) or surplus (negative) at a year end. */
export interface OutturnDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "outturn";
  readonly asAt: CalendarDate;
  readonly asAtInferred: boolean;
  readonly deficit: PublishedValue<Money>;
  readonly error: Money | null;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly after: After;
  readonly kind: Kind;
  readonly publishedOn: PartialDate | null;
  readonly wording: string | null;
  /** The publication of which this row only repeats a figure; copies are one source. */
  readonly copyOf: string | null;
}

/** One year's balance on the whole DSG: positive is a surplus. */
export interface InYearBalanceDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "in-year-balance";
  readonly financialYear: FinancialYear;
  readonly balance: PublishedValue<Money>;
  readonly error: Money | null;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly after: After;
  readonly kind: Kind;
  readonly publishedOn: PartialDate | null;
  /** Money moved from the schools block in the year, as it fell; named beside the balance, never taken off. */
  readonly blockTransfer: Money | null;
  readonly localContribution: Money | null;
  readonly priorYearAdjustment: Money | null;
  readonly wording: string | null;
}

export interface EhcPlansDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "ehc-plans";
  /** Calendar year of the January count. */
  readonly year: number;
  readonly plans: PublishedValue<number>;
}

/** An agreement's document as the publication page lists it. */
export interface AgreementDocumentDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "agreement-document";
  readonly title: string;
  readonly url: string | null;
  readonly signedYear: FinancialYear;
  readonly underReview: boolean;
  readonly position: number;
}

export interface AgreementDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "agreement";
  readonly version: string;
  readonly cohort: FinancialYear;
  readonly from: FinancialYear | null;
  readonly to: FinancialYear | null;
  readonly balanceBy: FinancialYear | null;
  readonly balanceBySource: "agreement" | "official" | "press" | null;
  readonly clearedBy: FinancialYear | null;
  readonly total: Money | null;
  readonly status: string | null;
  readonly statusDate: PartialDate | null;
  readonly suspended: boolean;
  readonly signedOn: PartialDate | null;
  readonly publishedOn: PartialDate | null;
  readonly endedOn: PartialDate | null;
  /** The version that this one takes the place of. */
  readonly supersedes: string | null;
  readonly note: string | null;
  /** How progress is reported and what must be told, in the agreement's words. */
  readonly monitoring: string | null;
  /** What reopens the agreement, and what is said of payments meanwhile, in its words. */
  readonly review: string | null;
  /** Where each term stands, for terms that stand elsewhere than the agreement as a whole. */
  readonly places: Readonly<Partial<Record<AgreementTerm, Locator>>>;
}

/** The terms of an agreement that are one value each; profile, payments and conditions have rows of their own. */
export const AGREEMENT_TERMS = [
  "council",
  "years",
  "balanceBy",
  "clearedBy",
  "total",
  "suspended",
  "signedOn",
  "monitoring",
  "review",
] as const;
export type AgreementTerm = (typeof AGREEMENT_TERMS)[number];

export interface ProfilePointDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "profile-point";
  readonly agreementVersion: string;
  readonly financialYear: FinancialYear;
  readonly deficit: Money;
  /** Half a unit of the last printed digit: £20.5m printed means £50,000 either way. */
  readonly error?: Money;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly localContributions: LocalContributions;
  readonly planSource: PlanSource;
  readonly wording: string | null;
}

export interface PaymentDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "payment";
  readonly agreementVersion: string;
  readonly financialYear: FinancialYear | null;
  readonly covers: "year" | "instalment" | "cumulative" | "remainder";
  readonly throughDate: CalendarDate | null;
  readonly status: "planned" | "paid" | "withheld" | "released";
  /** Null when a source says that it happened, not how much it was. */
  readonly amount: Money | null;
  /** Half a unit of the last printed digit. */
  readonly error?: Money;
  readonly paidOn: PartialDate | null;
  readonly accountedIn: FinancialYear | null;
}

export interface LocalContributionDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "local-contribution";
  readonly agreementVersion: string;
  readonly financialYear: FinancialYear | null;
  readonly amount: Money;
  readonly status: "planned" | "paid-into-dsg" | "held-in-reserve";
}

export interface ConditionDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "condition";
  readonly agreementVersion: string;
  readonly position: number;
  readonly text: string;
}

/** A cited event; without a council it's a matter of national policy. */
export interface EventDraft<C> extends Draft {
  readonly type: "event";
  readonly council: C | null;
  readonly date: PartialDate | null;
  readonly kind: string;
  readonly summary: string;
}

export interface StatementDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "statement";
  readonly date: PartialDate | null;
  readonly by: string;
  readonly kind: "on-track" | "off-track" | "rating";
  readonly value: string | null;
  readonly summary: string;
}

export interface StabilityGrantDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "stability-grant";
  readonly asAt: PartialDate | null;
  readonly item: string;
  readonly amount: Money | null;
  readonly summary: string;
}

export interface ProgrammeMemberDraft<C> extends Draft, OfCouncil<C> {
  readonly type: "programme-member";
  readonly programme: "delivering-better-value";
  readonly tranche: string | null;
}

/** A national figure as somebody published it, on its own basis; never joined with another. */
export interface NationalFigureDraft extends Draft {
  readonly type: "national-figure";
  readonly financialYear: FinancialYear;
  readonly measure: string;
  readonly amount: Money;
}

export type DraftFigure<C = PrintedCouncil> =
  | AuthorityDraft
  | AllocationDraft<C>
  | NationalTotalDraft
  | OutturnDraft<C>
  | InYearBalanceDraft<C>
  | EhcPlansDraft<C>
  | AgreementDocumentDraft<C>
  | AgreementDraft<C>
  | ProfilePointDraft<C>
  | PaymentDraft<C>
  | LocalContributionDraft<C>
  | ConditionDraft<C>
  | EventDraft<C>
  | StatementDraft<C>
  | StabilityGrantDraft<C>
  | ProgrammeMemberDraft<C>
  | NationalFigureDraft;

/** The DfE code of a council that was found. */
export type DfeCode = string;

/** A figure whose council is known: what may be stored. */
export type Figure = DraftFigure<DfeCode>;

export type { MissingReason };
