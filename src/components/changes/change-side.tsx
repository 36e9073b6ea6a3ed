import { Figure } from "@/components/figures/figure";
import type { Source } from "@/shapes/api-shapes";
import type { PublishedChangeValue } from "@/shapes/change-shapes";
import { changeValueWords } from "@/wording/change-values";
import { formatExactGbp } from "@/wording/money";
import { placeWords } from "@/wording/origin";

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
  if (source === null) return <span className="text-ink-soft">{words}</span>;
  const printed = changeValueWords(value, formatExactGbp);
  if (value !== null && value.kind !== "text") {
    return <Figure shown={words} provenance={{ printed, what, source }} />;
  }
  // A long text is read where it stands: the place under it is what can be asked.
  return (
    <>
      <span className={value === null ? "text-ink-soft" : "whitespace-pre-line wrap-anywhere"}>{words}</span>{" "}
      <span className="block text-xs text-ink-soft">
        <Figure
          shown={placeWords(source.locator, source.origin)}
          provenance={{ printed: value === null ? "not stated" : "the text shown", what, source }}
        />
      </span>
    </>
  );
}
