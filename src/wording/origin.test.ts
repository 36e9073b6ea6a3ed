import { describe, expect, it } from "vitest";
import { MISSING_REASONS } from "@/domain/published-value";
import { missingWords } from "./missing";
import { originWords, placeWords, retrievedWords, sourceName } from "./origin";

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

describe("the name of a source", () => {
  const file = "https://github.com/owner/repo/blob/b215e61/folder/deficits.xlsx#sheet";
  it.each([
    ["github.com", file, "deficits.xlsx (owner on github.com)"],
    ["github.com", "https://github.com/owner/repo", "github.com"],
    ["github.com (outputs.csv)", file, "github.com (outputs.csv)"],
    ["exampleshire.gov.uk", "https://exampleshire.gov.uk/paper.pdf", "exampleshire.gov.uk"],
  ])("%s at %s", (title, url, name) => expect(sourceName({ title, url })).toBe(name));

  it("is fetched only where somebody was asked for it", () => {
    expect(retrievedWords("live")).toBe("Fetched");
    expect(retrievedWords("archive")).not.toContain("etched");
    expect(retrievedWords("register")).not.toContain("etched");
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
