import Link from "next/link";
import { comparePanel, type PanelLine, panelFrame } from "@/charts/compare-panel";
import { Missing } from "@/components/figures/missing";
import { StatusMark } from "@/components/status/status-mark";
import { type Measure, onOneFooting } from "@/domain/compare/measure";
import { comparedLabel, comparedWhen, measureWords, seriesWords } from "@/wording/compare";
import { missingWords } from "@/wording/missing";
import type { ComparedView, ShownCouncil } from "./compared-view";

/** A panel for each council, all in one frame: the same years, the same scale. */
export function ComparedPanels({
  view,
  measure,
}: {
  readonly view: ComparedView;
  readonly measure: Measure;
}) {
  const { councils, scale } = view;
  const linesOf = new Map(councils.map((council) => [council.slug, panelLines(council)]));
  const all = [...linesOf.values()].flat();
  if (all.length === 0) return null;
  const frame = panelFrame(all, (value) => comparedLabel(measure, scale, value));
  return (
    <ul className="grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-2">
      {councils.map((council) => {
        const lines = linesOf.get(council.slug) ?? [];
        const footings = new Set(council.series.map((series) => seriesWords(series)));
        return (
          <li key={council.slug} className="min-w-0 break-inside-avoid border-t border-rule-strong pt-2">
            <h3 className="text-lg leading-tight">
              <Link href={`/authorities/${council.slug}`} prefetch={false}>
                {council.name}
              </Link>
            </h3>
            <p className="mb-1 text-xs text-ink-soft">
              <StatusMark status={council.status} />
            </p>
            {lines.length === 0 ? (
              <p className="text-sm">
                <Missing reason={missingWords("not-held")} />
              </p>
            ) : (
              comparePanel({
                id: `compare-${council.slug}`,
                title: `${council.name}: ${measureWords(measure).what}`,
                description: describe(council, measure, scale),
                lines,
                others: onOneFooting(measure) ? all.filter((line) => !lines.includes(line)) : [],
                frame,
              })
            )}
            {onOneFooting(measure)
              ? null
              : [...footings].map((words) => (
                  <p key={words} className="text-xs text-ink-soft">
                    {words}
                  </p>
                ))}
          </li>
        );
      })}
    </ul>
  );
}

function panelLines({ slug, series }: ShownCouncil): PanelLine[] {
  return series.map(({ key, kind, points }) => ({
    key: `${slug} ${key}`,
    kind,
    points: points.map(({ at, shown }) => ({ at, value: shown })),
  }));
}

function describe({ series }: ShownCouncil, measure: Measure, scale: ComparedView["scale"]): string {
  return series
    .flatMap(({ points }) => points)
    .map(({ at, shown }) => `${comparedWhen(measure, at)} ${comparedLabel(measure, scale, shown)}`)
    .join(", ");
}
