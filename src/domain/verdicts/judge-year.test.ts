import { describe, expect, it } from "vitest";
import {
  aBalance,
  aDossier,
  aGrantItem,
  aLocalContribution,
  anAgreement,
  aPayment,
  aPlan,
  day,
  million,
  year,
} from "@/testing/dossiers";
import { KNOWN, type Known, LOCAL_CONTRIBUTIONS, type LocalContributions } from "../dsg/balance";
import type { Money } from "../money";
import { pence } from "../money";
import type { CouncilDossier, HeldAgreement, HeldBalance, HeldPayment, HeldPlan } from "./held-figures";
import { judgeYear } from "./judge-year";
import { THRESHOLDS } from "./thresholds";
import { toleranceOf } from "./tolerance";
import type { Verdict } from "./verdict";

interface Case {
  readonly agreement?: Partial<HeldAgreement>;
  readonly plan?: Partial<HeldPlan>;
  readonly balances?: readonly Partial<HeldBalance>[];
  readonly payments?: readonly HeldPayment[];
  readonly others?: Partial<CouncilDossier>;
  readonly today?: string;
}

/** Signed in 2021-22 for £20 million; £20 million planned for 31 March 2025, before DfE money. */
function judged({
  agreement,
  plan,
  balances = [],
  payments = [],
  others,
  today = "2026-11-24",
}: Case): Verdict {
  const version = anAgreement(agreement);
  const promise = aPlan(plan);
  const dossier = aDossier({
    agreements: [version],
    plans: [promise],
    balances: balances.map(aBalance),
    payments,
    ...others,
  });
  return judgeYear(dossier, version, promise, { thresholds: THRESHOLDS, today: day(today), against: "both" });
}

const said = (of: Case) => {
  const { verdict, reason } = judged(of);
  return [verdict, reason];
};

const gross = (deficit: Money, own: Partial<HeldBalance> = {}): Partial<HeldBalance> => ({
  basis: "gross",
  deficit,
  family: "outturn report",
  standing: "council",
  ...own,
});
const AFTER_NOTHING = { safetyValve: "no", stabilityGrant: "no", localContribution: "no" } as const;
const AFTER_DFE = { safetyValve: "yes", stabilityGrant: "no", localContribution: "no" } as const;
const penny = (amount: Money, pennies: number) => pence(amount + pennies);

describe("a promise beside an exact figure", () => {
  const most = million(20.25);

  it.each<[string, Money, HeldPlan["planSource"], Verdict["verdict"]]>([
    ["on it", million(20), "agreement", "met"],
    ["a penny above", penny(million(20), 1), "agreement", "within-tolerance"],
    ["at the end of the tolerance", most, "agreement", "within-tolerance"],
    ["a penny beyond", penny(most, 1), "agreement", "missed"],
    ["a surplus instead", million(-3), "agreement", "met"],
    ["on what the press reads in it", million(20), "press", "met"],
    ["within of a plan", most, "plan", "within-tolerance"],
    ["beyond what the press reads in it", penny(most, 1), "press", "above-plan"],
    ["beyond a plan", penny(most, 1), "plan", "above-plan"],
    ["beyond an aim", penny(most, 1), "aim", "above-plan"],
  ])("%s", (_, deficit, planSource, verdict) => {
    expect(said({ plan: { planSource }, balances: [gross(deficit)] })).toEqual([verdict, null]);
  });

  it("says how far it lies from it", () => {
    expect(judged({ balances: [gross(million(23))] })).toMatchObject({
      promised: million(20),
      actualLow: million(23),
      actualHigh: million(23),
      gap: million(3),
      tolerance: million(0.25),
      range: { low: million(23), high: million(23) },
      reason: null,
    });
    expect(judged({ balances: [gross(million(18))] }).gap).toBe(million(-2));
    expect(judged({ balances: [gross(million(20))] }).gap).toBe(0);
  });

  it("a promised surplus that wasn't reached is missed", () => {
    const plan = { deficit: million(-2) };
    expect(said({ plan, balances: [gross(million(-2))] })).toEqual(["met", null]);
    expect(said({ plan, balances: [gross(million(-1.75))] })).toEqual(["within-tolerance", null]);
    expect(said({ plan, balances: [gross(penny(million(-1.75), 1))] })).toEqual(["missed", null]);
  });

  it("rounding and derivation on both sides widen the tolerance", () => {
    const plan = { error: million(0.05) };
    const widest = million(20.33);
    expect(said({ plan, balances: [gross(widest, { error: million(0.03) })] })[0]).toBe("within-tolerance");
    expect(said({ plan, balances: [gross(penny(widest, 1), { error: million(0.03) })] })[0]).toBe("missed");
  });
});

