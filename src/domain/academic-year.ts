declare const canonical: unique symbol;

/** A school year, September to August, written `2024/25`: another type than a financial year on purpose. */
export type AcademicYear = string & { readonly [canonical]: "academic-year" };

/** Reads `202425` as Explore Education Statistics writes it, or `2024/25`. */
export function readAcademicYear(text: string): AcademicYear | null {
  const match = /^(?<from>20\d\d)\/?(?<to>\d\d)$/.exec(text.trim());
  if (!match?.groups) return null;
  const from = Number(match.groups.from);
  return Number(match.groups.to) === (from + 1) % 100 ? (`${from}/${match.groups.to}` as AcademicYear) : null;
}

/** The calendar year of the January census that falls in this school year. */
export function januaryOf(year: AcademicYear): number {
  return Number(year.slice(0, 4)) + 1;
}
