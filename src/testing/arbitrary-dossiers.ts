import fc from "fast-check";
import { BASES, KINDS, KNOWN, LOCAL_CONTRIBUTIONS, PLAN_SOURCES, SCOPES } from "@/domain/dsg/balance";
import { type FinancialYear, lastDay, startYear } from "@/domain/financial-year";
import { type Money, pence, sum } from "@/domain/money";
import { CONFIDENCES } from "@/domain/provenance";
import { type HeldBalance, type HeldPayment, type HeldPlan, STANDINGS } from "@/domain/verdicts/held-figures";
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
} from "./dossiers";

/** The years in which DfE's money came, the signing year first. */
export const LEDGER_YEARS: readonly FinancialYear[] = ["2021-22", "2022-23", "2023-24", "2024-25"].map(year);

/** What really came, year by year. */
export type Ledger = readonly (readonly Money[])[];

const ledgers: fc.Arbitrary<Ledger> = fc.array(
  fc.array(fc.integer({ min: 1, max: 900_000_000 }).map(pence), { maxLength: 3 }),
  { minLength: LEDGER_YEARS.length, maxLength: LEDGER_YEARS.length },
);

/** All that could truly be said of it: each instalment, each year's total, the sum at each year end and each autumn. */
function factsOf(ledger: Ledger): HeldPayment[] {
  return LEDGER_YEARS.flatMap((financialYear, index) => {
    const amounts = ledger[index] ?? [];
    const before = ledger.slice(0, index).flat();
    const sumAt = { financialYear: null, covers: "cumulative" } as const;
    return [
      ...amounts.map((amount) => aPayment({ financialYear, covers: "instalment", amount })),
      aPayment({ financialYear, amount: sum(amounts) }),
      aPayment({ ...sumAt, throughDate: lastDay(financialYear), amount: sum([...before, ...amounts]) }),
      aPayment({
        ...sumAt,
        throughDate: day(`${startYear(financialYear)}-10-15`),
        amount: sum([...before, ...amounts.slice(0, 1)]),
      }),
      aPayment({ financialYear, status: "planned", amount: pence(sum(amounts) + 100) }),
    ];
  });
}

export interface ToldOfLedger {
  readonly ledger: Ledger;
  /** Some of what could truly be said. */
  readonly told: readonly HeldPayment[];
  /** One thing more, perhaps told already. */
  readonly more: HeldPayment;
}

export const toldOfLedgers: fc.Arbitrary<ToldOfLedger> = ledgers.chain((ledger) => {
  const facts = factsOf(ledger);
  return fc.record({
    ledger: fc.constant(ledger),
    told: fc.shuffledSubarray(facts),
    more: fc.constantFrom(...facts),
  });
});

const deficits = fc.integer({ min: -1_000, max: 6_000 }).map((hundredths) => million(hundredths / 100));

export const arbitraryBalances: fc.Arbitrary<HeldBalance> = fc
  .record({
    asAt: fc.constantFrom(...LEDGER_YEARS.map(lastDay)),
    asAtInferred: fc.boolean(),
    deficit: deficits,
    error: fc.constantFrom(...[0, 0.05, 0.5].map(million)),
    basis: fc.constantFrom(...BASES),
    scope: fc.constantFrom(...SCOPES),
    after: fc.record({
      safetyValve: fc.constantFrom(...KNOWN),
      stabilityGrant: fc.constantFrom(...KNOWN),
      localContribution: fc.constantFrom(...KNOWN),
    }),
    kind: fc.constantFrom(...KINDS),
    standing: fc.constantFrom(...STANDINGS),
    family: fc.constantFrom("returns", "report", "news"),
    confidence: fc.constantFrom(null, ...CONFIDENCES),
  })
  .map(aBalance);

/** As often as not a figure that a promise can be held against. */
export const likelyBalances: fc.Arbitrary<HeldBalance> = fc.oneof(
  arbitraryBalances,
  fc
    .record({
      asAt: fc.constantFrom(...LEDGER_YEARS.map(lastDay)),
      deficit: deficits,
      basis: fc.constantFrom("net" as const, "gross" as const),
      family: fc.constantFrom("returns", "report", "news"),
    })
    .map(aBalance),
);

export const arbitraryPlans: fc.Arbitrary<HeldPlan> = fc
  .record({
    financialYear: fc.constantFrom(...LEDGER_YEARS),
    agreementVersion: fc.constantFrom("original", "revised", "unclear"),
    deficit: deficits,
    basis: fc.constantFrom("gross" as const, "gross" as const, ...BASES),
    scope: fc.constantFrom("dsg" as const, "dsg" as const, ...SCOPES),
    localContributions: fc.constantFrom("excluded" as const, ...LOCAL_CONTRIBUTIONS),
    planSource: fc.constantFrom("agreement" as const, ...PLAN_SOURCES),
    confidence: fc.constantFrom(null, ...CONFIDENCES),
    family: fc.constantFrom("paper", "minutes"),
  })
  .map(aPlan);

/** Councils of which a good deal is held, truly told as far as DfE's money goes. */
export const arbitraryDossiers = fc
  .record({
    ledger: toldOfLedgers,
    revised: fc.boolean(),
    slack: fc.constantFrom(0, 5).map(million),
    plans: fc.array(arbitraryPlans, { minLength: 1, maxLength: 5 }),
    balances: fc.array(likelyBalances, { maxLength: 6 }),
    grants: fc.array(fc.option(fc.constantFrom(...[3, 9].map(million))), { maxLength: 2 }),
    contributions: fc.array(
      fc.record({
        amount: fc.constantFrom(...[0.5, 2].map(million)),
        status: fc.constantFrom("planned" as const, "paid-into-dsg" as const, "held-in-reserve" as const),
        financialYear: fc.option(fc.constantFrom(...LEDGER_YEARS)),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ ledger, revised, slack, plans, balances, grants, contributions }) => {
    const total = pence(sum(ledger.ledger.flat()) + slack);
    const original = anAgreement({ total });
    return {
      ledger,
      dossier: aDossier({
        agreements: revised ? [original, anAgreement({ version: "revised", total })] : [original],
        plans,
        balances,
        payments: ledger.told,
        grantItems: grants.map((amount) => aGrantItem("paid", { amount })),
        localContributions: contributions.map(aLocalContribution),
      }),
    };
  });
