import { describe, expect, it } from "vitest";
import { passwordFault } from "./password";

describe("a password", () => {
  it.each([
    ["eleven char", /at least 12 characters/],
    ["twelve chars", null],
    ["x".repeat(11), /at least 12/],
    [`${"abcde".repeat(25)}abc`, null],
    [`${"abcde".repeat(25)}abcd`, /at most 128/],
    ["aaaaaaaaaaaaaaaa", /harder to guess/],
    ["abcdabcdabcdabcd", /harder to guess/],
    ["abcdeabcdeabcde", null],
    ["somebody@example.org", /harder to guess/],
    ["SomeBody@Example.org 1", /harder to guess/],
    ["пароль из слов", null],
  ])("%s: %s", (password, fault) => {
    const met = passwordFault(password, "somebody@example.org");
    if (fault === null) expect(met).toBe(null);
    else expect(met).toMatch(fault);
  });
});
