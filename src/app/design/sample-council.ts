import type { Agreement, Authority, Outturn, Source } from "@/shapes/api-shapes";

/* Invented councils, for looking at components: none of these figures is anybody's. */

export const section251: Source = {
  publication: "section-251-outturn",
  title: "LA and school expenditure, 2023 to 2024",
  url: "https://example.org/expenditure",
  snapshotSha256: "a".repeat(64),
  retrievedAt: "2026-11-20T06:15:00.000Z",
  locator: { path: "data/outturn.csv", row: 46, cell: "F46" },
  origin: "archive",
  licence: "Open Government Licence v3.0",
  confidence: "medium",
  note: "Rebuilt from published figures; cell of our facsimile. Figures taken from: an invented compilation",
};

export const register: Source = {
  publication: "evidence-register",
  title: "Exampleshire schools forum, June 2025",
  url: "https://example.org/forum",
  snapshotSha256: "b".repeat(64),
  retrievedAt: "2026-11-20T06:15:00.000Z",
  locator: { path: "actuals.csv", row: 12 },
  origin: "register",
  licence: "Open Government Licence v3.0",
  confidence: "high",
};

export function outturn(asAt: string, deficitGbp: number | null, rest: Partial<Outturn> = {}): Outturn {
  return {
    asAt,
    asAtInferred: false,
    deficitGbp,
    basis: "net",
    scope: "dsg",
    after: { safetyValve: "yes", stabilityGrant: "no", localContribution: "unknown" },
    kind: "outturn",
    source: section251,
    ...rest,
  };
}

const derived = { kind: "derived", errorGbp: 62_000, source: register } as const;

export const sampleOutturns: readonly Outturn[] = [
  outturn("2020-03-31", 21_503_000, derived),
  outturn("2021-03-31", 51_024_000, derived),
  outturn("2022-03-31", 97_581_000, derived),
  outturn("2022-03-31", 97_000_000, { basis: "gross", source: register }),
  outturn("2022-03-31", 103_000_000, {
    kind: "forecast",
    basis: "unknown",
    scope: "unknown",
    source: register,
  }),
  outturn("2024-03-31", 67_167_405),
  outturn("2024-03-31", 118_400_000, { basis: "gross", source: register }),
  outturn("2025-03-31", 97_500_000, { source: register }),
  outturn("2026-03-31", 136_000_000, { kind: "forecast", source: register, publishedOn: "2026-01-20" }),
];

const point = (financialYear: string, deficitGbp: number): Agreement["profile"][number] => ({
  financialYear,
  deficitGbp,
  basis: "gross",
  scope: "dsg",
  localContributions: "excluded",
  planSource: "agreement",
  source: register,
});

export const sampleAgreements: Authority["agreements"] = [
  {
    version: "original",
    cohort: "2022-23",
    signedOn: "2023-03",
    from: "2022-23",
    to: "2027-28",
    balanceBy: "2027-28",
    balanceBySource: "official",
    clearedBy: null,
    totalFundingGbp: 142_000_000,
    current: false,
    checked: false,
    suspended: false,
    status: "active",
    places: [],
    conditions: ["Implement the commissioning plan for places."],
    source: register,
    profile: [
      point("2022-23", 114_000_000),
      point("2023-24", 121_000_000),
      point("2024-25", 124_000_000),
      point("2025-26", 118_000_000),
    ],
    payments: [
      {
        financialYear: "2022-23",
        plannedGbp: 56_800_000,
        status: "planned",
        covers: "year",
        source: register,
      },
      {
        financialYear: "2023-24",
        withheldGbp: 4_100_000,
        status: "withheld",
        covers: "instalment",
        source: register,
      },
      {
        financialYear: null,
        paidGbp: 72_000_000,
        status: "paid",
        covers: "cumulative",
        throughDate: "2025-03-31",
        source: register,
      },
      {
        financialYear: "2025-26",
        amountUnknown: true,
        status: "released",
        covers: "instalment",
        source: register,
      },
    ],
    localContributions: [],
  },
  {
    version: "revised-2024",
    cohort: "2022-23",
    supersedes: "original",
    from: "2022-23",
    to: null,
    balanceBy: null,
    balanceBySource: null,
    clearedBy: null,
    totalFundingGbp: null,
    current: true,
    checked: false,
    suspended: true,
    status: "under review",
    note: "Extended; new target year not found.",
    places: [],
    conditions: [],
    source: register,
    profile: [],
    payments: [],
    localContributions: [],
  },
];
