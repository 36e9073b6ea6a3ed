import { describe, expect, it } from "vitest";
import { aDossier, aGrantItem, anInYearBalance, date, million, year } from "@/testing/dossiers";
import { pence } from "../money";
import type { HeldGrantItem, HeldInYearBalance } from "../verdicts/held-figures";
import { inYearBalances } from "../verdicts/in-year-balance";
import { grantPosition, YEARS_SINCE } from "./grant-position";

const eligible = aGrantItem("eligible-deficit", { amount: million(30), asAt: date("2026-09-01") });
const approved = aGrantItem("plan-approved", { asAt: date("2026-10-01") });
const paid = aGrantItem("paid", { amount: million(27), asAt: date("2026-11-02") });

const at = (items: readonly HeldGrantItem[], rows: readonly Partial<HeldInYearBalance>[] = []) => {
  const dossier = aDossier({ signed: false, agreements: [], inYearBalances: rows.map(anInYearBalance) });
  return grantPosition(
    items,
    YEARS_SINCE.flatMap((each) => inYearBalances(dossier, each)),
  );
};
const one = (amount: number) => ({ least: million(amount), most: million(amount) });

describe("each stage only with a source", () => {
  it("nothing is assumed", () => {
    expect(at([])).toEqual({
      eligible: null,
      planSubmitted: null,
      planApproved: null,
      refused: null,
      paid: null,
      shares: null,
      line: null,
      since: { amount: one(0), years: [], missing: ["2026-27", "2027-28"], refs: [] },
      residual: null,
    });
    expect(at([aGrantItem("other", { amount: million(30) })])).toEqual(at([]));
  });

  it.each(["plan-submitted", "plan-approved", "refused", "paid", "eligible-deficit"] as const)(
    "%s",
    (item) => {
      const held = aGrantItem(item, { asAt: date("2026-10"), amount: million(2) });
      const name =
        (
          {
            "plan-submitted": "planSubmitted",
            "plan-approved": "planApproved",
            "eligible-deficit": "eligible",
          } as Record<string, string>
        )[item] ?? item;
      expect(at([held])).toMatchObject({
        [name]: { date: "2026-10", amount: one(2), refs: [held.ref] },
        line: null,
        residual: null,
      });
    },
  );

  it("the eligible deficit gives its shares, and no line before approval", () => {
    expect(at([eligible])).toMatchObject({
      shares: { grant: one(27), left: one(3) },
      line: null,
      residual: null,
    });
    expect(at([eligible, aGrantItem("plan-submitted")])).toMatchObject({ line: null, residual: null });
  });

  it("approval without the eligible deficit gives no amounts", () => {
    expect(at([approved])).toMatchObject({ shares: null, line: null, residual: null });
    expect(at([approved, paid])).toMatchObject({ shares: null, line: null, residual: null });
    expect(at([approved, aGrantItem("eligible-deficit")])).toMatchObject({ shares: null, line: null });
  });
});

describe("before and after", () => {
  it.each<[string, HeldGrantItem[], unknown]>([
    [
      "approved: by the announced nine tenths",
      [approved],
      { before: one(30), after: one(3), by: "approved" },
    ],
    ["paid: by what was paid", [approved, paid], { before: one(30), after: one(3), by: "paid" }],
    [
      "paid less than nine tenths",
      [approved, { ...paid, amount: million(20) }],
      { before: one(30), after: one(10), by: "paid" },
    ],
    [
      "paid, nobody says how much",
      [approved, { ...paid, amount: null }],
      { before: one(30), after: one(3), by: "approved" },
    ],
    ["paid, the approval isn't cited", [paid], { before: one(30), after: one(3), by: "paid" }],
    [
      "two amounts cited as paid",
      [paid, aGrantItem("paid", { amount: million(25) })],
      { before: one(30), after: { least: million(3), most: million(5) }, by: "paid" },
    ],
  ])("%s", (_, items, line) => {
    expect(at([eligible, ...items]).line).toEqual(line);
    expect(at([eligible, ...items].toReversed()).line).toEqual(line);
  });

  it("two eligible deficits stay two", () => {
    const other = aGrantItem("eligible-deficit", { amount: million(20) });
    expect(at([eligible, other, approved])).toMatchObject({
      eligible: { amount: { least: million(20), most: million(30) } },
      shares: {
        grant: { least: million(18), most: million(27) },
        left: { least: million(2), most: million(3) },
      },
      line: { after: { least: million(2), most: million(3) } },
    });
  });

  it("the shares of an odd sum add up to it", () => {
    const { shares } = at([{ ...eligible, amount: pence(1_005) }]);
    expect(shares).toEqual({ grant: { least: 905, most: 905 }, left: { least: 100, most: 100 } });
  });
});

