import Link from "next/link";
import { FigureOnDemand } from "@/components/figures/figure-on-demand";
import { Missing } from "@/components/figures/missing";
import { RecordTable } from "@/components/tables/record-table";
import { type Measure, onOneFooting } from "@/domain/compare/measure";
import { comparedCell, comparedWhen, formatIndex, measureWords, seriesWords } from "@/wording/compare";
import { missingWords } from "@/wording/missing";
import type { ComparedView, ShownCouncil, ShownPoint } from "./compared-view";
import { presentPart } from "./part-provenance";

/** Every point of the panels, each with where it's from. */
export function ComparedTable({ view, measure }: { readonly view: ComparedView; readonly measure: Measure }) {
  return onOneFooting(measure) ? (
    <ByYearEnd view={view} measure={measure} />
  ) : (
    <OneByOne view={view} measure={measure} />
  );
}

/** Figures on one footing: a row for each council, a column for each year end. */
function ByYearEnd({ view, measure }: { readonly view: ComparedView; readonly measure: Measure }) {
  const pointsOf = ({ series }: ShownCouncil) => series.flatMap(({ points }) => points);
  const dates = [
    ...new Set(view.councils.flatMap((council) => pointsOf(council).map(({ at }) => at))),
  ].sort();
  const columns = dates.map((date) => ({
    key: date,
    head: comparedWhen(measure, date),
    numeric: true,
    cell: (council: ShownCouncil) => {
      const point = pointsOf(council).find(({ at }) => at === date);
      return point === undefined ? (
        <NotHeld />
      ) : (
        <Value {...{ point, council, measure }} index={view.scale === "index"} />
      );
    },
  }));
  const from = view.base === null ? "" : `, index: ${comparedWhen(measure, view.base)} is 100`;
  return (
    <RecordTable
      caption={`${measureWords(measure).name}${from}`}
      scrolls
      rows={view.councils}
      keyOf={({ slug }) => slug}
      columns={[
        COUNCIL_COLUMN,
        ...(columns.length > 0 ? columns : [{ key: "none", head: "Figures", cell: () => <NotHeld /> }]),
      ]}
    />
  );
}

interface Single {
  readonly key: string;
  readonly council: ShownCouncil;
  readonly words: string;
  readonly point: ShownPoint | null;
}

/** Figures that each stand on their own footing: a row for each, with what it is. */
function OneByOne({ view, measure }: { readonly view: ComparedView; readonly measure: Measure }) {
  const rows = view.councils.flatMap((council): Single[] => {
    const points = council.series.flatMap((series) =>
      series.points.map((point, index) => ({
        key: `${council.slug} ${series.key} ${index}`,
        council,
        words: seriesWords(series),
        point,
      })),
    );
    return points.length > 0 ? points : [{ key: council.slug, council, words: "", point: null }];
  });
  return (
    <RecordTable
      caption={measureWords(measure).name}
      scrolls
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { ...COUNCIL_COLUMN, cell: ({ council }: Single) => COUNCIL_COLUMN.cell(council) },
        {
          key: "at",
          head: "At",
          cell: ({ point }) => (point === null ? "" : comparedWhen(measure, point.at)),
        },
        {
          key: "value",
          head: (
            <>
              Deficit <span className="unit">£</span>
            </>
          ),
          numeric: true,
          cell: ({ point, council }) =>
            point === null ? <NotHeld /> : <Value {...{ point, council, measure }} index={false} />,
        },
        { key: "what", head: "What it is", cell: ({ words }) => <span className="text-xs">{words}</span> },
      ]}
    />
  );
}

const COUNCIL_COLUMN = {
  key: "council",
  head: "Council",
  names: true,
  cell: ({ slug, name }: ShownCouncil) => (
    <Link href={`/authorities/${slug}`} prefetch={false}>
      {name}
    </Link>
  ),
};

function NotHeld() {
  return <Missing reason={missingWords("not-held")} />;
}

/** A figure is asked itself; of what is worked out, the figures it's worked out from. */
function Value({
  point,
  council: { name, slug },
  measure,
  index,
}: {
  readonly point: ShownPoint;
  readonly council: ShownCouncil;
  readonly measure: Measure;
  readonly index: boolean;
}) {
  const parts = point.parts.flatMap((part) => presentPart(name, part) ?? []);
  const figure = (shown: string, part: (typeof parts)[number]) => (
    <FigureOnDemand shown={shown} provenance={part.provenance} href={`/authorities/${slug}#${part.anchor}`} />
  );
  const [first, second] = parts;
  const cell = comparedCell(measure, point.value);
  if (first === undefined) return cell;
  if (second === undefined && !index) return <span className="block">{figure(cell, first)}</span>;
  return (
    <span className="block">
      {index ? formatIndex(point.shown) : cell}
      <span className="unit">
        {second === undefined ? (
          figure(cell, first)
        ) : (
          <>
            {/* Far enough apart to be hit with a finger. */}
            <span className="block leading-6">{figure(first.short, first)}</span>
            <span className="block leading-6">by {figure(second.short, second)}</span>
          </>
        )}
      </span>
    </span>
  );
}
