import { expect, it } from "vitest";
import { day, year } from "@/testing/dossiers";
import { THRESHOLDS } from "../verdicts/thresholds";
import { isCurrent } from "./is-current";

it.each([
  ["2025-03-31", true],
  ["2026-11-30", true],
  ["2026-12-01", false],
  ["2027-04-01", false],
])("a trend to 31 March 2025 speaks of what lies ahead on %s: %s", (today, expected) => {
  const years = [year("2022-23"), year("2023-24"), year("2024-25")];
  expect(isCurrent({ years }, day(today), THRESHOLDS)).toBe(expected);
});

it("a trend of nothing speaks of nothing", () => {
  expect(isCurrent({ years: [] }, day("2026-11-24"), THRESHOLDS)).toBe(false);
});
