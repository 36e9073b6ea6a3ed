import { describe, expect, it } from "vitest";
import { REASONS, VERDICT_WORDS } from "@/domain/verdicts/verdict";
import { reasonWords, verdictMeaning, verdictSentence, verdictWord } from "./verdict";

const missed: Parameters<typeof verdictSentence>[0] = {
  ...{ financialYear: "2023-24", basis: "gross", planSource: "agreement", verdict: "missed" },
  ...{ promisedGbp: 20_500_000, actualLowGbp: 22_600_000, actualHighGbp: 22_600_000 },
  ...{ gapGbp: 2_100_000, toleranceGbp: 400_000 },
};

describe("a verdict in a sentence", () => {
  it.each([
    [
      {},
      "At 31 March 2024 the deficit before DfE money was £22.6 million, against £20.5 million planned in the agreement: above the plan by £2.1 million, more than the tolerance of £400,000.",
    ],
    [
      { verdict: "missed-at-least", actualHighGbp: null },
      "At 31 March 2024 the deficit before DfE money was at least £22.6 million, against £20.5 million planned in the agreement: above the plan by at least £2.1 million, whatever DfE has paid, and more than the tolerance of £400,000.",
    ],
    [
      { verdict: "missed-at-least", actualHighGbp: 30_000_000 },
      "At 31 March 2024 the deficit before DfE money was between £22.6 million and £30 million, against £20.5 million planned in the agreement: above the plan by at least £2.1 million, whatever DfE has paid, and more than the tolerance of £400,000.",
    ],
    [
      { verdict: "above-plan", planSource: "press" },
      "At 31 March 2024 the deficit before DfE money was £22.6 million, against £20.5 million planned in the agreement as the press read it: above the plan by £2.1 million, more than the tolerance of £400,000; since the plan isn’t read from the agreement itself, that is no missed agreement.",
    ],
    [
      { verdict: "above-plan", planSource: "aim", promisedGbp: 0, gapGbp: 22_600_000 },
      "At 31 March 2024 the deficit before DfE money was £22.6 million, against no deficit in the council’s stated aim: above the plan by £22.6 million, more than the tolerance of £400,000; since the plan isn’t read from the agreement itself, that is no missed agreement.",
    ],
    [
      { verdict: "within-tolerance", actualLowGbp: 20_800_000, actualHighGbp: 20_800_000, gapGbp: 300_000 },
      "At 31 March 2024 the deficit before DfE money was £20.8 million, against £20.5 million planned in the agreement: above the plan by £300,000, within the tolerance of £400,000.",
    ],
    [
      { verdict: "within-tolerance", actualLowGbp: 20_400_000, actualHighGbp: 20_800_000, gapGbp: null },
      "At 31 March 2024 the deficit before DfE money was between £20.4 million and £20.8 million, against £20.5 million planned in the agreement: at most £400,000 above the plan, which is the tolerance.",
    ],
    [
      { verdict: "met", actualLowGbp: 20_000_000, actualHighGbp: 20_000_000, gapGbp: -500_000 },
      "At 31 March 2024 the deficit before DfE money was £20 million, against £20.5 million planned in the agreement: £500,000 below the plan.",
    ],
    [
      { verdict: "met", actualLowGbp: 20_500_000, actualHighGbp: 20_500_000, gapGbp: 0 },
      "At 31 March 2024 the deficit before DfE money was £20.5 million, against £20.5 million planned in the agreement: as planned.",
    ],
    [
      { verdict: "met", actualLowGbp: 19_000_000, actualHighGbp: 20_000_000, gapGbp: -500_000 },
      "At 31 March 2024 the deficit before DfE money was between £19 million and £20 million, against £20.5 million planned in the agreement: at least £500,000 below the plan.",
    ],
    [
      {
        verdict: "met",
        actualLowGbp: -1_000_000,
        actualHighGbp: -1_000_000,
        promisedGbp: 0,
        gapGbp: -1_000_000,
      },
      "At 31 March 2024 the balance before DfE money was a surplus of £1 million, against no deficit planned in the agreement: £1 million below the plan.",
    ],
    [
      { verdict: "cannot-compare", reason: "receipts-incomplete", gapGbp: null },
      "For 31 March 2024 there is £20.5 million planned in the agreement; it can’t be compared with what was published: not all of DfE’s payments up to that day are known.",
    ],
    [
      { verdict: "not-published", reason: "outturn-not-published", actualLowGbp: null, actualHighGbp: null },
      "For 31 March 2024 there is £20.5 million planned in the agreement; the outturn is not published yet.",
    ],
    [
      { verdict: "not-held", reason: "outturn-not-held", actualLowGbp: null, actualHighGbp: null },
      "For 31 March 2024 there is £20.5 million planned in the agreement; the outturn is not held.",
    ],
  ] as const)("%j", (own, sentence) => {
    expect(verdictSentence({ ...missed, ...own })).toBe(sentence);
  });

  it("each verdict and each reason has words of its own", () => {
    for (const list of [
      VERDICT_WORDS.map(verdictWord),
      VERDICT_WORDS.map(verdictMeaning),
      REASONS.map(reasonWords),
    ]) {
      expect(new Set(list).size).toBe(list.length);
      expect(list.every((words) => words.length > 2)).toBe(true);
    }
  });
});
