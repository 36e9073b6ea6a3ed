import Link from "next/link";
import { FigureOnDemand } from "@/components/figures/figure-on-demand";
import { Missing } from "@/components/figures/missing";
import { RecordTable } from "@/components/tables/record-table";
import { type Measure, onOneFooting } from "@/domain/compare/measure";
import { comparedCell, comparedWhen, formatIndex, measureWords, seriesWords } from "@/wording/compare";
import { missingWords } from "@/wording/missing";
import type { ComparedView, ShownCouncil, ShownPoint } from "./compared-view";
import { presentPart } from "./part-provenance";

interface Row {
  readonly key: string;
  readonly council: ShownCouncil;
  readonly words: string;
  readonly points: readonly ShownPoint[];
}

/** Every point of the panels, each with where it's from. */
export function ComparedTable({ view, measure }: { readonly view: ComparedView; readonly measure: Measure }) {
  const rows = view.councils.flatMap((council): Row[] =>
    council.series.length === 0
      ? [{ key: council.slug, council, words: "", points: [] }]
      : council.series.map((series) => ({
          key: `${council.slug} ${series.key}`,
          council,
          words: onOneFooting(measure) ? "" : seriesWords(series),
          points: series.points,
        })),
  );
  const dates = [...new Set(rows.flatMap(({ points }) => points.map(({ at }) => at)))].sort();
  return (
    <RecordTable
      caption={`${measureWords(measure).name}${view.base === null ? "" : `, index: ${comparedWhen(measure, view.base)} is 100`}`}
      scrolls
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "council",
          head: "Council",
          names: true,
          cell: ({ council: { name, slug }, words }) => (
            <>
              <Link href={`/authorities/${slug}`} prefetch={false}>
                {name}
              </Link>
              {words === "" ? null : <span className="unit">{words}</span>}
            </>
          ),
        },
        ...(dates.length === 0
          ? [{ key: "none", head: "Figures", cell: () => <Missing reason={missingWords("not-held")} /> }]
          : dates.map((at) => ({
              key: at,
              head: comparedWhen(measure, at),
              numeric: true,
              cell: ({ council, points }: Row) => {
                const found = points.filter((point) => point.at === at);
                return found.length === 0 ? (
                  <Missing reason={missingWords("not-held")} />
                ) : (
                  found.map((point) => (
                    <Value
                      key={point.value}
                      {...{ point, council, measure }}
                      index={view.scale === "index"}
                    />
                  ))
                );
              },
            }))),
      ]}
    />
  );
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
            {figure(first.short, first)}
            <br />
            by {figure(second.short, second)}
          </>
        )}
      </span>
    </span>
  );
}
