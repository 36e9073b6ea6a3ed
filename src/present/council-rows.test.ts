import { describe, expect, it } from "vitest";
import { councilRowShape, rowFiguresShape } from "@/shapes/council-rows-shape";
import { useInventedEngland } from "@/testing/use-invented-england";
import { authorityTable } from "./authority-table";
import { councilRows, rowFigures } from "./council-rows";

describe("the rows of the table of councils", () => {
  const reading = useInventedEngland();

  it("have the newest figure of each kind, without its source", async () => {
    const rows = await councilRows(reading);
    expect(rows.map((row) => councilRowShape.strict().parse(row))).toEqual(rows);
    expect(rows[0]).toMatchObject({
      name: "Exampleshire",
      course: [
        ["2020-03-31", 500],
        ["2024-03-31", 67_167_405],
      ],
      block: ["2023-24", 1_100],
      plans: [2025, 120],
    });
    expect(rows.find(({ name }) => name === "Sample")).toMatchObject({
      course: [],
      block: null,
      plans: null,
    });
  });

  it("tell the sources of one council's figures: those that the whole table has", async () => {
    for (const row of await authorityTable(reading)) {
      const figures = await rowFigures(reading, row.slug);
      expect(rowFiguresShape.strict().parse(figures)).toEqual({
        name: row.name,
        latestNetOutturn: row.latestNetOutturn,
        latestAllocation: row.latestAllocation,
        latestEhcPlans: row.latestEhcPlans,
      });
    }
  });

  it("know no council that nobody knows", async () => {
    expect(await rowFigures(reading, "atlantis")).toBeNull();
  });
});
