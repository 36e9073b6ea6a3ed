import { describe, expect, it } from "vitest";
import { countryWords } from "./country";

describe("whose figures are shown", () => {
  it("England's, and of the practice set nobody's", () => {
    expect(countryWords({ practice: false }).councils).toBe("England’s councils");
    expect(Object.values(countryWords({ practice: true })).join()).not.toContain("England");
  });
});