describe("the tolerance", () => {
  it.each<[string, number, number | null, number]>([
    ["£250,000 up to £25 million", 25, null, 250_000],
    ["1% of the promise above", 26, null, 260_000],
    ["1% of DfE's total where that's larger", 20, 100, 1_000_000],
    ["1% of the promise where that's larger", 150, 100, 1_500_000],
    ["£250,000 with a small total", 20, 20, 250_000],
    ["£250,000 of nothing", 0, null, 250_000],
    ["the size of a promised surplus", -30, 20, 300_000],
  ])("%s", (_, promised, total, pounds) => {
    const plan = { deficit: million(promised), error: million(0) };
    expect(toleranceOf(plan, million(0), total === null ? null : million(total), THRESHOLDS)).toBe(
      pounds * 100,
    );
  });

  it("never carries a part of a penny", () => {
    const plan = { deficit: pence(2_600_000_199), error: million(0) };
    expect(toleranceOf(plan, million(0), null, THRESHOLDS)).toBe(26_000_001);
  });

  it("follows its thresholds", () => {
    const plan = { deficit: million(100), error: million(0) };
    expect(toleranceOf(plan, million(0), null, { ...THRESHOLDS, toleranceBasisPoints: 500 })).toBe(
      million(5),
    );
    expect(toleranceOf(plan, million(0), null, { ...THRESHOLDS, toleranceFloor: million(2) })).toBe(
      million(2),
    );
  });
});

