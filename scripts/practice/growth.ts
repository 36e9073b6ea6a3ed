/**
 * A whole number that grows by the same percentage every year, rounded each year: repeated multiplication of whole
 * numbers, so that it is the same on any machine.
 *
 * @param years how many times it has grown
 */
export function grown(start: number, percent: number, years: number): number {
  let value = start;
  for (let year = 0; year < years; year += 1) value = Math.round((value * (100 + percent)) / 100);
  return value;
}
