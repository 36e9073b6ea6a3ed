import type { PublicationState } from "@/shapes/api-shapes";
import type { Change } from "@/shapes/change-shapes";
import type { Flag, Verdict } from "@/shapes/judgement-shapes";
import { register, section251 } from "./sample-council";

/* Of invented councils, for looking at components: none of this is anybody's. */

const authority = { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire", slug: "exampleshire" };

const flag: Flag = {
  id: "X01-deficit-above-profile-2023-24",
  rule: "deficit-above-profile",
  ruleVersion: "1",
  severity: "missed",
  authority,
  financialYear: "2023-24",
  state: "open",
  checked: true,
  raisedAt: "2026-11-20T06:15:00.000Z",
  summary:
    "Exampleshire planned a deficit of £60.0 million at 31 March 2024 and published £67.2 million, £7.2 million above the plan.",
  evidence: [
    { label: "planned deficit at 31 March 2024", valueGbp: 60_000_000, source: register },
    { label: "published deficit at 31 March 2024", valueGbp: 67_167_405, source: section251 },
  ],
  working: [{ label: "tolerance", valueGbp: 1_420_000 }],
};

export const sampleFlags: readonly Flag[] = [
  flag,
  { ...flag, id: "a", severity: "at-risk", rule: "says-off-track", checked: false },
  { ...flag, id: "b", severity: "unknown", rule: "not-judged", evidence: [], working: [] },
  {
    ...flag,
    id: "c",
    severity: "info",
    rule: "target-moved",
    state: "cleared",
    clearedAt: "2026-11-22T06:15:00.000Z",
  },
  { ...flag, id: "d", state: "withdrawn", withdrawnReason: "The plan was misread.", reply: "We agree." },
];

export const sampleVerdict: Verdict = {
  financialYear: "2023-24",
  agreementVersion: "original",
  against: "original",
  basis: "gross",
  scope: "dsg",
  baseline: false,
  promisedGbp: 121_000_000,
  actualLowGbp: 118_400_000,
  actualHighGbp: 118_400_000,
  gapGbp: -2_600_000,
  toleranceGbp: 1_420_000,
  planSource: "agreement",
  verdict: "met",
  ruleVersion: "1",
  checked: true,
  rangeLowGbp: 118_400_000,
  rangeHighGbp: 118_400_000,
  summary: "Exampleshire kept its planned deficit at 31 March 2024.",
  evidence: [],
};

const change: Change = {
  id: 1,
  kind: "balance-year-changed",
  authority,
  agreementVersion: "revised-2024",
  before: { kind: "year", year: "2025-26" },
  after: { kind: "year", year: "2027-28" },
  summary: "The balance year moved from 2025 to 2026 to 2027 to 2028.",
  detectedAt: "2026-11-20T06:15:00.000Z",
  evidence: { before: register, after: register },
};

export const sampleChanges: readonly Change[] = [
  change,
  {
    ...change,
    ...{ id: 2, kind: "outturn-restated", financialYear: "2023-24", sizeGbp: 1_200_000 },
    before: { kind: "money", amountGbp: 65_967_405 },
    after: { kind: "money", amountGbp: 67_167_405 },
    summary: "The deficit at 31 March 2024 was restated from £65,967,405 to £67,167,405.",
  },
  {
    ...change,
    ...{ id: 3, kind: "payment-changed", financialYear: "2025-26", before: null },
    after: { kind: "missing", reason: "not-published-yet" },
    summary: "A payment for 2025 to 2026 is named without its sum.",
    evidence: { before: null, after: register },
  },
];

const publication: PublicationState = {
  id: "section-251-outturn",
  title: "LA and school expenditure",
  publisher: "Department for Education",
  landingPage: "https://example.org/expenditure",
  licence: "Open Government Licence v3.0",
  cadence: "yearly, in December",
  origin: "live",
  status: "unchanged",
  lastCheckedAt: "2026-11-23T10:05:00.000Z",
  lastReachedAt: "2026-11-23T10:05:00.000Z",
  lastChangedAt: "2026-01-29T10:05:00.000Z",
  nextExpected: "2027-01-31",
  overdue: false,
  overdueEdition: null,
  edition: "2023-24",
  editions: [],
  findings: [],
};

export const samplePublications: readonly PublicationState[] = [
  publication,
  {
    ...publication,
    ...{ id: "held", title: "Held for a person", status: "held", overdue: true },
    overdueEdition: { name: "the outturn of 2024 to 2025", dueBy: "2026-01-31" },
    findings: [
      {
        kind: "sum-differs",
        severity: "stop",
        message: "The councils don’t add up to England.",
        expected: "£9.9 billion",
        met: "£9.1 billion",
        raisedAt: "2026-11-23T10:05:00.000Z",
      },
    ],
  },
  { ...publication, id: "failed", title: "Not reached", status: "failed", origin: "archive" },
  {
    ...publication,
    ...{ id: "never", title: "Never asked", status: "never-checked", origin: null, edition: null },
    ...{ lastCheckedAt: null, lastReachedAt: null, lastChangedAt: null, nextExpected: null },
  },
];
