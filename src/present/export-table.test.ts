import { describe, expect, it } from "vitest";
import { useInventedEngland } from "@/testing/use-invented-england";
import { exportTable } from "./export-table";

describe("tables for others", () => {
  const reading = useInventedEngland();

  describe("exports", () => {
    const SOURCE = "sourceTitle,sourceUrl,locator,origin,retrievedAt";
    it.each([
      ["ehc-plans", `gssCode,dfeCode,name,year,plans,missing,${SOURCE}`],
      [
        "allocations",
        `gssCode,dfeCode,name,financialYear,publishedOn,beforeDeductionsGbp,afterDeductionsGbp,latest,${SOURCE}`,
      ],
      [
        "outturns",
        `gssCode,dfeCode,name,asAt,asAtInferred,deficitGbp,errorGbp,basis,scope,afterSafetyValve,afterStabilityGrant,afterLocalContribution,kind,edition,publishedOn,supersedes,missing,${SOURCE}`,
      ],
      [
        "in-year-balances",
        `gssCode,dfeCode,name,financialYear,balanceGbp,kind,how,bound,basis,scope,blockTransferGbp,localContributionGbp,priorYearAdjustmentGbp,${SOURCE}`,
      ],
      [
        "profile",
        `gssCode,dfeCode,name,version,financialYear,deficitGbp,basis,scope,localContributions,planSource,${SOURCE}`,
      ],
      ["events", `gssCode,dfeCode,name,date,kind,summary,${SOURCE}`],
      [
        "changes",
        `gssCode,dfeCode,name,at,kind,financialYear,agreementVersion,subject,before,after,sizeGbp,summary,${SOURCE}`,
      ],
    ] as const)("%s has its promised columns", async (name, columns) => {
      expect((await exportTable(reading, name)).columns.join(",")).toBe(columns);
    });

    it("gives every row every column", async () => {
      const { columns, rows } = await exportTable(reading, "authorities");
      expect(columns.slice(0, 8)).toEqual([
        ...["gssCode", "dfeCode", "name", "slug", "region", "type", "programme", "status"],
      ]);
      expect(columns).toContain("latestOutturnAfterSafetyValve");
      expect(columns).toContain("latestOutturnLocator");
      for (const row of rows) expect(Object.keys(row)).toEqual(columns);
    });

    it("gives ended councils under their own codes, so that a year adds up to England", async () => {
      const { rows } = await exportTable(reading, "allocations");
      const year = rows.filter(({ financialYear }) => financialYear === "2020-21");
      expect(year.map(({ gssCode, dfeCode }) => [gssCode, dfeCode])).toEqual([
        ["X99000011", "X01"],
        ["X99000002", "X02"],
      ]);
      expect(year.reduce((sum, row) => sum + Number(row.beforeDeductionsGbp), 0)).toBe(300);
    });

    it("says in words where a figure stands", async () => {
      const { rows } = await exportTable(reading, "ehc-plans");
      expect(rows[0]?.locator).toMatch(/^sheet Figures, cell B\d+$/);
    });

    it("leaves national events to nobody's row", async () => {
      const { rows } = await exportTable(reading, "events");
      expect(rows.map(({ summary }) => summary)).toEqual(["Signed.", "Revised.", "Some day."]);
    });
  });
});
