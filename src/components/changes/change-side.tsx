import { Figure } from "@/components/figures/figure";
import { FigureOnDemand } from "@/components/figures/figure-on-demand";
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
  oneOfMany = false,
}: {
  readonly value: PublishedChangeValue | null;
  readonly source: Source | null;
  /** What the value is a value of, for its card. */
  readonly what: string;
  /** In a list of hundreds its card is made when it's asked for; without script it leads to the document. */
  readonly oneOfMany?: boolean;
}) {
  const words = changeValueWords(value);
  if (value === null || source === null) return <span className="text-ink-soft">{words}</span>;
  const figure = (shown: string, printed: string) => {
    const provenance = { printed, what, source };
    return oneOfMany ? (
      <FigureOnDemand shown={shown} provenance={provenance} href={source.url} />
    ) : (
      <Figure shown={shown} provenance={provenance} />
    );
  };
  const breaks = value.kind === "text" || value.kind === "years";
  if (!breaks) return figure(words, changeValueWords(value, formatExactGbp));
  // A long text is read where it stands: the place under it is what can be asked.
  const place = placeWords(source.locator, source.origin);
  return (
    <>
      <span className="whitespace-pre-line wrap-anywhere">{words}</span>{" "}
      <span className="block text-xs text-ink-soft">
        {figure(place.length > LONGEST_PLACE ? "where it is printed" : place, "the text shown")}
      </span>
    </>
  );
}
