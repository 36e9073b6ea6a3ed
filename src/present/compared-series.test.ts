import { describe, expect, it } from "vitest";
import type { Agreement, Allocation, EhcPlans, Outturn } from "@/shapes/api-shapes";
import { type ComparedFigures, comparedSeries } from "./compared-series";

const source = {
  publication: "section-251-outturn",
  title: "Return",
  url: "https://example.org/return",
  snapshotSha256: "0".repeat(64),
  retrievedAt: "2026-11-23T09:00:00.000Z",
  locator: {},
  origin: "archive",
  licence: "OGL",
} as const;

const outturn = (asAt: string, deficitGbp: number | null, rest: Partial<Outturn> = {}): Outturn => ({
  ...{ asAt, asAtInferred: false, deficitGbp, basis: "net", scope: "dsg", kind: "outturn", source },
  after: { safetyValve: "unknown", stabilityGrant: "unknown", localContribution: "unknown" },
  ...rest,
});
const block = (financialYear: string, beforeDeductionsGbp: number | null): Allocation => ({
  ...{
    financialYear,
    publishedOn: null,
    beforeDeductionsGbp,
    afterDeductionsGbp: null,
    latest: true,
    source,
  },
});
const plans = (year: number, count: number | null): EhcPlans => ({ year, plans: count, source });
const NONE: ComparedFigures = { net: [], outturns: [], allocations: [], plans: [], agreements: [] };

const values = (measure: Parameters<typeof comparedSeries>[0], figures: Partial<ComparedFigures>) =>
  comparedSeries(measure, { ...NONE, ...figures }).map(({ points }) =>
    points.map(({ at, value }) => [at, value] as const),
  );

describe("ratios", () => {
  const net = [outturn("2023-03-31", 50), outturn("2024-03-31", -30)];

  it("divide by the block of the year that ends on that day", () => {
    const allocations = [block("2022-23", 200), block("2023-24", 300)];
    expect(values("block", { net, allocations })).toEqual([
      [
        ["2023-03-31", 25],
        ["2024-03-31", -10],
      ],
    ]);
  });

  it("divide by the plans of the January within the year, in whole pounds", () => {
    expect(values("plan", { net, plans: [plans(2023, 4), plans(2024, 4)] })).toEqual([
      [
        ["2023-03-31", 13],
        ["2024-03-31", -7],
      ],
    ]);
  });

  it.each<[string, Partial<ComparedFigures>]>([
    ["the block of that year isn't held", { net, allocations: [block("2021-22", 200)] }],
    ["the block before deductions isn't held", { net, allocations: [block("2022-23", null)] }],
    ["the block is nothing", { net, allocations: [block("2022-23", 0)] }],
    ["the deficit isn't held", { net: [outturn("2023-03-31", null)], allocations: [block("2022-23", 9)] }],
    ["it's no year end", { net: [outturn("2023-06-30", 9)], allocations: [block("2022-23", 9)] }],
  ])("aren't there where %s", (_, figures) => expect(values("block", figures)).toEqual([]));
});

describe("gross deficits", () => {
  it("are joined only within one source, one scope and one kind; net ones are none of them", () => {
    const other = { ...source, url: "https://example.org/other" };
    const gross = { basis: "gross" } as const;
    const outturns = [
      outturn("2022-03-31", 9),
      outturn("2023-03-31", 20, gross),
      outturn("2024-03-31", 30, gross),
      outturn("2024-03-31", 31, { ...gross, source: other }),
      outturn("2024-03-31", 29, { ...gross, scope: "high-needs" }),
      outturn("2025-03-31", 40, { ...gross, kind: "forecast" }),
      outturn("2025-03-31", null, gross),
    ];
    expect(values("gross", { outturns })).toEqual([
      [
        ["2023-03-31", 20],
        ["2024-03-31", 30],
      ],
      [["2024-03-31", 31]],
      [["2024-03-31", 29]],
      [["2025-03-31", 40]],
    ]);
  });
});

describe("planned deficits", () => {
  const point = (financialYear: string, deficitGbp: number, rest = {}) => ({
    ...{ financialYear, deficitGbp, basis: "gross", scope: "dsg", localContributions: "unknown" },
    ...{ planSource: "agreement", source, ...rest },
  });
  const agreement = (version: string, profile: readonly unknown[]) =>
    ({ version, profile }) as unknown as Agreement;

  it("are those of the newest version that has any, apart by basis and by who says so", () => {
    const agreements = [
      agreement("original", [point("2023-24", 1)]),
      agreement("revised", [
        point("2025-26", 3),
        point("2024-25", 4),
        point("2025-26", 0, { basis: "net", planSource: "aim" }),
      ]),
      agreement("newest", []),
    ];
    expect(values("promised", { agreements })).toEqual([
      [
        ["2025-03-31", 4],
        ["2026-03-31", 3],
      ],
      [["2026-03-31", 0]],
    ]);
    expect(comparedSeries("promised", { ...NONE, agreements })[0]).toMatchObject({
      kind: "planned",
      version: "revised",
      planSource: "agreement",
      basis: "gross",
    });
  });

  it("of no agreement are none", () => expect(values("promised", {})).toEqual([]));
});
