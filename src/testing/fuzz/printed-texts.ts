import { strFromU8, unzipSync } from "fflate";
import { getDocumentProxy } from "unpdf";
import type { FetchedDocument } from "@/sources/publication";

/** All text of a document, found without the readers that are tested. A PDF's runs are joined in several ways. */
export async function printedTexts({ bytes, title, url }: FetchedDocument): Promise<string[]> {
  const outside = `${title ?? ""}\n${url}`;
  return [outside, ...(await textsWithin(bytes))];
}

async function textsWithin(bytes: Uint8Array): Promise<string[]> {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1");
  if (start.includes("%PDF-")) return pdfTexts(bytes);
  if (start.startsWith("PK")) return zipTexts(bytes);
  // Bytes that aren't UTF-8 are read as another encoding, whose digits are the same.
  return [withoutMarkup(strFromU8(bytes)), strFromU8(bytes, true)];
}

interface Run {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly width: number;
  readonly transform: readonly number[];
}

async function pdfTexts(bytes: Uint8Array): Promise<string[]> {
  const file = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const texts: string[] = [];
  try {
    for (let number = 1; number <= file.numPages; number += 1) {
      const { items } = await (await file.getPage(number)).getTextContent();
      const runs = items.filter((item): item is typeof item & Run => "str" in item);
      texts.push(
        runs.map(({ str }) => str).join(" "),
        runs.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(""),
        linesOf(runs),
      );
    }
  } finally {
    await file.destroy();
  }
  return texts;
}

/** Runs on one baseline from left to right; those that touch belong together. */
function linesOf(runs: readonly Run[]): string {
  const placed = runs
    .filter(({ str }) => str.trim() !== "")
    .map(({ str, width, transform: [a = 1, b = 0, , , x = 0, y = 0] }) => {
      const size = Math.hypot(a, b) || 1;
      return { str, width, size, along: (x * a + y * b) / size, across: Math.round((y * a - x * b) / size) };
    })
    .sort((one, two) => two.across - one.across || one.along - two.along);
  let text = "";
  for (const [index, run] of placed.entries()) {
    const last = placed[index - 1];
    if (!last || Math.abs(last.across - run.across) > 2) text += "\n";
    else if (run.along - (last.along + last.width) > run.size * 0.18) text += " ";
    text += run.str;
  }
  return text;
}

/** Part by part: one that is damaged and that nobody reads (styles, pictures) doesn't spoil the others. */
function zipTexts(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      if (/\.(?:xml|csv)$/i.test(name)) names.push(name);
      return false;
    },
  });
  return names.flatMap((name) => {
    let part: Uint8Array | undefined;
    try {
      part = unzipSync(bytes, { filter: (file) => file.name === name })[name];
    } catch {
      return [];
    }
    const text = strFromU8(part ?? new Uint8Array());
    return /csv$/i.test(name)
      ? [text, strFromU8(part ?? new Uint8Array(), true)]
      : [text, withoutMarkup(text)];
  });
}

/** Words around which markup stands are printed as one; blocks stand apart. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<\/?(?:b|i|em|strong|span|sup|sub|text:span|text:s|font)\b[^>]*>/gi, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&(?:nbsp|#160|#xa0);/gi, " ")
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0xffff)))
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&pound;/g, "\u00a3");
}
