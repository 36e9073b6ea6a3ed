import type { Area } from "./document-layout";
import { isMark } from "./list-mark";
import type { PdfPage, TextRun } from "./read-pdf-turns";

/** Words that stand together on a line; a wide gap or a ruled line ends a piece. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** What was painted one after the other, where more than one. */
  readonly parts?: readonly Piece[];
}

export interface Line {
  readonly page: PdfPage;
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** Set where the mark of an item stands apart from its text. */
  readonly mark?: string;
  /** Where the line's column begins, in a text of two columns; the first at the page's own edge. */
  readonly column?: number;
  /** Where the line's column ends, for those of the first of two. */
  readonly columnEnd?: number;
}

/** The lines of a page, from top to bottom. */
export function linesOf(page: PdfPage, runs: readonly TextRun[] = page.runs): Line[] {
  const kept = withoutRaisedMarks(withoutDoublePrints(runs)).toSorted((a, b) => a.baseline - b.baseline);
  const groups: TextRun[][] = [];
  for (const run of kept) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && run.baseline - last.baseline <= 0.3 * Math.max(run.size, last.size)) group.push(run);
    else groups.push([run]);
  }
  return groups.flatMap((group) => {
    const pieces = piecesOf(group, page);
    return pieces.length > 0 ? [lineOf(page, pieces)] : [];
  });
}

export function lineOf(page: PdfPage, pieces: readonly Piece[]): Line {
  const letters = (piece: Piece) => piece.text.length;
  const all = pieces.reduce((sum, piece) => sum + letters(piece), 0);
  const longest = pieces.reduce((a, b) => (letters(b) > letters(a) ? b : a));
  return {
    page,
    pieces,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    baseline: longest.baseline,
    size: longest.size,
    bold: pieces.filter(({ bold }) => bold).reduce((sum, piece) => sum + letters(piece), 0) > all / 2,
  };
}

export function textOf(line: { readonly pieces: readonly Piece[] }): string {
  return line.pieces.map(({ text }) => text).join(" ");
}

/** Where pieces stand on the page as it is shown. */
export function areaOf(page: PdfPage, pieces: readonly Piece[]): Area {
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  const top = Math.min(...pieces.map(({ baseline, size }) => baseline - size * 0.9));
  const bottom = Math.max(...pieces.map(({ baseline, size }) => baseline + size * 0.25));
  const rounded = (area: Area) => area.map((points) => Math.round(points * 10) / 10) as unknown as Area;
  switch (page.turned) {
    case 0:
      return rounded([left, top, right - left, bottom - top]);
    case 90:
      return rounded([page.height - bottom, left, bottom - top, right - left]);
    case 180:
      return rounded([page.width - right, page.height - bottom, right - left, bottom - top]);
    case 270:
      return rounded([top, page.width - right, bottom - top, right - left]);
  }
}

/** Points: places this close are looked up together. */
const NEIGHBOURHOOD = 8;

/** Some programs print a text twice, a hair apart, to make it bold. */
function withoutDoublePrints(runs: readonly TextRun[]): TextRun[] {
  const byPlace = new Map<string, TextRun[]>();
  const cell = (points: number) => Math.floor(points / NEIGHBOURHOOD);
  const isPrinted = ({ text, left, baseline, size }: TextRun) => {
    const near = Math.min(0.25 * size, 4 * NEIGHBOURHOOD);
    for (let x = cell(left - near); x <= cell(left + near); x += 1)
      for (let y = cell(baseline - near); y <= cell(baseline + near); y += 1)
        for (const other of byPlace.get(`${x} ${y} ${text}`) ?? [])
          if (Math.abs(other.left - left) < near && Math.abs(other.baseline - baseline) < near) return true;
    return false;
  };
  return runs.filter((run) => {
    if (isPrinted(run)) return false;
    const place = `${cell(run.left)} ${cell(run.baseline)} ${run.text}`;
    const like = byPlace.get(place) ?? [];
    like.push(run);
    byPlace.set(place, like);
    return true;
  });
}

const RAISED = /^[\s([]*(?:[\d*\u2020\u2021\u00a7,]{1,5}|[a-z]|st|nd|rd|th)[\s)\]]*$/i;

/** Small raised digits and signs lead to footnotes; the raised letters of 31st are text. */
function withoutRaisedMarks(runs: readonly TextRun[]): TextRun[] {
  // Marks are smaller than what they stand beside: only what is larger is looked through.
  const bySize = runs.map((run, index) => ({ run, index })).sort((a, b) => b.run.size - a.run.size);
  return runs.flatMap((run) => {
    if (run.text.length > 20 || !RAISED.test(run.text)) return [run];
    let before: TextRun | undefined;
    let first = runs.length;
    for (const { run: other, index } of bySize) {
      if (other.size < 1.08 * run.size) break;
      if (index > first || !isRaisedBeside(run, other)) continue;
      before = other;
      first = index;
    }
    if (!before) return [run];
    if (!/^(?:st|nd|rd|th)$/i.test(run.text.trim())) return [];
    return [{ ...run, left: before.right, baseline: before.baseline }];
  });
}

