"use client";

import clsx from "clsx";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { CouncilSearch } from "@/shapes/search-shapes";
import { foundWords } from "@/wording/search";
import { FoundCouncils } from "./found-councils";
import { useCouncilSearch } from "./use-council-search";

/**
 * A field for a council's name or code with the button that sends it; with script also a combobox that offers
 * councils while one types (ARIA APG, editable combobox with list autocomplete).
 */
export function CouncilCombobox({
  field,
  label,
  labelled = "aloud",
  placeholder,
  button,
  onChoose,
}: {
  readonly field: {
    readonly name: string;
    readonly id?: string;
    readonly typed?: string;
    readonly describedBy?: string | undefined;
    readonly wrong?: boolean;
  };
  readonly label: string;
  /** Whether the label is seen or only read aloud. */
  readonly labelled?: "aloud" | "seen";
  readonly placeholder?: string;
  readonly button: { readonly words: string; readonly name?: string; readonly value?: string };
  readonly onChoose: (council: CouncilSearch["found"][number]) => void;
}) {
  const made = useId();
  const id = field.id ?? `${made}field`;
  const [typed, setTyped] = useState(field.typed ?? "");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // Until the script has come nothing would open: then it's a field for a search and no more.
  const [ready, setReady] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setReady(true);
    // What was typed while the script was on its way.
    const early = input.current?.value ?? "";
    if (early === "") return;
    setTyped(early);
    setOpen(document.activeElement === input.current);
  }, []);
  const answer = useCouncilSearch(typed);
  const found = answer?.found ?? [];
  const shown = open && answer !== null;

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (slug: string) => {
    const council = found.find((one) => one.slug === slug);
    close();
    setTyped("");
    if (council) onChoose(council);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = found[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      setActive(nextPlace(active, event.key === "ArrowDown" ? 1 : -1, found.length));
    } else if (event.key === "Enter" && shown && chosen !== undefined) {
      event.preventDefault();
      choose(chosen.slug);
    } else if (event.key === "Escape" && shown) {
      // The first press closes the list; the browser's own second one empties the field.
      event.preventDefault();
      close();
    }
  };

  return (
    <>
      <label htmlFor={id} className={labelled === "aloud" ? "sr-only" : "mb-1 block text-sm font-medium"}>
        {label}
      </label>
      <div className="relative">
        <div className="flex">
          <input
            ref={input}
            id={id}
            name={field.name}
            type="search"
            maxLength={100}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            className={clsx("control min-w-0 grow rounded-r-none border-r-0", field.wrong && "is-wrong")}
            value={typed}
            onChange={({ currentTarget: { value } }) => {
              setTyped(value);
              setOpen(true);
              setActive(-1);
            }}
            onKeyDown={press}
            onBlur={close}
            {...(field.wrong && { "aria-invalid": true })}
            {...(field.describedBy !== undefined && { "aria-describedby": field.describedBy })}
            {...(ready && {
              role: "combobox",
              "aria-autocomplete": "list",
              "aria-expanded": shown && found.length > 0,
              "aria-controls": `${made}list`,
              ...(shown && active >= 0 && { "aria-activedescendant": `${made}list${active}` }),
            })}
          />
          <button type="submit" name={button.name} value={button.value} className="button rounded-l-none">
            {button.words}
          </button>
        </div>
        {ready ? (
          <>
            <FoundCouncils
              id={`${made}list`}
              answer={shown ? answer : null}
              active={active}
              onChoose={choose}
            />
            <span className="sr-only" aria-live="polite">
              {shown ? foundWords(answer) : ""}
            </span>
          </>
        ) : null}
      </div>
    </>
  );
}

/** Round and round, with the field itself as a place between the last and the first. */
function nextPlace(place: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  return ((place + 1 + step + count + 1) % (count + 1)) - 1;
}
