import { around, EMPTY_CELL, type TableBlock, type TableCell } from "./document-layout";
import { joinedLines } from "./join-lines";
import { areaOf, type Line, type Piece, textOf, withMarkJoined } from "./read-pdf-lines";

/** What a page says, line by line, with its tables found. */
export type Flow = { readonly line: Line } | { readonly table: TableBlock };

/** A figure, a year, or what stands in a figure's place. */
const FIGURE =
  /^(?:[-+(\u2212\u2013]*\s*\u00a3?\s*[-(\u2212]?\s*[\d.,]*\d[\d.,\s]*(?:m|mn|k|bn|million|thousand)?\)?\s*(?:m|million)?[*\u2020\u00b9\u00b2\u00b3]*(?:\s*[[(]\w{1,6}[\])])?|tbc|to be confirmed|nil|n\/a|[-\u2013\u2014])$/i;
const YEAR =
  /\b(?:19|20)\d\d\s*(?:[-\u2010-\u2015\u2212/]|to)\s*(?:20)?\d\d\b|^(?:by |at |as at |to )?(?:\d{1,2}(?:st)? )?(?:march|april|january|february|may|june|july|august|september|october|november|december) 20\d\d|^'?[2-4]\d ?[-\u2010-\u2015/] ?'?[2-4]\d$|^\d{1,2}\/\d{1,2}\/(?:20)?[2-4]\d$|^(?:\d{1,2}[ -])?mar(?:ch)?(?:[- ]| ?['\u2019])(?:20)?[2-4]\d$/i;

const isFigure = ({ text }: Piece) => FIGURE.test(text);
const isYear = ({ text }: Piece) => YEAR.test(text) && text.length <= 45;
const isBody = (line: Line) =>
  line.mark === undefined &&
  line.pieces.length > 1 &&
  line.pieces.some((piece) => isFigure(piece) || isYear(piece));

/** A row that needs no other beside it: what a page break left over of a table. */
function isRowOfItsOwn({ pieces }: Line): boolean {
  const [first, ...others] = pieces;
  if (!first) return false;
  if (isYear(first) && others.every((piece) => isFigure(piece) || isYear(piece))) return true;
  const isHeadOfYears =
    others.filter(isYear).length > 1 &&
    others.every((piece) => isYear(piece) || /^total\b/i.test(piece.text));
  return isHeadOfYears || (others.length > 1 && others.every(isFigure));
}

/** Finds tables without ruled lines: rows of figures that stand below one another. */
export function tablesAmong(printed: readonly Line[]): Flow[] {
  const lines = withLabelsApart(printed.map(withFigureApart)).map((line) => {
    const second = line.pieces[1];
    return second && (isYear(second) || isFigure(second)) ? line : withMarkJoined(line);
  });
  const flow: Flow[] = [];
  let index = 0;
  while (index < lines.length) {
    const end = endOfTable(lines, index);
    const body = lines.slice(index, end).filter(isBody);
    if (end === index || (body.length < 2 && !body.some(isRowOfItsOwn))) {
      const line = lines[index];
      if (line) flow.push({ line });
      index += 1;
      continue;
    }
    const columns = columnsOf(body);
    const head: Line[] = [];
    for (;;) {
      const last = flow.at(-1);
      if (!last || !("line" in last)) break;
      const line = withYearHeadApart(last.line, columns);
      if (!belongsAbove(line, head[0] ?? lines[index], columns)) break;
      head.unshift(line);
      flow.pop();
    }
    flow.push({ table: tableOf([...head, ...lines.slice(index, end)], columns) });
    index = end;
  }
  return flow;
}

const YEAR_AND_FIGURE = /^((?:19|20)\d\d ?(?:to|[-\u2010-\u2015\u2212/]) ?(?:20)?\d\d) +(\S.{0,24})$/;

/** A year and its figure set so close that they read as one: two cells of a narrow table. */
function withFigureApart(line: Line): Line {
  const [piece] = line.pieces;
  const [, year, figure] = (line.pieces.length === 1 && YEAR_AND_FIGURE.exec(piece?.text ?? "")) || [];
  if (!piece || line.mark !== undefined || !year || !figure || !FIGURE.test(figure)) return line;
  return { ...line, pieces: partsOf(piece, YEAR_AND_FIGURE) };
}

const LABEL_AND_YEAR = /^(.*[a-z)]) ((?:19|20)\d\d ?(?:to|[-\u2010-\u2015\u2212/]) ?(?:20)?\d\d)$/i;
const LABEL_AND_FIGURE = /^(.*[a-z)]) ([-(\u2212]?\u00a3? ?[-(]?[\d,.]*\d(?: ?m| million)?\)?|nil|tbc)$/i;

/** In a narrow table the label may touch the first of the years, and of the figures below it. */
function withLabelsApart(lines: readonly Line[]): Line[] {
  let width = 0;
  let since = 0;
  return lines.map((line) => {
    const [first, ...others] = line.pieces;
    since += 1;
    if (!first || line.mark !== undefined || others.length < 1) return line;
    const isHead = others.every((piece) => isYear(piece) || /^total\b/i.test(piece.text));
    if (isHead && others.some(isYear) && LABEL_AND_YEAR.test(first.text)) {
      width = line.pieces.length;
      since = 0;
      return { ...line, pieces: [...partsOf(first, LABEL_AND_YEAR), ...others] };
    }
    // Years alone, over labels that have no heading of their own; or beside a heading that stands apart from them.
    if (isHead && (isYear(first) || others.filter(isYear).length > 1)) {
      width = isYear(first) ? line.pieces.length : others.length;
      since = 0;
      return line;
    }
    const isBelow = since < 5 && line.pieces.length === width && others.every(isFigure);
    return isBelow && LABEL_AND_FIGURE.test(first.text)
      ? { ...line, pieces: [...partsOf(first, LABEL_AND_FIGURE), ...others] }
      : line;
  });
}

/** One piece as the two that the pattern tells apart; where one ends is reckoned by the letters. */
function partsOf(piece: Piece, pattern: RegExp): Piece[] {
  const [, before = "", after = ""] = pattern.exec(piece.text) ?? [];
  const share = (before.length + 0.5) / piece.text.length;
  const between = piece.left + (piece.right - piece.left) * share;
  return [
    { ...piece, text: before, right: between - 1 },
    { ...piece, text: after, left: between + 1 },
  ];
}

interface Column {
  readonly left: number;
  readonly right: number;
}

/** The lines from `start` that make one table; `start` itself if there is none. */
function endOfTable(lines: readonly Line[], start: number): number {
  const first = lines[start];
  if (!first || first.pieces.length < 2 || first.mark !== undefined) return start;
  let end = start;
  let lastBody = isBody(first) ? start : -1;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index];
    const before = lines[index - 1];
    if (!line || !before || line.page !== before.page || line.mark !== undefined) break;
    const gap = line.baseline - before.baseline;
    if (gap <= 0 || gap > 4 * Math.max(line.size, before.size)) break;
    if (isBody(line)) {
      lastBody = index;
    } else if (line.pieces.length === 1 || lastBody !== -1) {
      const columns = columnsOf(lines.slice(start, index).filter(isBody));
      if (!fits(line, columns, gap)) break;
    }
    end = index;
  }
  if (lastBody === -1) return start;
  // What follows the last row of figures belongs to it only as the rest of a cell.
  const found = columnsOf(lines.slice(start, lastBody + 1).filter(isBody));
  const [label, figures] = found;
  while (end > lastBody) {
    const [line, before] = [lines[end], lines[end - 1]];
    const isNarrow = line && line.right - line.left < 140;
    const isUnderLabel = line && label && figures && line.left >= label.left - 2 && line.right < figures.left;
    const isClose = line && before && line.baseline - before.baseline < 1.6 * line.size;
    const isRestOfCells =
      line && line.pieces.length > 1 && line.pieces.every((piece) => isWithin(piece, found));
    if (isClose && (isNarrow || isUnderLabel || isRestOfCells)) break;
    end -= 1;
  }
  return end + 1;
}

