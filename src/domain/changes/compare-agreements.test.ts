import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FinancialYear, financialYearStarting } from "../financial-year";
import { type Money, moneyOf } from "../money";
import type { AgreementVersion, PaymentTerm } from "./agreement-version";
import type { ChangePlace, DraftChange } from "./change";
import { compareAgreements } from "./compare-agreements";

const year = (from: number) => financialYearStarting(from);
const million = (amount: number) => moneyOf(amount, "million");

interface Terms {
  readonly balanceBy: FinancialYear | null;
  readonly clearedBy: FinancialYear | null;
  readonly from: FinancialYear | null;
  readonly to: FinancialYear | null;
  readonly total: Money | null;
  readonly suspended: boolean;
  readonly monitoring: string | null;
  readonly review: string | null;
  readonly footing: string;
  readonly profile: readonly (readonly [FinancialYear, Money])[];
  readonly payments: readonly (readonly [FinancialYear | null, Money | null, string?])[];
  readonly local: readonly (readonly [FinancialYear | null, Money])[];
  readonly conditions: readonly string[];
}

const SIGNED: Terms = {
  balanceBy: year(2025),
  clearedBy: year(2027),
  from: year(2022),
  to: year(2027),
  total: million(50),
  suspended: false,
  monitoring: "The council reports three times a year.",
  review: "The department may reopen the agreement.",
  footing: "gross, dsg, excluded",
  profile: [
    [year(2023), million(18)],
    [year(2024), million(20.5)],
  ],
  payments: [
    [year(2022), million(20)],
    [year(2023), million(7.5)],
  ],
  local: [[year(2023), million(2)]],
  conditions: [
    "Improve joint working with health partners across the area.",
    "Increase the number of places in special schools by 200.",
    "Report on progress to the schools forum every quarter.",
  ],
};

/** An invented version: every term with a page of its own. */
function version(terms: Partial<Terms> = {}, document = "a"): AgreementVersion {
  const all = { ...SIGNED, ...terms };
  const at = (page: number): ChangePlace => ({
    snapshotSha256: document.repeat(64),
    url: `https://example.org/${document}.pdf`,
    locator: { page },
  });
  return {
    dfeCode: "X01",
    version: `2022-23-${document}`,
    balanceBy: { value: all.balanceBy, at: at(1) },
    clearedBy: { value: all.clearedBy, at: at(1) },
    years: { value: { from: all.from, to: all.to }, at: at(1) },
    total: { value: all.total, at: at(2) },
    suspended: { value: all.suspended, at: at(2) },
    monitoring: { value: all.monitoring, at: at(3) },
    review: { value: all.review, at: at(3) },
    profile: all.profile.map(([financialYear, deficit], row) => ({
      ...{ financialYear, deficit, footing: all.footing },
      at: { ...at(2), locator: { page: 2, row } },
    })),
    payments: all.payments.map(([financialYear, amount, covers = "year"]) => ({
      ...{ financialYear, amount, covers, status: "planned" },
      at: at(2),
    })),
    localContributions: all.local.map(([financialYear, amount]) => ({
      ...{ financialYear, amount, status: "planned" },
      at: at(2),
    })),
    conditions: all.conditions.map((text, index) => ({ text, position: index + 1, at: at(2) })),
  };
}

const compare = (terms: Partial<Terms>, from: Partial<Terms> = {}) =>
  compareAgreements(version(from), version(terms, "b"));

const said = ({ kind, financialYear, subject, before, after }: DraftChange) => ({
  ...{ kind, financialYear, subject, before, after },
});

const y = (from: number) => ({ kind: "year", year: year(from) }) as const;
const gbp = (amount: number) => ({ kind: "money", pence: million(amount) }) as const;
const text = (words: string) => ({ kind: "text", text: words }) as const;

