import { describe, expect, it } from "vitest";
import { clipped, keptTogether, plainWords } from "./plain-words";

describe("plain words", () => {
  it.each([
    ["nothing to do", "Kent owed £1.2 million.", "Kent owed £1.2 million."],
    ["a second header", "Kent\r\nBcc: everybody@example.org", "Kent Bcc: everybody@example.org"],
    ["other line breaks", "a\u2028b\u2029c\u0085d\ve\ff", "a b c d e f"],
    ["control characters", "a\u0000b\u001bc\u007fd", "a b c d"],
    ["marks that turn the direction", "Kent\u202e000,1£\u202c\u200f\u2066x\u2069", "Kent000,1£x"],
    ["marks that nobody sees", "Ke\u200bnt\u00ad\ufeff", "Kent"],
    ["half a letter", "a\ud800b", "a\ufffdb"],
    ["right-to-left words stay", "كنت", "كنت"],
    ["a placeholder", "{{manage}}", "{ {manage} }"],
    ["a placeholder in disguise", "{\u200b{manage}\u2060}", "{ {manage} }"],
    ["many braces", "{{{{unsubscribe}}}}", "{ { { {unsubscribe} } } }"],
    ["one brace", "{a}", "{a}"],
  ])("%s", (_, words, plain) => expect(plainWords(words)).toBe(plain));
});

describe("clipped", () => {
  it.each([
    ["as long as it may be", "abcde", 5, "abcde"],
    ["one too long", "abcdef", 5, "abcd…"],
    ["after a word", "the agreed profile", 13, "the agreed…"],
    ["without the comma", "agreed, profiles", 10, "agreed…"],
    ["letters, not halves of them", "😀😀😀😀", 3, "😀😀…"],
  ])("%s", (_, words, most, short) => expect(clipped(words, most)).toBe(short));
});

describe("kept together", () => {
  it.each([
    ["£22.6 million", "£22.6\u00a0million"],
    ["£1.25 billion", "£1.25\u00a0billion"],
    ["31 March 2025", "31\u00a0March 2025"],
    ["2 years later", "2\u00a0years later"],
    ["in 2025 to 2026", "in 2025 to 2026"],
    ["3 Marches", "3 Marches"],
  ])("%s", (words, together) => expect(keptTogether(words)).toBe(together));
});
