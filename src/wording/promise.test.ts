import { describe, expect, it } from "vitest";
import { balanceMarkWords, promiseSentence } from "./promise";

const official = { balanceBy: "2027-28", balanceBySource: "official", current: true } as const;
const press = { ...official, balanceBySource: "press" } as const;
const silent = { balanceBy: null, balanceBySource: null, current: true } as const;

describe("what a council agreed to", () => {
  it.each([
    ["one version with a year", [official], "It agreed to balance its yearly spending by 2027 to 2028."],
    [
      "a year from the press",
      [press],
      "It agreed, the press reported, to balance its yearly spending by 2027 to 2028.",
    ],
    ["no year", [silent], "It signed a safety valve agreement."],
    ["no version at all", [], "It signed a safety valve agreement."],
    [
      "a new version with a year of its own",
      [
        { ...official, current: false },
        { ...official, balanceBy: "2029-30" },
      ],
      "It agreed to balance its yearly spending by 2029 to 2030.",
    ],
    [
      "a new version whose year we do not hold",
      [{ ...official, current: false }, silent],
      "It first agreed to balance its yearly spending by 2027 to 2028; the agreement was revised, and we do not hold the new year.",
    ],
    [
      "an agreement that ended, replaced by none",
      [{ ...official, current: false }],
      "It agreed to balance its yearly spending by 2027 to 2028.",
    ],
  ] as const)("%s", (_, agreements, words) => expect(promiseSentence(agreements)).toBe(words));
});

describe("the mark of the promised year", () => {
  it("names the first promise as such once it is replaced", () => {
    const first = { ...official, current: false };
    expect(balanceMarkWords(first, [first, silent], "Mar 2028")).toBe("first to balance by Mar 2028");
    expect(balanceMarkWords(official, [official], "Mar 2028")).toBe("to balance by Mar 2028");
  });
});
