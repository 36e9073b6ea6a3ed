import type { ExportTable } from "@/shapes/api-shapes";
import type { DictionaryColumn } from "@/shapes/data-dictionary-shape";

type Meanings = Readonly<Record<string, string>>;

/** What a column means wherever it stands. */
const EVERYWHERE: Meanings = {
  gssCode: "The council’s nine-character ONS code as it is today",
  dfeCode: "The council’s three-digit DfE code; it stays when the ONS code changes",
  name: "The council’s common name",
  financialYear: "April to March; the figure is of its end unless the table is of a year’s money",
  basis: "net: after DfE’s safety valve money; gross: before it. Never compare or add the two",
  scope: "dsg: the whole dedicated schools grant; high-needs: that part of it alone",
  checked: "false while it rests on terms that a machine has read and no person has compared",
  version: "Which version of the agreement, as its source names it; unclear where it names none",
  agreementVersion: "Which version of the agreement",
  ruleVersion: "Version of the rule that was applied; the methodology page lists them",
  planSource:
    "Where the planned figure is from: agreement, press, plan, aim, or computed from others. Only agreement can make a miss",
  missing: "Why there is no figure; a missing figure is never zero",
  sourceTitle: "The document or page that says so",
  sourceUrl: "Its address at the publisher’s",
  locator: "The place in it: page, table, sheet, cell or row",
  origin:
    "live: fetched from the publisher; archive: our copy rebuilt from published figures; register: gathered by hand",
  retrievedAt: "When that document was fetched or, if rebuilt or gathered, read in",
};

/** What columns say of a sum that was corrected, under the name its correction has there. */
function correctionColumns(name: string): Meanings {
  return {
    [`${name}OriginalGbp`]: "Where the figure was corrected: what was published",
    [`${name}Reason`]: "Why it was corrected",
    [`${name}SourceTitle`]: "Who says that it was wrong",
    [`${name}SourceUrl`]: "The address where they say so",
    [`${name}CorrectedOn`]: "When they said so",
  };
}

const OUTTURN: Meanings = {
  asAt: "The day the deficit is of",
  asAtInferred: "true: the source gives no day, so the year end was taken",
  deficitGbp: "A deficit is positive, a surplus negative",
  errorGbp: "By how much a derived figure can be off, either way",
  afterSafetyValve: "Whether safety valve money has been counted in it",
  afterStabilityGrant: "Whether High Needs Stability Grant money has been counted in it",
  afterLocalContribution: "Whether the council’s own contribution has been counted in it",
  kind: "outturn: what had happened; provisional, forecast; derived: worked out from published figures",
  edition: "The edition of the publication",
  publishedOn: "When it was published",
  supersedes: "The edition whose figure it replaces",
};

