import { type Money, moneyOf, PENCE_PER, pence } from "../money";
import type { LocalAuthority } from "./local-authority";

/**
 * How large the country is whose councils the reference list holds, and so what a whole edition about them has to
 * be like. Bounds are part of it: an edition outside them is held for a person to look at.
 */
export interface Extent {
  readonly country: "England" | "practice";
  readonly liveCouncils: Bounds<number>;
  /** The high needs block of all councils together, in one year. */
  readonly highNeedsBlock: Bounds<Money>;
  /** More councils than this without a row, or with one that can't be read, is a broken file rather than a few slips. */
  readonly mostMissing: number;
  /** More councils than this with a symbol in place of a figure is a misread column rather than a few late returns. */
  readonly mostWithoutFigure: number;
}

interface Bounds<T> {
  readonly least: T;
  readonly most: T;
}

/** England had 150 to 153 such councils in the past decade. */
const COUNCILS_OF_ENGLAND = 153;

export const ENGLAND: Extent = {
  country: "England",
  // Reorganisations change the number by a few.
  liveCouncils: { least: 100, most: 400 },
  // It was £6.3bn in 2019-20 and £10bn in 2023-24; outside these it's a misread unit.
  highNeedsBlock: { least: moneyOf(3, "billion"), most: moneyOf(40, "billion") },
  mostMissing: 5,
  mostWithoutFigure: 5,
};

/** The practice set is a dozen councils: one more or less is a broken list. */
const COUNCILS_OF_PRACTICE = 12;

/** England's bounds, as much smaller as there are fewer councils. One symbol is allowed: it's what a late return looks like. */
export const PRACTICE: Extent = {
  country: "practice",
  liveCouncils: { least: COUNCILS_OF_PRACTICE, most: COUNCILS_OF_PRACTICE },
  highNeedsBlock: {
    least: scaled(ENGLAND.highNeedsBlock.least),
    most: scaled(ENGLAND.highNeedsBlock.most),
  },
  mostMissing: Math.floor((ENGLAND.mostMissing * COUNCILS_OF_PRACTICE) / COUNCILS_OF_ENGLAND),
  mostWithoutFigure: Math.max(
    1,
    Math.floor((ENGLAND.mostWithoutFigure * COUNCILS_OF_PRACTICE) / COUNCILS_OF_ENGLAND),
  ),
};

/** To a whole pound. */
function scaled(amount: Money): Money {
  const pounds = Math.round((amount * COUNCILS_OF_PRACTICE) / COUNCILS_OF_ENGLAND / PENCE_PER.pound);
  return pence(pounds * PENCE_PER.pound);
}

/**
 * Whose councils a reference list holds. A list with a single real council is held against England's bounds, so
 * that invented ones can never loosen them.
 */
export function extentOf(authorities: readonly LocalAuthority[]): Extent {
  return authorities.length > 0 && authorities.every(isInvented) ? PRACTICE : ENGLAND;
}

/** Codes that no real council has: X01 to X99, and X99 at the head of the nine-character code. */
export function isInvented({ dfeCode, gssCode }: Pick<LocalAuthority, "dfeCode" | "gssCode">): boolean {
  return /^X\d\d$/.test(dfeCode) && /^X99\d{6}$/.test(gssCode);
}
