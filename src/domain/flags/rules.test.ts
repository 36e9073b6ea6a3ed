import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aBalance,
  aDossier,
  aGrantItem,
  aListing,
  aLocalContribution,
  anAgreement,
  anEvent,
  anInYearBalance,
  aPayment,
  aPlan,
  aStatement,
  date,
  million,
  TODAY,
  year,
} from "@/testing/dossiers";
import {
  type After,
  BASES,
  type Basis,
  KINDS,
  type Kind,
  KNOWN,
  LOCAL_CONTRIBUTIONS,
  type LocalContributions,
  PLAN_SOURCES,
  type PlanSource,
  SCOPES,
  type Scope,
} from "../dsg/balance";
import { GRANT_ITEMS } from "../dsg/grant-item";
import { lastDay } from "../financial-year";
import { pence } from "../money";
import { CONFIDENCES, type Confidence } from "../provenance";
import type { CouncilDossier } from "../verdicts/held-figures";
import { THRESHOLDS } from "../verdicts/thresholds";
import { compareAssessments, identityOf } from "./compare-assessments";
import { RULES, SEVERITIES } from "./flag";
import { judgedCouncil } from "./judged-council";
import { FLAG_RULES, findFlags, RULE_BY_NAME } from "./rules";
import { statusOf } from "./status-of";

describe("the rules", () => {
  it("are all there, each under its name, in the order in which they are explained", () => {
    expect(FLAG_RULES.map(({ name }) => name)).toEqual(RULES);
    for (const name of RULES) expect(RULE_BY_NAME[name].name).toBe(name);
  });

  it.each(FLAG_RULES)("$name is explained in full", (rule) => {
    for (const words of [rule.title, rule.meaning, rule.formula, rule.never]) expect(words).toMatch(/\S/);
    expect(rule.weaknesses.length).toBeGreaterThan(0);
    expect(rule.changes.at(-1)?.version).toBe(rule.version);
    for (const threshold of rule.thresholds) expect(THRESHOLDS).toHaveProperty(threshold);
  });

  it("say missed of a miss only", () => {
    const missed = FLAG_RULES.filter(({ severity }) => severity === "missed").map(({ name }) => name);
    expect(missed).toEqual(["deficit-above-profile", "in-year-balance-missed", "term-ended-without-balance"]);
  });
});

/** Much of what is drawn is plain, so that rules that ask for much are met as well as those that ask for little. */
const plainly = <T>(plain: T, all: readonly T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(plain) }, { weight: 1, arbitrary: fc.constantFrom(...all) });

const plainlyNone = <T>(some: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: some });

const years = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"].map(year);
const someYear = fc.constantFrom(...years);
/** Few sizes, near one another, so that boundaries are met often. */
const deficit = fc.constantFrom(0, 9, 10, 10.25, 10.3, 11, 20, -1).map(million);
const amount = fc.option(fc.constantFrom(1, 2, 10, 20).map(million));
const error = fc.constantFrom(0, 5_000_000).map(pence);
const partial = fc.option(fc.constantFrom("2023", "2024-03", "2024-03-21", "2025", "2025-06-10").map(date));
const family = fc.constantFrom("section-251-outturn", "accounts", "report");
const confidence = plainly<Confidence | null>(null, CONFIDENCES);
const after = fc.record({
  safetyValve: fc.constantFrom(...KNOWN),
  stabilityGrant: fc.constantFrom(...KNOWN),
  localContribution: fc.constantFrom(...KNOWN),
});
/** Mostly as the basis has it. */
const maybeAfter = plainlyNone(after);
const withAfter = <Own extends { readonly after: After | null }>({ after: known, ...own }: Own) => ({
  ...own,
  ...(known === null ? {} : { after: known }),
});
const version = plainly("original", ["later"]);
const versions = fc
  .array(
    fc.record({
      knownFrom: fc.constantFrom("register" as const, "document" as const),
      balanceBy: fc.option(someYear),
      balanceBySource: fc.constantFrom("agreement" as const, "official" as const, "press" as const),
      clearedBy: fc.option(someYear),
      to: fc.option(someYear),
      total: amount,
      suspended: plainly(false, [true]),
      status: plainly(null, ["active", "revised", "under review (payments suspended)"]),
      statusDate: partial,
      signedOn: partial,
      checked: fc.boolean(),
    }),
    { maxLength: 2 },
  )
  .map((list) =>
    list.map((own, index) => anAgreement({ ...own, version: index === 0 ? "original" : "later" })),
  );

