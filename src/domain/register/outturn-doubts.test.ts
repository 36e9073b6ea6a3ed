import { describe, expect, it } from "vitest";
import type { CalendarDate, PartialDate } from "../calendar-date";
import { type Money, moneyOf } from "../money";
import { type EnteredOutturn, type HeldOutturn, isYetToCome, outturnDoubts } from "./outturn-doubts";

const day = (text: string) => text as CalendarDate;
const TODAY = day("2026-11-29");
const million = (amount: number): Money => moneyOf(amount, "million");

const entered = (own: Partial<EnteredOutturn> = {}): EnteredOutturn => ({
  ...{ asAt: day("2025-03-31"), deficit: million(14), error: million(0.05), basis: "net", scope: "dsg" },
  ...{ kind: "outturn", publishedOn: null, copyOf: null },
  ...own,
});
const held = (own: Partial<HeldOutturn> = {}): HeldOutturn => ({
  ...entered(),
  ...{ publication: "evidence-register", title: "exampleshire.example" },
  ...own,
});
const doubts = (own: Partial<EnteredOutturn>, ...others: HeldOutturn[]) =>
  outturnDoubts(entered(own), others, TODAY).map(({ kind }) => kind);

it("nothing speaks against the first figure of a council", () => {
  expect(doubts({})).toEqual([]);
});

describe("another figure of the same day", () => {
  it.each([
    ["the same within what rounding hides", { deficit: million(14.1) }, []],
    ["beyond it", { deficit: million(14.11) }, ["differs"]],
    ["on another basis", { deficit: million(20), basis: "gross" }, []],
    ["of another scope", { deficit: million(20), scope: "high-needs" }, []],
    ["on a basis that nobody states", { deficit: million(20), basis: "unknown" }, ["differs"]],
    ["a forecast, overtaken by an outturn", { deficit: million(20), kind: "forecast" }, []],
  ] as const)("%s", (_, own, expected) => {
    expect(doubts({}, held(own))).toEqual(expected);
  });

  it("that DfE publishes: then this may be a copy of it, unless it says so", () => {
    const published = held({ publication: "section-251-outturn", error: null });
    expect(doubts({}, published)).toEqual(["copy"]);
    expect(doubts({ copyOf: "section-251-outturn" }, published)).toEqual([]);
    expect(doubts({ deficit: million(15) }, published)).toEqual(["differs"]);
  });
});

describe("far from the nearest year end", () => {
  it.each([
    ["as it was", 14, []],
    ["£10 million more, no more", 24, []],
    ["more than that, and more than half", 28.01, ["jump"]],
    ["more than that, and no more than half", 30, ["jump"]],
    ["a surplus", -4, ["jump"]],
    ["small, though many times as much", 4, []],
  ] as const)("%s", (_, before, expected) => {
    const result = doubts({}, held({ asAt: day("2024-03-31"), deficit: million(before) }));
    expect(result).toEqual(expected);
  });

  it.each([
    ["another basis", { basis: "gross" }],
    ["a forecast", { kind: "forecast" }],
    ["two years away", { asAt: day("2023-03-31") }],
  ] as const)("isn't measured against %s", (_, own) => {
    expect(doubts({}, held({ asAt: day("2024-03-31"), deficit: million(90), ...own }))).toEqual([]);
  });
});

it.each([
  [{ asAt: day("2025-03-30") }, ["not-a-year-end"]],
  [{ deficit: million(500) }, []],
  [{ deficit: million(501) }, ["large"]],
  [{ publishedOn: "2025-03-30" as PartialDate }, ["published-before"]],
  [{ publishedOn: "2025-03" as PartialDate }, []],
  [{ publishedOn: "2024" as PartialDate }, ["published-before"]],
  [{ publishedOn: "2025" as PartialDate }, []],
  [{ kind: "forecast", publishedOn: "2025-01-10" as PartialDate }, []],
  [{ kind: "forecast" }, ["forecast-of-the-past"]],
  [{ kind: "forecast", asAt: day("2027-03-31") }, []],
] as const)("%j", (own, expected) => {
  expect(doubts(own)).toEqual(expected);
});

it.each([
  ["2026-11-29", "outturn", false],
  ["2026-11-30", "outturn", true],
  ["2026-11-30", "provisional", true],
  ["2027-03-31", "forecast", false],
] as const)("%s as %s is yet to come: %s", (asAt, kind, expected) => {
  expect(isYetToCome(day(asAt), kind, TODAY)).toBe(expected);
});
