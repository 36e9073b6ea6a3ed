import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arbitraryBalances,
  arbitraryDossiers,
  LEDGER_YEARS,
  likelyBalances,
  toldOfLedgers,
} from "@/testing/arbitrary-dossiers";
import { aBalance, aGrantItem, day, million } from "@/testing/dossiers";
import { KNOWN } from "../dsg/balance";
import { type FinancialYear, lastDay } from "../financial-year";
import { pence } from "../money";
import { grantReceived, grossInterval } from "./gross-interval";
import type { CouncilDossier } from "./held-figures";
import { inYearBalances } from "./in-year-balance";
import { judgeCouncil } from "./judge-council";
import { receiptsUpTo } from "./receipts";
import { THRESHOLDS } from "./thresholds";
import type { Verdict } from "./verdict";

const judge = (dossier: CouncilDossier) =>
  judgeCouncil(dossier, { thresholds: THRESHOLDS, today: day("2026-11-24") });
const isWithin = ({ verdict }: Verdict) => verdict === "met" || verdict === "within-tolerance";
const isMissed = ({ verdict }: Verdict) => verdict === "missed" || verdict === "missed-at-least";
const isDecided = (verdict: Verdict) =>
  isWithin(verdict) || isMissed(verdict) || verdict.verdict === "above-plan";

/** The same council with every list turned about; versions stay, oldest first. */
function turned(dossier: CouncilDossier, by: number): CouncilDossier {
  const turn = <Row>(rows: readonly Row[]) =>
    [...rows.slice(by % (rows.length || 1)), ...rows.slice(0, by % (rows.length || 1))].toReversed();
  return {
    ...dossier,
    plans: turn(dossier.plans),
    payments: turn(dossier.payments),
    balances: turn(dossier.balances),
    inYearBalances: turn(dossier.inYearBalances),
    localContributions: turn(dossier.localContributions),
    grantItems: turn(dossier.grantItems),
  };
}

