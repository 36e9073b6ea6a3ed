import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { checkPdfBounds } from "./read-pdf-bounds";
import { type Matrix, multiply } from "./read-pdf-matrix";
import { type Rule, readRules } from "./read-pdf-rules";
import { UnreadableDocument } from "./unreadable-document";

/** Text painted in one go, in points from the top left corner of the page as it is read. */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the letters' feet. */
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
}

/** A page turned so that its text runs from left to right. */
export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** How far it was turned, clockwise: the way back to the page as it is shown. */
  readonly turned: Turn;
  readonly runs: readonly TextRun[];
  readonly rules: readonly Rule[];
  readonly painted: boolean;
}

export type Turn = 0 | 90 | 180 | 270;

const LIMITS = { pages: 60, items: 60_000, characters: 600_000, operations: 400_000 };

type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPageFile = Awaited<ReturnType<PdfFile["getPage"]>>;

/**
 * Opens a PDF and takes the text and the ruled lines of its pages.
 *
 * @throws UnreadableDocument for anything that isn't a whole, unlocked PDF of an honest size
 */
export async function readPdfPages(bytes: Uint8Array): Promise<PdfPage[]> {
  checkPdfBounds(bytes);
  provideTransfer();
  const files: PdfFile[] = [];
  const open = async (strict: boolean) => {
    // The library takes the bytes for itself, and the caller still needs them; nor does it take the Buffer that
    // a file is read into, whose own slice is no copy.
    const file = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: true,
      enableXfa: false,
      stopAtErrors: strict,
      maxImageSize: 1,
      verbosity: 0,
    });
    files.push(file);
    return file;
  };
  try {
    const file = await open(true);
    if (file.numPages === 0) throw new UnreadableDocument("empty", "the file has no pages");
    if (file.numPages > LIMITS.pages)
      throw new UnreadableDocument(
        "too-large",
        `the file has ${file.numPages} pages, more than an agreement can have`,
      );
    const room = { items: LIMITS.items, characters: LIMITS.characters };
    const pages: PdfPage[] = [];
    let lenient: PdfFile | null = null;
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const items = await textItems(page, room);
      const operations = await page.getOperatorList().catch(async () => {
        // Pictures aren't unpacked, which a strict reading takes for an error.
        lenient ??= await open(false);
        return (await lenient.getPage(number)).getOperatorList().catch(() => null);
      });
      if (operations && operations.fnArray.length > LIMITS.operations)
        throw new UnreadableDocument("too-large", `page ${number} paints more than a page can show`);
      pages.push(...(await turnedPages(page, number, items, operations)));
      page.cleanup();
    }
    return pages;
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : faultOf(error);
  } finally {
    for (const file of files) await file.destroy().catch(() => undefined);
  }
}

function faultOf(error: unknown): UnreadableDocument {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException")
    return new UnreadableDocument("encrypted", "the file is encrypted and asks for a password");
  return new UnreadableDocument("damaged", `the file is damaged (${name || "unknown fault"})`);
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

async function textItems(
  page: PdfPageFile,
  room: { items: number; characters: number },
): Promise<TextItem[]> {
  const reader = page.streamTextContent({}).getReader();
  const kept: TextItem[] = [];
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: { items: unknown[] } };
    if (done || !value) return kept;
    for (const item of value.items as TextItem[]) {
      room.items -= 1;
      room.characters -= item.str.length;
      if (item.str.trim() !== "") kept.push(item);
    }
    if (room.items < 0 || room.characters < 0) {
      await reader.cancel(new Error("enough")).catch(() => undefined);
      throw new UnreadableDocument("too-large", "the file holds more text than an agreement can have");
    }
  }
}

/** One page for each direction that its text runs in: a table may stand sideways. */
async function turnedPages(
  page: PdfPageFile,
  number: number,
  items: readonly TextItem[],
  operations: Awaited<ReturnType<PdfPageFile["getOperatorList"]>> | null,
): Promise<PdfPage[]> {
  const { OPS } = await getResolvedPDFJS();
  const view = page.getViewport({ scale: 1 });
  const toView = view.transform as unknown as Matrix;
  const painting = operations
    ? readRules(operations.fnArray, operations.argsArray, OPS as unknown as Record<string, number>, toView)
    : { rules: [], painted: false };
  const bold = boldFonts(page, items);
  const byTurn = new Map<Turn, TextRun[]>();
  for (const item of items) {
    const matrix = multiply(toView, item.transform as unknown as Matrix);
    const angle = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
    const turn = ((Math.round(angle / 90) * 90 + 360) % 360) as Turn;
    // Text across the page at an angle is a stamp or a watermark.
    if (Math.abs(((angle - turn + 540) % 360) - 180) > 10) continue;
    const [left, baseline] = turned(turn, view.width, view.height, matrix[4], matrix[5]);
    const size = Math.hypot(matrix[2], matrix[3]);
    const width = item.width * Math.hypot(toView[0], toView[1]);
    if (![left, baseline, size, width].every(Number.isFinite) || size < 1) continue;
    const run = { text: item.str, left, right: left + width, baseline, size, bold: bold.has(item.fontName) };
    byTurn.set(turn, [...(byTurn.get(turn) ?? []), run]);
  }
  const letters = (runs: readonly TextRun[]) => runs.reduce((sum, { text }) => sum + text.length, 0);
  const groups = [...byTurn].sort((a, b) => letters(b[1]) - letters(a[1]));
  const worthReading = groups.filter(([, runs], index) => index === 0 || letters(runs) >= 40);
  if (worthReading.length === 0) worthReading.push([0, []]);
  return worthReading.map(([turn, runs]) => ({
    number,
    width: turn % 180 === 0 ? view.width : view.height,
    height: turn % 180 === 0 ? view.height : view.width,
    turned: turn,
    runs,
    rules: painting.rules.map((rule) => turnedRule(rule, turn, view.width, view.height)),
    painted: painting.painted,
  }));
}

/** A point of the page as shown, on the page turned so that text in this direction runs to the right. */
function turned(turn: Turn, width: number, height: number, x: number, y: number): [number, number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 90:
      return [y, width - x];
    case 180:
      return [width - x, height - y];
    case 270:
      return [height - y, x];
  }
}

function turnedRule({ left, top, right, bottom }: Rule, turn: Turn, width: number, height: number): Rule {
  const [x1, y1] = turned(turn, width, height, left, top);
  const [x2, y2] = turned(turn, width, height, right, bottom);
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
}

function boldFonts(page: PdfPageFile, items: readonly TextItem[]): Set<string> {
  const fonts = page.commonObjs as { has(id: string): boolean; get(id: string): unknown };
  return new Set(
    [...new Set(items.map(({ fontName }) => fontName))].filter((id) => {
      const font = fonts.has(id) ? (fonts.get(id) as { name?: string; bold?: boolean } | null) : null;
      return font?.bold === true || /bold|black|heavy|demi/i.test(font?.name ?? "");
    }),
  );
}

/** Node 20 lacks what the library moves fonts with; later versions have it. */
function provideTransfer(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength) {
      const copy = new ArrayBuffer(length);
      new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy;
    },
  });
}
