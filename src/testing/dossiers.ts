import {
  type CalendarDate,
  type PartialDate,
  readCalendarDate,
  readPartialDate,
} from "@/domain/calendar-date";
import { type FinancialYear, readFinancialYear } from "@/domain/financial-year";
import type { JudgedCouncil } from "@/domain/flags/flag";
import { judgedCouncil } from "@/domain/flags/judged-council";
import { type Money, moneyOf, NO_MONEY } from "@/domain/money";
import type {
  CouncilDossier,
  HeldAgreement,
  HeldBalance,
  HeldEvent,
  HeldGrantItem,
  HeldInYearBalance,
  HeldListing,
  HeldLocalContribution,
  HeldPayment,
  HeldPlan,
  HeldStatement,
} from "@/domain/verdicts/held-figures";
import { THRESHOLDS } from "@/domain/verdicts/thresholds";

/*
 * What rules look at, for an invented council (X01): each maker gives the plainest row of its kind, and the
 * test says what is different about its own. Every row has a place in the store of its own.
 */

let rows = 0;
const ref = (table: string) => ({ table, id: ++rows });

/** @throws where the text is no year, so that a test can't go on with a slip of the pen */
export function year(text: string): FinancialYear {
  const read = readFinancialYear(text);
  if (read === null) throw new RangeError(`${text} is no financial year.`);
  return read;
}

export function day(text: string): CalendarDate {
  const read = readCalendarDate(text);
  if (read === null) throw new RangeError(`${text} is no day.`);
  return read;
}

export function date(text: string): PartialDate {
  const read = readPartialDate(text);
  if (read === null) throw new RangeError(`${text} is no date.`);
  return read;
}

export const million = (amount: number): Money => moneyOf(amount, "million");

/** Signed in 2021 to 2022 and read from its document: £20 million, balance by 2025 to 2026, which is its last year. */
export function anAgreement(own: Partial<HeldAgreement> = {}): HeldAgreement {
  return {
    ref: ref("agreement"),
    version: "original",
    cohort: year("2021-22"),
    signedOn: null,
    from: year("2021-22"),
    to: year("2025-26"),
    balanceBy: year("2025-26"),
    balanceBySource: "agreement",
    clearedBy: null,
    total: million(20),
    suspended: false,
    status: null,
    statusDate: null,
    checked: true,
    knownFrom: "document",
    confidence: null,
    ...own,
  };
}

/** £20 million planned for 31 March 2025, before DfE money and with the council's own left out, as the agreement has it. */
export function aPlan(own: Partial<HeldPlan> = {}): HeldPlan {
  return {
    ref: ref("profilePoint"),
    agreementVersion: "original",
    financialYear: year("2024-25"),
    deficit: million(20),
    error: NO_MONEY,
    basis: "gross",
    scope: "dsg",
    localContributions: "excluded",
    planSource: "agreement",
    confidence: null,
    family: "the agreement",
    ...own,
  };
}

/** A section 251 outturn of £10 million at 31 March 2025, after DfE's agreement money and before any other. */
export function aBalance(own: Partial<HeldBalance> = {}): HeldBalance {
  const basis = own.basis ?? "net";
  return {
    ref: ref("outturn"),
    asAt: day("2025-03-31"),
    asAtInferred: false,
    deficit: million(10),
    error: NO_MONEY,
    basis,
    scope: "dsg",
    after: {
      safetyValve: basis === "net" ? "yes" : basis === "gross" ? "no" : "unknown",
      stabilityGrant: "no",
      localContribution: "no",
    },
    kind: "outturn",
    standing: "section-251",
    family: "section-251-outturn",
    publishedOn: null,
    confidence: null,
    ...own,
  };
}

/** A published in-year deficit of £1 million in 2025 to 2026, before DfE money. */
export function anInYearBalance(own: Partial<HeldInYearBalance> = {}): HeldInYearBalance {
  const basis = own.basis ?? "gross";
  return {
    ref: ref("inYearBalance"),
    financialYear: year("2025-26"),
    balance: million(-1),
    error: NO_MONEY,
    basis,
    scope: "dsg",
    after: {
      safetyValve: basis === "net" ? "yes" : basis === "gross" ? "no" : "unknown",
      stabilityGrant: "no",
      localContribution: "no",
    },
    kind: "outturn",
    standing: "council",
    family: "outturn report",
    publishedOn: null,
    confidence: null,
    blockTransfer: null,
    localContribution: null,
    priorYearAdjustment: null,
    ...own,
  };
}

/** £4 million paid for the whole of 2024 to 2025. */
export function aPayment(own: Partial<HeldPayment> = {}): HeldPayment {
  return {
    ref: ref("payment"),
    financialYear: year("2024-25"),
    covers: "year",
    throughDate: null,
    status: "paid",
    amount: million(4),
    error: NO_MONEY,
    paidOn: null,
    accountedIn: null,
    agreementVersion: "original",
    ...own,
  };
}

/** £2 million of the council's own, planned for 2024 to 2025. */
export function aLocalContribution(own: Partial<HeldLocalContribution> = {}): HeldLocalContribution {
  return {
    ref: ref("localContribution"),
    agreementVersion: "original",
    financialYear: year("2024-25"),
    amount: million(2),
    status: "planned",
    ...own,
  };
}

/** Exampleshire says that it is off track, 10 June 2025. */
export function aStatement(own: Partial<HeldStatement> = {}): HeldStatement {
  return {
    ref: ref("statement"),
    date: date("2025-06-10"),
    by: "exampleshire.example",
    kind: "off-track",
    value: null,
    summary: "Schools forum: no longer on track.",
    ...own,
  };
}

export function anEvent(kind: string, own: Partial<HeldEvent> = {}): HeldEvent {
  return { ref: ref("event"), date: date("2024-03-21"), kind, summary: "As reported.", ...own };
}

export function aGrantItem(item: string, own: Partial<HeldGrantItem> = {}): HeldGrantItem {
  return {
    ref: ref("stabilityGrantItem"),
    asAt: date("2026-10-01"),
    item,
    amount: null,
    summary: "As reported.",
    ...own,
  };
}

/** On DfE's page, under review since 21 March 2024. */
export function aListing(own: Partial<HeldListing> = {}): HeldListing {
  return { ref: ref("agreementDocument"), listedOn: date("2024-03-21"), underReview: true, ...own };
}

/** A council that signed one agreement and of which nothing else is held. */
export function aDossier(own: Partial<CouncilDossier> = {}): CouncilDossier {
  return {
    dfeCode: "X01",
    signed: true,
    agreements: [anAgreement()],
    listings: [],
    plans: [],
    payments: [],
    localContributions: [],
    balances: [],
    inYearBalances: [],
    statements: [],
    events: [],
    grantItems: [],
    ...own,
  };
}

/** The day on which tests judge, unless they say otherwise. */
export const TODAY = day("2026-11-23");

/** An invented council, judged by the published thresholds. */
export function aJudgedCouncil(
  own: Partial<CouncilDossier> = {},
  by: Partial<Pick<JudgedCouncil, "thresholds" | "today" | "trend">> = {},
): JudgedCouncil {
  return judgedCouncil(aDossier(own), { thresholds: THRESHOLDS, today: TODAY, trend: null, ...by });
}