describe("a promise before DfE money beside a balance after it", () => {
  const paid = ["2021-22", "2022-23", "2023-24"].map((each) =>
    aPayment({ financialYear: year(each), amount: million(4) }),
  );
  const complete = [...paid, aPayment({ amount: million(2) })];

  it.each<[string, number, HeldPayment[], Verdict["verdict"], Verdict["reason"], [number, number | null]]>([
    ["all receipts known, as promised", 6, complete, "met", null, [20, 20]],
    ["all receipts known, within", 6.25, complete, "within-tolerance", null, [20.25, 20.25]],
    ["all receipts known, beyond", 6.26, complete, "missed", null, [20.26, 20.26]],
    ["one year unknown, met whatever came", 0, paid, "met", null, [12, 20]],
    ["one year unknown, within whatever came", 0.25, paid, "within-tolerance", null, [12.25, 20.25]],
    ["one year unknown, perhaps", 0.26, paid, "cannot-compare", "receipts-incomplete", [12.26, 20.26]],
    ["one year unknown, perhaps not", 8.25, paid, "cannot-compare", "receipts-incomplete", [20.25, 28.25]],
    ["one year unknown, beyond whatever came", 8.26, paid, "missed-at-least", null, [20.26, 28.26]],
    ["nothing known of receipts", 20.26, [], "missed-at-least", null, [20.26, 40.26]],
  ])("%s", (_, net, payments, verdict, reason, [low, high]) => {
    const result = judged({ balances: [{ deficit: million(net) }], payments });
    expect(result).toMatchObject({
      verdict,
      reason,
      actualLow: million(low),
      actualHigh: high === null ? null : million(high),
    });
    const isBeyond = low > 20;
    const isMet = high !== null && high <= 20;
    expect(result.gap).toBe(
      verdict === "cannot-compare" || !(isBeyond || isMet)
        ? null
        : million((isBeyond ? low : (high ?? 0)) - 20),
    );
  });

  it("a plan that isn't the agreement is above, whatever came", () => {
    const plan = { planSource: "press" as const };
    expect(said({ plan, balances: [{ deficit: million(8.26) }], payments: paid })).toEqual([
      "above-plan",
      null,
    ]);
    expect(said({ plan, balances: [{ deficit: million(8.25) }], payments: paid })).toEqual([
      "cannot-compare",
      "receipts-incomplete",
    ]);
  });

  it("without DfE's total nothing bounds what came", () => {
    const agreement = { total: null };
    const result = judged({ agreement, balances: [{ deficit: million(-50) }], payments: paid });
    expect(result).toMatchObject({ verdict: "cannot-compare", actualHigh: null, gap: null });
    expect(result.range).toEqual({ low: million(-38), high: null });
    expect(said({ agreement, balances: [{ deficit: million(8.26) }], payments: paid })[0]).toBe(
      "missed-at-least",
    );
  });

  it("money may have come under either version: the larger total bounds it", () => {
    const original = anAgreement();
    const revised = (total: Money | null) => anAgreement({ version: "revised", total });
    const of = (other: HeldAgreement) =>
      judged({
        balances: [{ deficit: million(0) }],
        payments: paid,
        others: { agreements: [original, other] },
      });
    expect(of(revised(million(20))).verdict).toBe("met");
    expect(of(revised(million(25)))).toMatchObject({ verdict: "cannot-compare", actualHigh: million(25) });
    expect(of(revised(null))).toMatchObject({ verdict: "cannot-compare", actualHigh: null });
  });

  it("the error of what was received counts too", () => {
    const rounded = complete.map((payment) => ({ ...payment, error: million(0.05) }));
    expect(said({ balances: [{ deficit: million(6.45) }], payments: rounded })[0]).toBe("within-tolerance");
    expect(said({ balances: [{ deficit: penny(million(6.45), 1) }], payments: rounded })[0]).toBe("missed");
  });

  it("cites what it rests on", () => {
    const result = judged({ balances: [{ deficit: million(6) }], payments: complete });
    expect(result.refs.map(({ table }) => table)).toEqual([
      "profilePoint",
      "outturn",
      "payment",
      "payment",
      "payment",
      "payment",
    ]);
  });
});

describe("a promise after DfE money", () => {
  const plan = { basis: "net", deficit: million(0), planSource: "agreement" } as const;

  it("is held against a balance after it", () => {
    expect(said({ plan, balances: [{ deficit: million(0.25) }] })[0]).toBe("within-tolerance");
    expect(said({ plan, balances: [{ deficit: million(0.26) }] })[0]).toBe("missed");
  });

  it("never against one before it", () => {
    expect(said({ plan, balances: [gross(million(0))] })).toEqual(["cannot-compare", "bases-differ"]);
  });

  it.each<[Known, Verdict["verdict"]]>([
    ["no", "met"],
    ["yes", "cannot-compare"],
    ["unknown", "cannot-compare"],
  ])("after the stability grant: %s", (stabilityGrant, verdict) => {
    const result = judged({
      plan,
      balances: [{ deficit: million(0), after: { ...AFTER_DFE, stabilityGrant } }],
    });
    expect(result.verdict).toBe(verdict);
    if (verdict === "cannot-compare") expect(result.reason).toBe("stability-grant-included");
  });
});

