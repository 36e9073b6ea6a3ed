import { type Area, around, type LayoutBlock, type TextBlock } from "./document-layout";
import { joinedLines, vocabularyOf } from "./join-lines";
import { begins, follows, leadingMark, type MarkedText } from "./list-mark";
import { areaOf, type Line, textOf } from "./read-pdf-lines";
import type { Flow } from "./read-pdf-tables";

/** Lines as paragraphs, headings and items; what goes on over a page's end is one paragraph. */
export function paragraphsOf(flow: readonly Flow[]): LayoutBlock[] {
  const lines = flow.flatMap((part) => ("line" in part ? [part.line] : []));
  const vocabulary = vocabularyOf(lines.map(textOf));
  const pitch = usualPitch(lines);
  const edges = rightEdges(lines);
  const [own, second] = [
    edgeOf(lines.filter(({ column }) => column === undefined)),
    edgeOf(lines.filter(({ column }) => column !== undefined)),
  ];
  const blocks: LayoutBlock[] = [];
  let open: { lines: Line[]; mark: MarkedText | null } | null = null;
  let lastMark = "";
  const close = () => {
    if (open) {
      const shift = open.lines[0]?.column === undefined ? 0 : second - own;
      blocks.push(blockOf(open.lines, open.mark, { vocabulary, shift }));
    }
    open = null;
  };
  let index = -1;
  for (const part of flow) {
    if ("table" in part) {
      close();
      blocks.push(part.table);
      continue;
    }
    index += 1;
    const line = lines[index];
    if (!line) continue;
    const current = open as { lines: Line[]; mark: MarkedText | null } | null;
    const before = current?.lines.at(-1);
    const edge = edges.get(before ?? line) ?? line.right;
    const mark = markOf(line);
    const fresh =
      !before ||
      !current ||
      startsAnew(before, line, { mark, pitch, edge, lastMark, first: current.lines[0] ?? line });
    if (!fresh) {
      current.lines.push(line);
      continue;
    }
    close();
    const counted = mark && before && isBrokenYear(before) ? null : mark;
    open = { lines: [line], mark: counted };
    if (counted) lastMark = counted.mark;
  }
  close();
  return blocks;
}

function markOf(line: Line): MarkedText | null {
  const text = textOf(line);
  if (line.mark === undefined) return leadingMark(text);
  if (/^[o\uf0a7\uf0b7\uf0d8]$/.test(line.mark))
    return { mark: line.mark === "o" ? "o" : "\u2022", text: text.slice(2) };
  return leadingMark(text, { bareNumber: true });
}

interface Setting {
  readonly mark: MarkedText | null;
  readonly pitch: number;
  /** Where full lines end here. */
  readonly edge: number;
  readonly lastMark: string;
  readonly first: Line;
}

const ENDS = /[.;:!?]["\u2019\u201d)]*$|[;,] (?:and|or)$/;

function startsAnew(before: Line, line: Line, { mark, pitch, edge, lastMark, first }: Setting): boolean {
  const text = textOf(before);
  const next = textOf(line);
  const ended = ENDS.test(text);
  const isInOneColumn = first.page === before.page && first.column === before.column;
  const width = Math.max(edge - (isInOneColumn ? first : before).left, 1);
  const isShort = before.right < edge - 0.12 * width;
  const lookAlike = Math.abs(before.size - line.size) < 0.08 * before.size;
  if (isBrokenYear(before) && /^\d/.test(next)) return false;
  if (line.page !== before.page || line.baseline < before.baseline) {
    if (
      mark &&
      (ended || isShort || /^[^\w(]/.test(mark.mark) || begins(mark.mark) || follows(lastMark, mark.mark))
    )
      return true;
    return (
      ended ||
      !lookAlike ||
      (before.bold !== line.bold && isShort) ||
      (isShort && hasRoomFor(next, before, edge) && /^\p{Lu}/u.test(next))
    );
  }
  const gap = (line.baseline - before.baseline) / Math.max(line.size, before.size);
  if (gap > pitch * 1.28 || !lookAlike) return true;
  if (before.bold !== line.bold && (isShort || ended)) return true;
  if (mark) {
    const outdented = line.left < before.left - 1.5;
    if (/^[\u2022\u25cf\u25cb\u25e6\u25aa\u25a0o]$/.test(mark.mark) || ended || isShort || outdented)
      return true;
  }
  const startsUpper = /^["\u2018\u201c(]?[\p{Lu}\d]/u.test(next);
  if (ended && isShort && startsUpper) return true;
  return (
    before.right < edge - 0.35 * width && startsUpper && !/,$|\b(?:and|or|the|of|to|by|in|for)$/.test(text)
  );
}

/** Whether the next line's first word would still have stood on this one: if so, the writer ended it there. */
function hasRoomFor(next: string, before: Line, edge: number): boolean {
  const word = next.split(" ")[0] ?? "";
  return before.right + (word.length * 0.6 + 0.3) * before.size < edge;
}

function isBrokenYear(line: Line): boolean {
  return /\b20\d\d ?(?:[-\u2010-\u2015\u2212/]|to)$/.test(textOf(line));
}

/** From foot to foot of two lines of a paragraph, in heights of letters. */
function usualPitch(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  let all = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before || before.page !== line.page) return;
    const pitch = (line.baseline - before.baseline) / Math.max(line.size, before.size);
    if (pitch < 0.9 || pitch > 3.2) return;
    all += 1;
    const rounded = Math.round(pitch * 20);
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  });
  const common = [...counts].filter(([, count]) => count >= Math.max(2, all * 0.12)).map(([pitch]) => pitch);
  return common.length > 0 ? Math.min(...common) / 20 : 1.25;
}

/** For each line, how far lines around it reach to the right. */
function rightEdges(lines: readonly Line[]): Map<Line, number> {
  return new Map(
    lines.map((line, index) => {
      const around = lines.slice(Math.max(0, index - 12), index + 13);
      const beside = around.filter(
        (other) => other.page === line.page && other.left < line.right && other.right > line.left,
      );
      return [line, Math.max(...beside.map(({ right }) => right), line.right)];
    }),
  );
}

function edgeOf(lines: readonly Line[]): number {
  return lines.reduce((edge, { left }) => Math.min(edge, left), Number.POSITIVE_INFINITY);
}

/** @param setting.shift how far the second column stands to the right: indents are compared as if in one */
function blockOf(
  lines: readonly Line[],
  mark: MarkedText | null,
  { vocabulary, shift }: { readonly vocabulary: ReadonlySet<string>; readonly shift: number },
): TextBlock {
  const texts = lines.map(textOf);
  if (mark) texts[0] = mark.text;
  const first = lines[0] as Line;
  const here = lines.filter(({ page }) => page === first.page);
  const areas: Area[] = here.map(({ page, pieces }) => areaOf(page, pieces));
  return {
    kind: "text",
    mark: mark?.mark ?? "",
    text: joinedLines(texts, vocabulary),
    left: first.left - shift,
    size: first.size,
    bold: lines.every(({ bold }) => bold),
    place: { page: first.page.number, area: around(areas) },
  };
}
