import { describe, expect, it } from "vitest";
import {
  aBalance,
  aDossier,
  aGrantItem,
  aLocalContribution,
  anAgreement,
  anInYearBalance,
  aPayment,
  date,
  day,
  million,
  year,
} from "@/testing/dossiers";
import type { Known } from "../dsg/balance";
import type { CouncilDossier, HeldBalance, HeldInYearBalance } from "./held-figures";
import { inYearBalances } from "./in-year-balance";

const Y = year("2024-25");
const AFTER = { safetyValve: "yes", stabilityGrant: "no", localContribution: "no" } as const;
const paid = aPayment({ financialYear: Y, amount: million(4) });

const had = (own: Partial<CouncilDossier>, of = Y) =>
  inYearBalances(aDossier(own), of).map(({ balance, bound, how }) => [balance / 1e8, bound, how]);

const opening = (amount: number, own: Partial<HeldBalance> = {}) =>
  aBalance({ asAt: day("2024-03-31"), deficit: million(amount), ...own });
const closing = (amount: number, own: Partial<HeldBalance> = {}) =>
  aBalance({ asAt: day("2025-03-31"), deficit: million(amount), ...own });
const published = (amount: number, own: Partial<HeldInYearBalance> = {}) =>
  anInYearBalance({ financialYear: Y, balance: million(amount), ...own });