describe("the stability grant never makes a deficit look smaller than it was", () => {
  const AT_END = { asAt: day("2026-03-31") };
  const plan = { financialYear: year("2025-26"), deficit: million(40) };
  const agreement = { total: million(0) };
  const payments = [
    aPayment({
      financialYear: null,
      covers: "cumulative",
      throughDate: day("2026-03-31"),
      amount: million(0),
    }),
  ];
  const afterDfe = (stabilityGrant: Known) => ({ ...AFTER_DFE, stabilityGrant });
  const paid = (...amounts: readonly (number | null)[]) =>
    amounts.map((amount) => aGrantItem("paid", { amount: amount === null ? null : million(amount) }));

  it.each<
    [
      string,
      Known,
      number,
      ReturnType<typeof paid>,
      [number, number | null],
      Verdict["verdict"],
      Verdict["reason"],
    ]
  >([
    ["before it", "no", 40, paid(27), [40, 40], "met", null],
    ["before it, and nothing is cited", "no", 40, [], [40, 40], "met", null],
    ["after it", "yes", 13, paid(27), [40, 40], "met", null],
    ["after it, beyond", "yes", 14, paid(27), [41, 41], "missed", null],
    [
      "after it, amount unknown",
      "yes",
      4,
      paid(null),
      [4, null],
      "cannot-compare",
      "stability-grant-included",
    ],
    ["after it, amount unknown, beyond", "yes", 41, paid(null), [41, null], "missed-at-least", null],
    ["after it, nothing cited", "yes", 4, [], [4, null], "cannot-compare", "stability-grant-included"],
    ["after it, two amounts", "yes", 10, paid(27, 30), [37, 40], "met", null],
    ["after it, two amounts, order turned", "yes", 10, paid(30, 27), [37, 40], "met", null],
    ["after it, one of two unknown", "yes", 13, paid(null, 27), [40, 40], "met", null],
    ["perhaps after it", "unknown", 13, paid(27), [13, 40], "met", null],
    ["perhaps after it, beyond", "unknown", 41, paid(27), [41, 68], "missed-at-least", null],
    [
      "perhaps after it, nothing cited",
      "unknown",
      13,
      [],
      [13, null],
      "cannot-compare",
      "stability-grant-included",
    ],
  ])("%s", (_, stabilityGrant, net, grantItems, [low, high], verdict, reason) => {
    const result = judged({
      agreement,
      plan,
      payments,
      balances: [{ ...AT_END, deficit: million(net), after: afterDfe(stabilityGrant) }],
      others: { grantItems },
    });
    expect(result).toMatchObject({
      actualLow: million(low),
      actualHigh: high === null ? null : million(high),
      verdict,
      reason,
    });
  });

  it("an approval or a request isn't a payment", () => {
    const grantItems = [
      aGrantItem("approved", { amount: million(27) }),
      aGrantItem("other", { amount: million(9) }),
    ];
    expect(
      judged({
        agreement,
        plan,
        payments,
        balances: [{ ...AT_END, deficit: million(13), after: afterDfe("yes") }],
        others: { grantItems },
      }),
    ).toMatchObject({ actualLow: million(13), actualHigh: null });
  });
});

