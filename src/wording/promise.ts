import type { Agreement } from "@/shapes/api-shapes";
import { formatYear } from "./dates";

type Promised = Pick<Agreement, "balanceBy" | "balanceBySource" | "current">;

/**
 * What a council that signed agreed to, as far as can be cited: a year the press gave is said to be the
 * press's, and a year of a replaced version is never passed off as the one in force.
 *
 * @param agreements oldest version first
 */
export function promiseSentence(agreements: readonly Promised[]): string {
  const promised = agreements.findLast(({ balanceBy }) => balanceBy !== null);
  if (promised === undefined || promised.balanceBy === null) return "It signed a safety valve agreement.";
  const year = formatYear(promised.balanceBy);
  const balance = `to balance its yearly spending by ${year}`;
  const press = promised.balanceBySource === "press";
  if (isReplaced(promised, agreements)) {
    return `${press ? "It first agreed, the press reported," : "It first agreed"} ${balance}; the agreement was revised, and we do not hold the new year.`;
  }
  return `${press ? "It agreed, the press reported," : "It agreed"} ${balance}.`;
}

/** The mark of the promised year on a line of time: "to balance by Mar 2028". */
export function balanceMarkWords(
  promised: Promised,
  agreements: readonly Promised[],
  yearEnd: string,
): string {
  return `${isReplaced(promised, agreements) ? "first " : ""}to balance by ${yearEnd}`;
}

function isReplaced(promised: Promised, agreements: readonly Promised[]): boolean {
  return !promised.current && agreements.some(({ current }) => current);
}
