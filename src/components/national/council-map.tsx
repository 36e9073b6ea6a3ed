import Link from "next/link";
import { useId } from "react";
import { ENGLAND_HEXES } from "@/charts/england-hexes";
import { hexId, hexMap } from "@/charts/hex-map";
import { StatusShapeOnly } from "@/components/status/status-mark";
import { RecordTable } from "@/components/tables/record-table";
import type { StandingRow } from "@/shapes/standings-shape";
import type { CountryWords } from "@/wording/country";
import { GRAVEST_FIRST, statusWord } from "@/wording/status";
import { isChosen, type NationalView } from "./national-view";
import { PointedTogether } from "./pointed-together";

const hrefOf = (slug: string) => `/authorities/${slug}`;

/** The map, beside it the councils that it stands for by how they stand, and the same as a table. */
export function CouncilMap({
  councils,
  view,
  listed,
  country,
}: {
  readonly councils: readonly StandingRow[];
  readonly view: NationalView;
  /** The councils named beside the map. */
  readonly listed: readonly StandingRow[];
  readonly country: CountryWords;
}) {
  const id = useId();
  const placed = councils.flatMap((council) => {
    const cell = ENGLAND_HEXES[council.dfeCode];
    return cell === undefined ? [] : [{ ...council, ...cell, chosen: isChosen(view, council) }];
  });
  if (placed.length === 0) return null;
  const counted = GRAVEST_FIRST.flatMap((status) => {
    const count = placed.filter((council) => council.chosen && council.status === status).length;
    return count === 0 ? [] : [`${count} ${statusWord(status).toLowerCase()}`];
  });
  return (
    <PointedTogether>
      <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,41rem)_minmax(0,1fr)]">
        <figure className="hex-map-frame">
          <a href="#after-map" className="skip-past">
            Skip the map
          </a>
          {hexMap(
            {
              title: `How ${country.councils} stand`,
              description: `Each hexagon is a council, near its neighbours: ${counted.join(", ")}.`,
              councils: placed,
              hrefOf,
            },
            id,
          )}
          <figcaption className="mt-3 text-xs text-ink-soft">
            Each hexagon is a council, whatever its size. The layout is ours, reckoned from the middles of the
            councils’ areas: Office for National Statistics, Open Government Licence v3.0; contains OS data ©
            Crown copyright and database right 2023.
          </figcaption>
        </figure>
        <Named councils={listed} />
      </div>
      <div id="after-map" tabIndex={-1}>
        <Unplaced councils={councils.filter(({ dfeCode }) => ENGLAND_HEXES[dfeCode] === undefined)} />
        <details className="screen-only mt-4">
          <summary className="min-h-11 content-center text-sm text-accent">The map as a table</summary>
          <MapTable councils={councils.filter((council) => isChosen(view, council))} />
        </details>
      </div>
    </PointedTogether>
  );
}

/** Hidden where there is one column: there the ranked list follows at once. */
function Named({ councils }: { readonly councils: readonly StandingRow[] }) {
  return (
    <div className="hidden lg:block">
      {GRAVEST_FIRST.map((status) => {
        const some = councils
          .filter((council) => council.status === status)
          .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
        return some.length === 0 ? null : (
          <section key={status} className="mb-6">
            <h3 className="mb-1 flex items-center gap-2 border-b border-rule pb-1.5 text-base">
              <StatusShapeOnly status={status} />
              {statusWord(status)}
              <span className="ml-auto font-sans text-sm font-normal text-ink-faint">{some.length}</span>
            </h3>
            <ul className="columns-2 gap-x-6 text-sm">
              {some.map(({ dfeCode, name, slug }) => (
                <li
                  key={dfeCode}
                  className="hex-named"
                  data-council={ENGLAND_HEXES[dfeCode]?.short ?? dfeCode}
                >
                  <HexCode dfeCode={dfeCode} />
                  <Link href={hrefOf(slug)} prefetch={false}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** A council's letters, and the way to its place on the map. */
export function HexCode({ dfeCode }: { readonly dfeCode: string }) {
  const short = ENGLAND_HEXES[dfeCode]?.short;
  return short === undefined ? null : (
    <a href={`#${hexId(short)}`} className="hex-code" title="On the map">
      {short}
    </a>
  );
}

function Unplaced({ councils }: { readonly councils: readonly StandingRow[] }) {
  return councils.length === 0 ? null : (
    <p className="mt-4 text-sm text-ink-soft">
      Not on the map yet: {councils.map(({ name }) => name).join(", ")}.
    </p>
  );
}

function MapTable({ councils }: { readonly councils: readonly StandingRow[] }) {
  return (
    <RecordTable
      caption="Councils on the map and how they stand"
      captionHidden
      rows={councils}
      keyOf={({ dfeCode }) => dfeCode}
      columns={[
        {
          key: "council",
          head: "Council",
          names: true,
          cell: ({ name, slug }) => <a href={hrefOf(slug)}>{name}</a>,
        },
        { key: "code", head: "On the map", cell: ({ dfeCode }) => <HexCode dfeCode={dfeCode} /> },
        { key: "region", head: "Region", from: "wide", cell: ({ region }) => region },
        { key: "status", head: "Promise", cell: ({ status }) => statusWord(status) },
      ]}
    />
  );
}