describe("a refusal", () => {
  it.each<[string, string | null, string | null, boolean]>([
    ["after the approval takes it back", "2026-10-01", "2026-10-02", false],
    ["on the day doesn't surely", "2026-10-01", "2026-10-01", true],
    ["before it doesn't", "2026-10-01", "2026-09-30", true],
    ["some day of the month doesn't surely", "2026-10-01", "2026-10", true],
    ["without a date doesn't", "2026-10-01", null, true],
    ["of an approval without a date doesn't surely", null, "2026-10-02", true],
  ])("%s", (_, approvedOn, refusedOn, stands) => {
    const items = [
      eligible,
      { ...approved, asAt: approvedOn === null ? null : date(approvedOn) },
      aGrantItem("refused", { asAt: refusedOn === null ? null : date(refusedOn) }),
    ];
    expect(at(items).planApproved !== null).toBe(stands);
    expect(at(items).residual !== null).toBe(stands);
    expect(at(items).refused).not.toBeNull();
  });

  it("an approval given again stands", () => {
    const again = aGrantItem("plan-approved", { asAt: date("2026-12-01") });
    const refused = aGrantItem("refused", { asAt: date("2026-11-01") });
    expect(at([approved, refused, again]).planApproved).toMatchObject({
      date: "2026-12-01",
      refs: [again.ref],
    });
  });
});

describe("what builds up to 31 March 2028", () => {
  const since = (text: string, amount: number, own: Partial<HeldInYearBalance> = {}) => ({
    financialYear: year(text),
    balance: million(amount),
    ...own,
  });

  it.each<[string, Partial<HeldInYearBalance>[], unknown, unknown, string[], string[]]>([
    ["nothing held", [], one(0), one(3), [], ["2026-27", "2027-28"]],
    ["one year's deficit", [since("2026-27", -4)], one(4), one(7), ["2026-27"], ["2027-28"]],
    ["a surplus comes off", [since("2026-27", 1)], one(-1), one(2), ["2026-27"], ["2027-28"]],
    ["both years", [since("2026-27", -4), since("2027-28", -2)], one(6), one(9), ["2026-27", "2027-28"], []],
    [
      "a forecast isn't one",
      [since("2026-27", -4, { kind: "forecast" })],
      one(0),
      one(3),
      [],
      ["2026-27", "2027-28"],
    ],
    [
      "years outside don't count",
      [since("2025-26", -9), since("2028-29", -9)],
      one(0),
      one(3),
      [],
      ["2026-27", "2027-28"],
    ],
    [
      "a final figure in place of the provisional",
      [since("2026-27", -5, { kind: "provisional" }), since("2026-27", -4)],
      one(4),
      one(7),
      ["2026-27"],
      ["2027-28"],
    ],
    [
      "the provisional where there is no other",
      [since("2026-27", -5, { kind: "provisional" })],
      one(5),
      one(8),
      ["2026-27"],
      ["2027-28"],
    ],
    [
      "two sources stay two",
      [since("2026-27", -4), since("2026-27", -5, { family: "another" })],
      { least: million(4), most: million(5) },
      { least: million(7), most: million(8) },
      ["2026-27"],
      ["2027-28"],
    ],
    [
      "at least so much where the grant may be in it",
      [
        since("2026-27", -4, {
          basis: "net",
          after: { safetyValve: "yes", stabilityGrant: "unknown", localContribution: "no" },
        }),
      ],
      { least: million(4), most: null },
      { least: million(7), most: null },
      ["2026-27"],
      ["2027-28"],
    ],
  ])("%s", (_, rows, amount, residual, years, missing) => {
    const position = at([eligible, approved], rows);
    expect(position.since).toMatchObject({ amount, years, missing });
    expect(position.since.refs).toHaveLength(
      position.since.amount.least === position.since.amount.most ? years.length : rows.length,
    );
    expect(position.residual).toEqual(residual);
  });
});

it("the latest date is told, the more exact of two that end alike", () => {
  const items = ["2026-10", "2026-10-31", "2026-09"].map((asAt) =>
    aGrantItem("plan-submitted", { asAt: date(asAt) }),
  );
  expect(at(items).planSubmitted?.date).toBe("2026-10-31");
  expect(at(items.toReversed()).planSubmitted?.date).toBe("2026-10-31");
  expect(at([aGrantItem("plan-submitted", { asAt: null })]).planSubmitted?.date).toBeNull();
});
