import { describe, expect, it } from "vitest";
import type { Trend } from "@/shapes/judgement-shapes";
import { noTrendSentence, trendSentences } from "./trend";

const trend = (own: Partial<Trend>): Trend => ({
  basis: "gross",
  years: ["2021-22", "2022-23", "2023-24"],
  slopeGbp: 3_000_000,
  slopeLowGbp: 2_500_000,
  slopeHighGbp: 4_000_000,
  ...{ clearsBy: null, clearsByEarliest: null, clearsByLatest: null },
  neededPerYearGbp: null,
  promised: null,
  sources: [],
  ...own,
});
const SIGNED = [{ cohort: "2021-22" }];

describe("a trend in words", () => {
  it.each<[string, Partial<Trend>, string[]]>([
    [
      "that grows",
      {},
      [
        "Before DfE money, the deficit grew by £3 million a year between Mar 2022 and Mar 2024 (3 year ends; from pair to pair of them it grew by between £2.5 million and £4 million).",
        "If it went on so, the deficit would not be cleared.",
      ],
    ],
    [
      "that falls, with the years between which it would be gone",
      {
        ...{ slopeGbp: -2_000_000, slopeLowGbp: -3_000_000, slopeHighGbp: -1_000_000 },
        ...{ clearsBy: "2028-29", clearsByEarliest: "2026-27", clearsByLatest: "2033-34" },
        promised: { what: "clearance", by: "2025-26", neededPerYearGbp: 5_000_000 },
      },
      [
        "Before DfE money, the deficit fell by £2 million a year between Mar 2022 and Mar 2024 (3 year ends; from pair to pair of them it fell by between £1 million and £3 million).",
        "If it went on so, the deficit would be gone by the end of 2028 to 2029 (at the earliest 2026 to 2027, at the latest 2033 to 2034).",
        "To be gone by the end of 2025 to 2026, as was promised, it would have to fall by £5 million a year.",
      ],
    ],
    [
      "that goes either way",
      {
        ...{ slopeLowGbp: -1_000_000, slopeHighGbp: 2_000_000, slopeGbp: 0, clearsByEarliest: "2030-31" },
        promised: { what: "balance", by: "2025-26", neededPerYearGbp: 0 },
      },
      [
        "Before DfE money, the deficit neither grew nor fell between Mar 2022 and Mar 2024 (3 year ends; from pair to pair of them it fell by £1 million at one end and grew by £2 million at the other).",
        "If it went on so, the deficit would not be cleared; at the best of the range, by the end of 2030 to 2031.",
      ],
    ],
  ])("%s", (_, own, sentences) => expect(trendSentences(trend(own), SIGNED)).toEqual(sentences));

  it.each([
    ["2022-23", false],
    ["2023-24", true],
    ["2024-25", true],
  ])("signed in %s, it says that it ended before: %s", (cohort, said) => {
    const sentences = trendSentences(trend({}), [{ cohort }]);
    expect(sentences.some((sentence) => sentence.includes("says nothing of what has been done since"))).toBe(
      said,
    );
    expect(sentences.some((sentence) => sentence.startsWith("If it went on so"))).toBe(!said);
  });
});

describe("why there is no trend", () => {
  it.each([
    [{ reason: "fewer-than-three-year-ends", yearEnds: 0 } as const, /three year ends.*none is held/],
    [{ reason: "fewer-than-three-year-ends", yearEnds: 1 } as const, /only one is held/],
    [{ reason: "fewer-than-three-year-ends", yearEnds: 2 } as const, /only 2 are held/],
    [{ reason: "receipts-incomplete", yearEnds: 1 } as const, /how much DfE money/],
  ])("%o", (none, words) => expect(noTrendSentence(none)).toMatch(words));
});
