import type { Rule } from "./read-pdf-rules";
import type { TextRun } from "./read-pdf-turns";

/**
 * Text as it stands in cells: the PDF library joins what is painted close together, also from two cells. Runs are cut
 * where a ruled line crosses them, and where years and sums alone follow one another.
 */
export function cutAtCells(runs: readonly TextRun[], rules: readonly Rule[]): TextRun[] {
  const upright = rules.filter(({ left, right }) => right - left < 3);
  return runs.flatMap((run) => cutAtRules(run, upright)).flatMap(cutAtFigures);
}

function cutAtRules(run: TextRun, upright: readonly Rule[]): TextRun[] {
  if (!run.text.trim().includes(" ")) return [run];
  const middle = run.baseline - run.size * 0.35;
  const crossing = upright
    .filter(({ top, bottom }) => top <= middle && bottom >= middle)
    .map(({ left, right }) => (left + right) / 2)
    .filter((x) => x > run.left + 1 && x < run.right - 1);
  if (crossing.length === 0) return [run];
  const words = wordsOf(run);
  const cuts = new Map<number, number>();
  for (const x of crossing) {
    // Where the letters end is reckoned, so the nearest space is the one that the line stands in.
    const away = (index: number) =>
      Math.abs(((words[index - 1]?.right ?? 0) + (words[index]?.left ?? 0)) / 2 - x);
    const nearest = words
      .slice(1)
      .reduce((best, _, index) => (away(index + 1) < away(best) ? index + 1 : best), 1);
    if (away(nearest) < 0.9 * run.size + 0.05 * (run.right - run.left)) cuts.set(nearest, x);
  }
  return joined(run, words, cuts);
}

const YEAR = String.raw`(?:19|20)\d\d ?(?:to|[-\u2010-\u2015\u2212/]) ?(?:20)?\d\d`;
const SUM = String.raw`[-(\u2212]?\u00a3?[-(\u2212]?\d[\d,]*(?:\.\d+)?(?: ?(?:m|million))?\)?`;
const ONLY_FIGURES = new RegExp(`^(?:${YEAR}|${SUM})(?: (?:${YEAR}|${SUM}|Total))+$`);

/** `2022-23 £8.2m 5.0`: years and sums with nothing else between them are neighbouring cells. */
function cutAtFigures(run: TextRun): TextRun[] {
  const text = run.text.trim();
  if (!text.includes(" ") || text.length > 160 || !ONLY_FIGURES.test(text)) return [run];
  const words = wordsOf(run);
  const figures = [...text.matchAll(new RegExp(`${YEAR}|${SUM}|Total`, "g"))].map(([figure]) => figure);
  if (figures.length < 2) return [run];
  const cuts = new Map<number, number | null>();
  let at = 0;
  for (const figure of figures) {
    if (at > 0) cuts.set(at, null);
    at += figure.split(" ").length;
  }
  return at === words.length ? joined(run, words, cuts) : [run];
}

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** The words of a run with their places, reckoned by the usual widths of letters. */
function wordsOf(run: TextRun): Word[] {
  const widths = [...run.text].map(widthOf);
  const scale =
    (run.right - run.left) /
    Math.max(
      1,
      widths.reduce((sum, width) => sum + width, 0),
    );
  const words: Word[] = [];
  let x = run.left;
  let text = "";
  let left = x;
  [...`${run.text} `].forEach((letter, index) => {
    if (letter === " ") {
      if (text !== "") words.push({ text, left, right: x });
      text = "";
    } else {
      if (text === "") left = x;
      text += letter;
    }
    x += (widths[index] ?? 0) * scale;
  });
  return words;
}

/** In hundredths of a letter's height, as in the most common typefaces. */
function widthOf(letter: string): number {
  if (/[ijl.,:;'|!\u2019]/.test(letter)) return 25;
  if (/[frtI/()[\] -]/.test(letter)) return 32;
  if (/[sczxkvyJ]/.test(letter)) return 50;
  if (/[mwMW%@\u2014]/.test(letter)) return 85;
  return /[A-Z&]/.test(letter) ? 68 : 55;
}

/** @param cuts the word before which each cut is made, and the ruled line there */
function joined(run: TextRun, words: readonly Word[], cuts: ReadonlyMap<number, number | null>): TextRun[] {
  if (cuts.size === 0) return [run];
  const starts = [0, ...[...cuts.keys()].sort((a, b) => a - b)];
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? words.length;
    const part = words.slice(start, end);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) return [];
    const [after, before] = [cuts.get(start) ?? null, cuts.get(end) ?? null];
    const left = after === null ? first.left : Math.max(first.left, after + 1);
    const right = before === null ? last.right : Math.min(last.right, before - 1);
    return [{ ...run, text: part.map(({ text }) => text).join(" "), left, right }];
  });
}