describe("figures that decide nothing", () => {
  const plainly = [gross(million(30))];

  it.each<[string, Case, Verdict["reason"]]>([
    ["a computed promise", { plan: { planSource: "computed" }, balances: plainly }, "promise-computed"],
    ["a doubtful promise", { plan: { confidence: "low" }, balances: plainly }, "promise-doubtful"],
    [
      "a promise of unknown basis",
      { plan: { basis: "unknown" }, balances: plainly },
      "promise-basis-unknown",
    ],
    [
      "a promise of unknown scope",
      { plan: { scope: "unknown" }, balances: plainly },
      "promise-basis-unknown",
    ],
    [
      "an actual of unknown basis",
      { balances: [gross(million(30), { basis: "unknown" })] },
      "actual-basis-unknown",
    ],
    [
      "an actual of unknown scope",
      { balances: [gross(million(30), { scope: "unknown" })] },
      "actual-scope-unknown",
    ],
    ["an inferred date", { balances: [gross(million(30), { asAtInferred: true })] }, "actual-date-inferred"],
    ["a doubtful actual", { balances: [gross(million(30), { confidence: "low" })] }, "actual-doubtful"],
    ["another scope", { balances: [gross(million(30), { scope: "high-needs" })] }, "scopes-differ"],
    [
      "called net, though before all DfE money",
      { balances: [{ deficit: million(30), after: AFTER_NOTHING }] },
      "actual-basis-unknown",
    ],
    [
      "called net, though nobody says of what",
      { balances: [{ deficit: million(30), after: { ...AFTER_NOTHING, safetyValve: "unknown" } }] },
      "actual-basis-unknown",
    ],
    [
      "called gross, though after DfE money",
      { balances: [gross(million(30), { after: AFTER_DFE })] },
      "actual-basis-unknown",
    ],
    [
      "called gross, though after the stability grant",
      { balances: [gross(million(30), { after: { ...AFTER_NOTHING, stabilityGrant: "yes" } })] },
      "stability-grant-included",
    ],
  ])("%s", (_, of, reason) => {
    expect(judged(of)).toMatchObject({
      verdict: "cannot-compare",
      reason,
      gap: null,
      ...(reason?.startsWith("promise")
        ? {}
        : { actual: null, actualLow: null, actualHigh: null, range: null }),
    });
  });

  it.each([{ basis: "unknown" }, { scope: "unknown" }] as const)(
    "a promise is put beside nothing: %o",
    (footing) => {
      expect(judged({ plan: footing, balances: [gross(million(30)), {}] })).toMatchObject({
        actual: null,
        actualLow: null,
        range: null,
      });
    },
  );

  it("medium confidence decides", () => {
    const of = {
      plan: { confidence: "medium" },
      balances: [gross(million(30), { confidence: "medium" })],
    } as const;
    expect(said(of)).toEqual(["missed", null]);
  });

  it("of several the nearest to a comparison is told", () => {
    const balances = [
      gross(million(30), { basis: "unknown", family: "a" }),
      gross(million(30), { scope: "unknown", family: "b" }),
      gross(million(30), { asAtInferred: true, family: "c" }),
      gross(million(30), { confidence: "low", family: "d" }),
      gross(million(30), { scope: "high-needs", family: "e" }),
      gross(million(30), { after: { ...AFTER_NOTHING, stabilityGrant: "yes" }, family: "f" }),
      gross(million(30), { after: { ...AFTER_NOTHING, localContribution: "yes" }, family: "g" }),
    ];
    const reasons = balances.map((_, kept) => said({ balances: balances.slice(0, kept + 1) })[1]);
    expect(reasons).toEqual([
      "actual-basis-unknown",
      "actual-scope-unknown",
      "actual-date-inferred",
      "actual-doubtful",
      "scopes-differ",
      "stability-grant-included",
      "local-contributions-differ",
    ]);
  });
});

describe("a planned amount that another source gives for another year", () => {
  const of = (...others: readonly Partial<HeldPlan>[]) => {
    const plan = aPlan({ family: "minutes", deficit: million(27) });
    const plans = [plan, ...others.map((other) => aPlan({ deficit: million(27), ...other }))];
    const version = anAgreement();
    const dossier = aDossier({ agreements: [version], plans, balances: [aBalance(gross(million(40)))] });
    return judgeYear(dossier, version, plan, {
      thresholds: THRESHOLDS,
      today: day("2026-11-24"),
      against: "both",
    }).reason;
  };
  const elsewhere = { family: "news", financialYear: year("2026-27") };

  it.each<[string, Partial<HeldPlan>[], Verdict["reason"]]>([
    ["is disputed", [elsewhere], "promise-year-disputed"],
    [
      "is disputed where the other's basis isn't known",
      [{ ...elsewhere, basis: "unknown" }],
      "promise-year-disputed",
    ],
    [
      "isn't by the other year of its own source alone",
      [{ ...elsewhere, family: "minutes", financialYear: year("2025-26") }],
      null,
    ],
    ["isn't by another amount", [{ ...elsewhere, deficit: million(28) }], null],
    ["isn't by the same source: a level profile", [{ ...elsewhere, family: "minutes" }], null],
    ["isn't for the same year", [{ family: "news" }], null],
    ["isn't on the other basis", [{ ...elsewhere, basis: "net" }], null],
    ["isn't in another version", [{ ...elsewhere, agreementVersion: "revised" }], null],
    ["isn't where the other gives both years", [elsewhere, { family: "news" }], null],
    [
      "isn't where its own source gives both years",
      [elsewhere, { family: "minutes", financialYear: year("2026-27") }],
      null,
    ],
  ])("%s", (_, others, reason) => {
    expect(of(...others)).toBe(reason);
  });

  it("where its own basis isn't known either", () => {
    const plan = aPlan({ family: "minutes", basis: "unknown", deficit: million(27) });
    const plans = [plan, aPlan({ ...elsewhere, basis: "net", deficit: million(27) })];
    const dossier = aDossier({ plans, balances: [aBalance(gross(million(40)))] });
    const [version] = dossier.agreements;
    expect(
      version &&
        judgeYear(dossier, version, plan, {
          thresholds: THRESHOLDS,
          today: day("2026-11-24"),
          against: "both",
        }).reason,
    ).toBe("promise-year-disputed");
  });

  it("never of nothing: a deficit may be gone in many years", () => {
    const plan = aPlan({ basis: "net", deficit: million(0), family: "minutes" });
    const other = aPlan({ ...elsewhere, basis: "net", deficit: million(0) });
    const version = anAgreement();
    const dossier = aDossier({ agreements: [version], plans: [plan, other], balances: [aBalance()] });
    expect(
      judgeYear(dossier, version, plan, { thresholds: THRESHOLDS, today: day("2026-11-24"), against: "both" })
        .verdict,
    ).toBe("missed");
  });
});