const OF_TABLE: Readonly<Record<ExportTable, Meanings>> = {
  authorities: {
    slug: "The council’s name in addresses of this site",
    region: "Its region of England",
    type: "What kind of council it is",
    programme: "Which DfE programme it is or was in; unknown: on no list that we hold",
    status: "What the flags and verdicts come to; the methodology page says how",
    ...Object.fromEntries(
      Object.entries({ ...EVERYWHERE, ...OUTTURN }).map(([name, meaning]) => [
        `latestOutturn${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        `Of its latest published deficit: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`,
      ]),
    ),
    openFlags: "How many flags are open",
    verdictsHiddenReason:
      "Where a person has hidden what we make of its figures: why; its status is unknown then",
    verdictsHiddenSince: "Since when it is hidden",
  },
  agreements: {
    cohort: "The year in which the first version was signed",
    signedOn: "When it was signed",
    publishedOn: "When it was published",
    supersedes: "The version that it replaces",
    endedOn: "When it ended",
    from: "The first year it covers",
    to: "The last year it covers",
    balanceBy: "The year by which the year’s income is to cover its spending",
    balanceBySource: "Where that year is from",
    clearedBy: "The year by which the whole deficit is to be gone: another promise than balanceBy",
    totalFundingGbp: "DfE’s money over all years",
    current: "true: the version that stands today",
    suspended: "true: its payments or terms are suspended",
    status: "What the evidence register says of its state, in its words",
    note: "A remark of the evidence register",
    conditions: "What the council undertook, one entry each, joined by a bar",
    monitoring: "How progress is reported, in the agreement’s words",
    review: "What reopens the agreement, in its words",
  },
  profile: {
    deficitGbp: "The planned deficit at the year’s end; a surplus is negative",
    localContributions: "Whether the plan counts the council’s own contributions",
  },
  payments: {
    plannedGbp: "What was promised",
    paidGbp: "What was paid",
    withheldGbp: "What was held back",
    releasedGbp: "What was released after having been held back",
    amountUnknown: "true: the source says that it happened, not how much it was",
    status: "What the row tells of",
    paidOn: "When it was paid",
    accountedIn: "The year in whose accounts the council counts it",
    throughDate: "Of a cumulative sum: until when",
    covers: "Whether the sum is of a year, one instalment, everything so far, or what is left",
  },
  "local-contributions": {
    amountGbp: "The council’s own money",
    status: "planned, paid into the grant, or held in a reserve for it",
  },
  outturns: OUTTURN,
  "in-year-balances": {
    balanceGbp: "Income less spending: negative is overspent, the other way round than a deficit",
    kind: OUTTURN.kind ?? "",
    how: "published, or the difference of two year ends",
    bound: "at-most: the true balance may be worse, since not all receipts are known",
    blockTransferGbp: "Of it, money moved in from other blocks of the grant",
    localContributionGbp: "Of it, the council’s own money",
    priorYearAdjustmentGbp: "Of it, corrections that belong to earlier years",
  },
  allocations: {
    publishedOn: "When this version was published",
    beforeDeductionsGbp: "The whole high needs block",
    afterDeductionsGbp: "Less what DfE pays direct to academies and others. Never divide one by the other",
    latest: "true: the latest version that we hold of that year",
  },
  "ehc-plans": {
    year: "Calendar year of the January count",
    plans: "Plans in force",
  },
  verdicts: {
    against: "Which promise it is held against: the original one, the current one, or both",
    baseline: "true: the signing year, which counts nowhere",
    promisedGbp: "The planned deficit",
    actualLowGbp: "The least that the deficit can have been on the plan’s footing",
    actualHighGbp: "The most that it can have been",
    gapGbp: "Actual less planned; positive is above the plan",
    toleranceGbp: "How far above the plan is no miss",
    verdict: "One of eight words; the methodology page says when each is given",
    reason: "Why it can’t be compared or isn’t known",
    rangeLowGbp: "The least over all sources that can be compared",
    rangeHighGbp: "The most over all sources that can be compared",
    summary: "The verdict as a sentence",
  },
  flags: {
    id: "The flag’s lasting name; its page is /flags/ and this",
    rule: "The rule that found it",
    severity: "How grave it is",
    state: "open, cleared, or withdrawn by a person",
    raisedAt: "When it was raised",
    clearedAt: "When it was cleared",
    summary: "The finding as a sentence with its figures; of a withdrawn flag, that it is withdrawn and why",
    reply: "The council’s reply",
    repliedBy: "Who spoke for the council",
    repliedOn: "When it replied",
    replyUrl: "Where the council itself has published its reply",
    withdrawnReason: "Why a person withdrew it",
  },
  changes: {
    at: "When we met the change",
    kind: "What kind of change it is",
    subject: "Which one, where there are several: an attachment, a condition",
    before: "What it was; empty: nothing, or nothing is held",
    after: "What it is now",
    sizeGbp: "After less before",
    summary: "The change as a sentence",
  },
  events: {
    date: "When it happened, as far as that is known",
    kind: "What kind of event it is",
    summary: "What happened",
  },
  corrections: {
    id: "The correction’s lasting number",
    figure: "Which figure was wrong",
    correctedGbp: "What it should have been, signed as in its own table",
    ...correctionColumns("correction"),
    state:
      "applies: the corrected figure is shown; overtaken: the publisher has changed the figure since; withdrawn: it is shown as published again",
    recordedAt: "When we recorded it",
    withdrawnAt: "When it was taken back",
    withdrawnReason: "Why it was taken back",
  },
};

/**
 * What a column of an exported table means; it ends without a full stop.
 *
 * @throws when nobody has said it yet, so that no column is exported without a meaning
 */
export function columnMeaning(table: ExportTable, column: string): string {
  const meaning = OF_TABLE[table][column] ?? EVERYWHERE[column];
  if (meaning === undefined) throw new Error(`The column ${column} of ${table} has no meaning in words.`);
  return meaning;
}

/** The columns that a table alone has, for the test that none is told of which isn't exported. */
export function columnsToldOf(table: ExportTable): readonly string[] {
  return Object.keys(OF_TABLE[table]).filter((column) => !column.startsWith("latestOutturn"));
}

const FORMS = {
  year: "financial year, like 2024-25",
  date: "date, like 2024-03-31",
  "partial-date": "date, or its month or year",
  instant: "instant, UTC",
} as const satisfies Record<NonNullable<DictionaryColumn["form"]>, string>;

/** What may stand in a cell: its unit or form, or the words it can be. */
export function columnForm({ name, type, form, oneOf }: DictionaryColumn): string {
  if (type === "boolean") return "true or false";
  if (type === "integer") return name.endsWith("Gbp") ? "whole pounds" : "whole number";
  if (form !== undefined) return FORMS[form];
  return oneOf === undefined ? "text" : `one of: ${oneOf.join(", ")}`;
}
