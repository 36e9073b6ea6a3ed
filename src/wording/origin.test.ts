import { describe, expect, it } from "vitest";
import { MISSING_REASONS } from "@/domain/published-value";
import { missingWords } from "./missing";
import { originWords, placeWords } from "./origin";

describe("the place of a figure", () => {
  it.each([
    [{ sheet: "High_needs", cell: "E46" }, "live", "sheet High_needs, cell E46"],
    [{ sheet: "High_needs", cell: "E46" }, "archive", "sheet High_needs, cell E46 of our facsimile"],
    [{ row: 12 }, "register", "row 12"],
    [{}, "archive", "the document as a whole"],
  ] as const)("%o, %s", (locator, origin, words) => expect(placeWords(locator, origin)).toBe(words));

  it("says when we rebuilt the document", () => {
    expect(originWords("archive")).toBe("our archive copy, rebuilt from published figures");
  });
});

describe("reasons for absence", () => {
  it("have words of their own, each different", () => {
    const words = MISSING_REASONS.map(missingWords);
    expect(new Set(words).size).toBe(MISSING_REASONS.length);
    expect(missingWords("not-held")).toBe("we do not hold it");
    expect(missingWords("not-published-yet")).toBe("not published yet");
    expect(missingWords("not-available")).toBe("not available");
  });
});
