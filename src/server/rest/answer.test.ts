import { describe, expect, it } from "vitest";
import { entityTag, isUnchanged } from "./answer";

describe("entity tags", () => {
  it("are strong, and equal only for equal bytes", () => {
    expect(entityTag("a")).toMatch(/^"[\w-]+"$/);
    expect(entityTag("a")).toBe(entityTag(new TextEncoder().encode("a")));
    expect(entityTag("a")).not.toBe(entityTag("b"));
  });

  it.each([
    [null, false],
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", "abc"', true],
    ["*", true],
    ['"x"', false],
    ['"abcd"', false],
    ["abc", false],
    ["", false],
  ])("If-None-Match %s means unchanged: %s", (header, unchanged) => {
    expect(isUnchanged(header, '"abc"')).toBe(unchanged);
  });
});
