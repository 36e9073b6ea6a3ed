import type { Basis, Kind, Scope } from "../dsg/balance";
import { type FinancialYear, lastDay, yearBefore } from "../financial-year";
import { add, type Money, negate, subtract, sum } from "../money";
import { signingYear } from "./choose-actual";
import {
  type CouncilDossier,
  type FigureRef,
  type HeldBalance,
  type HeldInYearBalance,
  isActual,
  type Standing,
} from "./held-figures";
import { type Receipts, receiptsIn } from "./receipts";

/**
 * One year's balance on the whole DSG before DfE's money under the agreement; positive is a surplus.
 *
 * `at-most`: the year's receipts aren't all known, so the true balance is this or lower: a negative one
 * decides, a positive one decides nothing.
 */
export interface InYearBalance {
  readonly financialYear: FinancialYear;
  readonly balance: Money;
  readonly error: Money;
  readonly bound: "exact" | "at-most";
  readonly how: "published" | "difference";
  readonly kind: Kind;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly standing: Standing;
  readonly family: string;
  readonly blockTransfer: Money | null;
  readonly localContribution: Money | null;
  readonly priorYearAdjustment: Money | null;
  readonly refs: readonly FigureRef[];
}

/**
 * The in-year balances of a year that can be had from what is held: as published, or as the difference of
 * two consecutive year ends of one source and scope. Whole DSG only. DfE's safety valve and stability
 * grant money of the year comes off first, unless the source says that its figure is before it.
 *
 * Block transfers count as they fell; local money and prior-year adjustments are named beside, not taken off.
 */
export function inYearBalances(dossier: CouncilDossier, year: FinancialYear): readonly InYearBalance[] {
  const [first] = dossier.agreements;
  const signed = first ? signingYear(dossier, first.cohort) : null;
  const receipts = signed === null ? null : receiptsIn(year, signed, dossier.payments);
  const published = dossier.inYearBalances
    .filter((held) => held.financialYear === year && held.scope === "dsg" && held.confidence !== "low")
    .flatMap((held) => fromPublished(held, receipts));
  return [...published, ...fromYearEnds(dossier, year, receipts)].toSorted(
    (a, b) => a.family.localeCompare(b.family) || a.how.localeCompare(b.how) || a.balance - b.balance,
  );
}

function fromPublished(held: HeldInYearBalance, receipts: Receipts | null): InYearBalance[] {
  if (held.basis === "unknown") return [];
  const { ref, confidence: _, publishedOn: __, after, ...rest } = held;
  const gross = { ...rest, basis: "gross" as const, how: "published" as const };
  if (held.basis === "gross") return [{ ...gross, bound: "exact", refs: [ref] }];
  if (after.stabilityGrant !== "no") return [];
  if (receipts === null) return [{ ...gross, bound: "exact", refs: [ref] }];
  return [
    {
      ...gross,
      balance: subtract(held.balance, receipts.sure),
      error: add(held.error, receipts.error),
      bound: isExact(receipts) ? "exact" : "at-most",
      refs: [ref, ...receipts.refs],
    },
  ];
}

function fromYearEnds(
  { balances }: CouncilDossier,
  year: FinancialYear,
  receipts: Receipts | null,
): InYearBalance[] {
  const usable = balances.filter(
    (balance) =>
      isActual(balance) &&
      balance.scope === "dsg" &&
      balance.basis !== "unknown" &&
      !balance.asAtInferred &&
      balance.confidence !== "low",
  );
  const opening = usable.filter(({ asAt }) => asAt === lastDay(yearBefore(year)));
  return usable
    .filter(({ asAt }) => asAt === lastDay(year))
    .flatMap((closing) =>
      opening
        .filter((candidate) => isOneSeries(candidate, closing))
        .map((start) => difference(year, start, closing, receipts)),
    );
}

/** Two ends of one line: same source, basis, and the same money already counted in both. */
function isOneSeries(a: HeldBalance, b: HeldBalance): boolean {
  return (
    a.family === b.family &&
    a.basis === b.basis &&
    a.after.localContribution === b.after.localContribution &&
    a.after.stabilityGrant === "no" &&
    b.after.stabilityGrant === "no"
  );
}

function difference(
  financialYear: FinancialYear,
  start: HeldBalance,
  end: HeldBalance,
  receipts: Receipts | null,
): InYearBalance {
  const fall = subtract(start.deficit, end.deficit);
  const comesOff = end.basis === "net" ? receipts : null;
  return {
    financialYear,
    balance: comesOff ? add(fall, negate(comesOff.sure)) : fall,
    error: sum([start.error, end.error, ...(comesOff ? [comesOff.error] : [])]),
    bound: comesOff && !isExact(comesOff) ? "at-most" : "exact",
    how: "difference",
    kind: start.kind === "derived" ? "derived" : end.kind,
    basis: "gross",
    scope: "dsg",
    standing: end.standing,
    family: end.family,
    blockTransfer: null,
    localContribution: null,
    priorYearAdjustment: null,
    refs: [start.ref, end.ref, ...(comesOff?.refs ?? [])],
  };
}

function isExact({ complete, unsure }: Receipts): boolean {
  return complete && unsure === 0;
}
