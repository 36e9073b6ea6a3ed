import { PROGRAMMES } from "@/shapes/api-shapes";
import type { CountryWords } from "@/wording/country";
import { formatYear } from "@/wording/dates";
import { GRAVEST_FIRST, programmeWords, statusWord } from "@/wording/status";
import type { NationalView } from "./national-view";

/** A plain form to the same page: it works with and without script. */
export function StandingFilters({
  view,
  regions,
  years,
  filtered,
  country,
}: {
  readonly view: NationalView;
  readonly regions: readonly string[];
  readonly years: readonly string[];
  /** Whether anything is left out, or another year shown. */
  readonly filtered: boolean;
  readonly country: CountryWords;
}) {
  const select = (
    name: keyof NationalView,
    label: string,
    all: string,
    options: readonly (readonly [value: string, words: string])[],
  ) => (
    <label className="grid min-w-0 gap-1 text-sm font-medium">
      {label}
      <select name={name} className="control font-normal" defaultValue={view[name] ?? ""}>
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    // Another view is another form, or what was chosen last would still stand in it.
    <form
      key={JSON.stringify(view)}
      action="/#map"
      method="get"
      aria-label="Filter the map and the list"
      className="screen-only grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,1.3fr)_minmax(0,1.1fr)_auto_auto]"
    >
      {select(
        "programme",
        "Programme",
        "All",
        PROGRAMMES.map((one) => [one, programmeWords(one)] as const),
      )}
      {select(
        "status",
        "Promise",
        "All",
        GRAVEST_FIRST.map((one) => [one, statusWord(one)] as const),
      )}
      {select(
        "region",
        "Region",
        "All",
        regions.map((one) => [one, one] as const),
      )}
      {select("year", "Year", "Now", years.map((one) => [one, formatYear(one)] as const).reverse())}
      <button type="submit" className="button">
        Show
      </button>
      {filtered ? (
        <a href="/#map" className="inline-flex min-h-11 items-center text-sm">
          All of {country.name}, now
        </a>
      ) : null}
    </form>
  );
}
