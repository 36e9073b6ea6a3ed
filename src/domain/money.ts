declare const unit: unique symbol;

/**
 * A sum of money in whole pence.
 *
 * An integer that only this module can make, so that pounds, thousands and
 * millions can't be mixed up by accident. The largest sum that matters here
 * (England's whole dedicated schools grant) is some thousand times smaller than
 * the largest safe integer.
 */
export type Money = number & { readonly [unit]: "pence" };

/** Pence per unit in which publishers print money. */
export const PENCE_PER = {
  pound: 100,
  thousand: 100_000,
  million: 100_000_000,
  billion: 100_000_000_000,
} as const;

export type MoneyUnit = keyof typeof PENCE_PER;

/** @throws RangeError when the amount isn't a whole number that can be held exactly. */
export function pence(amount: number): Money {
  if (!Number.isSafeInteger(amount)) {
    throw new RangeError(`Money is whole pence: ${amount} can't be held exactly.`);
  }
  return (amount === 0 ? 0 : amount) as Money;
}

export const NO_MONEY: Money = pence(0);

/**
 * Money from a number as a spreadsheet holds it, to the nearest penny, halves away from zero.
 *
 * Sheets carry binary fractions (34.217996115640986 in £ million), so the nearest
 * penny is the closest that can honestly be said.
 */
export function moneyOf(amount: number, unit: MoneyUnit): Money {
  if (!Number.isFinite(amount)) throw new RangeError(`${amount} isn't an amount of money.`);
  const exact = Math.abs(amount) * PENCE_PER[unit];
  // Two doubles multiplied can fall a hair below the half: 1.005 * 100 is 100.49999999999999.
  const nearest = Math.round(Number(exact.toPrecision(15)));
  return pence(amount < 0 ? -nearest : nearest);
}

export function add(a: Money, b: Money): Money {
  return pence(a + b);
}

export function subtract(a: Money, b: Money): Money {
  return pence(a - b);
}

export function negate(a: Money): Money {
  return pence(-a);
}

export function magnitude(a: Money): Money {
  return pence(Math.abs(a));
}

export function sum(amounts: Iterable<Money>): Money {
  let total = 0;
  for (const amount of amounts) total += amount;
  return pence(total);
}

/**
 * Whole pounds for the outside world, pence dropped towards zero, never rounded up.
 *
 * Totals shown to people are sums of figures cut this way, so that a printed table adds up
 * to its printed total (docs/decisions/0006-whole-pounds.md).
 */
export function wholePounds(amount: Money): number {
  const pounds = Math.trunc(amount / PENCE_PER.pound);
  return pounds === 0 ? 0 : pounds;
}
