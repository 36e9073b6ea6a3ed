import type { Basis, Kind, Known, Scope } from "../dsg/balance";
import { type FinancialYear, lastDay, yearBefore } from "../financial-year";
import { type Money, NO_MONEY, negate, subtract, sum } from "../money";
import { isBasisKnown, signingYear } from "./choose-actual";
import { type GrantReceived, grantReceived } from "./gross-interval";
import {
  byRef,
  type CouncilDossier,
  type FigureRef,
  type HeldBalance,
  type HeldInYearBalance,
  isActual,
  type Standing,
} from "./held-figures";
import { isExact, type Receipts, receiptsIn } from "./receipts";

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
 * grant money of the year comes off first, unless the source says that its figure is before it. The grant
 * comes off where it is cited; where it may be in a figure, the balance is `at-most`.
 *
 * Block transfers count as they fell; local money and prior-year adjustments are named beside, not taken off.
 */
export function inYearBalances(dossier: CouncilDossier, year: FinancialYear): readonly InYearBalance[] {
  const receipts = receiptsOf(dossier, year);
  const grant = grantReceived(dossier.grantItems);
  const published = dossier.inYearBalances
    .filter((held) => held.financialYear === year && held.scope === "dsg" && held.confidence !== "low")
    .flatMap((held) => fromPublished(held, receipts, grant));
  const fell = fromYearEnds(dossier, year, receipts, grant);
  return [...published, ...fell].toSorted(
    (a, b) =>
      a.family.localeCompare(b.family) ||
      a.how.localeCompare(b.how) ||
      a.balance - b.balance ||
      compareRefs(a.refs, b.refs),
  );
}

/** Null for a council that never signed: it received none. */
function receiptsOf(dossier: CouncilDossier, year: FinancialYear): Receipts | null {
  const [first] = dossier.agreements;
  if (first) return receiptsIn(year, signingYear(dossier, first.cohort), dossier.payments);
  return dossier.signed ? NOTHING_KNOWN : null;
}

const NOTHING_KNOWN: Receipts = {
  sure: NO_MONEY,
  unsure: NO_MONEY,
  error: NO_MONEY,
  complete: false,
  missing: [],
  refs: [],
};

function compareRefs(a: readonly FigureRef[], b: readonly FigureRef[]): number {
  return a.reduce((order, ref, index) => order || byRef(ref, b[index] ?? ref), 0);
}

function fromPublished(
  held: HeldInYearBalance,
  receipts: Receipts | null,
  grant: GrantReceived | null,
): InYearBalance[] {
  const { ref, confidence: _, publishedOn: __, after, ...rest } = held;
  const gross = { ...rest, basis: "gross" as const, how: "published" as const };
  if (held.basis === "gross") {
    const isBefore = after.safetyValve !== "yes" && after.stabilityGrant !== "yes";
    return isBefore ? [{ ...gross, bound: "exact", refs: [ref] }] : [];
  }
  if (held.basis === "unknown" || after.safetyValve !== "yes") return [];
  const off = [agreementMoney(receipts), grantMoney(after.stabilityGrant, grant)];
  return [
    {
      ...gross,
      balance: subtract(held.balance, sum(off.map(({ sure }) => sure))),
      error: sum([held.error, ...off.map(({ error }) => error)]),
      bound: off.every(({ exact }) => exact) ? "exact" : "at-most",
      refs: [ref, ...off.flatMap(({ refs }) => refs)],
    },
  ];
}

/** DfE money in a balance, as far as it is certain; if that isn't all, what remains is `at-most`. */
interface ComesOff {
  readonly sure: Money;
  readonly error: Money;
  readonly exact: boolean;
  readonly refs: readonly FigureRef[];
}

const NOTHING: ComesOff = { sure: NO_MONEY, error: NO_MONEY, exact: true, refs: [] };

function agreementMoney(receipts: Receipts | null): ComesOff {
  if (receipts === null) return NOTHING;
  return { sure: receipts.sure, error: receipts.error, exact: isExact(receipts), refs: receipts.refs };
}

function grantMoney(within: Known, grant: GrantReceived | null): ComesOff {
  if (within === "no") return NOTHING;
  const sure = within === "yes" && grant !== null ? grant.least : NO_MONEY;
  return { ...NOTHING, sure, exact: sure > 0 && grant?.most === sure, refs: grant?.refs ?? [] };
}

function fromYearEnds(
  { balances, localContributions }: CouncilDossier,
  year: FinancialYear,
  receipts: Receipts | null,
  grant: GrantReceived | null,
): InYearBalance[] {
  const usable = balances.filter(
    (balance) =>
      isActual(balance) &&
      balance.scope === "dsg" &&
      isBasisKnown(balance) &&
      (balance.basis === "gross" || balance.after.safetyValve === "yes") &&
      !balance.asAtInferred &&
      balance.confidence !== "low",
  );
  const ownMoney = localContributions.filter(
    ({ status, financialYear }) => status === "paid-into-dsg" && financialYear === year,
  );
  const localContribution = ownMoney.length > 0 ? sum(ownMoney.map(({ amount }) => amount)) : null;
  const [opens, closes] = [lastDay(yearBefore(year)), lastDay(year)];
  const opening = usable.filter(({ asAt }) => asAt === opens);
  return usable
    .filter(({ asAt }) => asAt === closes)
    .flatMap((closing) =>
      opening
        .filter((candidate) => isOneSeries(candidate, closing))
        .map((start) => ({ ...difference(year, start, closing, receipts, grant), localContribution })),
    );
}

/** Two ends of one line: same source and basis, and the council's own money counted in both or neither. */
function isOneSeries(start: HeldBalance, end: HeldBalance): boolean {
  return (
    start.family === end.family &&
    start.basis === end.basis &&
    start.after.localContribution === end.after.localContribution &&
    (start.basis === "gross"
      ? start.after.stabilityGrant !== "yes" && end.after.stabilityGrant !== "yes"
      : !(start.after.stabilityGrant === "yes" && end.after.stabilityGrant !== "yes"))
  );
}

function difference(
  financialYear: FinancialYear,
  start: HeldBalance,
  end: HeldBalance,
  receipts: Receipts | null,
  grant: GrantReceived | null,
): InYearBalance {
  const off =
    end.basis === "net" ? [agreementMoney(receipts), grantMoney(grantBetween(start, end), grant)] : [];
  return {
    financialYear,
    balance: sum([start.deficit, negate(end.deficit), ...off.map(({ sure }) => negate(sure))]),
    error: sum([start.error, end.error, ...off.map(({ error }) => error)]),
    bound: off.every(({ exact }) => exact) ? "exact" : "at-most",
    how: "difference",
    kind: weakest(start.kind, end.kind),
    basis: "gross",
    scope: "dsg",
    standing: end.standing,
    family: end.family,
    blockTransfer: null,
    localContribution: null,
    priorYearAdjustment: null,
    refs: [start.ref, end.ref, ...off.flatMap(({ refs }) => refs)],
  };
}

/** Whether the stability grant came between two year ends: what one is after, the next one is after too. */
function grantBetween(start: HeldBalance, end: HeldBalance): Known {
  if (end.after.stabilityGrant === "no" || start.after.stabilityGrant === "yes") return "no";
  return start.after.stabilityGrant === "no" ? end.after.stabilityGrant : "unknown";
}

function weakest(...kinds: readonly Kind[]): Kind {
  return (["provisional", "derived"] as const).find((kind) => kinds.includes(kind)) ?? "outturn";
}
