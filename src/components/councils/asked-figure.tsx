"use client";

import { useQuery } from "@tanstack/react-query";
import { type MouseEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { type FigureProvenance, WhereFromCard } from "@/components/figures/where-from-card";
import type { RowFigures } from "@/shapes/council-rows-shape";
import { useTRPC } from "@/trpc/react";

type ProvenanceOf = (figures: RowFigures) => FigureProvenance | null;

/**
 * A figure of the table of councils, whose source is asked for when somebody wants it: 153 rows of sources would
 * be most of the page. Until the script has come, it is a link to the same figure on the council's page.
 */
export function AskedFigure({
  shown,
  slug,
  href,
  provenanceOf,
}: {
  readonly shown: string;
  readonly slug: string;
  readonly href: string;
  readonly provenanceOf: ProvenanceOf;
}) {
  const [asked, setAsked] = useState(false);
  const figure = useRef<HTMLAnchorElement>(null);
  const id = useId();
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
        <AskedCard {...{ id, shown, slug, href, provenanceOf, figure }} onClose={() => setAsked(false)} />
      ) : null}
    </>
  );
}

/** A part of its own, so that only a figure that was asked watches for an answer. */
function AskedCard({
  id,
  shown,
  slug,
  href,
  provenanceOf,
  figure,
  onClose,
}: {
  readonly id: string;
  readonly shown: string;
  readonly slug: string;
  readonly href: string;
  readonly provenanceOf: ProvenanceOf;
  readonly figure: RefObject<HTMLAnchorElement | null>;
  readonly onClose: () => void;
}) {
  const trpc = useTRPC();
  const { data, isPending } = useQuery(trpc.authorities.rowFigures.queryOptions({ slug }));
  const card = useRef<HTMLSpanElement>(null);
  const provenance = data === undefined ? null : provenanceOf(data);

  useEffect(() => {
    if (figure.current) card.current?.showPopover({ source: figure.current });
  }, [figure]);

  return (
    <span
      ref={card}
      id={id}
      popover="auto"
      className="where-from"
      role="dialog"
      aria-label={`Where ${shown} comes from`}
      aria-busy={isPending}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
    >
      {provenance === null ? (
        <>
          <span className="where-from__value">{shown}</span>
          <span className="where-from__what">
            {isPending ? "Looking up where it is from." : "Where it is from could not be fetched."}
          </span>
          <span className="where-from__links">
            <a href={href}>The figure on the council’s page</a>
          </span>
        </>
      ) : (
        <WhereFromCard provenance={provenance} />
      )}
    </span>
  );
}
