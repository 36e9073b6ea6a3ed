/**
 * The shapes of the public answers (`/api/v1/...`), fixed for the outside world.
 *
 * Money: whole pounds, integers, names ending in `Gbp`; a deficit is positive, a balance the other way
 * round. Dates are ISO 8601, years `2024-25`. Answers are checked against these before they leave.
 */

import { z } from "zod";
import { CORRECTION_STATES } from "@/domain/corrections/correction";
import { BASES, KINDS, KNOWN, LOCAL_CONTRIBUTIONS, PLAN_SOURCES, SCOPES } from "@/domain/dsg/balance";
import { AGREEMENT_TERMS } from "@/domain/dsg/draft-figures";
import { ORIGINS } from "@/domain/provenance";
import { MISSING_REASONS } from "@/domain/published-value";
import { VERDICT_WORDS } from "@/domain/verdicts/verdict";
import { flagShape, noTrendShape, trendShape, verdictShape } from "./judgement-shapes";
import { correctionNoteShape } from "./report-shapes";
import { correctionShape, date, gbp, locatorShape, partialDate, sourceShape, year } from "./source-shape";

export { type Correction, correctionShape, locatorShape, type Source, sourceShape } from "./source-shape";

export const outturnShape = z.object({
  asAt: date,
  asAtInferred: z.boolean(),
  deficitGbp: gbp.nullable(),
  errorGbp: gbp.optional(),
  basis: z.enum(BASES),
  scope: z.enum(SCOPES),
  after: z.object({
    safetyValve: z.enum(KNOWN),
    stabilityGrant: z.enum(KNOWN),
    localContribution: z.enum(KNOWN),
  }),
  kind: z.enum(KINDS),
  edition: z.string().optional(),
  publishedOn: partialDate.optional(),
  supersedes: z.string().optional(),
  missing: z.enum(MISSING_REASONS).optional(),
  /** Where the figure given is not the published one. */
  correction: correctionShape.optional(),
  source: sourceShape,
});
export type Outturn = z.infer<typeof outturnShape>;

export const inYearBalanceShape = z.object({
  financialYear: year,
  balanceGbp: gbp.nullable(),
  kind: z.enum(KINDS),
  how: z.enum(["published", "difference"]),
  bound: z.enum(["exact", "at-most"]),
  basis: z.enum(BASES),
  scope: z.enum(SCOPES),
  blockTransferGbp: gbp.optional(),
  localContributionGbp: gbp.optional(),
  priorYearAdjustmentGbp: gbp.optional(),
  correction: correctionShape.optional(),
  sources: z.array(sourceShape),
});
export type InYearBalance = z.infer<typeof inYearBalanceShape>;

export const allocationShape = z.object({
  financialYear: year,
  publishedOn: date.nullable(),
  beforeDeductionsGbp: gbp.nullable(),
  afterDeductionsGbp: gbp.nullable(),
  latest: z.boolean(),
  beforeDeductionsCorrection: correctionShape.optional(),
  afterDeductionsCorrection: correctionShape.optional(),
  source: sourceShape,
});
export type Allocation = z.infer<typeof allocationShape>;

export const ehcPlansShape = z.object({
  year: z.int(),
  plans: z.int().nullable(),
  missing: z.enum(MISSING_REASONS).optional(),
  source: sourceShape,
});
export type EhcPlans = z.infer<typeof ehcPlansShape>;

export const agreementShape = z.object({
  version: z.string(),
  cohort: year,
  signedOn: partialDate.optional(),
  publishedOn: partialDate.optional(),
  supersedes: z.string().optional(),
  endedOn: partialDate.optional(),
  from: year.nullable(),
  to: year.nullable(),
  balanceBy: year.nullable(),
  balanceBySource: z.enum(["agreement", "official", "press"]).nullable(),
  clearedBy: year.nullable(),
  totalFundingGbp: gbp.nullable(),
  totalFundingCorrection: correctionShape.optional(),
  current: z.boolean(),
  checked: z.boolean(),
  suspended: z.boolean(),
  /** What the register says of its state, in the register's words. */
  status: z.string().optional(),
  note: z.string().optional(),
  conditions: z.array(z.string()),
  /** How progress is reported, and what reopens the agreement: in its own words, where its document is held. */
  monitoring: z.string().optional(),
  review: z.string().optional(),
  /** Where each term stands that is one value. */
  places: z.array(z.object({ term: z.enum(AGREEMENT_TERMS), locator: locatorShape })),
  source: sourceShape,
  profile: z.array(
    z.object({
      financialYear: year,
      deficitGbp: gbp,
      basis: z.enum(BASES),
      scope: z.enum(SCOPES),
      localContributions: z.enum(LOCAL_CONTRIBUTIONS),
      planSource: z.enum(PLAN_SOURCES),
      correction: correctionShape.optional(),
      source: sourceShape,
    }),
  ),
  payments: z.array(
    z.object({
      financialYear: year.nullable(),
      plannedGbp: gbp.optional(),
      paidGbp: gbp.optional(),
      withheldGbp: gbp.optional(),
      releasedGbp: gbp.optional(),
      /** The source says that it happened, not how much it was. */
      amountUnknown: z.boolean().optional(),
      status: z.enum(["planned", "paid", "withheld", "released"]),
      paidOn: partialDate.optional(),
      accountedIn: year.optional(),
      throughDate: date.optional(),
      covers: z.enum(["year", "instalment", "cumulative", "remainder"]),
      correction: correctionShape.optional(),
      source: sourceShape,
    }),
  ),
  localContributions: z.array(
    z.object({
      financialYear: year.nullable(),
      amountGbp: gbp,
      status: z.enum(["planned", "paid-into-dsg", "held-in-reserve"]),
      correction: correctionShape.optional(),
      source: sourceShape,
    }),
  ),
});
export type Agreement = z.infer<typeof agreementShape>;

