import { earliestDay, latestDay, type PartialDate } from "../calendar-date";
import type { GrantItem } from "../dsg/grant-item";
import { type FinancialYear, financialYearStarting, yearsBetween } from "../financial-year";
import { type Money, negate, pence, subtract, sum } from "../money";
import { byRef, type FigureRef, type HeldGrantItem, isActual } from "../verdicts/held-figures";
import type { InYearBalance } from "../verdicts/in-year-balance";

/** Between which amounts something lies; `most` is null where nothing bounds it. One amount where sources agree. */
export interface AmountRange {
  readonly least: Money;
  readonly most: Money | null;
}

/** Something that a source says has happened. */
export interface CitedStage {
  readonly date: PartialDate | null;
  /** Null where no source gives an amount. */
  readonly amount: AmountRange | null;
  readonly refs: readonly FigureRef[];
}

/**
 * Where a council stands with the High Needs Stability Grant. Each stage is null until a source is held for it,
 * and nothing that rests on a stage is said before that stage is.
 */
export interface GrantPosition {
  /** DfE's eligible high needs deficit at 31 March 2026. */
  readonly eligible: CitedStage | null;
  readonly planSubmitted: CitedStage | null;
  /** Null too where a certainly later refusal takes it back. */
  readonly planApproved: CitedStage | null;
  readonly refused: CitedStage | null;
  readonly paid: CitedStage | null;
  /** Nine tenths and one tenth of the eligible deficit, as the grant was announced; not a payment. */
  readonly shares: { readonly grant: AmountRange; readonly left: AmountRange } | null;
  /** The eligible deficit before and after the grant; once the plan's approval or the payment is cited. */
  readonly line: GrantLine | null;
  /** What has built up since, before DfE money; positive is a deficit. */
  readonly since: BuiltUp;
  /** What is left of the eligible deficit and what has built up since, to the last year held. */
  readonly residual: AmountRange | null;
}

export interface GrantLine {
  readonly before: AmountRange;
  readonly after: AmountRange;
  /** `approved`: by the announced nine tenths, not yet known to be paid, or paid without a cited amount. */
  readonly by: "paid" | "approved";
}

export interface BuiltUp {
  readonly amount: AmountRange;
  readonly years: readonly FinancialYear[];
  /** Years to the end of the statutory override of which no outturn is held. */
  readonly missing: readonly FinancialYear[];
  readonly refs: readonly FigureRef[];
}

/** From the day the grant is for, 31 March 2026, until the statutory override ends on 31 March 2028. */
export const YEARS_SINCE: readonly FinancialYear[] = yearsBetween(
  financialYearStarting(2026),
  financialYearStarting(2027),
);

/** In hundredths. */
const GRANT_SHARE = 90;

/** @param inYearBalances of any years, as had from what is held; before DfE money */
export function grantPosition(
  items: readonly HeldGrantItem[],
  inYearBalances: readonly InYearBalance[],
): GrantPosition {
  const eligible = stageOf("eligible-deficit", items);
  const refused = stageOf("refused", items);
  const planApproved = stageOf(
    "plan-approved",
    items.filter((item) => !isTakenBack(item, items)),
  );
  const paid = stageOf("paid", items);
  const shares = eligible?.amount ? sharesOf(eligible.amount) : null;
  const line =
    eligible?.amount && shares && (planApproved || paid) ? lineOf(eligible.amount, shares, paid) : null;
  const since = builtUp(inYearBalances);
  return {
    eligible,
    planSubmitted: stageOf("plan-submitted", items),
    planApproved,
    refused,
    paid,
    shares,
    line,
    since,
    residual: line && plus(line.after, since.amount),
  };
}

/** The stage as last told: its latest date, and every amount that is given for it. */
function stageOf(item: GrantItem, items: readonly HeldGrantItem[]): CitedStage | null {
  const cited = items.filter((held) => held.item === item).toSorted((a, b) => byRef(a.ref, b.ref));
  if (cited.length === 0) return null;
  const dates = cited.flatMap(({ asAt }) => (asAt === null ? [] : [asAt]));
  const amounts = cited.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  return {
    date:
      dates.toSorted((a, b) => latestDay(b).localeCompare(latestDay(a)) || b.length - a.length)[0] ?? null,
    amount:
      amounts.length === 0 ? null : { least: pence(Math.min(...amounts)), most: pence(Math.max(...amounts)) },
    refs: cited.map(({ ref }) => ref),
  };
}

/** An approval that some refusal certainly follows. */
function isTakenBack({ item, asAt }: HeldGrantItem, items: readonly HeldGrantItem[]): boolean {
  return (
    item === "plan-approved" &&
    asAt !== null &&
    items.some(
      (other) => other.item === "refused" && other.asAt !== null && earliestDay(other.asAt) > latestDay(asAt),
    )
  );
}

/** The two shares of one amount add up to it. */
function sharesOf({ least, most }: AmountRange): NonNullable<GrantPosition["shares"]> {
  const grantOf = (amount: Money) => pence(Math.round((amount * GRANT_SHARE) / 100));
  const leftOf = (amount: Money) => subtract(amount, grantOf(amount));
  return {
    grant: { least: grantOf(least), most: most === null ? null : grantOf(most) },
    left: { least: leftOf(least), most: most === null ? null : leftOf(most) },
  };
}

function lineOf(
  before: AmountRange,
  shares: NonNullable<GrantPosition["shares"]>,
  paid: CitedStage | null,
): GrantLine {
  if (!paid?.amount) return { before, after: shares.left, by: "approved" };
  const { least, most } = paid.amount;
  return {
    before,
    after: {
      least: subtract(before.least, most ?? least),
      most: before.most === null ? null : subtract(before.most, least),
    },
    by: "paid",
  };
}

function builtUp(inYearBalances: readonly InYearBalance[]): BuiltUp {
  const held = YEARS_SINCE.flatMap((year) => {
    const ofYear = inYearBalances.filter((balance) => balance.financialYear === year && isActual(balance));
    const finals = ofYear.filter(({ kind }) => kind !== "provisional");
    const counting = finals.length > 0 ? finals : ofYear;
    return counting.length === 0 ? [] : [{ year, counting }];
  });
  const ranges = held.map(({ counting }) => rangeOf(counting));
  return {
    amount: {
      least: sum(ranges.map(({ least }) => least)),
      most: ranges.reduce<Money | null>(
        (total, { most }) => (total === null || most === null ? null : pence(total + most)),
        pence(0),
      ),
    },
    years: held.map(({ year }) => year),
    missing: YEARS_SINCE.filter((year) => !held.some((each) => each.year === year)),
    refs: held.flatMap(({ counting }) => counting.flatMap(({ refs }) => refs)),
  };
}

/** A balance that is at most so much is a deficit of at least so much. */
function rangeOf(balances: readonly InYearBalance[]): AmountRange {
  const deficits = balances.map(({ balance }) => negate(balance));
  const isExact = balances.every(({ bound }) => bound === "exact");
  return { least: pence(Math.min(...deficits)), most: isExact ? pence(Math.max(...deficits)) : null };
}

function plus(a: AmountRange, b: AmountRange): AmountRange {
  return {
    least: sum([a.least, b.least]),
    most: a.most === null || b.most === null ? null : sum([a.most, b.most]),
  };
}
