"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { foundWords } from "@/wording/search";
import { FoundCouncils } from "./found-councils";
import { useCouncilSearch } from "./use-council-search";

/**
 * A search for a council by any name or code it has or had.
 *
 * A plain form to the table of councils, which goes straight on to a council that was named in full; with script
 * also a combobox that offers councils while one types (ARIA APG, editable combobox with list autocomplete).
 */
export function CouncilSearch({
  label = "Find a council by name or code",
  placeholder = "Find a council",
  className = "",
}: {
  /** Where a page has a second one beside the one in its head, its own name. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly className?: string;
}) {
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // Until the script has come nothing would open: then it's a field for a search and no more.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const answer = useCouncilSearch(typed);
  const found = answer?.found ?? [];
  const shown = open && answer !== null;

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const go = (slug: string) => {
    close();
    setTyped("");
    router.push(`/authorities/${slug}`);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = found[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      setActive(nextPlace(active, event.key === "ArrowDown" ? 1 : -1, found.length));
    } else if (event.key === "Enter" && shown && chosen !== undefined) {
      event.preventDefault();
      go(chosen.slug);
    } else if (event.key === "Escape" && shown) {
      // The first press closes the list; the browser's own second one empties the field.
      event.preventDefault();
      close();
    }
  };

  return (
    <search className={`screen-only relative block ${className}`}>
      <form action="/authorities" method="get" className="flex">
        <label htmlFor={`${id}field`} className="sr-only">
          {label}
        </label>
        <input
          id={`${id}field`}
          name="q"
          type="search"
          maxLength={100}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          className="control min-w-0 grow rounded-r-none border-r-0"
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={press}
          onBlur={close}
          {...(ready && {
            role: "combobox",
            "aria-autocomplete": "list",
            "aria-expanded": shown && found.length > 0,
            "aria-controls": `${id}list`,
            ...(shown && active >= 0 && { "aria-activedescendant": `${id}list${active}` }),
          })}
        />
        <button type="submit" className="button rounded-l-none">
          Find
        </button>
      </form>
      {ready ? (
        <>
          <FoundCouncils id={`${id}list`} answer={shown ? answer : null} active={active} onChoose={go} />
          <span className="sr-only" aria-live="polite">
            {shown ? foundWords(answer) : ""}
          </span>
        </>
      ) : null}
    </search>
  );
}

/** Round and round, with the field itself as a place between the last and the first. */
function nextPlace(place: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  return ((place + 1 + step + count + 1) % (count + 1)) - 1;
}
