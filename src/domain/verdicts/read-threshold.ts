import { readFinancialYear } from "../financial-year";
import { PENCE_PER } from "../money";
import { THRESHOLDS, type Thresholds } from "./thresholds";

export const THRESHOLD_NAMES = Object.keys(THRESHOLDS) as readonly (keyof Thresholds)[];

export type ReadThreshold =
  /** As it's kept in the store. */
  | { readonly kind: "value"; readonly stored: string }
  | { readonly kind: "problem"; readonly message: string };

const MOST_POUNDS = 100_000_000;
const MOST_PER_CENT = 100;
const MOST_MONTHS = 60;
const FIRST_YEAR = "2020-21";
const LAST_YEAR = "2039-40";

/**
 * A measure as a person types it: pounds for the floor, per cent for the share, months, or a financial year.
 *
 * A measure that can't be sound is a problem, told in words: nothing is judged by it.
 */
export function readThreshold(name: keyof Thresholds, typed: string): ReadThreshold {
  const text = typed.trim();
  switch (name) {
    case "toleranceFloor": {
      const pounds = /^£?\d{1,3}(?:,?\d{3})*$/.test(text) ? Number(text.replace(/[£,]/g, "")) : Number.NaN;
      return pounds <= MOST_POUNDS
        ? { kind: "value", stored: String(pounds * PENCE_PER.pound) }
        : problem("Whole pounds, such as 250,000; at most £100 million.");
    }
    case "toleranceBasisPoints": {
      const share = /^\d{1,3}(?:\.\d{1,2})?\s?%?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
      return share <= MOST_PER_CENT
        ? { kind: "value", stored: String(Math.round(share * 100)) }
        : problem("Per cent, such as 1 or 0.5; at most 100.");
    }
    case "staleAfterMonths":
    case "onTrackWithinMonths": {
      const months = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
      return months >= 1 && months <= MOST_MONTHS
        ? { kind: "value", stored: String(months) }
        : problem(`Whole months, from 1 to ${MOST_MONTHS}.`);
    }
    case "judgedThrough": {
      const year = readFinancialYear(text);
      return year !== null && year >= FIRST_YEAR && year <= LAST_YEAR
        ? { kind: "value", stored: year }
        : problem("A financial year, such as 2025-26.");
    }
  }
}

function problem(message: string): ReadThreshold {
  return { kind: "problem", message };
}

/** A measure as a person types it, to stand in the field before anything is changed. */
export function typedThreshold(name: keyof Thresholds, thresholds: Thresholds): string {
  switch (name) {
    case "toleranceFloor":
      return String(thresholds.toleranceFloor / PENCE_PER.pound);
    case "toleranceBasisPoints":
      return String(thresholds.toleranceBasisPoints / 100);
    default:
      return String(thresholds[name]);
  }
}

/**
 * Whether years would be judged of which DfE's page of 1 April 2026 may say something: that has to be recorded first,
 * with its address.
 */
export function needsRecord(judgedThrough: string): boolean {
  return judgedThrough > THRESHOLDS.judgedThrough;
}