const balance = fc
  .record({
    asAt: someYear.map(lastDay),
    asAtInferred: plainly(false, [true]),
    deficit,
    error,
    basis: plainly<Basis>("gross", BASES),
    scope: plainly<Scope>("dsg", SCOPES),
    after: maybeAfter,
    kind: plainly<Kind>("outturn", KINDS),
    family,
    publishedOn: partial,
    confidence,
  })
  .map(withAfter)
  .map(aBalance);
const inYear = fc
  .record({
    financialYear: someYear,
    balance: deficit.map((each) => pence(-each)),
    error,
    basis: plainly<Basis>("gross", BASES),
    scope: plainly<Scope>("dsg", SCOPES),
    after: maybeAfter,
    kind: plainly<Kind>("outturn", KINDS),
    family,
    publishedOn: partial,
    confidence,
  })
  .map(withAfter)
  .map(anInYearBalance);
const listOf = <T>(each: fc.Arbitrary<T>, maxLength = 4) =>
  fc.oneof(fc.constant([]), fc.array(each, { minLength: 1, maxLength }));

const dossier: fc.Arbitrary<CouncilDossier> = fc
  .record({
    agreements: versions,
    listings: listOf(fc.record({ listedOn: partial, underReview: fc.boolean() }).map(aListing), 2),
    plans: listOf(
      fc
        .record({
          agreementVersion: version,
          financialYear: someYear,
          deficit,
          error,
          basis: plainly<Basis>("gross", BASES),
          scope: plainly<Scope>("dsg", SCOPES),
          localContributions: plainly("excluded" as LocalContributions, LOCAL_CONTRIBUTIONS),
          planSource: plainly<PlanSource>("agreement", PLAN_SOURCES),
          confidence,
          family: fc.constantFrom("the agreement", "a report"),
        })
        .map(aPlan),
    ),
    payments: listOf(
      fc
        .record({
          financialYear: fc.option(someYear),
          covers: fc.constantFrom(
            "year" as const,
            "instalment" as const,
            "remainder" as const,
            "cumulative" as const,
          ),
          throughDate: someYear.map(lastDay),
          status: plainly("paid" as const, ["planned", "withheld", "released"] as const),
          amount,
          paidOn: partial,
          agreementVersion: version,
        })
        .map(aPayment),
    ),
    localContributions: listOf(fc.record({ agreementVersion: version }).map(aLocalContribution), 1),
    balances: fc.array(balance, { maxLength: 6 }),
    inYearBalances: listOf(inYear),
    statements: listOf(
      fc
        .record({ date: partial, kind: fc.constantFrom("on-track" as const, "off-track" as const) })
        .map(aStatement),
      3,
    ),
    events: listOf(
      fc
        .record({
          kind: fc.constantFrom(
            "under_review",
            "suspended",
            "payment_withheld",
            "payment_released",
            "revised",
            "completed",
            "payments_rephased",
          ),
          on: partial,
        })
        .map(({ kind, on }) => anEvent(kind, { date: on })),
    ),
    grantItems: listOf(
      fc
        .record({ item: fc.constantFrom(...GRANT_ITEMS), asAt: partial, amount })
        .map(({ item, ...own }) => aGrantItem(item, own)),
      3,
    ),
  })
  .map((own) => aDossier({ ...own, signed: own.agreements.length > 0 }));

const judge = (of: CouncilDossier) =>
  judgedCouncil(of, { thresholds: THRESHOLDS, today: TODAY, trend: null });