describe("the council's own money", () => {
  const EXCESS = million(3);
  const deficit = pence(million(20.25) + EXCESS);
  const AFTER: Record<LocalContributions, Known> = { included: "yes", excluded: "no", unknown: "unknown" };
  const of = (
    planned: LocalContributions,
    actual: LocalContributions,
    others: Partial<CouncilDossier> = {},
    agreement: Partial<HeldAgreement> = {},
  ) =>
    said({
      agreement,
      plan: { localContributions: planned },
      balances: [gross(deficit, { after: { ...AFTER_NOTHING, localContribution: AFTER[actual] } })],
      others,
    });

  const doubt = ["cannot-compare", "local-contributions-unknown"];
  const unlike = ["cannot-compare", "local-contributions-differ"];
  const missed = ["missed", null];
  const contributions = [aLocalContribution({ amount: EXCESS })];

  it.each<[LocalContributions, LocalContributions, (string | null)[]]>([
    ["included", "included", missed],
    ["included", "excluded", unlike],
    ["included", "unknown", doubt],
    ["excluded", "included", unlike],
    ["excluded", "excluded", missed],
    ["excluded", "unknown", doubt],
    ["unknown", "included", doubt],
    ["unknown", "excluded", doubt],
    ["unknown", "unknown", doubt],
  ])("promise %s, outturn %s", (planned, actual, expected) => {
    expect(of(planned, actual, { localContributions: contributions })).toEqual(expected);
  });

  it.each<[string, CouncilDossier["localContributions"], (string | null)[]]>([
    ["a penny less was planned than the excess", [aLocalContribution({ amount: penny(EXCESS, -1) })], missed],
    ["as much was planned as the excess", [aLocalContribution({ amount: EXCESS })], doubt],
    [
      "it was planned over two years",
      [
        aLocalContribution({ financialYear: year("2023-24"), amount: million(2) }),
        aLocalContribution({ amount: million(1) }),
      ],
      doubt,
    ],
    [
      "it is due a year later",
      [aLocalContribution({ financialYear: year("2025-26"), amount: EXCESS })],
      missed,
    ],
    ["nobody says when it's due", [aLocalContribution({ financialYear: null, amount: EXCESS })], doubt],
    [
      "it is named under another version",
      [aLocalContribution({ agreementVersion: "unclear", amount: EXCESS })],
      doubt,
    ],
    [
      "it is named twice, under two versions",
      [aLocalContribution({ agreementVersion: "unclear" }), aLocalContribution()],
      missed,
    ],
    [
      "it was paid into the grant",
      [...contributions, aLocalContribution({ amount: EXCESS, status: "paid-into-dsg" })],
      missed,
    ],
    [
      "a penny of it was paid into the grant",
      [...contributions, aLocalContribution({ amount: pence(1), status: "paid-into-dsg" })],
      missed,
    ],
    [
      "more was planned, and part was paid in",
      [
        aLocalContribution({ amount: million(5) }),
        aLocalContribution({ amount: million(2), status: "paid-into-dsg" }),
      ],
      doubt,
    ],
    [
      "it was paid in a year later",
      [
        ...contributions,
        aLocalContribution({ financialYear: year("2025-26"), amount: EXCESS, status: "paid-into-dsg" }),
      ],
      doubt,
    ],
    [
      "it was paid in, nobody says when",
      [
        ...contributions,
        aLocalContribution({ financialYear: null, amount: EXCESS, status: "paid-into-dsg" }),
      ],
      doubt,
    ],
    [
      "as much is held in a reserve",
      [aLocalContribution({ amount: EXCESS, status: "held-in-reserve" })],
      doubt,
    ],
    [
      "a penny less is held in a reserve",
      [aLocalContribution({ amount: penny(EXCESS, -1), status: "held-in-reserve" })],
      missed,
    ],
    [
      "part was paid in, part is held in a reserve",
      [
        aLocalContribution({ amount: million(1), status: "paid-into-dsg" }),
        aLocalContribution({ amount: EXCESS, status: "held-in-reserve" }),
      ],
      doubt,
    ],
  ])("with a side unknown: %s", (_, localContributions, expected) => {
    expect(of("included", "unknown", { localContributions })).toEqual(expected);
  });

  it("the agreement's own paper would name it; other sources may be silent", () => {
    expect(of("unknown", "unknown", {}, { knownFrom: "document" })).toEqual(missed);
    expect(of("unknown", "unknown", {}, { knownFrom: "register" })).toEqual(doubt);
    expect(of("included", "included", {}, { knownFrom: "register" })).toEqual(missed);
  });

  it("stands in the way of a miss only", () => {
    const balances = (amount: number) => [
      gross(million(amount), { after: { ...AFTER_NOTHING, localContribution: "unknown" as const } }),
    ];
    const others = { localContributions: [aLocalContribution({ amount: million(90) })] };
    expect(said({ balances: balances(20), others })[0]).toBe("met");
    expect(said({ balances: balances(20.25), others })[0]).toBe("within-tolerance");
    expect(said({ balances: balances(30), others, plan: { planSource: "plan" } })[0]).toBe("above-plan");
  });

  it("covers every combination", () => {
    expect(LOCAL_CONTRIBUTIONS.length * KNOWN.length).toBe(9);
  });
});

