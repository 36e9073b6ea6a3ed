import { describe, expect, it } from "vitest";
import { aBalance, aDossier, anAgreement, aPlan, day, million, year } from "@/testing/dossiers";
import type { HeldPlan } from "./held-figures";
import { judgeCouncil } from "./judge-council";
import { THRESHOLDS } from "./thresholds";
import { promisesOf } from "./version-plans";

const BY = { thresholds: THRESHOLDS, today: day("2026-11-24") };

describe("what is judged", () => {
  it("nothing of a council that never signed", () => {
    expect(judgeCouncil(aDossier({ agreements: [], plans: [aPlan()], balances: [aBalance()] }), BY)).toEqual(
      [],
    );
  });

  it("each planned year of one agreement, oldest first", () => {
    const plans = ["2024-25", "2022-23", "2023-24"].map((each) => aPlan({ financialYear: year(each) }));
    expect(
      judgeCouncil(aDossier({ plans }), BY).map(({ financialYear, against }) => [financialYear, against]),
    ).toEqual([
      ["2022-23", "both"],
      ["2023-24", "both"],
      ["2024-25", "both"],
    ]);
  });

  it.each([
    ["2025-26", 1],
    ["2026-27", 0],
  ])("%s: no year after the last that may be judged", (text, count) => {
    expect(judgeCouncil(aDossier({ plans: [aPlan({ financialYear: year(text) })] }), BY)).toHaveLength(count);
  });

  it("later years once somebody has said so", () => {
    const thresholds = { ...THRESHOLDS, judgedThrough: "2026-27" };
    const plans = [aPlan({ financialYear: year("2026-27") }), aPlan({ financialYear: year("2027-28") })];
    expect(judgeCouncil(aDossier({ plans }), { ...BY, thresholds })).toHaveLength(1);
  });
});

describe("two versions side by side", () => {
  it("years in order across both", () => {
    const years = judgeCouncil(
      aDossier({
        agreements: [original, current],
        plans: [
          aPlan({ agreementVersion: "original", financialYear: year("2024-25") }),
          aPlan({ agreementVersion: "revised-2024", financialYear: year("2023-24") }),
        ],
      }),
      BY,
    );
    expect(years.map(({ financialYear }) => financialYear)).toEqual(["2023-24", "2024-25"]);
  });

  const original = anAgreement();
  const middle = anAgreement({ version: "revised-2023" });
  const current = anAgreement({ version: "revised-2024" });
  const balances = [
    aBalance({ basis: "gross", deficit: million(25), family: "report", standing: "council" }),
  ];
  const plan = (agreementVersion: string, amount: number) =>
    aPlan({ agreementVersion, deficit: million(amount), localContributions: "excluded" });

  it("each against its own promise; those between are history", () => {
    const dossier = aDossier({
      agreements: [original, middle, current],
      plans: [plan("original", 20), plan("revised-2023", 22), plan("revised-2024", 25)],
      balances,
    });
    expect(
      judgeCouncil(dossier, BY).map((each) => [each.against, each.agreementVersion, each.verdict]),
    ).toEqual([
      ["original", "original", "missed"],
      ["current", "revised-2024", "met"],
    ]);
  });

  it("a plan of no held version is the current one's", () => {
    const dossier = aDossier({
      agreements: [original, middle, current],
      plans: [plan("unclear", 20)],
      balances,
    });
    expect(judgeCouncil(dossier, BY).map(({ against, verdict }) => [against, verdict])).toEqual([
      ["current", "missed"],
    ]);
  });
});

describe("of several plans for one year", () => {
  /** Later ones stand earlier in the store, so that no tie is decided rightly by chance. */
  let place = 1_000;
  const plan = (own: Partial<HeldPlan>) => aPlan({ ref: { table: "profilePoint", id: --place }, ...own });
  const pairs: readonly (readonly [string, HeldPlan, HeldPlan])[] = [
    ["the agreement before the press", plan({ planSource: "agreement" }), plan({ planSource: "press" })],
    ["the press's reading before a plan", plan({ planSource: "press" }), plan({ planSource: "plan" })],
    ["a plan before an aim", plan({ planSource: "plan" }), plan({ planSource: "aim" })],
    ["an aim before what was computed", plan({ planSource: "aim" }), plan({ planSource: "computed" })],
    ["one that decides before one that can't", plan({ planSource: "aim" }), plan({ basis: "unknown" })],
    ["the surer", plan({ confidence: "high" }), plan({ confidence: "medium" })],
    [
      "a document's own, which needs no confidence, before the less sure",
      plan({}),
      plan({ confidence: "medium" }),
    ],
    [
      "the nearer before the surer",
      plan({ confidence: "medium" }),
      plan({ planSource: "press", confidence: "high" }),
    ],
    ["the higher, in doubt for the council", plan({ deficit: million(21) }), plan({ deficit: million(20) })],
    ["by a penny", plan({ planSource: "aim", deficit: million(20.00000001) }), plan({ planSource: "aim" })],
  ];

  it.each(pairs)("%s", (_, better, worse) => {
    expect(promisesOf([better, worse])).toEqual([better]);
    expect(promisesOf([worse, better])).toEqual([better]);
  });

  it("of two that say the same the one that was held first", () => {
    const [second, first] = [plan({}), plan({})];
    expect(promisesOf([second, first])).toEqual([first]);
    expect(promisesOf([first, second])).toEqual([first]);
  });

  it("where none can decide, the nearest is still told of", () => {
    const agreement = plan({ basis: "unknown" });
    expect(promisesOf([plan({ planSource: "computed" }), agreement])).toEqual([agreement]);
  });
});
