import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { checkPdfBounds } from "./read-pdf-bounds";
import { withBullets } from "./read-pdf-bullets";
import { cutAtCells } from "./read-pdf-cuts";
import type { Matrix } from "./read-pdf-matrix";
import { readRules } from "./read-pdf-rules";
import { type PdfPage, type TextItem, turnedPages } from "./read-pdf-turns";
import { UnreadableDocument } from "./unreadable-document";

const LIMITS = { pages: 60, items: 60_000, characters: 600_000, operations: 400_000 };

type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPageFile = Awaited<ReturnType<PdfFile["getPage"]>>;
type Names = Readonly<Record<string, number>>;

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
    const names = (await getResolvedPDFJS()).OPS as unknown as Names;
    const pages: PdfPage[] = [];
    let lenient: PdfFile | null = null;
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const items = await textItems(page, room);
      let operations = await page.getOperatorList();
      let hasPicture = false;
      if (!isWhole(operations, items, names)) {
        // A strict reading drops what stands beside a picture, since pictures aren't unpacked.
        lenient ??= await open(false);
        const all = await (await lenient.getPage(number)).getOperatorList();
        hasPicture = all.fnArray.length !== operations.fnArray.length;
        operations = all;
      }
      if (operations.fnArray.length > LIMITS.operations)
        throw new UnreadableDocument("too-large", `page ${number} paints more than a page can show`);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const view = { width, height, transform: transform as unknown as Matrix };
      const { rules, dots, painted } = readRules(
        operations.fnArray,
        operations.argsArray,
        names,
        view.transform,
      );
      const painting = { rules, dots, painted: painted || hasPicture };
      const turned = turnedPages(view, number, items, boldFonts(page, items), painting);
      pages.push(...turned.map((each) => ({ ...each, runs: cutAtCells(withBullets(each), each.rules) })));
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

type Operations = Awaited<ReturnType<PdfPageFile["getOperatorList"]>>;

/** Whether a page's painting shows all the text that was read from it, and is closed as it was opened. */
function isWhole({ fnArray, argsArray }: Operations, items: readonly TextItem[], names: Names): boolean {
  let open = 0;
  let letters = 0;
  fnArray.forEach((operation, index) => {
    if (operation === names.save) open += 1;
    if (operation === names.restore) open -= 1;
    if (operation !== names.showText) return;
    const [glyphs] = argsArray[index] as [unknown[]];
    letters += glyphs.filter((glyph) => typeof glyph === "object").length;
  });
  const wanted = items.reduce((sum, { str }) => sum + str.replace(/\s/g, "").length, 0);
  return fnArray.length > 0 && open === 0 && letters >= wanted * 0.95;
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
