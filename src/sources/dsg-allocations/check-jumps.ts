import type { AllocationDraft } from "@/domain/dsg/draft-figures";
import { type FinancialYear, yearAfter, yearBefore } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import { type Money, PENCE_PER, wholePounds } from "@/domain/money";
import { valueOr } from "@/domain/published-value";
import type { DraftReading, HeldAllocation } from "../publication";

/**
 * From year to year a council's high needs block has moved between 0.98 and 1.26 times, and between two
 * versions of one year by 6%. Three times as much, or a third, is a slipped digit, unit or row.
 */
const FACTOR = 3;

/** Amounts too small for a factor to say anything about them. */
const COUNTS_FROM = 1_000_000 * PENCE_PER.pound;

const NAMED = 5;

/**
 * Whether each council's block before deductions is of a size with the one held of the same year, or else
 * of the year before or after. Sums can't tell: a slip that is in the total too adds up.
 */
export function checkJumps(
  draft: DraftReading,
  councils: CouncilRegister,
  held: readonly HeldAllocation[],
): readonly Finding[] {
  const known = new Map(held.map((one) => [`${one.dfeCode} ${one.financialYear}`, one]));
  const jumps = draft.figures.flatMap((figure) => {
    if (figure.type !== "allocation") return [];
    const match = councils.find(figure.council);
    const amount = valueOr(figure.beforeDeductions, null);
    if (match.kind !== "found" || amount === null) return [];
    const neighbour = yearsToCompare(figure.financialYear)
      .map((year) => known.get(`${match.dfeCode} ${year}`))
      .find((one) => one !== undefined);
    return neighbour && isJump(amount, neighbour.beforeDeductions) ? [{ figure, amount, neighbour }] : [];
  });
  const [first] = jumps;
  if (first === undefined) return [];
  const told = jumps
    .slice(0, NAMED)
    .map(({ figure, amount, neighbour }) => describe(figure, amount, neighbour));
  const more = jumps.length > NAMED ? `; and ${jumps.length - NAMED} more` : "";
  return [
    {
      kind: "year-on-year-jump",
      severity: "stop",
      message: `${jumps.length === 1 ? "One council's high needs block" : `The high needs blocks of ${jumps.length} councils`} can't be of the same kind as the figures held: ${told.join("; ")}${more}. Compare with the publication before approving.`,
      expected: `between a third and ${FACTOR} times the figure held of the same year, or of the next to it`,
      locator: first.figure.locator,
    },
  ];
}

/** The nearest first. */
function yearsToCompare(year: FinancialYear): readonly FinancialYear[] {
  return [year, yearBefore(year), yearAfter(year)];
}

function isJump(amount: Money, held: Money): boolean {
  const [smaller, larger] = amount < held ? [amount, held] : [held, amount];
  return larger >= COUNTS_FROM && larger > smaller * FACTOR;
}

function describe(
  { council, financialYear }: AllocationDraft<{ readonly name: string }>,
  amount: Money,
  neighbour: HeldAllocation,
): string {
  return `${council.name} ${pounds(amount)} in ${financialYear}, held ${pounds(neighbour.beforeDeductions)} in ${neighbour.financialYear}`;
}

function pounds(amount: Money): string {
  return `£${wholePounds(amount).toLocaleString("en-GB")}`;
}
