import type { CalendarDate, PartialDate } from "../calendar-date";
import type { After, Basis, Kind, LocalContributions, PlanSource, Scope } from "../dsg/balance";
import type { FinancialYear } from "../financial-year";
import type { Money } from "../money";
import type { Confidence } from "../provenance";

/** The stored row that a figure came from: rules carry it into their evidence and never look inside. */
export interface FigureRef {
  readonly table: string;
  readonly id: number;
}

/**
 * Whose word a balance is. In this order one counts before another (after those on the promise's own
 * basis and scope): audited accounts, section 251 outturn, the council's own outturn report, the press.
 */
export const STANDINGS = ["accounts", "section-251", "council", "press"] as const;
export type Standing = (typeof STANDINGS)[number];

/** A cumulative deficit that is held for a date: positive is a deficit, negative a surplus. */
export interface HeldBalance {
  readonly ref: FigureRef;
  readonly asAt: CalendarDate;
  readonly asAtInferred: boolean;
  readonly deficit: Money;
  /** Rounding and derivation: the true figure lies this much either side. */
  readonly error: Money;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly after: After;
  readonly kind: Kind;
  readonly standing: Standing;
  /** The publication or page it comes from: figures of one family are one source, not two. */
  readonly family: string;
  readonly publishedOn: PartialDate | null;
  readonly confidence: Confidence | null;
}

export interface HeldInYearBalance {
  readonly ref: FigureRef;
  readonly financialYear: FinancialYear;
  /** Positive is a surplus. */
  readonly balance: Money;
  readonly error: Money;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly after: After;
  readonly kind: Kind;
  readonly standing: Standing;
  readonly family: string;
  readonly publishedOn: PartialDate | null;
  readonly confidence: Confidence | null;
  readonly blockTransfer: Money | null;
  readonly localContribution: Money | null;
  readonly priorYearAdjustment: Money | null;
}

/** DfE money under the agreement. An amount of null: it happened, how much isn't known. */
export interface HeldPayment {
  readonly ref: FigureRef;
  readonly financialYear: FinancialYear | null;
  readonly covers: "year" | "instalment" | "cumulative" | "remainder";
  readonly throughDate: CalendarDate | null;
  readonly status: "planned" | "paid" | "withheld" | "released";
  readonly amount: Money | null;
  readonly error: Money;
  readonly paidOn: PartialDate | null;
  readonly accountedIn: FinancialYear | null;
  readonly agreementVersion: string;
}

/** A planned deficit at a year end. */
export interface HeldPlan {
  readonly ref: FigureRef;
  readonly agreementVersion: string;
  readonly financialYear: FinancialYear;
  readonly deficit: Money;
  readonly error: Money;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly localContributions: LocalContributions;
  readonly planSource: PlanSource;
  readonly confidence: Confidence | null;
  /** The document it is printed in. */
  readonly family: string;
}

/** The council's own money towards the deficit. */
export interface HeldLocalContribution {
  readonly ref: FigureRef;
  readonly agreementVersion: string;
  readonly financialYear: FinancialYear | null;
  readonly amount: Money;
  readonly status: "planned" | "paid-into-dsg" | "held-in-reserve";
}

/** One version of a council's agreement. */
export interface HeldAgreement {
  readonly ref: FigureRef;
  readonly version: string;
  /** The year in which it was signed. */
  readonly cohort: FinancialYear;
  /** As printed on a document; null where it isn't known. */
  readonly signedOn: PartialDate | null;
  readonly from: FinancialYear | null;
  readonly to: FinancialYear | null;
  readonly balanceBy: FinancialYear | null;
  readonly balanceBySource: "agreement" | "official" | "press" | null;
  readonly clearedBy: FinancialYear | null;
  readonly total: Money | null;
  readonly suspended: boolean;
  readonly status: string | null;
  readonly statusDate: PartialDate | null;
  /** False: read by a machine and not yet confirmed by a person. */
  readonly checked: boolean;
  /** `register`: what is known of it from elsewhere; `document`: its own paper. */
  readonly knownFrom: "register" | "document";
  readonly confidence: Confidence | null;
}

export interface HeldStatement {
  readonly ref: FigureRef;
  readonly date: PartialDate | null;
  readonly by: string;
  readonly kind: "on-track" | "off-track" | "rating";
  readonly value: string | null;
  readonly summary: string;
}

export interface HeldEvent {
  readonly ref: FigureRef;
  readonly date: PartialDate | null;
  readonly kind: string;
  readonly summary: string;
}

export interface HeldGrantItem {
  readonly ref: FigureRef;
  readonly asAt: PartialDate | null;
  readonly item: string;
  readonly amount: Money | null;
  readonly summary: string;
}

/** How DfE's page lists one of the council's agreements. */
export interface HeldListing {
  readonly ref: FigureRef;
  /** The day of the page that lists it so. */
  readonly listedOn: PartialDate | null;
  readonly underReview: boolean;
}

/** All that is held of one council and bears on its promise. The order of the lists never matters, but for agreements: oldest first. */
export interface CouncilDossier {
  readonly dfeCode: string;
  readonly signed: boolean;
  readonly agreements: readonly HeldAgreement[];
  readonly listings: readonly HeldListing[];
  readonly plans: readonly HeldPlan[];
  readonly payments: readonly HeldPayment[];
  readonly localContributions: readonly HeldLocalContribution[];
  readonly balances: readonly HeldBalance[];
  readonly inYearBalances: readonly HeldInYearBalance[];
  readonly statements: readonly HeldStatement[];
  readonly events: readonly HeldEvent[];
  readonly grantItems: readonly HeldGrantItem[];
}

/** A fixed order of rows, whatever the order in which they came. */
export function byRef(a: FigureRef, b: FigureRef): number {
  return a.id - b.id || (a.table < b.table ? -1 : Number(a.table > b.table));
}

/** Deficits of published outturns; a forecast is no actual. */
export function isActual({ kind }: { readonly kind: Kind }): boolean {
  return kind !== "forecast";
}