describe("from two year ends", () => {
  it.each<[string, number, number, number, string]>([
    ["the deficit fell by more than DfE paid: a surplus", 10, 5, 1, "exact"],
    ["by as much: balance", 10, 6, 0, "exact"],
    ["by less: a deficit", 10, 7, -1, "exact"],
    ["it rose", 10, 12, -6, "exact"],
    ["from a surplus into a deficit", -1, 2, -7, "exact"],
    ["a surplus grew by DfE's money alone", -1, -5, 0, "exact"],
  ])("%s", (_, from, to, balance, bound) => {
    expect(had({ balances: [opening(from), closing(to)], payments: [paid] })).toEqual([
      [balance, bound, "difference"],
    ]);
  });

  it("receipts not all known: at most", () => {
    const balances = [opening(10), closing(5)];
    expect(had({ balances })).toEqual([[5, "at-most", "difference"]]);
    expect(had({ balances, payments: [{ ...paid, covers: "instalment" }] })).toEqual([
      [1, "at-most", "difference"],
    ]);
    expect(had({ balances, payments: [{ ...paid, paidOn: date("2025-03-31") }] })).toEqual([
      [5, "at-most", "difference"],
    ]);
  });

  it("before signing, and for a council that never signed, nothing comes off", () => {
    const balances = [opening(10), closing(5)];
    expect(had({ balances, agreements: [anAgreement({ cohort: year("2025-26") })] })).toEqual([
      [5, "exact", "difference"],
    ]);
    expect(had({ balances, agreements: [], signed: false })).toEqual([[5, "exact", "difference"]]);
  });

  it("of a council that signed something we don't hold, nothing is known of receipts", () => {
    expect(had({ balances: [opening(10), closing(5)], agreements: [], signed: true })).toEqual([
      [5, "at-most", "difference"],
    ]);
  });

  it("gross at both ends needs no receipts", () => {
    const balances = [opening(10, { basis: "gross" }), closing(11, { basis: "gross" })];
    expect(had({ balances })).toEqual([[-1, "exact", "difference"]]);
  });

  it.each<[string, Partial<HeldBalance>, Partial<HeldBalance>]>([
    ["of two sources", {}, { family: "another" }],
    ["on two bases", {}, { basis: "gross" }],
    ["of two scopes", {}, { scope: "high-needs" }],
    ["of high needs only", { scope: "high-needs" }, { scope: "high-needs" }],
    ["of unknown scope", { scope: "unknown" }, { scope: "unknown" }],
    ["of unknown basis", { basis: "unknown" }, { basis: "unknown" }],
    ["one of them with local money", {}, { after: { ...AFTER, localContribution: "yes" } }],
    ["not of consecutive years", { asAt: day("2023-03-31") }, {}],
    ["one of an inferred date", { asAtInferred: true }, {}],
    ["one of an inferred date at the end", {}, { asAtInferred: true }],
    ["one doubtful", { confidence: "low" }, {}],
    ["one doubtful at the end", {}, { confidence: "low" }],
    ["one a forecast", {}, { kind: "forecast" }],
    ["a forecast to begin with", { kind: "forecast" }, {}],
    ["called net, though before the agreement's money", { after: { ...AFTER, safetyValve: "no" } }, {}],
    [
      "gross, one after the stability grant",
      { basis: "gross" },
      { basis: "gross", after: { ...AFTER, safetyValve: "no", stabilityGrant: "yes" } },
    ],
    [
      "gross, the first after the stability grant",
      { basis: "gross", after: { ...AFTER, safetyValve: "no", stabilityGrant: "yes" } },
      { basis: "gross" },
    ],
    [
      "nobody says whether they are after the agreement's money, only the grant's",
      { after: { ...AFTER, safetyValve: "unknown", stabilityGrant: "yes" } },
      { after: { ...AFTER, safetyValve: "unknown", stabilityGrant: "yes" } },
    ],
  ])("never %s", (_, from, to) => {
    expect(had({ balances: [opening(10, from), closing(5, to)], payments: [paid] })).toEqual([]);
  });

  it("carries both errors and the receipts'", () => {
    const [found] = inYearBalances(
      aDossier({
        balances: [opening(10, { error: million(0.1) }), closing(5, { error: million(0.2) })],
        payments: [{ ...paid, error: million(0.05) }],
      }),
      Y,
    );
    expect(found).toMatchObject({ error: million(0.35), basis: "gross", scope: "dsg", financialYear: Y });
    expect(found?.refs.map(({ table }) => table)).toEqual(["outturn", "outturn", "payment"]);
  });

  it.each([
    ["outturn", "outturn", "outturn"],
    ["derived", "outturn", "derived"],
    ["outturn", "derived", "derived"],
    ["provisional", "derived", "provisional"],
    ["outturn", "provisional", "provisional"],
  ] as const)("%s and %s make it %s", (from, to, kind) => {
    const balances = [opening(10, { kind: from }), closing(5, { kind: to })];
    expect(inYearBalances(aDossier({ balances }), Y)[0]?.kind).toBe(kind);
  });

  it("names the council's own money beside it and doesn't take it off", () => {
    const balances = [opening(10), closing(5)];
    const rows = [
      aLocalContribution({ financialYear: Y, amount: million(1), status: "paid-into-dsg" }),
      aLocalContribution({ financialYear: Y, amount: million(2), status: "paid-into-dsg" }),
      aLocalContribution({ financialYear: Y, amount: million(9), status: "planned" }),
      aLocalContribution({ financialYear: year("2023-24"), amount: million(9), status: "paid-into-dsg" }),
    ];
    const of = (localContributions: typeof rows) =>
      inYearBalances(aDossier({ balances, payments: [paid], localContributions }), Y)[0];
    expect(of(rows)).toMatchObject({ balance: million(1), localContribution: million(3) });
    expect(of([])?.localContribution).toBeNull();
  });
});

describe("the stability grant between two year ends", () => {
  const grant = [aGrantItem("paid", { amount: million(3) })];
  const between = (from: Known, to: Known, grantItems = grant) =>
    had({
      balances: [
        opening(10, { after: { ...AFTER, stabilityGrant: from } }),
        closing(5, { after: { ...AFTER, stabilityGrant: to } }),
      ],
      payments: [paid],
      grantItems,
    }).map(([balance, bound]) => [balance, bound]);

  it.each<[Known, Known, unknown[]]>([
    ["no", "no", [[1, "exact"]]],
    ["no", "yes", [[-2, "exact"]]],
    ["no", "unknown", [[1, "at-most"]]],
    ["yes", "yes", [[1, "exact"]]],
    ["unknown", "no", [[1, "exact"]]],
    ["unknown", "yes", [[1, "at-most"]]],
    ["unknown", "unknown", [[1, "at-most"]]],
    ["yes", "no", []],
    ["yes", "unknown", []],
  ])("after it at the start: %s, at the end: %s", (from, to, expected) => {
    expect(between(from, to)).toEqual(expected);
  });

  it("of unknown amount: at most", () => {
    expect(between("no", "yes", [aGrantItem("paid")])).toEqual([[1, "at-most"]]);
    expect(between("no", "yes", [])).toEqual([[1, "at-most"]]);
  });

  it("of two cited amounts the smaller is sure", () => {
    const two = [...grant, aGrantItem("paid", { amount: million(4) })];
    expect(between("no", "yes", two)).toEqual([[-2, "at-most"]]);
  });
});

