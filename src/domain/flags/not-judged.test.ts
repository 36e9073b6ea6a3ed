import { describe, expect, it } from "vitest";
import { aBalance, aJudgedCouncil, aPlan, day, million, year } from "@/testing/dossiers";
import { REASONS } from "../verdicts/verdict";
import { MISSING_WORDS, notJudged } from "./not-judged";

const find = (...balances: ReturnType<typeof aBalance>[]) =>
  notJudged.find(aJudgedCouncil({ plans: [aPlan({ financialYear: year("2023-24") }), aPlan()], balances }));
const unclear = (own: Parameters<typeof aBalance>[0] = {}) => aBalance({ basis: "unknown", ...own });
const clear = (own: Parameters<typeof aBalance>[0] = {}) => aBalance({ basis: "gross", ...own });
const yearBefore = { asAt: day("2024-03-31") };

describe("not judged", () => {
  it.each([
    ["the latest can't be compared", [clear(yearBefore), unclear()], ["2024-25"]],
    ["only an earlier one can't", [unclear(yearBefore), clear()], []],
    ["the latest held can't, and the next isn't held", [unclear(yearBefore)], ["2023-24"]],
    ["nothing is held", [], []],
  ])("%s", (_, balances, years) => {
    expect(find(...balances).map(({ financialYear }) => financialYear)).toEqual(years);
  });

  it("names the missing item and shows what was published", () => {
    const published = unclear({ deficit: million(12) });
    const [flag] = find(published);
    expect(flag).toMatchObject({ severity: "unknown", subject: "", size: null });
    expect(flag?.summary).toBe(
      "The plan for 31 March 2025 and what was published for that day can’t be compared: the published figure doesn’t say whether it is after DfE money.",
    );
    expect(flag?.evidence).toContainEqual(
      expect.objectContaining({ value: million(12), ref: published.ref }),
    );
  });

  it("never speaks of the signing year", () => {
    const judged = aJudgedCouncil({
      plans: [aPlan({ financialYear: year("2021-22") })],
      balances: [unclear({ asAt: day("2022-03-31") })],
    });
    expect(judged.verdicts.map(({ verdict }) => verdict)).toEqual(["cannot-compare"]);
    expect(notJudged.find(judged)).toEqual([]);
  });

  it.each(REASONS)("has words for %s", (reason) => {
    expect(MISSING_WORDS[reason]).not.toBe("");
  });
});