describe("several sources", () => {
  const one = (amount: number, own: Partial<HeldBalance> = {}) =>
    gross(million(amount), { family: "one", ...own });
  const other = (amount: number, own: Partial<HeldBalance> = {}) =>
    gross(million(amount), { family: "other", standing: "press", ...own });

  it.each<[string, Partial<HeldBalance>[], (string | null)[]]>([
    ["both beyond", [one(23), other(22)], ["missed", null]],
    ["one within", [one(23), other(20.25)], ["cannot-compare", "sources-disagree"]],
    ["one met", [one(23), other(20)], ["cannot-compare", "sources-disagree"]],
    ["a copy of the same source isn't another", [one(23), other(20, { family: "one" })], ["missed", null]],
    ["a forecast isn't one", [one(23), other(20, { kind: "forecast" })], ["missed", null]],
    ["a doubtful one isn't like for like", [one(23), other(20, { confidence: "low" })], ["missed", null]],
    ["one of another scope isn't", [one(23), other(20, { scope: "high-needs" })], ["missed", null]],
    [
      "a provisional figure that the final one replaces",
      [one(23), other(20, { kind: "provisional" })],
      ["missed", null],
    ],
    ["the better source says met", [one(20), other(23)], ["met", null]],
    [
      "a third agrees with neither",
      [one(23), other(22), other(20, { family: "third" })],
      ["cannot-compare", "sources-disagree"],
    ],
  ])("%s", (_, balances, expected) => {
    expect(said({ balances })).toEqual(expected);
  });

  it("one that leaves it open stands in the way only where both can't be true", () => {
    const open = (net: number): Partial<HeldBalance> => ({ deficit: million(net), family: "section-251" });
    expect(said({ balances: [one(23), open(3)] })).toEqual(["missed", null]);
    expect(said({ balances: [one(23), open(2.99)] })).toEqual(["cannot-compare", "sources-disagree"]);
    expect(said({ balances: [one(23), { ...open(2.99), error: million(0.01) }] })).toEqual(["missed", null]);
  });

  it("an exact miss beside one that is at least a miss is a miss", () => {
    const atLeast = { deficit: million(21), family: "section-251" };
    expect(said({ balances: [one(23), atLeast] })).toEqual(["missed", null]);
    expect(said({ balances: [atLeast] })).toEqual(["missed-at-least", null]);
  });

  it("a better word contradicts a miss even where errors would let both be true", () => {
    const within = other(20.25, { error: million(0.5) });
    expect(said({ balances: [one(23, { error: million(2) }), within] })).toEqual([
      "cannot-compare",
      "sources-disagree",
    ]);
  });

  it("the error of the figure that decides lets an open one be true beside it", () => {
    const open = { deficit: million(2.99), family: "section-251" };
    expect(said({ balances: [one(23, { error: million(0.01) }), open] })).toEqual(["missed", null]);
  });

  it("without a bound nothing contradicts", () => {
    const open = { deficit: million(-30), family: "section-251" };
    expect(said({ agreement: { total: null }, balances: [one(23), open] })).toEqual(["missed", null]);
    expect(judged({ agreement: { total: null }, balances: [one(23), open] }).range).toEqual({
      low: million(-30),
      high: null,
    });
  });

  it("shows the range over all of them", () => {
    expect(judged({ balances: [one(23), other(20)] })).toMatchObject({
      range: { low: million(20), high: million(23) },
      gap: null,
    });
  });
});

