import { januaryOf, readAcademicYear } from "@/domain/academic-year";

/**
 * The January whose count a row gives. The same count has been dated by academic year (`202425` is January
 * 2025) and by calendar or reporting year (`2022` is January 2022); the identifier says which, never the number.
 *
 * @returns null when the two don't make a January
 */
export function countedInJanuary(timePeriod: string, timeIdentifier: string): number | null {
  switch (timeIdentifier.toLowerCase()) {
    case "academic year": {
      const year = readAcademicYear(timePeriod);
      return year === null ? null : januaryOf(year);
    }
    case "calendar year":
    case "reporting year":
      return /^20\d\d$/.test(timePeriod) ? Number(timePeriod) : null;
    default:
      return null;
  }
}
