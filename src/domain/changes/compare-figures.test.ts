import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../calendar-date";
import { readFinancialYear } from "../financial-year";
import { moneyOf } from "../money";
import type { ChangeValue, DraftChange } from "./change";
import {
  type ComparedFigure,
  compareFigures,
  type FigureCircumstances,
  type HeldFigure,
} from "./compare-figures";

const gbp = (pounds: number): ChangeValue => ({ kind: "money", pence: moneyOf(pounds, "pound") });
const NOT_HELD: ChangeValue = { kind: "missing", reason: "not-available" };

function read(period: string, value: ChangeValue, other: Partial<ComparedFigure> = {}): ComparedFigure {
  return {
    measure: "allocation",
    dfeCode: "X01",
    period,
    financialYear: readFinancialYear(period),
    subject: "before-deductions",
    value,
    edition: `${period}@2025-03-20`,
    origin: "live",
    publishedOn: "2025-03-20",
    citedFrom: null,
    at: { snapshotSha256: "b".repeat(64), url: "https://example.org/b", locator: { cell: "C2" } },
    ...other,
  };
}

function held(period: string, value: ChangeValue, other: Partial<HeldFigure> = {}): HeldFigure {
  return {
    ...read(period, value),
    edition: `${period}@2024-12-18`,
    publishedOn: "2024-12-18",
    at: { snapshotSha256: "a".repeat(64), url: "https://example.org/a", locator: { cell: "C9" } },
    ofThisRun: false,
    ...other,
  };
}

const compare = (
  before: readonly HeldFigure[],
  after: readonly ComparedFigure[],
  circumstances: Partial<FigureCircumstances> = {},
) =>
  compareFigures(before, after, {
    ...{ sameBytes: false, today: "2026-11-23" as CalendarDate },
    ...circumstances,
  });

const said = ({ kind, before, after, notNews }: DraftChange) => ({ kind, before, after, notNews });

describe("an edition beside those held", () => {
  const own = { edition: "2025-26@2025-03-20", publishedOn: "2025-03-20" };
  it.each<[string, HeldFigure[], ComparedFigure[], Partial<FigureCircumstances>, Partial<DraftChange>[]]>([
    [
      "the first of a new year",
      [held("2024-25", gbp(9))],
      [read("2025-26", gbp(10))],
      {},
      [{ kind: "allocation-published", before: null, after: gbp(10), notNews: null }],
    ],
    [
      "the first of a past year",
      [held("2024-25", gbp(9))],
      [read("2023-24", gbp(10))],
      {},
      [{ kind: "allocation-published", before: null, after: gbp(10), notNews: "backfill" }],
    ],
    [
      "the first of a year, after a later one in the same run",
      [held("2026-27", gbp(9), { ofThisRun: true })],
      [read("2025-26", gbp(10))],
      {},
      [{ kind: "allocation-published", before: null, after: gbp(10), notNews: null }],
    ],
    [
      "a newer one of a year held",
      [
        held("2025-26", gbp(9)),
        held("2025-26", gbp(8), { edition: "2025-26@2024-07-01", publishedOn: "2024-07-01" }),
      ],
      [read("2025-26", gbp(10))],
      {},
      [{ kind: "allocation-restated", before: gbp(9), after: gbp(10), notNews: null }],
    ],
    ["a newer one that says the same", [held("2025-26", gbp(9))], [read("2025-26", gbp(9))], {}, []],
    [
      "an older one of a year held",
      [held("2025-26", gbp(9), { edition: "2025-26@2025-07-18", publishedOn: "2025-07-18" })],
      [read("2025-26", gbp(10))],
      {},
      [{ kind: "allocation-published", before: null, after: gbp(10), notNews: "backfill" }],
    ],
    [
      "the same one with another file",
      [held("2025-26", gbp(9), own)],
      [read("2025-26", gbp(10))],
      {},
      [{ kind: "allocation-restated", before: gbp(9), after: gbp(10), notNews: null }],
    ],
    [
      "the same one with another file, though a newer one counts",
      [
        held("2025-26", gbp(9), own),
        held("2025-26", gbp(7), { edition: "2025-26@2025-07-18", publishedOn: "2025-07-18" }),
      ],
      [read("2025-26", gbp(10))],
      {},
      [{ kind: "allocation-restated", before: gbp(9), after: gbp(10), notNews: "backfill" }],
    ],
    [
      "the same bytes, read otherwise",
      [held("2025-26", gbp(9), own)],
      [read("2025-26", gbp(10)), read("2026-27", gbp(11))],
      { sameBytes: true },
      [
        { kind: "allocation-published", before: null, after: gbp(11), notNews: "reading-changed" },
        { kind: "allocation-restated", before: gbp(9), after: gbp(10), notNews: "reading-changed" },
      ],
    ],
    [
      "the publisher's own for our copy",
      [held("2025-26", gbp(9), { origin: "archive" })],
      [read("2025-26", gbp(10))],
      {},
      [{ kind: "allocation-restated", before: gbp(9), after: gbp(10), notNews: "archive-superseded" }],
    ],
    [
      "the publisher's own, as our copy had it",
      [held("2025-26", gbp(10), { origin: "archive" })],
      [read("2025-26", gbp(10))],
      {},
      [],
    ],
    [
      "a council taken out of the same one",
      [held("2025-26", gbp(9), { ...own, dfeCode: "X02" }), held("2025-26", gbp(10), own)],
      [read("2025-26", gbp(10))],
      {},
      [{ kind: "allocation-restated", before: gbp(9), after: null, notNews: null }],
    ],
    [
      "a figure that was not to be had before",
      [held("2025-26", NOT_HELD)],
      [read("2025-26", gbp(10))],
      {},
      [{ kind: "allocation-published", before: NOT_HELD, after: gbp(10), notNews: null }],
    ],
    ["a figure that isn't to be had", [held("2024-25", gbp(9))], [read("2025-26", NOT_HELD)], {}, []],
    [
      "a figure no longer to be had",
      [held("2025-26", gbp(9))],
      [read("2025-26", NOT_HELD)],
      {},
      [{ kind: "allocation-restated", before: gbp(9), after: NOT_HELD, notNews: null }],
    ],
  ])("%s", (_, before, after, circumstances, expected) => {
    expect(compare(before, after, circumstances).map(said)).toEqual(expected);
  });

  it("shows where both figures stand", () => {
    const [restated] = compare([held("2025-26", gbp(9))], [read("2025-26", gbp(10))]);
    expect(restated).toMatchObject({
      beforeAt: { locator: { cell: "C9" } },
      afterAt: { locator: { cell: "C2" } },
    });
  });
});

