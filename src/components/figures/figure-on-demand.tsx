"use client";

import { type MouseEvent, useEffect, useId, useRef, useState } from "react";
import { type FigureProvenance, WhereFromCard } from "./where-from-card";

/**
 * A figure of a long table, whose card is made only when it is asked for: 153 rows of ready cards
 * would be most of the page. Until the script has come, it is a link to the page that has the card.
 */
export function FigureOnDemand({
  shown,
  provenance,
  href,
}: {
  readonly shown: string;
  readonly provenance: FigureProvenance;
  /** The council's own page, where the same figure stands with its card. */
  readonly href: string;
}) {
  const [asked, setAsked] = useState(false);
  const card = useRef<HTMLSpanElement>(null);
  const figure = useRef<HTMLAnchorElement>(null);
  const id = useId();

  useEffect(() => {
    if (asked && figure.current) card.current?.showPopover({ source: figure.current });
  }, [asked]);

  const ask = (event: MouseEvent) => {
    // With a modifier the person wants a new tab or window, as of any link.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setAsked(true);
  };

  return (
    <>
      <a
        ref={figure}
        href={href}
        className="figure"
        onClick={ask}
        data-live=""
        aria-label={`${shown}: where from?`}
        {...(asked ? { "aria-controls": id } : {})}
      >
        {shown}
      </a>
      {asked ? (
        <span
          ref={card}
          id={id}
          popover="auto"
          className="where-from"
          role="dialog"
          aria-label={`Where ${shown} comes from`}
          onToggle={(event) => {
            if (event.newState === "closed") setAsked(false);
          }}
        >
          <WhereFromCard provenance={provenance} />
        </span>
      ) : null}
    </>
  );
}
