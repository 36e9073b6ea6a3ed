import { type FinancialYear, financialYearOf, lastDay, yearAfter, yearBefore } from "../financial-year";
import { add, type Money, subtract } from "../money";
import { isBasisKnown, signingYear, supersedes } from "../verdicts/choose-actual";
import { grantReceived, grossInterval } from "../verdicts/gross-interval";
import { type CouncilDossier, type FigureRef, type HeldBalance, isActual } from "../verdicts/held-figures";
import { receiptsUpTo } from "../verdicts/receipts";
import { draftFlag, FIRST_VERSION, figure, moneyBehind } from "./draft-flag";
import type { DraftFlag, FlagRule } from "./flag";
import { moneyWords, sizeWords, yearEndWords } from "./in-words";

/** One flag for each year whose fall was grant money: none of them ever becomes untrue. */
export const fallIsGrant: FlagRule = {
  name: "fall-is-grant",
  version: "1",
  severity: "info",
  title: "The fall is grant money",
  meaning:
    "The published deficit fell over a year, but before DfE’s money it did not: the fall is grant money, not recovery.",
  formula:
    "Of two year ends of one source the later deficit after DfE money is lower, by more than the error of both; all DfE payments up to both days are known; and the deficit before DfE money is not lower. Every source for which this can be worked out must show it.",
  thresholds: [],
  never: "Never green, and never where payments are not all known.",
  weaknesses: ["Few sources state all payments, so many such falls can’t be shown."],
  changes: FIRST_VERSION,
  find({ dossier }) {
    const courses = coursesOf(dossier);
    const years = [...new Set(courses.map(({ year }) => year))].toSorted();
    return years.flatMap((year) => {
      const ofYear = courses.filter((course) => course.year === year);
      const [first] = ofYear;
      return first && ofYear.every(isGrant) ? [flagOf(first, dossier)] : [];
    });
  },
};

/** Two consecutive year ends of one source, after and before DfE's money. */
interface Course {
  readonly year: FinancialYear;
  readonly start: HeldBalance;
  readonly end: HeldBalance;
  readonly grossAtStart: Money;
  readonly grossAtEnd: Money;
  readonly refs: readonly FigureRef[];
}

function isGrant({ start, end, grossAtStart, grossAtEnd }: Course): boolean {
  return subtract(start.deficit, end.deficit) > add(start.error, end.error) && grossAtEnd >= grossAtStart;
}

function coursesOf(dossier: CouncilDossier): Course[] {
  const nets = dossier.balances.filter(
    (balance) =>
      isActual(balance) &&
      balance.basis === "net" &&
      isBasisKnown(balance) &&
      balance.scope === "dsg" &&
      !balance.asAtInferred &&
      balance.confidence !== "low" &&
      balance.asAt === lastDay(financialYearOf(balance.asAt)),
  );
  const final = nets.filter((balance) => !nets.some((other) => supersedes(other, balance)));
  return final
    .flatMap((end) => {
      const year = financialYearOf(end.asAt);
      return final
        .filter((start) => start.asAt === lastDay(yearBefore(year)) && isOneSeries(start, end))
        .flatMap((start) => courseOf(year, start, end, dossier));
    })
    .toSorted(
      (a, b) =>
        a.end.family.localeCompare(b.end.family) ||
        a.end.ref.id - b.end.ref.id ||
        a.start.ref.id - b.start.ref.id,
    );
}

function isOneSeries(a: HeldBalance, b: HeldBalance): boolean {
  return a.family === b.family && a.after.localContribution === b.after.localContribution;
}

function courseOf(
  year: FinancialYear,
  start: HeldBalance,
  end: HeldBalance,
  dossier: CouncilDossier,
): Course[] {
  const [before, after] = [exactGross(yearBefore(year), start, dossier), exactGross(year, end, dossier)];
  if (before === null || after === null) return [];
  return [
    {
      year,
      start,
      end,
      grossAtStart: before.gross,
      grossAtEnd: after.gross,
      refs: [...before.refs, ...after.refs],
    },
  ];
}

/** The deficit before DfE's money where nothing about it is open; before a signature none came. */
function exactGross(
  year: FinancialYear,
  balance: HeldBalance,
  dossier: CouncilDossier,
): { readonly gross: Money; readonly refs: readonly FigureRef[] } | null {
  const [first] = dossier.agreements;
  if (!first && dossier.signed) return null;
  const signed = first ? signingYear(dossier, first.cohort) : yearAfter(year);
  const { low, high, complete, refs } = grossInterval(
    balance,
    receiptsUpTo(year, signed, dossier.payments),
    null,
    grantReceived(dossier.grantItems),
  );
  return complete && low === high ? { gross: low, refs } : null;
}

function flagOf(
  { year, start, end, grossAtStart, grossAtEnd, refs }: Course,
  dossier: CouncilDossier,
): DraftFlag {
  const [from, to] = [yearEndWords(yearBefore(year)), yearEndWords(year)];
  const gross =
    grossAtEnd === grossAtStart
      ? `stayed at ${sizeWords(grossAtEnd)}`
      : `rose from ${sizeWords(grossAtStart)} to ${sizeWords(grossAtEnd)}`;
  return draftFlag(fallIsGrant, {
    financialYear: year,
    subject: year,
    checked: true,
    size: subtract(start.deficit, end.deficit),
    summary:
      `Between ${from} and ${to} the published deficit fell by ${moneyWords(subtract(start.deficit, end.deficit))}, ` +
      `but before DfE money it ${gross}: the fall is grant money.`,
    evidence: [
      figure(`Published deficit at ${from}, after DfE money`, start.deficit, start.ref, start.publishedOn),
      figure(`Published deficit at ${to}, after DfE money`, end.deficit, end.ref, end.publishedOn),
      figure(`Deficit at ${from} before DfE money, worked out`, grossAtStart, null),
      figure(`Deficit at ${to} before DfE money, worked out`, grossAtEnd, null),
      ...moneyBehind(refs, dossier),
    ],
  });
}
