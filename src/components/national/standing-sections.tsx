import Link from "next/link";
import { Section } from "@/components/layout/section";
import { type National, STATUSES, type Status } from "@/shapes/api-shapes";
import type { StandingRow } from "@/shapes/standings-shape";
import { NET_FALL_CAUTION } from "@/wording/balance";
import type { CountryWords } from "@/wording/country";
import { formatYear } from "@/wording/dates";
import { inRegion, programmeWords, statusWord } from "@/wording/status";
import { CouncilMap } from "./council-map";
import { type NationalView, rankedOf } from "./national-view";
import { RankedCouncils } from "./ranked-councils";
import { StandingFilters } from "./standing-filters";
import { StatusTally } from "./status-tally";

/** The map and the ranked list, of the councils and the year that the address asks for. */
export function StandingSections({
  national,
  councils,
  years,
  view,
  hrefOf,
  country,
}: {
  readonly national: National;
  readonly country: CountryWords;
  readonly councils: readonly StandingRow[];
  readonly years: readonly string[];
  readonly view: NationalView;
  readonly hrefOf: (view: NationalView) => string;
}) {
  const ranked = rankedOf(view, councils);
  const regions = [...new Set(councils.map(({ region }) => region))].sort();
  const signed = councils.filter(({ programme }) => programme === "safety-valve");
  const filtered = Object.values(view).some((asked) => asked !== null);
  return (
    <>
      <section
        id="map"
        aria-labelledby="map-heading"
        className="later-72 border-t border-rule-strong pt-4 pb-12 lg:pb-16"
      >
        <div className="mb-6 flex flex-wrap items-end justify-between gap-x-10 gap-y-4">
          <h2 id="map-heading" className="text-xl leading-tight">
            {view.year === null ? "How each stands" : `Judged by ${formatYear(view.year)} alone`}
          </h2>
          <StatusTally
            statuses={countStatuses(signed)}
            chosen={view.status}
            hrefOf={(status) => hrefOf({ ...view, status: view.status === status ? null : status })}
          />
        </div>
        <StandingFilters {...{ view, regions, years, filtered, country }} />
        <p role="status" className="mt-3 mb-6 text-sm text-ink-soft">
          {shownSentence(view, ranked.length)}
        </p>
        <CouncilMap {...{ councils, view, country }} listed={ranked} />
      </section>
      <Section
        id="councils"
        phoneRem={224}
        heading={filtered ? "These councils, ranked" : `The ${national.safetyValveCouncils} councils, ranked`}
        note={
          <>
            <p>
              By how far above what was planned, where that can be told. The others follow by published net
              deficit, in grey: what an agreement promises leaves DfE’s money out, so a net deficit says
              nothing of who kept a promise.
            </p>
            <p>{NET_FALL_CAUTION}</p>
            <p>
              <Link href="/authorities">All {national.councils} councils</Link>
            </p>
          </>
        }
      >
        {ranked.length === 0 ? <p>No council answers to that.</p> : <RankedCouncils councils={ranked} />}
      </Section>
    </>
  );
}

function countStatuses(councils: readonly StandingRow[]): Record<Status, number> {
  const count = (status: Status) => councils.filter((council) => council.status === status).length;
  return Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<Status, number>;
}

/** What is shown, said in words: it stands over the map and is read out when it changes. */
function shownSentence({ programme, status, region, year }: NationalView, shown: number): string {
  const which = [
    programme === null ? (status === null ? "that signed" : "") : `on the list: ${programmeWords(programme)}`,
    region === null ? "" : inRegion(region),
    status === null ? "" : `${statusWord(status).toLowerCase()}`,
  ].filter((part) => part !== "");
  const when =
    year === null
      ? ""
      : ` Only verdicts and flags of ${formatYear(year)} count here, and figures of its end.`;
  return `${shown} ${shown === 1 ? "council" : "councils"} ${which.join(", ")}.${when}`;
}
