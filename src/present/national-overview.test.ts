import { describe, expect, it } from "vitest";
import { nationalAnswerShape } from "@/shapes/answer-shapes";
import { useInventedEngland } from "@/testing/use-invented-england";
import { presentMeta } from "./meta";
import { nationalOverview } from "./national-overview";

describe("the national overview", () => {
  const reading = useInventedEngland();

  describe("England", () => {
    it("adds up councils in whole pounds, pence dropped, ended councils included, for each version", async () => {
      const { allocations } = await nationalOverview(reading);
      expect(
        allocations.map(({ financialYear, publishedOn, latest, councils, beforeDeductionsGbp }) => ({
          financialYear,
          publishedOn,
          latest,
          councils,
          beforeDeductionsGbp,
        })),
      ).toEqual([
        {
          financialYear: "2020-21",
          publishedOn: null,
          latest: true,
          councils: 2,
          beforeDeductionsGbp: 300,
        },
        {
          financialYear: "2023-24",
          publishedOn: "2023-07-20",
          latest: false,
          councils: 2,
          beforeDeductionsGbp: 1_000 + 2_000,
        },
        {
          financialYear: "2023-24",
          publishedOn: "2024-03-28",
          latest: true,
          councils: 2,
          beforeDeductionsGbp: 1_100 + 2_200,
        },
      ]);
    });

    it("gives a sum after deductions only where every council has one", async () => {
      const { allocations } = await nationalOverview(reading);
      expect(allocations.map(({ afterDeductionsGbp }) => afterDeductionsGbp)).toEqual([null, 2_700, null]);
    });

    it("sets the total as printed beside the sum, of the same version only", async () => {
      const { allocations } = await nationalOverview(reading);
      expect(allocations.map((row) => row.printedBeforeDeductionsGbp)).toEqual([null, 3_001, null]);
      expect(allocations[1]?.source.locator).toMatchObject({ cell: expect.stringMatching(/^B/) });
      expect(allocations[2]?.source.locator).toEqual({ sheet: "Figures" });
    });

    it("keeps deficits and surpluses apart, each date and kind on its own, and says who is missing", async () => {
      const { deficits } = await nationalOverview(reading);
      expect(deficits).toMatchObject([
        {
          asAt: "2020-03-31",
          kind: "derived",
          councilsInDeficit: 1,
          councilsInSurplus: 1,
          // X04 and Y01 existed then and no figure of theirs is held; X03 didn't exist yet.
          councilsMissing: 2,
          deficitsGbp: 500,
          surplusesGbp: 200,
          netDeficitGbp: 300,
          safetyValve: { councilsInDeficit: 1, deficitsGbp: 500 },
        },
        {
          asAt: "2024-03-31",
          kind: "outturn",
          basis: "net",
          scope: "dsg",
          councilsInDeficit: 1,
          councilsInSurplus: 0,
          councilsMissing: 3,
          deficitsGbp: 67_167_405,
          surplusesGbp: 0,
          netDeficitGbp: 67_167_405,
          safetyValve: { councilsInDeficit: 1, deficitsGbp: 67_167_405 },
        },
      ]);
    });

    it("counts plans of the newest release that states a year", async () => {
      const { ehcPlans } = await nationalOverview(reading);
      expect(ehcPlans.map(({ year, plans, councils, printed }) => [year, plans, councils, printed])).toEqual([
        [2024, 111, 1, null],
        [2025, 120, 1, 120],
      ]);
    });

    it("counts signatories by the first year any source gives, and statuses without a verdict", async () => {
      const { cohorts, safetyValveCouncils, statuses, councils } = await nationalOverview(reading);
      expect(councils).toBe(4);
      expect(safetyValveCouncils).toBe(2);
      expect(cohorts).toEqual([
        { cohort: "2020-21", councils: 1 },
        { cohort: "2022-23", councils: 1 },
      ]);
      expect(statuses).toEqual({ missed: 0, "at-risk": 0, unknown: 2, "on-track": 0, "no-agreement": 2 });
    });

    it("is of the promised shape", async () => {
      const answer = { data: await nationalOverview(reading), meta: await presentMeta(reading) };
      expect(nationalAnswerShape.parse(answer)).toEqual(answer);
    });
  });
});
