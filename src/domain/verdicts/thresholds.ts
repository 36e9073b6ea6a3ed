import { type Money, moneyOf } from "../money";

/** What the rules are measured with; kept in the store so that a change is seen and can be tried first. */
export interface Thresholds {
  /** The smallest excess that is called one, whatever the size of the promise. */
  readonly toleranceFloor: Money;
  /** Of the larger of the promise and DfE's total, in hundredths of a per cent: 100 is 1%. */
  readonly toleranceBasisPoints: number;
  /** How long after a year end an outturn may be missing before that is said. */
  readonly staleAfterMonths: number;
  /** How old a year end may be and still make a council on track. */
  readonly onTrackWithinMonths: number;
  /** No later year is judged until somebody has recorded what DfE's page of 1 April 2026 says. */
  readonly judgedThrough: string;
}

export const THRESHOLDS: Thresholds = {
  toleranceFloor: moneyOf(250_000, "pound"),
  toleranceBasisPoints: 100,
  staleAfterMonths: 12,
  onTrackWithinMonths: 20,
  judgedThrough: "2025-26",
};
