import { Figure } from "@/components/figures/figure";
import type { Source } from "@/shapes/api-shapes";
import type { PublishedChangeValue } from "@/shapes/change-shapes";
import { changeValueWords } from "@/wording/change-values";
import { formatExactGbp } from "@/wording/money";
import { placeWords } from "@/wording/origin";

/** A figure doesn't break: a longer place than this would stick out of a phone. */
const LONGEST_PLACE = 32;

/** One side of a change: what it says, and where it's printed for whoever asks. */
export function ChangeSide({
  value,
  source,
  what,
}: {
  readonly value: PublishedChangeValue | null;
  readonly source: Source | null;
  /** What the value is a value of, for its card. */
  readonly what: string;
}) {
  const words = changeValueWords(value);
  if (value === null || source === null) return <span className="text-ink-soft">{words}</span>;
  const breaks = value.kind === "text" || value.kind === "years";
  if (!breaks) {
    return (
      <Figure shown={words} provenance={{ printed: changeValueWords(value, formatExactGbp), what, source }} />
    );
  }
  // A long text is read where it stands: the place under it is what can be asked.
  const place = placeWords(source.locator, source.origin);
  return (
    <>
      <span className="whitespace-pre-line wrap-anywhere">{words}</span>{" "}
      <span className="block text-xs text-ink-soft">
        <Figure
          shown={place.length > LONGEST_PLACE ? "where it is printed" : place}
          provenance={{ printed: "the text shown", what, source }}
        />
      </span>
    </>
  );
}