function isWithin({ left, right }: Piece, columns: readonly Column[]): boolean {
  return columns.some(
    (column, index) =>
      left >= column.left - 3 && right < (columns[index + 1]?.left ?? Number.POSITIVE_INFINITY) - 3,
  );
}

/** Each piece stands within one column: the rest of a cell, a year without a figure, a head of several lines. */
function fits(line: Line, columns: readonly Column[], gap: number): boolean {
  const tolerance = line.size * 0.6;
  const inColumn = (piece: Piece) =>
    columns.some(({ left, right }, index) => {
      // Labels run as far as the figures beside them, however short the first of them is.
      const until = index === 0 ? Math.max(right, (columns[1]?.left ?? right) - 2 * tolerance) : right;
      return piece.left >= left - tolerance && piece.right <= until + tolerance;
    });
  if (columns.length === 0) return line.pieces.length > 1 || gap < 2 * line.size;
  return line.pieces.length > 1
    ? line.pieces.every((piece) => piece.right - piece.left < 250)
    : line.pieces.every(
        (piece) => (isYear(piece) || isFigure(piece) || inColumn(piece)) && piece.text.length < 60,
      );
}

const YEAR_HEAD = /^((?:financial )?years?(?: end(?:ing|ed|s)?)?(?: \(?(?:31 )?march\)?)?) (\S.*)$/i;