describe("two versions of an agreement", () => {
  it("that say the same make no change", () => {
    expect(compare({})).toEqual([]);
  });

  it.each<[string, Partial<Terms>, Partial<DraftChange>]>([
    [
      "the balance year",
      { balanceBy: year(2027) },
      { kind: "balance-year-changed", before: y(2025), after: y(2027) },
    ],
    [
      "the balance year is gone",
      { balanceBy: null },
      { kind: "balance-year-changed", before: y(2025), after: null },
    ],
    [
      "the clearance year",
      { clearedBy: year(2028) },
      { kind: "clearance-year-changed", before: y(2027), after: y(2028) },
    ],
    [
      "the years covered",
      { to: year(2029) },
      {
        kind: "years-covered-changed",
        before: { kind: "years", from: year(2022), to: year(2027) },
        after: { kind: "years", from: year(2022), to: year(2029) },
      },
    ],
    ["the total", { total: million(55) }, { kind: "total-changed", before: gbp(50), after: gbp(55) }],
    [
      "one planned deficit",
      {
        profile: [
          [year(2024), million(22)],
          [year(2023), million(18)],
        ],
      },
      { kind: "profile-point-changed", financialYear: year(2024), before: gbp(20.5), after: gbp(22) },
    ],
    [
      "a planned deficit of a further year",
      { profile: [...SIGNED.profile, [year(2025), million(10)]] },
      { kind: "profile-point-changed", financialYear: year(2025), before: null, after: gbp(10) },
    ],
    [
      "what the planned deficits are after",
      { footing: "gross, dsg, included" },
      {
        kind: "profile-point-changed",
        subject: "footing",
        before: text("gross, dsg, excluded"),
        after: text("gross, dsg, included"),
      },
    ],
    [
      "a payment",
      {
        payments: [
          [year(2022), million(20)],
          [year(2023), million(5)],
        ],
      },
      {
        kind: "payment-changed",
        financialYear: year(2023),
        subject: "planned, year",
        before: gbp(7.5),
        after: gbp(5),
      },
    ],
    [
      "a payment whose size is now open",
      {
        payments: [
          [year(2022), million(20)],
          [year(2023), null],
        ],
      },
      {
        kind: "payment-changed",
        financialYear: year(2023),
        subject: "planned, year",
        before: gbp(7.5),
        after: { kind: "missing", reason: "amount-not-stated" },
      },
    ],
    [
      "a payment without a year",
      { payments: [...SIGNED.payments, [null, million(3), "remainder"]] },
      {
        kind: "payment-changed",
        financialYear: null,
        subject: "planned, remainder",
        before: null,
        after: gbp(3),
      },
    ],
    [
      "the council's own money",
      { local: [] },
      {
        kind: "local-contribution-changed",
        financialYear: year(2023),
        subject: "planned",
        before: gbp(2),
        after: null,
      },
    ],
    [
      "payments suspended",
      { suspended: true },
      {
        kind: "review-status-changed",
        subject: "payments-suspended",
        before: { kind: "truth", holds: false },
        after: { kind: "truth", holds: true },
      },
    ],
    [
      "how progress is reported",
      { monitoring: "The council reports monthly." },
      {
        kind: "monitoring-changed",
        before: text(SIGNED.monitoring ?? ""),
        after: text("The council reports monthly."),
      },
    ],
    [
      "what reopens it",
      { review: null },
      { kind: "review-terms-changed", before: text(SIGNED.review ?? ""), after: null },
    ],
  ])("%s: exactly one change", (_, terms, expected) => {
    expect(compare(terms).map(said)).toEqual([{ financialYear: null, subject: null, ...expected }]);
  });

  it("name the place of each side, and the whole of the document that is silent", () => {
    const [moved] = compare({ total: million(55) });
    expect(moved).toMatchObject({
      ...{ dfeCode: "X01", agreementVersion: "2022-23-b", notNews: null },
      beforeAt: { url: "https://example.org/a.pdf", locator: { page: 2 } },
      afterAt: { url: "https://example.org/b.pdf", locator: { page: 2 } },
    });
    const [gone] = compare({ clearedBy: null });
    expect(gone?.afterAt).toMatchObject({ url: "https://example.org/b.pdf", locator: {} });
  });

  it("come in a fixed order, years first to last", () => {
    const kinds = compare({
      ...{ review: null, total: null, balanceBy: null },
      profile: [
        [year(2024), million(1)],
        [year(2023), million(1)],
      ],
    }).map(({ kind, financialYear }) => `${kind} ${financialYear ?? ""}`.trim());
    expect(kinds).toEqual([
      ...["balance-year-changed", "total-changed"],
      ...["profile-point-changed 2023-24", "profile-point-changed 2024-25"],
      "review-terms-changed",
    ]);
  });
});

