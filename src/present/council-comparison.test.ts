import { describe, expect, it } from "vitest";
import { useInventedEngland } from "@/testing/use-invented-england";
import { councilComparison } from "./council-comparison";

describe("a council beside others", () => {
  const england = useInventedEngland();

  it("has its latest net deficit measured by the block and the plans of the same year, newest versions", async () => {
    const comparison = await councilComparison(england, "exampleshire");
    expect(comparison).toMatchObject({
      ...{ financialYear: "2023-24", asAt: "2024-03-31", deficitGbp: 67_167_405, region: "South East" },
      percentOfBlock: { value: (6_716_740_599 / 110_000) * 100 },
      gbpPerEhcPlan: { value: Math.round(67_167_405.99 / 111) },
    });
    expect(comparison?.sources.map(({ what, source }) => [what, source.publication])).toEqual([
      ["deficit", "section-251-outturn"],
      ["high needs block", "dsg-allocations"],
      ["EHC plans", "ehc-plans"],
    ]);
  });

  it("has a place only among councils with a figure on the same footing", async () => {
    const only = { rank: 1, of: 1, tiedWith: 0 };
    expect((await councilComparison(england, "X01"))?.percentOfBlock).toMatchObject({
      ...{ england: only, region: only, neighbours: only },
    });
  });

  it("has no neighbours where no other has all the figures", async () => {
    expect((await councilComparison(england, "X01"))?.neighbours).toEqual([]);
  });

  it("takes the councils a reader names, by any code, once each, without itself, unknown and ended ones", async () => {
    const { chosen, neighbours, choices } =
      (await councilComparison(england, "X01", ["newshire", "X03", "exampleshire", "nowhere", "oldshire"])) ??
      {};
    expect(chosen).toBe(true);
    expect(neighbours?.map(({ slug }) => slug)).toEqual(["newshire"]);
    expect(choices?.map(({ slug }) => slug)).toContain("newshire");
    expect(choices?.map(({ slug }) => slug)).not.toContain("exampleshire");
  });

  it("keeps to its own method where nobody named is there", async () => {
    expect((await councilComparison(england, "X01", ["nowhere"]))?.chosen).toBe(false);
  });

  it.each(["newshire", "oldshire", "nowhere"])("%s has no such figure, or isn't there", async (code) => {
    expect(await councilComparison(england, code)).toBeNull();
  });
});
