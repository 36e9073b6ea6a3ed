import { describe, expect, it } from "vitest";
import type { RunProgress } from "@/shapes/run-shapes";
import { durationWords, runTitle, shareDone, stepWords } from "./runs";

const reading = (other: Partial<RunProgress> = {}): RunProgress => ({
  ...{ stage: "reading", source: "ehc-plans", sourceNumber: 2, sources: 4, document: null },
  ...other,
});

describe("how much of a run is done", () => {
  it.each([
    ["waiting", reading({ stage: "waiting" }), 0],
    ["copying", reading({ stage: "copying" }), 0],
    ["at its second source of four", reading(), 0.25],
    ["at its first document of two", reading({ document: { number: 1, of: 2, url: "u" } }), 0.25],
    ["at its second document of two", reading({ document: { number: 2, of: 2, url: "u" } }), 0.375],
    ["without sources", reading({ sources: 0, sourceNumber: 0 }), 0],
    ["judging", reading({ stage: "judging" }), 1],
    ["comparing", reading({ stage: "comparing" }), 1],
  ])("%s", (_, progress, share) => {
    expect(shareDone(progress)).toBe(share);
  });
});

describe("what is being done", () => {
  it("names the source, and the document once it's known", () => {
    expect(stepWords(reading())).toBe("Source 2 of 4: ehc-plans");
    expect(stepWords(reading({ document: { number: 3, of: 9, url: "u" } }))).toBe(
      "Source 2 of 4: ehc-plans, document 3 of 9",
    );
  });
});

describe("how long it took", () => {
  it.each([
    [0, "under a second"],
    [999, "under a second"],
    [1_000, "1 s"],
    [59_400, "59 s"],
    [60_000, "1 min 0 s"],
    [3_599_000, "59 min 59 s"],
    [3_600_000, "1 h 0 min"],
  ])("%i ms: %s", (milliseconds, words) => {
    expect(durationWords(milliseconds)).toBe(words);
  });
});

describe("a run's title", () => {
  const run = { job: "ingest", sources: [] as string[], readFrom: "live", dryRun: false } as const;
  it.each([
    [run, "Reading of all sources, from the publishers"],
    [
      { ...run, sources: ["ehc-plans"], dryRun: true },
      "Reading of ehc-plans, from the publishers, only tried",
    ],
    [{ ...run, sources: ["a", "b"], readFrom: "stored" as const }, "Reading of a and b, from what is stored"],
    [{ ...run, sources: ["a", "b", "c"], readFrom: null }, "Reading of 3 sources"],
    [{ ...run, job: "assess", readFrom: null }, "Judging of every council"],
  ])("%#: says what, from where, and whether it's only tried", (given, title) => {
    expect(runTitle(given)).toBe(title);
  });
});
