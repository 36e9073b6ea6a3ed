import { describe, expect, it } from "vitest";
import { authorityRowsAnswerShape } from "@/shapes/answer-shapes";
import { useInventedEngland } from "@/testing/use-invented-england";
import { authorityTable } from "./authority-table";

describe("the table", () => {
  const reading = useInventedEngland();

  describe("the table of councils", () => {
    it("has the live councils by name, each with its newest figures", async () => {
      const rows = await authorityTable(reading);
      expect(authorityRowsAnswerShape.shape.data.parse(rows)).toEqual(rows);
      expect(rows.map(({ name, programme, status }) => [name, programme, status])).toEqual([
        ["Exampleshire", "safety-valve", "unknown"],
        ["Newshire", "unknown", "no-agreement"],
        ["Pageshire", "safety-valve", "unknown"],
        ["Sample", "delivering-better-value", "no-agreement"],
      ]);
      expect(rows[0]).toMatchObject({
        latestAllocation: { financialYear: "2023-24", beforeDeductionsGbp: 1_100 },
        latestEhcPlans: { year: 2025, plans: 120 },
        latestOutturn: { asAt: "2024-03-31", deficitGbp: 67_167_405, basis: "net" },
        balanceHistory: [
          { asAt: "2020-03-31", deficitGbp: 500 },
          { asAt: "2024-03-31", deficitGbp: 67_167_405 },
        ],
      });
      expect(rows[3]).toMatchObject({
        latestAllocation: null,
        latestEhcPlans: null,
        latestNetOutturn: null,
        balanceHistory: [],
      });
    });

    it("gives the last point of the comparable line with its source", async () => {
      const [first] = await authorityTable(reading);
      expect(first?.latestNetOutturn).toMatchObject({
        asAt: "2024-03-31",
        deficitGbp: 67_167_405,
        basis: "net",
        scope: "dsg",
        source: { publication: "section-251-outturn" },
      });
    });

    it("knows other names and codes, those of councils it continues included, but not its own twice", async () => {
      const rows = await authorityTable(reading);
      const newshire = rows.find(({ name }) => name === "Newshire");
      expect(newshire?.alsoKnownAs).toEqual(expect.arrayContaining(["Oldshire", "X02", "X99000002"]));
      expect(newshire?.alsoKnownAs).not.toContain("Newshire");
      const exampleshire = rows.find(({ name }) => name === "Exampleshire");
      expect(exampleshire?.alsoKnownAs).toContain("X99000001");
    });
  });
});