describe("as published", () => {
  it.each<[string, HeldInYearBalance, unknown[]]>([
    ["before DfE money, as it is", published(-1), [[-1, "exact", "published"]]],
    ["a surplus before DfE money", published(2), [[2, "exact", "published"]]],
    ["after it: the receipts come off first", published(3, { basis: "net" }), [[-1, "exact", "published"]]],
    ["nobody says", published(3, { basis: "unknown" }), []],
    [
      "net, though nobody says of what",
      published(3, { basis: "net", after: { ...AFTER, safetyValve: "unknown" } }),
      [],
    ],
    ["gross, though after DfE money", published(3, { after: AFTER }), []],
    [
      "gross, though after the stability grant",
      published(3, { after: { ...AFTER, safetyValve: "no", stabilityGrant: "yes" } }),
      [],
    ],
    ["of high needs only", published(-1, { scope: "high-needs" }), []],
    ["of unknown scope", published(-1, { scope: "unknown" }), []],
    ["doubtful", published(-1, { confidence: "low" }), []],
    ["of another year", published(-1, { financialYear: year("2023-24") }), []],
    [
      "after the stability grant, nothing cited",
      published(3, { basis: "net", after: { ...AFTER, stabilityGrant: "yes" } }),
      [[-1, "at-most", "published"]],
    ],
    [
      "perhaps after the stability grant",
      published(3, { basis: "net", after: { ...AFTER, stabilityGrant: "unknown" } }),
      [[-1, "at-most", "published"]],
    ],
  ])("%s", (_, row, expected) => {
    expect(had({ inYearBalances: [row], payments: [paid] })).toEqual(expected);
  });

  it("carries its own error and the receipts'", () => {
    const [found] = inYearBalances(
      aDossier({
        inYearBalances: [published(3, { basis: "net", error: million(0.1) })],
        payments: [{ ...paid, error: million(0.05) }],
      }),
      Y,
    );
    expect(found).toMatchObject({ error: million(0.15) });
    expect(found?.refs.map(({ table }) => table)).toEqual(["inYearBalance", "payment"]);
  });

  it("of unknown basis it is used not even where nobody could have paid", () => {
    const row = published(3, { basis: "unknown", after: AFTER });
    expect(had({ inYearBalances: [row], payments: [paid] })).toEqual([]);
  });

  it("after DfE money of which not all is known: at most", () => {
    expect(had({ inYearBalances: [published(3, { basis: "net" })] })).toEqual([[3, "at-most", "published"]]);
  });

  it("keeps what is named beside it, and says when it is a forecast", () => {
    const row = published(-1, {
      kind: "forecast",
      blockTransfer: million(0.5),
      localContribution: million(0.4),
      priorYearAdjustment: million(0.3),
      error: million(0.05),
    });
    expect(inYearBalances(aDossier({ inYearBalances: [row] }), Y)).toEqual([
      {
        financialYear: Y,
        balance: million(-1),
        error: million(0.05),
        bound: "exact",
        how: "published",
        kind: "forecast",
        basis: "gross",
        scope: "dsg",
        standing: "council",
        family: "outturn report",
        blockTransfer: million(0.5),
        localContribution: million(0.4),
        priorYearAdjustment: million(0.3),
        refs: [row.ref],
      },
    ]);
  });
});

it("gives every way in which it can be had, in an order of its own", () => {
  const held = {
    balances: [
      opening(10),
      closing(5),
      opening(9, { family: "accounts" }),
      closing(6, { family: "accounts" }),
    ],
    inYearBalances: [published(-1), published(-2), published(-1)],
    payments: [paid],
  };
  const all = inYearBalances(aDossier(held), Y);
  expect(all).toHaveLength(5);
  expect(
    inYearBalances(
      aDossier({
        balances: held.balances.toReversed(),
        inYearBalances: held.inYearBalances.toReversed(),
        payments: held.payments,
      }),
      Y,
    ),
  ).toEqual(all);
});
