import { useId } from "react";
import { type FigureProvenance, WhereFromCard } from "./where-from-card";

/**
 * A figure with its "Where from?".
 *
 * A native popover: it opens by click, tap, Enter and Space, closes by Escape, and needs no script.
 */
export function Figure({
  shown,
  provenance,
}: {
  /** The figure as it stands in the text, perhaps rounded: "£67.2 million". */
  readonly shown: string;
  readonly provenance: FigureProvenance;
}) {
  const id = useId();
  return (
    <>
      <button type="button" className="figure" popoverTarget={id} aria-label={`${shown}: where from?`}>
        {shown}
      </button>
      <span
        id={id}
        popover="auto"
        className="where-from"
        role="dialog"
        aria-label={`Where ${shown} comes from`}
      >
        <WhereFromCard provenance={provenance} />
      </span>
    </>
  );
}
