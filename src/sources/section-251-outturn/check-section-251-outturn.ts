import type { NationalTotalDraft, OutturnDraft } from "@/domain/dsg/draft-figures";
import {
  compareYears,
  type FinancialYear,
  financialYearOf,
  financialYearStarting,
} from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { CouncilRegister, PrintedCouncil } from "@/domain/local-authority/council-register";
import { WITHOUT_ALLOCATION } from "@/domain/local-authority/local-authority";
import { pence, wholePounds } from "@/domain/money";
import { valueOr } from "@/domain/published-value";
import { checkCompleteness } from "../ees/check-completeness";
import { checkTotal } from "../ees/check-total";
import type { DraftReading } from "../publication";

/** The last year in which the sign of line 1.9.3 was held against councils' own figures. */
const SIGN_VERIFIED_TO = financialYearStarting(2023);

/** Whether councils are complete, add up to England, and the sign is the one we know, in every year of a release. */
export function checkSection251Outturn(draft: DraftReading, councils: CouncilRegister): Finding[] {
  const outturns = draft.figures.filter(
    (figure): figure is OutturnDraft<PrintedCouncil> => figure.type === "outturn",
  );
  const totals = draft.figures.filter(
    (figure): figure is NationalTotalDraft => figure.type === "national-total",
  );
  const years = [...new Set(outturns.map(({ asAt }) => financialYearOf(asAt)))].sort();
  return years.flatMap((year) =>
    checkYear(
      year,
      outturns.filter(({ asAt }) => financialYearOf(asAt) === year),
      totals.find(({ period }) => period === year) ?? null,
      councils,
      draft.findings,
    ),
  );
}

function checkYear(
  year: FinancialYear,
  outturns: readonly OutturnDraft<PrintedCouncil>[],
  total: NationalTotalDraft | null,
  councils: CouncilRegister,
  reading: readonly Finding[],
): Finding[] {
  const parts = outturns.map(({ deficit }) => valueOr(deficit, null));
  const printed = parts.filter((part) => part !== null);
  const complete = checkCompleteness(
    { label: year, year, councils: outturns.map(({ council }) => council) },
    councils,
    WITHOUT_ALLOCATION,
    reading,
  );
  const findings = [
    ...complete.findings,
    ...checkTotal({
      label: year,
      parts,
      setAside: complete.setAside,
      neverNegative: false,
      total,
      rounding: ((printed.length + 1) * printedStep(printed)) / 2,
      say: (value) => `£${wholePounds(pence(value)).toLocaleString("en-GB")}`,
    }),
  ];
  const { mostWithoutFigure } = councils.extent;
  if (parts.length - printed.length > mostWithoutFigure) {
    findings.push({
      kind: "unexpected-layout",
      severity: "stop",
      message: `${parts.length - printed.length} councils have a symbol instead of a balance for ${year}, as if the figures had moved to another column. Nothing of the edition is published.`,
      expected: `at most ${mostWithoutFigure}`,
      met: String(parts.length - printed.length),
    });
  }
  if (compareYears(year, SIGN_VERIFIED_TO) > 0) {
    const england = total?.value ?? printed.reduce<number>((added, part) => added + part, 0);
    findings.push(checkSign(year, england));
  }
  return findings;
}

/**
 * England's councils together have been in deficit, and deeper each year, so a negative sum in a later
 * year means that the sign was turned rather than that the deficits went.
 */
function checkSign(year: FinancialYear, england: number): Finding {
  if (england > 0) {
    return {
      kind: "unexpected-layout",
      severity: "note",
      message: `A positive balance is read as a deficit for ${year}, as it is up to ${SIGN_VERIFIED_TO}; England's sum agrees.`,
    };
  }
  return {
    kind: "unexpected-layout",
    severity: "stop",
    message: `England's balances together are a surplus for ${year} if a positive figure is a deficit, so the sign may have been turned. Nothing of the edition is published until a person has looked.`,
    expected: "a positive sum, as in every year held",
    met: `£${wholePounds(pence(england)).toLocaleString("en-GB")}`,
  };
}

/** The step in which a column is printed, in pence: the largest power of ten that divides every figure. */
function printedStep(figures: readonly number[]): number {
  let step = 1;
  while (step < 10_000_000 && figures.every((figure) => figure % (step * 10) === 0)) step *= 10;
  return step;
}
