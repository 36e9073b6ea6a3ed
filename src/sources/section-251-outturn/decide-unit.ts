import { type Money, magnitude, PENCE_PER, sum } from "@/domain/money";

export type FileUnit =
  | { readonly kind: "decided"; readonly unit: "pound" | "million" }
  | { readonly kind: "ambiguous"; readonly met: string };

/**
 * The sizes of all councils' balances together: about 1,000 to 6,000 in £ million, a million times that in £.
 * Between the two lies nothing that could be meant (in £ thousand nobody has published this file).
 */
const AT_MOST_IN_MILLIONS = 100_000;
const AT_LEAST_IN_POUNDS = 10_000_000;

/**
 * Editions came in £ million with five decimals and in whole £, and the file doesn't say which.
 *
 * Decided once for the whole file by the magnitude of each year's balances together, never row by row:
 * a small balance in £ looks like a large one in £ million.
 *
 * @param years each year's councils, their figures read as if they were pounds
 */
export function decideUnit(years: readonly (readonly Money[])[]): FileUnit {
  const sizes = years
    .map((amounts) => sum(amounts.map(magnitude)) / PENCE_PER.pound)
    .filter((size) => size > 0);
  if (sizes.length > 0 && sizes.every((size) => size <= AT_MOST_IN_MILLIONS)) {
    return { kind: "decided", unit: "million" };
  }
  if (sizes.length > 0 && sizes.every((size) => size >= AT_LEAST_IN_POUNDS)) {
    return { kind: "decided", unit: "pound" };
  }
  return { kind: "ambiguous", met: `balances together of ${sizes.map(Math.round).join(", ") || "nothing"}` };
}
