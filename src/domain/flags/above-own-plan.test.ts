import { describe, expect, it } from "vitest";
import { aBalance, aJudgedCouncil, aPlan, day, million, year } from "@/testing/dossiers";
import { moneyOf, pence } from "../money";
import { aboveOwnPlan } from "./above-own-plan";

const most = million(20) + moneyOf(250_000, "pound");

describe("deficit above a plan, an aim or a press figure", () => {
  it.each([
    ["plan", most, 0, ""],
    ["plan", most + 1, 1, "against £20 million planned in the council’s own plan."],
    ["press", most + 1, 1, "against £20 million planned in the agreement as the press read it."],
    ["aim", most + 1, 1, "against £20 million in the council’s stated aim."],
    ["computed", most + 1, 0, ""],
    ["agreement", most + 1, 0, ""],
  ] as const)("%s, %d pence published: %d flags", (planSource, deficit, flags, words) => {
    const found = aboveOwnPlan.find(
      aJudgedCouncil({
        plans: [aPlan({ planSource })],
        balances: [aBalance({ basis: "gross", deficit: pence(deficit) })],
      }),
    );
    expect(found).toHaveLength(flags);
    for (const flag of found) {
      expect(flag.summary).toContain(words);
      expect(flag.summary).not.toMatch(/miss/i);
      expect(flag.severity).toBe("at-risk");
    }
  });

  it("gives way to a later year of any source that can be compared", () => {
    const plans = [aPlan({ planSource: "plan", financialYear: year("2023-24") }), aPlan()];
    const above = aBalance({ basis: "gross", asAt: day("2024-03-31"), deficit: million(30) });
    const later = aBalance({ basis: "gross", deficit: million(20) });
    expect(aboveOwnPlan.find(aJudgedCouncil({ plans, balances: [above] }))).toHaveLength(1);
    expect(aboveOwnPlan.find(aJudgedCouncil({ plans, balances: [above, later] }))).toEqual([]);
  });
});
