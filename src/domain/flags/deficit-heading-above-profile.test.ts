import { describe, expect, it } from "vitest";
import { aBalance, aJudgedCouncil, aPlan, date, day, million, year } from "@/testing/dossiers";
import { moneyOf, pence } from "../money";
import { deficitHeadingAboveProfile } from "./deficit-heading-above-profile";

const plan = aPlan({ financialYear: year("2025-26"), basis: "net", planSource: "plan" });
const forecast = (deficit: number, own: Parameters<typeof aBalance>[0] = {}) =>
  aBalance({
    ...{ kind: "forecast", asAt: day("2026-03-31"), deficit: pence(deficit) },
    ...{ family: "outlook", standing: "council", publishedOn: date("2025-11") },
    ...own,
  });
const found = (balances: readonly ReturnType<typeof aBalance>[], plans = [plan]) =>
  deficitHeadingAboveProfile.find(aJudgedCouncil({ plans, balances }));

describe("a forecast above the profile or plan", () => {
  const most = million(20) + moneyOf(250_000, "pound");

  it.each([
    [most, 0, 0],
    [most + 1, 0, 1],
    [most + 1, 1, 0],
    [most + 2, 1, 1],
  ])("of %d pence, %d either way: %d flags", (deficit, error, flags) => {
    expect(found([forecast(deficit, { error: pence(error) })])).toHaveLength(flags);
  });

  it("is shown with its date and never as a miss", () => {
    const [flag] = found([forecast(million(76.8))]);
    expect(flag).toMatchObject({ severity: "at-risk", financialYear: "2025-26", subject: "2025-26" });
    expect(flag?.summary).toBe(
      "A forecast of November 2025 puts the deficit at 31 March 2026 at £76.8 million after DfE money, against £20 million planned in the council’s own plan.",
    );
    expect(flag?.evidence.map(({ date: said }) => said)).toEqual([null, "2025-11", null]);
  });

  it.each([
    ["another basis", { basis: "gross" as const }],
    ["an unknown basis", { basis: "unknown" as const }],
    ["another scope", { scope: "high-needs" as const }],
    ["an inferred date", { asAtInferred: true }],
    ["a doubtful source", { confidence: "low" as const }],
    ["another year end", { asAt: day("2027-03-31") }],
  ])("isn't taken from %s", (_, own) => {
    expect(found([forecast(million(76.8), own)])).toEqual([]);
  });

  it("asks for the same basis only: a scope that isn't stated does no harm", () => {
    expect(found([forecast(million(76.8), { scope: "unknown" })])).toHaveLength(1);
    expect(
      found([forecast(million(76.8), { scope: "unknown" })], [{ ...plan, scope: "unknown" }]),
    ).toHaveLength(1);
    expect(found([forecast(million(76.8))], [{ ...plan, basis: "unknown" }])).toEqual([]);
  });

  it.each(["computed" as const])("isn't held against a %s figure", (planSource) => {
    expect(found([forecast(million(76.8))], [{ ...plan, planSource }])).toEqual([]);
  });

  describe("with two planned figures for one year, uses the nearest to the agreement that can be put beside it", () => {
    const own = aPlan({ ...plan, planSource: "plan", deficit: million(50), localContributions: "excluded" });
    const agreed = aPlan({ ...plan, planSource: "press", deficit: million(70) });
    const counting = { ...forecast(million(60)).after, localContribution: "yes" as const };

    it.each([
      ["the agreement's is on the same footing", agreed, forecast(million(60)), 0],
      [
        "the agreement's is on another basis",
        { ...agreed, basis: "gross" as const },
        forecast(million(60)),
        1,
      ],
      [
        "the agreement's counts the council's own money, the forecast doesn't",
        { ...agreed, localContributions: "included" as const },
        forecast(million(60)),
        1,
      ],
      [
        "the forecast counts the council's own money, as the agreement's does",
        { ...agreed, localContributions: "included" as const },
        forecast(million(60), { after: counting }),
        0,
      ],
      ["the forecast is above neither", agreed, forecast(million(50)), 0],
    ])("%s", (_, first, outlook, flags) => {
      expect(found([outlook], [first, own])).toHaveLength(flags);
      expect(found([outlook], [own, first])).toHaveLength(flags);
    });

    it("says which it was", () => {
      expect(found([forecast(million(60))], [{ ...agreed, basis: "gross" }, own])[0]?.summary).toContain(
        "against £50 million planned in the council’s own plan",
      );
    });
  });

  it("gives way to any outturn of that day", () => {
    const outturn = aBalance({ asAt: day("2026-03-31"), basis: "unknown", deficit: million(1) });
    expect(found([forecast(million(76.8)), outturn])).toEqual([]);
  });

  describe("takes the latest forecast", () => {
    const [high, low] = [million(76.8), million(20)];
    it.each([
      ["2025-02", "2025-05", 1],
      ["2025-05", "2025-02", 0],
      // Either may be the latest, so both must be above.
      ["2025", "2025-05", 0],
      ["2025-05", "2025-05", 0],
      [null, "2025-05", 1],
      [null, null, 0],
    ])("the lower one of %s, the higher one of %s: %d flags", (lower, higher, flags) => {
      const dated = (text: string | null) => ({ publishedOn: text === null ? null : date(text) });
      expect(found([forecast(low, dated(lower)), forecast(high, dated(higher))])).toHaveLength(flags);
    });
  });

  it("judges no year after the last one that is judged", () => {
    const later = aPlan({ financialYear: year("2026-27"), basis: "net", planSource: "plan" });
    expect(found([forecast(million(76.8), { asAt: day("2027-03-31") })], [later])).toEqual([]);
  });

  it("finds each year end by itself", () => {
    const before = aPlan({ financialYear: year("2024-25"), basis: "net" });
    const flags = found(
      [forecast(million(76)), forecast(million(60), { asAt: day("2025-03-31") })],
      [before, plan],
    );
    expect(flags.map(({ subject }) => subject)).toEqual(["2024-25", "2025-26"]);
  });
});
