import { Choice } from "@/components/forms/choice";
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
  return (
    // Another view is another form, or what was chosen last would still stand in it.
    <form
      key={JSON.stringify(view)}
      action="/#map"
      method="get"
      aria-label="Filter the map and the list"
      className="screen-only grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,1.3fr)_minmax(0,1.1fr)_auto_auto]"
    >
      <Choice label="Programme" name="programme" chosen={view.programme} none="All">
        {PROGRAMMES.map((one) => ({ value: one, words: programmeWords(one) }))}
      </Choice>
      <Choice label="Promise" name="status" chosen={view.status} none="All">
        {GRAVEST_FIRST.map((one) => ({ value: one, words: statusWord(one) }))}
      </Choice>
      <Choice label="Region" name="region" chosen={view.region} none="All">
        {regions.map((one) => ({ value: one, words: one }))}
      </Choice>
      <Choice label="Year" name="year" chosen={view.year} none="Now">
        {years.map((one) => ({ value: one, words: formatYear(one) })).reverse()}
      </Choice>
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