function isRaisedBeside(run: TextRun, other: TextRun): boolean {
  const [gap, rise] = [run.left - other.right, other.baseline - run.baseline];
  return (
    gap > -0.2 * other.size &&
    gap < 0.45 * other.size &&
    rise > (other.size >= 1.2 * run.size ? 0.12 : 0.2) * other.size &&
    rise < 0.8 * other.size
  );
}

function piecesOf(runs: readonly TextRun[], page: PdfPage): Piece[] {
  const pieces: (Piece & { readonly parts?: Piece[] })[] = [];
  for (const run of runs.flatMap(withoutInnerGaps).toSorted((a, b) => a.left - b.left)) {
    const last = pieces.at(-1);
    const size = Math.max(run.size, last?.size ?? 0);
    const gap = last ? run.left - last.right : 0;
    if (!last || separates(last, run, gap, size) || ruleBetween(page, last, run)) {
      pieces.push(run);
      continue;
    }
    const space = gap > 0.14 * size && !staysTogether(last.text, run.text) ? " " : "";
    const main = last.text.length >= run.text.length ? last : run;
    const right = Math.max(last.right, run.right);
    const parts = last.parts ?? [last];
    parts.push(run);
    const text = `${last.text}${space}${run.text}`;
    pieces[pieces.length - 1] = { ...main, text, left: last.left, right, parts };
  }
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(/[\s\u00a0]+/g, " ").trim() }))
    .filter(({ text }) => text !== "");
}

const WHOLE_YEAR = /^(?:19|20)\d\d ?(?:to|[-\u2010-\u2015\u2212/]) ?(?:20)?\d\d$/;
const SUM = /^[-(\u2212]? ?\u00a3? ?[-(]? ?[\d,.]*\d ?(?:m|million)?\)?$/;

function separates(last: Piece, run: TextRun, gap: number, size: number): boolean {
  // Two years, two sums, or a year and a sum side by side are two cells, however narrow the table.
  if (gap > 0.14 * size) {
    const [before, after] = [last.text.trim(), run.text.trim()];
    if (WHOLE_YEAR.test(before) && (WHOLE_YEAR.test(after) || SUM.test(after) || /^total$/i.test(after)))
      return true;
    if (SUM.test(before) && (SUM.test(after) || /^[-(\u2212]? ?\u00a3/.test(after))) return true;
  }
  if (gap <= 0.95 * size) return false;
  const text = run.text.trim();
  // A pound sign at a cell's left edge belongs to the number at its right.
  if (/^[-(\u2212]?\u00a3$/.test(last.text.trim()) && /^[-(\u2212]?[\d.]/.test(text)) return false;
  return true;
}

/** The parts of one number, painted apart. */
function staysTogether(before: string, after: string): boolean {
  return (
    (/\d$/.test(before) && /^ ?[.,]\d/.test(after)) ||
    (/\d[.,]$/.test(before) && /^ ?\d/.test(after)) ||
    /[\u00a3(]$/.test(before)
  );
}

/** Columns set apart by spaces within one run. */
function withoutInnerGaps(run: TextRun): TextRun[] {
  if (!/\S {3,}\S/.test(run.text)) return [run];
  const width = (run.right - run.left) / run.text.length;
  return [...run.text.matchAll(/\S+(?: {1,2}\S+)*/g)].map((match) => ({
    ...run,
    text: match[0],
    left: run.left + match.index * width,
    right: run.left + (match.index + match[0].length) * width,
  }));
}

function ruleBetween(page: PdfPage, last: Piece, run: TextRun): boolean {
  const middle = run.baseline - run.size * 0.35;
  return page.rules.some(
    ({ left, right, top, bottom }) =>
      right - left < 3 &&
      top <= middle &&
      bottom >= middle &&
      left >= last.right - 1 &&
      right <= run.left + 1,
  );
}

/** A line's pieces with the mark of an item joined to what it leads. */
export function withMarkJoined(line: Line): Line {
  const [first, second, ...rest] = line.pieces;
  if (!first || !second || !isMark(first.text)) return line;
  const joined = { ...second, text: `${first.text} ${second.text}`, left: first.left };
  return { ...line, pieces: [joined, ...rest], mark: first.text };
}
