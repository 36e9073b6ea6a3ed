import { describe, expect, it } from "vitest";
import type { Flag, Verdict } from "@/shapes/judgement-shapes";
import { standingInYear } from "./standing-in-year";

const verdict = (word: Verdict["verdict"], planSource: Verdict["planSource"] = "agreement") =>
  ({ financialYear: "2023-24", verdict: word, planSource, summary: `It is ${word}.` }) as Verdict;
const flag = (severity: Flag["severity"], state: Flag["state"], financialYear = "2023-24") =>
  ({
    rule: "deficit-above-profile",
    severity,
    state,
    financialYear,
    summary: "Something was found.",
  }) as Flag;
const inYear = (given: Partial<Parameters<typeof standingInYear>[0]>) =>
  standingInYear({ year: "2023-24", cohort: "2021-22", verdict: null, flags: [], ...given });

describe("how a council stood in one year", () => {
  it.each([
    ["missed", "agreement", "missed"],
    ["missed-at-least", "agreement", "missed"],
    ["above-plan", "plan", "at-risk"],
    ["met", "agreement", "on-track"],
    ["within-tolerance", "agreement", "on-track"],
    ["met", "plan", "unknown"],
    ["within-tolerance", "press", "unknown"],
    ["cannot-compare", "agreement", "unknown"],
    ["not-published", "agreement", "unknown"],
    ["not-held", "agreement", "unknown"],
  ] as const)("%s against a figure from the %s: %s, in the verdict's words", (word, source, status) => {
    expect(inYear({ verdict: verdict(word, source) })).toEqual({ status, sentence: `It is ${word}.` });
  });

  it.each([
    [
      "the year before it signed",
      { cohort: "2024-25" },
      "no-agreement",
      /had not signed by the end of 2023 to 2024/,
    ],
    ["the year in which it signed", { cohort: "2023-24" }, "unknown", /It signed in that year/],
    ["a year without a plan", {}, "unknown", /No planned deficit of that year is held/],
    ["a council that never signed", { cohort: null }, "no-agreement", /signed no safety valve agreement/],
  ] as const)("%s", (_, given, status, sentence) => {
    expect(inYear(given)).toEqual({ status, sentence: expect.stringMatching(sentence) });
  });

  it("a flag of that year counts, one of another year doesn't", () => {
    expect(inYear({ flags: [flag("at-risk", "open")] }).status).toBe("at-risk");
    expect(inYear({ flags: [flag("at-risk", "open", "2022-23")] }).status).toBe("unknown");
    expect(inYear({ flags: [flag("at-risk", "cleared")] }).status).toBe("unknown");
  });

  it("nothing red is said of a year whose flag a person withdrew", () => {
    const said = inYear({ verdict: verdict("missed"), flags: [flag("missed", "withdrawn")] });
    expect(said).toEqual({ status: "unknown", sentence: expect.stringContaining("withdrew") });
  });
});