describe("the register", () => {
  const row = (publishedOn: string | null, value = gbp(5), cited = "https://example.org/paper") =>
    read("2025-03-31", value, {
      ...{ measure: "outturn", origin: "register", edition: "actuals", publishedOn, citedFrom: cited },
    });
  const kept = (value: ChangeValue, cited?: string) => ({
    ...row("2024-06-01", value, cited),
    ofThisRun: false,
  });

  it.each([
    ["published 60 days ago", "2026-09-24", null],
    ["published 61 days ago", "2026-09-23", "backfill"],
    ["published in a month just begun", "2026-11", null],
    ["published some time in the year", "2026", "backfill"],
    ["published nobody knows when", null, "backfill"],
  ])("a new row, %s", (_, publishedOn, notNews) => {
    expect(compare([], [row(publishedOn)])).toMatchObject([{ kind: "outturn-published", notNews }]);
  });

  it("a row of another page is another row; one put right is a correction", () => {
    expect(compare([kept(gbp(4), "https://example.org/other")], [row(null)])).toMatchObject([
      { kind: "outturn-published", before: null },
    ]);
    expect(compare([kept(gbp(4))], [row(null)])).toMatchObject([
      { kind: "outturn-restated", before: gbp(4), after: gbp(5), notNews: null },
    ]);
  });

  it("a row taken out is no news of anybody's", () => {
    expect(compare([kept(gbp(4), "https://example.org/other"), kept(gbp(5))], [row(null)])).toEqual([]);
  });
});

describe("mass", () => {
  it("compares nine years of 151 councils at once", () => {
    const years = Array.from({ length: 9 }, (_, index) => `${2017 + index}-${18 + index}`);
    const all = Array.from({ length: 151 }, (_, index) => `C${index}`).flatMap((dfeCode) =>
      years.map((period) => ({ dfeCode, period })),
    );
    const before = all.map(({ dfeCode, period }) => held(period, gbp(1), { dfeCode }));
    const after = all.map(({ dfeCode, period }) => read(period, gbp(2), { dfeCode }));
    expect(compare(before, after)).toHaveLength(151 * 9);
    expect(
      compare(
        after.map((figure) => ({ ...figure, ofThisRun: false })),
        after,
      ),
    ).toEqual([]);
  });
});