describe("which year end and what of it", () => {
  it("only the planned year's own", () => {
    expect(said({ balances: [gross(million(30), { asAt: day("2024-03-31") })] })).toEqual([
      "not-held",
      "outturn-not-held",
    ]);
    expect(said({ balances: [gross(million(30), { asAt: day("2025-04-01") })] })[0]).toBe("not-held");
  });

  it.each(["outturn", "provisional", "derived"] as const)("%s counts", (kind) => {
    expect(said({ balances: [gross(million(30), { kind })] })[0]).toBe("missed");
  });

  it("a forecast is no outturn", () => {
    expect(said({ balances: [gross(million(30), { kind: "forecast" })] })).toEqual([
      "not-held",
      "outturn-not-held",
    ]);
  });

  it.each([
    ["2025-03-31", "not-published"],
    ["2026-01-31", "not-published"],
    ["2026-02-01", "not-held"],
    ["2027-02-01", "not-held"],
  ])("on %s without an outturn of 2024-25: %s", (today, verdict) => {
    expect(said({ today })).toEqual([
      verdict,
      verdict === "not-held" ? "outturn-not-held" : "outturn-not-published",
    ]);
    expect(judged({ today })).toMatchObject({
      actual: null,
      gap: null,
      range: null,
      tolerance: million(0.25),
    });
  });

  it("even a promise that decides nothing is first of all without an outturn", () => {
    expect(said({ plan: { planSource: "computed" } })[0]).toBe("not-held");
  });
});

describe("the point of the signing year", () => {
  it.each([
    ["2020-21", false],
    ["2021-22", true],
    ["2022-23", false],
  ])("%s: baseline %s", (text, baseline) => {
    expect(judged({ plan: { financialYear: year(text) } }).baseline).toBe(baseline);
  });

  it("is judged", () => {
    const plan = { financialYear: year("2021-22") };
    expect(judged({ plan, balances: [gross(million(30), { asAt: day("2022-03-31") })] })).toMatchObject({
      verdict: "missed",
      baseline: true,
    });
  });
});

it("carries what it was judged against", () => {
  expect(judged({ plan: { scope: "high-needs", planSource: "aim" } })).toMatchObject({
    financialYear: "2024-25",
    agreementVersion: "original",
    against: "both",
    basis: "gross",
    scope: "high-needs",
    planSource: "aim",
  });
});
