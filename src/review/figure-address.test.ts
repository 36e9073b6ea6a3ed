import { describe, expect, it } from "vitest";
import { figureAddress, readFigureAddress } from "./figure-address";

describe("a figure's address", () => {
  it.each([
    ["outturn:12", { table: "outturn", id: 12, column: "deficitPence" }],
    ["inYearBalance:12", { table: "inYearBalance", id: 12, column: "balancePence" }],
    ["allocation:12", { table: "allocation", id: 12, column: "beforeDeductionsPence" }],
    ["allocation:12:after-deductions", { table: "allocation", id: 12, column: "afterDeductionsPence" }],
  ] as const)("%s", (text, address) => {
    expect(readFigureAddress(text)).toEqual(address);
    expect(figureAddress(address)).toBe(text);
  });

  it.each([
    ...["", "outturn", "outturn:", "outturn:-1", "outturn:1.5", "outturn:1234567890", "condition:1"],
    ...["toString:1", "outturn:1:after-deductions", "allocation:1:before", "allocation:1:after-deductions:"],
  ])("%j is none", (text) => {
    expect(readFigureAddress(text)).toBeNull();
  });
});
