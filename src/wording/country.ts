/** Whose figures are shown, in words: the practice set is no country, and its sums are nobody's. */
const COUNTRIES = {
  england: { name: "England", councils: "England’s councils", whose: "England’s" },
  practice: { name: "Practice", councils: "the practice councils", whose: "The practice councils’" },
} as const;

export type CountryWords = (typeof COUNTRIES)[keyof typeof COUNTRIES];

export function countryWords({ practice }: { readonly practice: boolean }): CountryWords {
  return practice ? COUNTRIES.practice : COUNTRIES.england;
}
