import type { Correction } from "@/shapes/api-shapes";
import { correctionReasonWords, correctionSourceWords, publishedAsWords } from "@/wording/correction";

/** Under a figure that isn't the published one: what was published, why it's wrong, and who says so. */
export function CorrectionNote({ correction }: { readonly correction: Correction | undefined }) {
  if (correction === undefined) return null;
  const source = correctionSourceWords(correction);
  const { url } = correction.source;
  return (
    <span className="unit wrap-anywhere">
      Corrected: {publishedAsWords(correction)}; {correctionReasonWords(correction)};{" "}
      {url === null ? source : <a href={url}>{source}</a>}
    </span>
  );
}