export const PROGRAMMES = ["safety-valve", "delivering-better-value", "unknown"] as const;
export type Programme = (typeof PROGRAMMES)[number];

export const STATUSES = ["missed", "at-risk", "unknown", "on-track", "no-agreement"] as const;
export type Status = (typeof STATUSES)[number];

/** Nothing is shown of what we make of a council's figures: no verdict, flag, status or trend. */
export const verdictsHiddenShape = z.object({ reason: z.string(), since: z.iso.datetime() });
export type VerdictsHidden = z.infer<typeof verdictsHiddenShape>;

export const summaryShape = z.object({
  gssCode: z.string(),
  dfeCode: z.string(),
  name: z.string(),
  slug: z.string(),
  region: z.string(),
  type: z.string(),
  programme: z.enum(PROGRAMMES),
  status: z.enum(STATUSES),
  latestOutturn: outturnShape.nullable(),
  openFlags: z.int(),
  /** Why its verdicts are hidden by us; its status is then `unknown`. Left out where they are shown. */
  verdictsHidden: verdictsHiddenShape.optional(),
});
export type Summary = z.infer<typeof summaryShape>;

export const neighbouringEntryShape = z.object({
  gssCode: z.string(),
  dfeCode: z.string(),
  name: z.string(),
  slug: z.string(),
  validFrom: date,
  validTo: date.nullable(),
});

export const agreementDocumentShape = z.object({
  title: z.string(),
  url: z.string().nullable(),
  signedYear: year,
  underReview: z.boolean(),
  source: sourceShape,
});
export type AgreementDocument = z.infer<typeof agreementDocumentShape>;

/** A correction ever recorded: also one that the publisher has since overtaken, or that was taken back. */
export const recordedCorrectionShape = z.object({
  id: z.int(),
  /** Which figure, in words. */
  figure: z.string(),
  financialYear: year.optional(),
  agreementVersion: z.string().optional(),
  correctedGbp: gbp,
  correction: correctionShape,
  state: z.enum(CORRECTION_STATES),
  recordedAt: z.iso.datetime(),
  withdrawn: z.object({ at: z.iso.datetime(), reason: z.string() }).optional(),
  /** Where the figure was published that it corrects. */
  source: sourceShape,
});
export type RecordedCorrection = z.infer<typeof recordedCorrectionShape>;

export const authorityShape = summaryShape.extend({
  validFrom: date,
  validTo: date.nullable(),
  agreements: z.array(agreementShape),
  agreementDocuments: z.array(agreementDocumentShape),
  outturns: z.array(outturnShape),
  inYearBalances: z.array(inYearBalanceShape),
  allocations: z.array(allocationShape),
  ehcPlans: z.array(ehcPlansShape),
  verdicts: z.array(verdictShape),
  /** Open and cleared ones, open ones first. */
  flags: z.array(flagShape),
  statements: z.array(
    z.object({
      date: partialDate.nullable(),
      by: z.string(),
      kind: z.enum(["on-track", "off-track", "rating"]),
      value: z.string().optional(),
      summary: z.string(),
      source: sourceShape,
    }),
  ),
  events: z.array(
    z.object({ date: partialDate.nullable(), kind: z.string(), summary: z.string(), source: sourceShape }),
  ),
  corrections: z.array(recordedCorrectionShape),
  /** What we have said of errors of our own, newest first. */
  correctionNotes: z.array(correctionNoteShape),
  trend: trendShape.nullable(),
  /** Why there is no trend; null where there is one, or nothing has been assessed yet. */
  noTrend: noTrendShape.nullable(),
  successors: z.array(neighbouringEntryShape),
  predecessors: z.array(neighbouringEntryShape),
});
export type Authority = z.infer<typeof authorityShape>;

