import { useEffect, useEffectEvent, useRef } from "react";
import type { Programme, Status } from "@/shapes/api-shapes";
import { GRAVEST_FIRST, PROGRAMMES_IN_ORDER, programmeWords, statusWord } from "@/wording/status";

export interface CouncilFilter {
  readonly q: string;
  readonly programme: Programme | null;
  readonly status: Status | null;
  readonly region: string | null;
}

const LONGEST_NAME = 100;
const FILTERS = ["q", "programme", "status", "region"] as const;

const programmeOf = (value: string) => PROGRAMMES_IN_ORDER.find((programme) => programme === value) ?? null;
const statusOf = (value: string) => GRAVEST_FIRST.find((status) => status === value) ?? null;
const regionOf = (value: string) => (value === "" ? null : value);

function filledIn(form: FormData): CouncilFilter {
  const written = (name: string) => String(form.get(name) ?? "");
  return {
    q: written("q").slice(0, LONGEST_NAME),
    programme: programmeOf(written("programme")),
    status: statusOf(written("status")),
    region: regionOf(written("region")),
  };
}

/** A plain form to the same page; with script it acts at every keystroke. */
export function CouncilFilters({
  view,
  regions,
  onChange,
}: {
  readonly view: CouncilFilter & { readonly sort: string; readonly dir: string };
  readonly regions: readonly string[];
  readonly onChange: (change: Partial<CouncilFilter>) => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const early = useEffectEvent(() => {
    if (form.current === null) return;
    const filled = filledIn(new FormData(form.current));
    if (FILTERS.some((name) => filled[name] !== view[name])) onChange(filled);
  });
  // What was typed or chosen while the script was on its way.
  useEffect(() => early(), []);
  return (
    <form
      ref={form}
      action="/authorities"
      method="get"
      aria-label="Filter the councils"
      onSubmit={(event) => event.preventDefault()}
      className="screen-only grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-[minmax(0,2fr)_minmax(0,1.4fr)_minmax(0,1.2fr)_minmax(0,1.4fr)_auto]"
    >
      <label className="col-span-2 grid gap-1 text-sm font-medium sm:col-span-3 lg:col-span-1">
        Name or code
        <input
          name="q"
          type="search"
          autoComplete="off"
          spellCheck={false}
          className="control font-normal"
          defaultValue={view.q}
          onChange={(event) => onChange({ q: event.currentTarget.value.slice(0, LONGEST_NAME) })}
        />
      </label>
      <label className="grid gap-1 text-sm font-medium">
        Programme
        <select
          name="programme"
          className="control font-normal"
          defaultValue={view.programme ?? ""}
          onChange={({ currentTarget: { value } }) => onChange({ programme: programmeOf(value) })}
        >
          <option value="">All</option>
          {PROGRAMMES_IN_ORDER.map((programme) => (
            <option key={programme} value={programme}>
              {programmeWords(programme)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-sm font-medium">
        Promise
        <select
          name="status"
          className="control font-normal"
          defaultValue={view.status ?? ""}
          onChange={({ currentTarget: { value } }) => onChange({ status: statusOf(value) })}
        >
          <option value="">All</option>
          {GRAVEST_FIRST.map((status) => (
            <option key={status} value={status}>
              {statusWord(status)}
            </option>
          ))}
        </select>
      </label>
      <label className="col-span-2 grid gap-1 text-sm font-medium sm:col-span-1">
        Region
        <select
          name="region"
          className="control font-normal"
          defaultValue={view.region ?? ""}
          onChange={({ currentTarget: { value } }) => onChange({ region: regionOf(value) })}
        >
          <option value="">All</option>
          {regions.map((region) => (
            <option key={region}>{region}</option>
          ))}
        </select>
      </label>
      <input type="hidden" name="sort" value={view.sort} />
      <input type="hidden" name="dir" value={view.dir} />
      <button type="submit" className="button col-span-2 sm:col-span-3 lg:col-span-1">
        Show
      </button>
    </form>
  );
}
