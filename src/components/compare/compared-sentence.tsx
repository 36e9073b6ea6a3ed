import { Figure } from "@/components/figures/figure";
import { type Measure, MOST_COMPARED, onOneFooting } from "@/domain/compare/measure";
import type { ComparedCouncil, ComparedPoint } from "@/shapes/compare-shapes";
import { comparedValue, comparedWhen, measureWords } from "@/wording/compare";
import { presentPart } from "./part-provenance";

interface Ranked {
  readonly council: ComparedCouncil;
  readonly point: ComparedPoint;
}

/** The answer in one sentence: the newest figures that can be set against each other, the largest first. */
export function ComparedSentence({
  councils,
  measure,
}: {
  readonly councils: readonly ComparedCouncil[];
  readonly measure: Measure;
}) {
  if (councils.length === 0) return <>Choose up to {MOST_COMPARED} councils to see them side by side.</>;
  const { what } = measureWords(measure);
  const held = councils.filter(({ series }) => series.length > 0);
  if (held.length === 0)
    return (
      <>
        We hold no {what} of {listed(councils.map(({ name }) => name))}.
      </>
    );
  if (!onOneFooting(measure)) {
    return (
      <>
        The {what} of each council stands on its own footing: {listed(held.map(({ name }) => name))}, each
        read by itself.
      </>
    );
  }
  const date = newestCommon(held);
  if (date === null)
    return <>Of no year end do we hold the {what} of all of these councils; each course is below.</>;
  const ranked = held
    .flatMap((council): Ranked[] => {
      const point = council.series[0]?.points.find(({ at }) => at === date);
      return point === undefined ? [] : [{ council, point }];
    })
    .sort((a, b) => b.point.value - a.point.value);
  return (
    <>
      {sentenceStart(what)}
      {measure === "allocation" ? ", " : " at "}
      {comparedWhen(measure, date)}:{" "}
      {ranked.map((one, index) => (
        <span key={one.council.slug}>
          {index === 0 ? "" : index === ranked.length - 1 ? " and " : ", "}
          {one.council.name} <Value {...one} measure={measure} />
        </span>
      ))}
      .
    </>
  );
}

/** What is worked out from two figures is asked in the table, where both stand. */
function Value({ council, point, measure }: Ranked & { readonly measure: Measure }) {
  const words = comparedValue(measure, point.value);
  const [part, other] = point.parts;
  const presented = part === undefined || other !== undefined ? null : presentPart(council.name, part);
  return presented === null ? words : <Figure shown={words} provenance={presented.provenance} />;
}

/** The newest date at which each council has a point. */
function newestCommon(councils: readonly ComparedCouncil[]): string | null {
  const [first, ...others] = councils.map(({ series }) => series[0]?.points.map(({ at }) => at) ?? []);
  return first?.findLast((at) => others.every((dates) => dates.includes(at))) ?? null;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
}

function sentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