const flagsOf = (of: CouncilDossier) => findFlags(judge(of));
const missed = (of: CouncilDossier) => flagsOf(of).filter(({ severity }) => severity === "missed");
const statusFrom = (of: CouncilDossier) => statusOf(judge(of), flagsOf(of));

describe("whatever is held of a council", () => {
  it("each flag is told from every other, worded, and rests on something", () => {
    fc.assert(
      fc.property(dossier, (of) => {
        const flags = flagsOf(of);
        expect(new Set(flags.map(identityOf)).size).toBe(flags.length);
        for (const flag of flags) {
          expect(SEVERITIES).toContain(flag.severity);
          expect(flag.summary).toMatch(/\S\.$/);
          expect(flag.summary).not.toMatch(/undefined|null|NaN|\bmissed\b/i);
          if (flag.severity === "missed" || flag.severity === "at-risk") {
            expect(flag.evidence.some(({ ref }) => ref !== null)).toBe(true);
          }
        }
      }),
    );
  });

  it("finding again changes nothing", () => {
    fc.assert(
      fc.property(dossier, (of) => {
        const kept = flagsOf(of).map((flag) => ({ ...flag, state: "open" as const }));
        for (const change of compareAssessments(kept, flagsOf(structuredClone(of)))) {
          expect(change.kind).toBe("unchanged");
        }
      }),
    );
  });

  it("the order of what is held doesn't matter", () => {
    const shuffled = dossier.chain((of) =>
      fc
        .record({
          listings: anyOrder(of.listings),
          plans: anyOrder(of.plans),
          payments: anyOrder(of.payments),
          balances: anyOrder(of.balances),
          inYearBalances: anyOrder(of.inYearBalances),
          statements: anyOrder(of.statements),
          events: anyOrder(of.events),
          grantItems: anyOrder(of.grantItems),
        })
        .map((lists) => [of, { ...of, ...lists }] as const),
    );
    fc.assert(
      fc.property(shuffled, ([of, other]) => {
        expect(flagsOf(other)).toEqual(flagsOf(of));
      }),
    );
  });

  it("a forecast never makes a miss, nor takes one away", () => {
    fc.assert(
      fc.property(dossier, balance, inYear, (of, of1, of2) => {
        const more = {
          ...of,
          balances: [...of.balances, { ...of1, kind: "forecast" as const }],
          inYearBalances: [...of.inYearBalances, { ...of2, kind: "forecast" as const }],
        };
        expect(missed(more)).toEqual(missed(of));
      }),
    );
  });

  it("what is said, reported or planned for money never makes a miss", () => {
    fc.assert(
      fc.property(dossier, (of) => {
        const silent = { ...of, statements: [], events: [], listings: [] };
        expect(missed(of)).toEqual(missed(silent));
      }),
    );
  });

  it("a statement that it is on track turns nothing green", () => {
    fc.assert(
      fc.property(dossier, (of) => {
        const praised = { ...of, statements: [aStatement({ kind: "on-track", date: date("2026-11-01") })] };
        const silent = { ...of, statements: [] };
        expect(statusFrom(praised)).toBe(statusFrom(silent));
      }),
    );
  });

  it("a council without outturns is never on track and has missed nothing", () => {
    fc.assert(
      fc.property(dossier, (of) => {
        const bare = { ...of, balances: [], inYearBalances: [] };
        expect(missed(bare)).toEqual([]);
        expect(statusFrom(bare)).not.toBe("on-track");
      }),
    );
  });

  it("only terms from the agreement make a deficit missed", () => {
    fc.assert(
      fc.property(
        dossier,
        fc.constantFrom("press" as const, "plan" as const, "aim" as const),
        (of, planSource) => {
          const plans = of.plans.map((plan) => ({ ...plan, planSource }));
          const found = flagsOf({ ...of, plans }).map(({ rule }) => rule);
          expect(found).not.toContain("deficit-above-profile");
        },
      ),
    );
  });

  function anyOrder<T>(list: readonly T[]): fc.Arbitrary<T[]> {
    return fc.shuffledSubarray([...list], { minLength: list.length });
  }
});
