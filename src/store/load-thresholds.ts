import { pence } from "@/domain/money";
import { THRESHOLDS, type Thresholds } from "@/domain/verdicts/thresholds";
import type { PrismaClient } from "@/generated/prisma/client";

/**
 * The measures that count: as built in, unless somebody has set them since. Of each name the row set last.
 *
 * @throws when a stored value isn't one: nothing is judged by a measure that can't be read
 */
export async function loadThresholds(database: Pick<PrismaClient, "threshold">): Promise<Thresholds> {
  return thresholdsOf(await database.threshold.findMany({ orderBy: { id: "asc" } }));
}

/**
 * The measures as built in, but for those that are set.
 *
 * @param rows in the order in which they were set
 * @throws when a value isn't one
 */
export function thresholdsOf(rows: readonly { readonly name: string; readonly value: string }[]): Thresholds {
  const set = new Map(rows.map(({ name, value }) => [name, value]));
  const whole = (name: keyof Thresholds, otherwise: number): number => {
    const value = set.get(name);
    if (value === undefined) return otherwise;
    if (!/^\d{1,15}$/.test(value))
      throw new Error(`The threshold ${name} is "${value}": expected a whole number.`);
    return Number(value);
  };
  const judgedThrough = set.get("judgedThrough") ?? THRESHOLDS.judgedThrough;
  if (!/^20\d\d-\d\d$/.test(judgedThrough)) {
    throw new Error(`The threshold judgedThrough is "${judgedThrough}": expected a financial year.`);
  }
  return {
    toleranceFloor: pence(whole("toleranceFloor", THRESHOLDS.toleranceFloor)),
    toleranceBasisPoints: whole("toleranceBasisPoints", THRESHOLDS.toleranceBasisPoints),
    staleAfterMonths: whole("staleAfterMonths", THRESHOLDS.staleAfterMonths),
    onTrackWithinMonths: whole("onTrackWithinMonths", THRESHOLDS.onTrackWithinMonths),
    judgedThrough,
  };
}