describe("conditions", () => {
  const [first = "", second = "", third = ""] = SIGNED.conditions;
  const inserted = "Appoint an independent chair of the improvement board.";

  it.each<[string, string[], [string, string | null, string | null][]]>([
    ["one inserted at the top is one change", [inserted, first, second, third], [["1", null, inserted]]],
    ["one taken out is one change", [second, third], [["1", first, null]]],
    [
      "one reworded",
      [first, second.replace("200", "350"), third],
      [["2", second, second.replace("200", "350")]],
    ],
    [
      "one replaced by another matter",
      [first, inserted, third],
      [
        ["2", second, null],
        ["2", null, inserted],
      ],
    ],
    ["reordered: none", [third, first, second], []],
    [
      "printed otherwise: none",
      [first.replace("health partners", "health  partners").toUpperCase(), second, third.slice(0, -1)],
      [],
    ],
    [
      "one inserted and one reworded below it",
      [inserted, first, second, third.replace("every quarter", "every month")],
      [
        ["1", null, inserted],
        ["4", third, third.replace("every quarter", "every month")],
      ],
    ],
    ["a repeated one taken out once", [first, second], [["3", third, null]]],
  ])("%s", (_, conditions, expected) => {
    expect(
      compare({ conditions }).map(({ kind, subject, before, after }) => {
        expect(kind).toBe("condition-changed");
        const words = (value: DraftChange["before"]) => (value?.kind === "text" ? value.text : null);
        return [subject, words(before), words(after)];
      }),
    ).toEqual(expected);
  });
});

describe("for any two versions", () => {
  const anyYear = fc.integer({ min: 2020, max: 2030 }).map(year);
  const anyMoney = fc.integer({ min: -500, max: 2000 }).map((tenths) => million(tenths / 10));
  const words = fc
    .array(fc.constantFrom("council", "places", "schools", "forum", "report", "board", "health", "cost"), {
      minLength: 1,
      maxLength: 6,
    })
    .map((list) => list.join(" "));
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const terms: fc.Arbitrary<Terms> = fc.record({
    balanceBy: maybe(anyYear),
    clearedBy: maybe(anyYear),
    from: maybe(anyYear),
    to: maybe(anyYear),
    total: maybe(anyMoney),
    suspended: fc.boolean(),
    monitoring: maybe(words),
    review: maybe(words),
    footing: fc.constantFrom("gross, dsg, excluded", "net, dsg, unknown"),
    profile: fc.uniqueArray(fc.tuple(anyYear, anyMoney), { selector: ([of]) => of, maxLength: 6 }),
    payments: fc.array(fc.tuple(maybe(anyYear), maybe(anyMoney), fc.constantFrom("year", "instalment")), {
      maxLength: 6,
    }),
    local: fc.array(fc.tuple(maybe(anyYear), anyMoney), { maxLength: 4 }),
    conditions: fc.array(words, { maxLength: 8 }),
  });
  const sides = ({ kind, financialYear, before, after }: DraftChange) =>
    JSON.stringify([kind, financialYear, before, after]);

  it("equal ones make no change", () => {
    fc.assert(
      fc.property(terms, (same) => compareAgreements(version(same), version(same, "b")).length === 0),
    );
  });

  it("the other way round the sides are exchanged", () => {
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const there = compareAgreements(version(a), version(b, "b")).map(sides);
        const back = compareAgreements(version(b, "b"), version(a)).map((change) =>
          sides({ ...change, before: change.after, after: change.before }),
        );
        expect(back.sort()).toEqual(there.sort());
      }),
    );
  });

  it("the order of their rows never matters", () => {
    const shuffled = (of: AgreementVersion, seed: number): AgreementVersion => {
      const turned = <T>(rows: readonly T[]) =>
        rows.map((_, index) => rows[(index + seed) % rows.length] as T).reverse();
      return {
        ...of,
        profile: turned(of.profile),
        payments: turned<PaymentTerm>(of.payments),
        localContributions: turned(of.localContributions),
        conditions: turned(of.conditions),
      };
    };
    fc.assert(
      fc.property(terms, terms, fc.nat(7), (a, b, seed) => {
        const plain = compareAgreements(version(a), version(b, "b"));
        const turned = compareAgreements(shuffled(version(a), seed), shuffled(version(b, "b"), seed + 1));
        expect(turned.map(said)).toEqual(plain.map(said));
      }),
    );
  });
});
