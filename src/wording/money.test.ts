import { describe, expect, it } from "vitest";
import { formatCount, formatExactGbp, formatGbp, formatShortGbp } from "./money";

describe("an amount to read", () => {
  it.each([
    [67_167_405, "£67.2 million", "£67.2m", "£67,167,405"],
    [142_000_000, "£142 million", "£142m", "£142,000,000"],
    [9_952_172_126, "£9.95 billion", "£9.95bn", "£9,952,172,126"],
    [999_949_999, "£999.9 million", "£999.9m", "£999,949,999"],
    [999_950_000, "£1 billion", "£1bn", "£999,950,000"],
    [1_000_000, "£1 million", "£1m", "£1,000,000"],
    [999_500, "£1 million", "£1m", "£999,500"],
    [999_499, "£999,000", "£999k", "£999,499"],
    [312_400, "£312,000", "£312k", "£312,400"],
    [10_000, "£10,000", "£10k", "£10,000"],
    [9_999, "£9,999", "£10k", "£9,999"],
    [820, "£820", "£820", "£820"],
    [0, "£0", "£0", "£0"],
    [-3_160_000, "−£3.2 million", "−£3.2m", "−£3,160,000"],
  ])("%d", (gbp, read, short, exact) => {
    expect(formatGbp(gbp)).toBe(read);
    expect(formatShortGbp(gbp)).toBe(short);
    expect(formatExactGbp(gbp)).toBe(exact);
  });

  it("groups counts", () => {
    expect(formatCount(638_745)).toBe("638,745");
  });
});