export const findingShape = z.object({
  kind: z.string(),
  severity: z.enum(["note", "doubt", "stop"]),
  message: z.string(),
  expected: z.string().optional(),
  met: z.string().optional(),
  council: z.string().optional(),
  url: z.string().optional(),
  raisedAt: z.iso.datetime(),
});
export type PublishedFinding = z.infer<typeof findingShape>;

export const publicationStateShape = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  landingPage: z.string(),
  licence: z.string(),
  cadence: z.string(),
  origin: z.enum(ORIGINS).nullable(),
  status: z.enum(["ok", "unchanged", "partial", "held", "failed", "never-checked"]),
  lastCheckedAt: z.iso.datetime().nullable(),
  lastReachedAt: z.iso.datetime().nullable(),
  lastChangedAt: z.iso.datetime().nullable(),
  nextExpected: date.nullable(),
  /** An edition that should be out isn't at hand; of an archive copy that says nothing of the publisher. */
  overdue: z.boolean(),
  overdueEdition: z.object({ name: z.string(), dueBy: date }).nullable(),
  edition: z.string().nullable(),
  editions: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      origin: z.enum(ORIGINS),
      publishedOn: date.nullable(),
      figures: z.int(),
      source: sourceShape,
    }),
  ),
  findings: z.array(findingShape),
});
export type PublicationState = z.infer<typeof publicationStateShape>;

export const nationalShape = z.object({
  councils: z.int(),
  safetyValveCouncils: z.int(),
  cohorts: z.array(z.object({ cohort: year, councils: z.int() })),
  statuses: z.record(z.enum(STATUSES), z.int()),
  /** The same for the councils that signed alone. */
  safetyValveStatuses: z.record(z.enum(STATUSES), z.int()),
  /** Judged years of the agreements that stand, without signing years, by what came of them. */
  verdicts: z.record(z.enum(VERDICT_WORDS), z.int()),
  /** Councils whose verdicts are hidden by us: they count as `unknown`. */
  verdictsHidden: z.int(),
  /** When councils were last judged; null: never yet. */
  assessedAt: z.iso.datetime().nullable(),
  allocations: z.array(
    z.object({
      financialYear: year,
      publishedOn: date.nullable(),
      latest: z.boolean(),
      councils: z.int(),
      beforeDeductionsGbp: gbp,
      afterDeductionsGbp: gbp.nullable(),
      /** ENGLAND as the publisher prints it; the sums above are of councils in whole pounds. */
      printedBeforeDeductionsGbp: gbp.nullable(),
      source: sourceShape,
    }),
  ),
  deficits: z.array(
    z.object({
      asAt: date,
      basis: z.enum(BASES),
      scope: z.enum(SCOPES),
      kind: z.enum(KINDS),
      /** Councils in deficit, councils in surplus, and those of which no figure is held. */
      councilsInDeficit: z.int(),
      councilsInSurplus: z.int(),
      councilsMissing: z.int(),
      deficitsGbp: gbp,
      surplusesGbp: gbp,
      netDeficitGbp: gbp,
      /** Of those in deficit the councils that signed a safety valve agreement, whether before that date or after. */
      safetyValve: z.object({ councilsInDeficit: z.int(), deficitsGbp: gbp }),
      source: sourceShape,
    }),
  ),
  ehcPlans: z.array(
    z.object({
      year: z.int(),
      plans: z.int(),
      councils: z.int(),
      printed: z.int().nullable(),
      source: sourceShape,
    }),
  ),
  publishedElsewhere: z.array(
    z.object({ financialYear: year, measure: z.string(), amountGbp: gbp, source: sourceShape }),
  ),
});
export type National = z.infer<typeof nationalShape>;

export const metaShape = z.object({
  generatedAt: z.iso.datetime(),
  /** `archive` while every figure shown rests on the bundled archive. */
  restsOn: z.enum(["archive", "live", "mixed", "nothing"]),
  /** True: every council and every figure is invented. */
  practice: z.boolean(),
  liveLastReachedAt: z.iso.datetime().nullable(),
  licence: z.string(),
  attribution: z.string(),
});
export type Meta = z.infer<typeof metaShape>;

/** The tables of `/api/v1/export/{table}.csv` and `.json`. */
export const EXPORT_TABLES = [
  "authorities",
  "agreements",
  "profile",
  "payments",
  "local-contributions",
  "outturns",
  "in-year-balances",
  "allocations",
  "ehc-plans",
  "verdicts",
  "flags",
  "changes",
  "events",
  "corrections",
] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];
