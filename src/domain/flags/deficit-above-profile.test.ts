import { describe, expect, it } from "vitest";
import {
  aBalance,
  aJudgedCouncil,
  aLocalContribution,
  anAgreement,
  aPayment,
  aPlan,
  day,
  million,
  year,
} from "@/testing/dossiers";
import { moneyOf, pence } from "../money";
import { deficitAboveProfile } from "./deficit-above-profile";

const gross = (deficit: number, own: Parameters<typeof aBalance>[0] = {}) =>
  aBalance({ basis: "gross", deficit: pence(deficit), ...own });

describe("deficit above the agreed profile", () => {
  // £20 million planned: 1% is less than £250,000, which is therefore the tolerance.
  const most = million(20) + moneyOf(250_000, "pound");

  it.each([
    [most, 0],
    [most + 1, 1],
  ])("a published %d pence against £20 million: %d flags", (deficit, flags) => {
    const judged = aJudgedCouncil({ plans: [aPlan()], balances: [gross(deficit)] });
    expect(deficitAboveProfile.find(judged)).toHaveLength(flags);
  });

  it.each([
    [million(30.3), 0],
    [million(30.3) + 1, 1],
  ])("1%% of a plan of £30 million allows %d pence: %d flags", (deficit, flags) => {
    const judged = aJudgedCouncil({ plans: [aPlan({ deficit: million(30) })], balances: [gross(deficit)] });
    expect(deficitAboveProfile.find(judged)).toHaveLength(flags);
  });

  it("says what was planned and published, and shows both rows and the tolerance", () => {
    const plan = aPlan({ deficit: million(20.5) });
    const actual = gross(million(22.6));
    const [flag, ...others] = deficitAboveProfile.find(aJudgedCouncil({ plans: [plan], balances: [actual] }));
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      ...{ rule: "deficit-above-profile", ruleVersion: "1", severity: "missed" },
      ...{ financialYear: "2024-25", subject: "", checked: true, size: million(2.1) },
      summary:
        "The deficit at 31 March 2025 was £22.6 million before DfE money, against £20.5 million planned in the agreement.",
    });
    expect(flag?.evidence).toEqual([
      ...[
        {
          ...{ label: "Planned deficit at 31 March 2025, before DfE money", value: million(20.5) },
          ...{ date: null, ref: plan.ref },
        },
      ],
      ...[
        {
          ...{ label: "Published deficit at 31 March 2025, before DfE money", value: million(22.6) },
          ...{ date: null, ref: actual.ref },
        },
      ],
      { label: "Tolerance", value: moneyOf(250_000, "pound"), date: null, ref: null },
    ]);
  });

  it("says at least where not all payments are known, and shows the payment it counted", () => {
    const payment = aPayment({ financialYear: year("2023-24"), amount: million(3) });
    const [flag] = deficitAboveProfile.find(
      aJudgedCouncil({
        plans: [aPlan()],
        balances: [aBalance({ deficit: million(22) })],
        payments: [payment],
      }),
    );
    expect(flag?.summary).toContain("was at least £25 million before DfE money");
    expect(flag?.evidence).toContainEqual({
      ...{ label: "DfE payment counted in", value: million(3), date: null, ref: payment.ref },
    });
    const workedOut = (flag?.evidence ?? []).filter(({ label }) => label.includes("worked out"));
    expect(workedOut.map(({ label, value, ref }) => [label, value, ref])).toEqual([
      ["Deficit before DfE money, worked out: at least", million(25), null],
      ["Deficit before DfE money, worked out: at most", million(22 + 20), null],
    ]);
  });

  it("never calls a payment counted in that was withheld", () => {
    const of = { financialYear: year("2022-23"), amount: million(5) };
    const [flag] = deficitAboveProfile.find(
      aJudgedCouncil({
        plans: [aPlan()],
        balances: [aBalance({ deficit: million(60) })],
        payments: [aPayment({ ...of, status: "planned" }), aPayment({ ...of, status: "withheld" })],
      }),
    );
    const payments = (flag?.evidence ?? []).filter(({ label }) => label.startsWith("DfE payment"));
    expect(payments.map(({ label, value }) => [label, value])).toEqual([
      ["DfE payment withheld", million(5)],
    ]);
  });

  it.each(["plan", "aim", "press", "computed"] as const)("is never raised from a %s", (planSource) => {
    const judged = aJudgedCouncil({ plans: [aPlan({ planSource })], balances: [gross(million(60))] });
    expect(deficitAboveProfile.find(judged)).toEqual([]);
  });

  it("is never raised from a forecast", () => {
    const balances = [gross(million(60), { kind: "forecast" })];
    expect(deficitAboveProfile.find(aJudgedCouncil({ plans: [aPlan()], balances }))).toEqual([]);
  });

  it.each([
    ["2021-22", "2022-03-31", 0],
    ["2022-23", "2023-03-31", 1],
  ])("for %s, signed in 2021-22: %#", (financialYear, asAt, flags) => {
    const judged = aJudgedCouncil({
      plans: [aPlan({ financialYear: year(financialYear) })],
      balances: [gross(million(30), { asAt: day(asAt) })],
    });
    expect(deficitAboveProfile.find(judged)).toHaveLength(flags);
  });

  it("is unchecked while the terms are", () => {
    const judged = aJudgedCouncil({
      agreements: [anAgreement({ checked: false })],
      plans: [aPlan()],
      balances: [gross(million(30))],
    });
    expect(deficitAboveProfile.find(judged)[0]?.checked).toBe(false);
  });

  describe("speaks of the latest year that can be compared with the agreement", () => {
    const plans = [aPlan({ financialYear: year("2023-24") }), aPlan()];
    const missed = gross(million(30), { asAt: day("2024-03-31") });

    it("a later year within the plan takes it away", () => {
      const judged = aJudgedCouncil({ plans, balances: [missed, gross(million(20))] });
      expect(deficitAboveProfile.find(judged)).toEqual([]);
    });

    it.each([
      ["isn't held", []],
      ["can't be compared", [aBalance({ basis: "unknown", deficit: million(1) })]],
    ])("a later outturn that %s doesn't", (_, later) => {
      const judged = aJudgedCouncil({ plans, balances: [missed, ...later] });
      expect(deficitAboveProfile.find(judged).map(({ financialYear }) => financialYear)).toEqual(["2023-24"]);
    });

    it("nor does a later aim that was met", () => {
      const aim = aPlan({ planSource: "aim" });
      const judged = aJudgedCouncil({
        plans: [aPlan({ financialYear: year("2023-24") }), aim],
        balances: [missed, gross(million(1))],
      });
      expect(deficitAboveProfile.find(judged)).toHaveLength(1);
    });
  });

  it("is about the current version alone", () => {
    const agreements = [anAgreement(), anAgreement({ version: "revised" })];
    const revised = aPlan({ agreementVersion: "revised", deficit: million(40) });
    const judged = aJudgedCouncil({ agreements, plans: [aPlan(), revised], balances: [gross(million(30))] });
    expect(judged.verdicts.map(({ verdict }) => verdict).toSorted()).toEqual(["met", "missed"]);
    expect(deficitAboveProfile.find(judged)).toEqual([]);
  });

  it("isn't raised where the council's own planned money may explain it", () => {
    const plan = aPlan({ localContributions: "unknown" });
    const local = aLocalContribution({ amount: million(5) });
    const raised = (deficit: number) =>
      deficitAboveProfile.find(
        aJudgedCouncil({ plans: [plan], localContributions: [local], balances: [gross(deficit)] }),
      ).length;
    expect([raised(most + million(5)), raised(most + million(5) + 1)]).toEqual([0, 1]);
  });

  it("isn't raised where an independent source says otherwise", () => {
    const accounts = gross(million(19), { family: "accounts", standing: "accounts" });
    const judged = aJudgedCouncil({ plans: [aPlan()], balances: [gross(million(30)), accounts] });
    expect(deficitAboveProfile.find(judged)).toEqual([]);
  });
});
