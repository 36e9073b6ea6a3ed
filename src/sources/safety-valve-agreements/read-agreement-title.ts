import { type FinancialYear, readFinancialYear } from "@/domain/financial-year";

export type AgreementTitle =
  | {
      readonly kind: "agreement";
      readonly place: string;
      /** The year in which it was signed, which is what titles give; not the years it covers. */
      readonly signedYear: FinancialYear;
      readonly underReview: boolean;
      /** The title without the words that it is under review. */
      readonly plainTitle: string;
    }
  /** Reads like an agreement, but not whose or of when. */
  | { readonly kind: "unclear"; readonly expected: string }
  | { readonly kind: "other" };

const UNDER_REVIEW = /\(?\s*\b(?:currently )?under review\b\s*\)?/i;
const AGREEMENT = /\bsafety[ -]valve\b.*\bagreement\b/i;
const SPELLED_OUT =
  /^(?<place>.*?)\s*[:–—-]\s*(?:(?:the|revised|updated|amended|extended|new) )*(?:dedicated schools grant|DSG)\b.*?\bagreement\b\s*(?<years>.*)$/i;

/**
 * Reads an attachment's title: `Bristol: dedicated schools grant ‘safety valve’ agreement 2023-2024`, with curly,
 * straight or no quotes, and perhaps words that it is under review.
 */
export function readAgreementTitle(title: string): AgreementTitle {
  const plain = title
    .normalize("NFKC")
    .replace(/["'‘’“”`]/g, "")
    .replace(/\s+/g, " ");
  if (!AGREEMENT.test(plain)) return { kind: "other" };
  const underReview = UNDER_REVIEW.test(plain);
  const match = SPELLED_OUT.exec(
    plain
      .replace(UNDER_REVIEW, " ")
      .replace(/^[\s:–—-]+/, "")
      .trim(),
  );
  const place = match?.groups?.place?.trim() ?? "";
  if (place === "")
    return { kind: "unclear", expected: "a council's name before the words dedicated schools grant" };
  const years = /20\d\d ?(?:[-–—/]|to) ?(?:20)?\d\d/i.exec(match?.groups?.years ?? "");
  const signedYear = years ? readFinancialYear(years[0]) : null;
  if (!signedYear)
    return { kind: "unclear", expected: "a financial year such as 2022-2023 after the word agreement" };
  const plainTitle = title.replace(UNDER_REVIEW, " ").replace(/\s+/g, " ").trim();
  return { kind: "agreement", place, signedYear, underReview, plainTitle };
}