/** The heading of the years and the next one, set so close that they read as one. */
function withYearHeadApart(line: Line, columns: readonly Column[]): Line {
  const [piece] = line.pieces;
  const first = columns[0];
  const isHead =
    line.pieces.length === 1 && piece && first && YEAR_HEAD.test(piece.text) && !/[.:;]$/.test(piece.text);
  if (!isHead || piece.left > first.right || piece.right < first.right) return line;
  return { ...line, pieces: partsOf(piece, YEAR_HEAD) };
}

/** A line above a table that stands over its figures and not at the text's own edge, or heads its years too. */
function belongsAbove(line: Line, below: Line | undefined, columns: readonly Column[]): boolean {
  const second = columns[1];
  if (!below || !second || line.page !== below.page || line.mark !== undefined) return false;
  const gap = below.baseline - line.baseline;
  const right = Math.max(...columns.map((column) => column.right));
  const headsYears = line.pieces.length > 1 && YEAR_HEAD.test(`${line.pieces[0]?.text} x`);
  // A row's padding parts a head from the figures below it.
  const isNear =
    gap > 0 && gap < (isBody(below) && !ENDS_SENTENCE.test(textOf(line)) ? 2.4 : 1.7) * line.size;
  return isNear && (headsYears || (line.left > (columns[0]?.right ?? 0) && line.right <= right + 60));
}

const ENDS_SENTENCE = /[.:;]$/;

/** As far as the cells of neighbouring columns may reach over one another, in points. */
const TOUCHING = 4;

