import type { PlacedLabel } from "./place-labels";
import { textWidth } from "./text-width";
import type { TimeMark } from "./time-marks";

export interface PlacedMark extends PlacedLabel {
  /** Where its line stands. */
  readonly at: number;
}

interface Across {
  readonly from: number;
  readonly to: number;
}

const ROW = 1.35;
/** Between two words of one row, in px. */
const APART = 10;

/** How many rows the words of the vertical lines need over the plot. */
export function rowsOf(
  timeMarks: readonly TimeMark[],
  x: (date: string) => number,
  across: Across,
  size: number,
): number {
  return Math.max(0, ...inRows(timeMarks, x, across, size).map(({ row }) => row + 1));
}

/** The words of vertical lines stand over the plot, in as many rows as it takes: none is left out. */
export function placeTimeMarks(
  timeMarks: readonly TimeMark[],
  x: (date: string) => number,
  across: Across,
  { size, foot }: { readonly size: number; readonly foot: number },
): PlacedMark[] {
  return inRows(timeMarks, x, across, size).map(({ mark, left, width, row }) => {
    const top = foot - (row + 1) * size * ROW;
    // At the right edge they end together, whatever their font makes of their lengths.
    const last = left + width >= across.to - 0.5;
    return {
      key: `${mark.date} ${mark.text}`,
      ...{ text: mark.text, tone: "plain", size, anchor: last ? "end" : "start" },
      ...{ at: x(mark.date), x: last ? across.to : left, y: top + size * 0.95 },
      box: { x: left, y: top, width, height: size * 1.2 },
    };
  });
}

function inRows(
  timeMarks: readonly TimeMark[],
  x: (date: string) => number,
  { from, to }: Across,
  size: number,
): { readonly mark: TimeMark; readonly left: number; readonly width: number; readonly row: number }[] {
  const ends: { readonly left: number; readonly right: number; readonly row: number }[] = [];
  return timeMarks.map((mark) => {
    const width = textWidth(mark.text, size);
    const left = Math.max(from, Math.min(x(mark.date) - width / 2, to - width));
    let row = 0;
    const isTaken = (at: number) =>
      ends.some((one) => one.row === at && left < one.right + APART && one.left < left + width + APART);
    while (isTaken(row)) row += 1;
    ends.push({ left, right: left + width, row });
    return { mark, left, width, row };
  });
}
