import { compareYears, type FinancialYear, yearsBetween } from "../financial-year";
import { type Money, negate, pence } from "../money";
import { type HeldAgreement, isActual } from "../verdicts/held-figures";
import type { InYearBalance } from "../verdicts/in-year-balance";
import type { Thresholds } from "../verdicts/thresholds";
import { figure, moneyBehind, threshold } from "./draft-flag";
import type { FlagEvidence, JudgedCouncil } from "./flag";
import { moneyWords, yearWords } from "./in-words";

/** What the published figures say of one year's balance before DfE money. */
export interface YearOutcome {
  readonly financialYear: FinancialYear;
  /** All that decide say that it fell short, that none did, or they don't decide. */
  readonly word: "short" | "in-balance" | "open";
  /** Those that decide, the mildest (the highest balance) first. */
  readonly deciding: readonly InYearBalance[];
}

/** By how much a year may be short and still count as balanced: the larger of £250,000 and the figure's own error. */
export function shortBy({ error }: Pick<InYearBalance, "error">, { toleranceFloor }: Thresholds): Money {
  return pence(Math.max(toleranceFloor, error));
}

export function isShort(balance: InYearBalance, thresholds: Thresholds): boolean {
  return balance.balance < negate(shortBy(balance, thresholds));
}

/**
 * Of every independent way to have the year's balance, each has to say that it fell short. A balance that is
 * `at-most` and not short decides nothing, for or against: the true one may be anywhere below it. Final
 * figures take the place of provisional ones.
 */
export function outcomeOf(financialYear: FinancialYear, judged: JudgedCouncil): YearOutcome {
  const { inYearBalances, thresholds } = judged;
  const decisive = inYearBalances.filter(
    (balance) =>
      balance.financialYear === financialYear &&
      isActual(balance) &&
      (balance.bound === "exact" || isShort(balance, thresholds)),
  );
  const isFinal = ({ kind }: InYearBalance) => kind !== "provisional";
  const deciding = (decisive.some(isFinal) ? decisive.filter(isFinal) : decisive).toSorted(
    (a, b) => b.balance - a.balance || a.family.localeCompare(b.family) || refOf(a) - refOf(b),
  );
  const short = deciding.filter((balance) => isShort(balance, thresholds));
  if (deciding.length === 0) return { financialYear, word: "open", deciding };
  if (short.length === deciding.length) return { financialYear, word: "short", deciding };
  return { financialYear, word: short.length === 0 ? "in-balance" : "open", deciding };
}

const refOf = ({ refs }: InYearBalance): number => refs[0]?.id ?? 0;

/**
 * The balance year and the later years of the term, as far as years are judged; only the balance year where
 * the term's end isn't known, and never the signing year.
 */
export function yearsInBalance(
  { balanceBy, to, cohort }: HeldAgreement,
  { judgedThrough }: Thresholds,
): FinancialYear[] {
  if (balanceBy === null) return [];
  const last = to !== null && compareYears(to, balanceBy) > 0 ? to : balanceBy;
  return yearsBetween(balanceBy, last).filter(
    (year) => year <= judgedThrough && compareYears(year, cohort) > 0,
  );
}

/** "the in-year deficit in 2024 to 2025 was £2.1 million before DfE money". */
export function shortfallWords({ financialYear, deciding }: YearOutcome): string {
  const [mildest] = deciding;
  if (!mildest) return "";
  const exact = deciding.length === 1 && mildest.bound === "exact";
  return `the in-year deficit in ${yearWords(financialYear)} was ${exact ? "" : "at least "}${moneyWords(mildest.balance)} before DfE money`;
}

/** Each balance that decided, what was taken off it, and what is only named beside it. */
export function outcomeEvidence(
  { financialYear, deciding }: YearOutcome,
  { dossier, thresholds }: JudgedCouncil,
): FlagEvidence[] {
  const year = yearWords(financialYear);
  return deciding.flatMap((balance) => [
    figure(
      `In-year balance ${year} before DfE money, ${balance.how === "published" ? "as published" : "from two year ends"}${balance.bound === "at-most" ? ", at most" : ""}`,
      balance.balance,
      balance.refs[0] ?? null,
    ),
    ...(balance.how === "difference" ? yearEnds(balance, dossier.balances) : []),
    ...moneyBehind(balance.refs, dossier),
    ...beside(balance),
    threshold("Counts as balanced down to", negate(shortBy(balance, thresholds))),
  ]);
}

function yearEnds({ refs }: InYearBalance, balances: JudgedCouncil["dossier"]["balances"]): FlagEvidence[] {
  return refs
    .slice(0, 2)
    .flatMap((ref) =>
      balances
        .filter((held) => held.ref.table === ref.table && held.ref.id === ref.id)
        .map((held) => figure(`Published deficit at ${held.asAt}`, held.deficit, held.ref, held.publishedOn)),
    );
}

function beside(balance: InYearBalance): FlagEvidence[] {
  const named = [
    ["Block transfer in the year", balance.blockTransfer],
    ["The council’s own contribution in the year", balance.localContribution],
    ["Adjustment for earlier years", balance.priorYearAdjustment],
  ] as const;
  const [ref = null] = balance.refs;
  return named.flatMap(([label, value]) => (value === null ? [] : [figure(label, value, ref)]));
}