function columnsOf(body: readonly Line[]): Column[] {
  const columns: { left: number; right: number }[] = [];
  const pieces = body.flatMap((line) => line.pieces).toSorted((a, b) => a.left - b.left);
  for (const { left, right } of pieces) {
    const last = columns.at(-1);
    if (last && left < last.right - TOUCHING) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

function tableOf(lines: readonly Line[], columns: readonly Column[]): TableBlock {
  const rows = rowsOf(lines);
  const cells = rows.map((row) => {
    const found: Piece[][] = columns.map(() => []);
    const spread = new Set<number>();
    for (const piece of row.flatMap((line) => line.pieces.flatMap((each) => cutAtColumns(each, columns)))) {
      const [first = 0, ...others] = columnsUnder(piece, columns);
      found[first]?.push(piece);
      for (const other of others) {
        found[other]?.push(piece);
        spread.add(other);
      }
    }
    return found.map((pieces, column): TableCell => {
      const line = row[0];
      if (pieces.length === 0 || !line) return EMPTY_CELL;
      const area = areaOf(line.page, pieces);
      const text = joinedLines(pieces.map((piece) => piece.text));
      return { text, repeated: spread.has(column), place: { page: line.page.number, area } };
    });
  });
  const page = lines[0]?.page.number;
  const area = around(cells.flat().map(({ place }) => place.area));
  return { kind: "table", rows: cells, place: { page, area } };
}

/** A line that only goes on with a cell joins the row of figures nearest to it. */
function rowsOf(lines: readonly Line[]): Line[][] {
  const firstBody = lines.findIndex(isBody);
  const rows: Line[][] = [];
  const waiting: Line[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const next = lines[index + 1];
    const wordsOnly = !line.pieces.some((piece) => isYear(piece) || isFigure(piece));
    if (before && goesOn(before, line)) {
      rows.at(-1)?.push(line);
      return;
    }
    if (index > firstBody && wordsOnly && before) {
      const up = line.baseline - before.baseline;
      const down = next ? next.baseline - line.baseline : Number.POSITIVE_INFINITY;
      if (down < up - 1) waiting.push(line);
      else rows.at(-1)?.push(line);
      return;
    }
    rows.push([...waiting.splice(0), line]);
  });
  if (waiting.length > 0) rows.at(-1)?.push(...waiting);
  return rows;
}

/** Years broken over two lines: `2021 to` and below it `2022`. */
function goesOn(before: Line, line: Line): boolean {
  return line.pieces.every(
    (piece) =>
      /^20\d\d$/.test(piece.text) &&
      before.pieces.some(
        (above) =>
          /\b20\d\d ?(?:to|[-\u2010-\u2015/])$/.test(above.text) &&
          above.left < piece.right &&
          above.right > piece.left,
      ),
  );
}

/** Two headings set so close that they read as one: cut where one of its parts begins with a column, or far apart. */
function cutAtColumns(piece: Piece, columns: readonly Column[]): Piece[] {
  const [parts, under] = [piece.parts ?? [], columnsUnder(piece, columns)];
  if (parts.length < 2 || under.length < 2) return [piece];
  const gaps = parts.slice(1).map((part, index) => part.left - (parts[index]?.right ?? 0));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0;
  const cuts = under.slice(1).flatMap((column) => {
    const start = columns[column]?.left ?? 0;
    const found = gaps.findIndex((gap, index) => {
      const begins = Math.abs((parts[index + 1]?.left ?? 0) - start) < 3;
      return begins && (gaps.length === 1 || gap >= usual);
    });
    return found === -1 ? [] : [found + 1];
  });
  const widest = gaps.indexOf(Math.max(...gaps));
  if (cuts.length === 0 && under.length === 2 && (gaps.length === 1 || (gaps[widest] ?? 0) > 1.5 * usual))
    cuts.push(widest + 1);
  return [0, ...cuts].map((from, index) => joinedParts(parts.slice(from, cuts[index] ?? parts.length)));
}

function joinedParts(parts: readonly Piece[]): Piece {
  const [first, last] = [parts[0] as Piece, parts.at(-1) as Piece];
  return { ...first, text: parts.map(({ text }) => text.trim()).join(" "), right: last.right };
}

function columnsUnder(piece: Piece, columns: readonly Column[]): number[] {
  const slack = Math.min(TOUCHING, (piece.right - piece.left) / 3);
  const under = columns.flatMap(({ left, right }, index) =>
    Math.min(piece.right, right) - Math.max(piece.left, left) > slack ? [index] : [],
  );
  if (under.length > 0) return under;
  const centre = (piece.left + piece.right) / 2;
  const distance = ({ left, right }: Column) => Math.max(left - centre, centre - right);
  const nearest = columns.reduce((best, column, index) => {
    const other = columns[best];
    return other && distance(other) <= distance(column) ? best : index;
  }, 0);
  return [nearest];
}

/** A head of years at the foot of a page and its figures at the top of the next are one table. */
export function withHeadsJoined(flow: readonly Flow[]): Flow[] {
  const joined: Flow[] = [];
  for (const part of flow) {
    const before = joined.at(-1);
    if (before && "table" in before && "table" in part && isHeadOf(before.table, part.table)) {
      joined.pop();
      joined.push({ table: { ...before.table, rows: [...before.table.rows, ...part.table.rows] } });
    } else joined.push(part);
  }
  return joined;
}

function isHeadOf(head: TableBlock, body: TableBlock): boolean {
  const width = head.rows[0]?.length ?? 0;
  if (width < 2 || width !== body.rows[0]?.length || head.place.page === body.place.page) return false;
  const isWordsOnly = head.rows.flat().every(({ text }) => !YEAR.test(text) && !FIGURE.test(text));
  if (isWordsOnly)
    return body.rows.every(
      ([label]) => YEAR.test(label?.text ?? "") || /^(?:20\d\d$|total\b)/i.test(label?.text ?? ""),
    );
  if (width < 3) return false;
  const saysYears = head.rows.some(
    (row) =>
      row.slice(1).some(({ text }) => YEAR.test(text)) &&
      row.slice(1).every(({ text }) => YEAR.test(text) || /^total\b/i.test(text)),
  );
  const hasFigures = head.rows.some((row) =>
    row.slice(1).some(({ text }) => FIGURE.test(text) && !YEAR.test(text)),
  );
  return saysYears && !hasFigures && !body.rows.some((row) => row.some(({ text }) => YEAR.test(text)));
}