describe("for whatever is held of a council", () => {
  it("every verdict is met somewhere: these properties aren't about nothing", () => {
    const words = new Set(
      fc
        .sample(arbitraryDossiers, { numRuns: 1500, seed: 7 })
        .flatMap(({ dossier }) => judge(dossier).map(({ verdict }) => verdict)),
    );
    expect([...words].toSorted()).toEqual([
      "above-plan",
      "cannot-compare",
      "met",
      "missed",
      "missed-at-least",
      "not-held",
      "within-tolerance",
    ]);
  });

  it("judging again says the same, in whatever order rows come", () => {
    fc.assert(
      fc.property(arbitraryDossiers, fc.nat(6), ({ dossier }, by) => {
        const verdicts = judge(dossier);
        expect(judge(dossier)).toEqual(verdicts);
        expect(judge(turned(dossier, by))).toEqual(verdicts);
        for (const year of LEDGER_YEARS) {
          expect(inYearBalances(turned(dossier, by), year)).toEqual(inYearBalances(dossier, year));
        }
      }),
    );
  });

  it("a forecast changes nothing", () => {
    fc.assert(
      fc.property(arbitraryDossiers, arbitraryBalances, ({ dossier }, balance) => {
        const balances = [...dossier.balances, { ...balance, kind: "forecast" as const }];
        expect(judge({ ...dossier, balances })).toEqual(judge(dossier));
      }),
    );
  });

  it("one more payment never undoes a miss, and never widens what is known", () => {
    fc.assert(
      fc.property(arbitraryDossiers, ({ dossier, ledger }) => {
        const after = judge({ ...dossier, payments: [...dossier.payments, ledger.more] });
        for (const [index, before] of judge(dossier).entries()) {
          const now = after[index] as Verdict;
          if (isMissed(before)) expect(isMissed(now) || now.reason === "sources-disagree").toBe(true);
          if (before.verdict === "missed-at-least") expect(isWithin(now)).toBe(false);
          if (isWithin(before)) expect(isWithin(now)).toBe(true);
          if (before.actualLow !== null) expect(now.actualLow).toBeGreaterThanOrEqual(before.actualLow);
          if (before.actualHigh !== null) expect(now.actualHigh).toBeLessThanOrEqual(before.actualHigh);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("only the agreement itself makes a miss, and the signing year is marked", () => {
    fc.assert(
      fc.property(arbitraryDossiers, ({ dossier }) => {
        for (const verdict of judge(dossier)) {
          if (isMissed(verdict)) expect(verdict.planSource).toBe("agreement");
          if (verdict.planSource === "computed") expect(isDecided(verdict)).toBe(false);
          expect(verdict.baseline).toBe(verdict.financialYear === "2021-22");
        }
      }),
    );
  });

  it("unlike bases and scopes never meet, nor what is doubtful or unknown", () => {
    fc.assert(
      fc.property(arbitraryDossiers, ({ dossier }) => {
        for (const { actual, basis, scope, ...verdict } of judge(dossier)) {
          if (!actual) {
            expect([verdict.gap, verdict.actualLow, verdict.range]).toEqual([null, null, null]);
            continue;
          }
          expect([basis, scope]).not.toContain("unknown");
          expect(actual.scope).toBe(scope);
          expect(actual.basis === basis || (basis === "gross" && actual.basis === "net")).toBe(true);
          expect(actual.kind).not.toBe("forecast");
          expect(actual.confidence).not.toBe("low");
          expect(actual.asAtInferred).toBe(false);
        }
      }),
    );
  });

  it("one more source never makes a miss of what was none, unless it is itself the one that counts", () => {
    fc.assert(
      fc.property(arbitraryDossiers, likelyBalances, ({ dossier }, balance) => {
        const after = judge({ ...dossier, balances: [...dossier.balances, balance] });
        for (const [index, before] of judge(dossier).entries()) {
          const now = after[index] as Verdict;
          if (isMissed(now) && !isMissed(before) && before.reason !== "sources-disagree") {
            expect(now.actual).toBe(balance);
          }
        }
      }),
    );
  });
});

describe("the deficit before DfE's money", () => {
  const grants = fc.array(fc.option(fc.integer({ min: 0, max: 50 }).map(million)), { maxLength: 3 });

  it("never falls as more grant money is known to have come", () => {
    fc.assert(
      fc.property(
        toldOfLedgers,
        fc.constantFrom(...LEDGER_YEARS),
        fc.record({ safetyValve: fc.constantFrom(...KNOWN), stabilityGrant: fc.constantFrom(...KNOWN) }),
        grants,
        fc.integer({ min: 0, max: 2_000_000_000 }),
        ({ told }, year, after, amounts, more) => {
          const net = aBalance({
            asAt: lastDay(year as FinancialYear),
            after: { ...after, localContribution: "no" },
          });
          const receipts = receiptsUpTo(year as FinancialYear, LEDGER_YEARS[0] as FinancialYear, told);
          const items = (plus: number) =>
            grantReceived(
              amounts.map((amount) =>
                aGrantItem("paid", { amount: amount === null ? null : pence(amount + plus) }),
              ),
            );
          const before = grossInterval(net, receipts, million(100), items(0));
          const withGrant = grossInterval(net, receipts, million(100), items(more));
          const withMoney = grossInterval(
            net,
            { ...receipts, sure: pence(receipts.sure + more) },
            million(100),
            items(0),
          );
          for (const now of [withGrant, withMoney]) {
            expect(now.low).toBeGreaterThanOrEqual(before.low);
            if (before.high !== null) expect(now.high).toBeGreaterThanOrEqual(before.high);
          }
          expect(before.low).toBeGreaterThanOrEqual(net.deficit);
          if (before.high !== null) expect(before.high).toBeGreaterThanOrEqual(before.low);
        },
      ),
    );
  });
});
