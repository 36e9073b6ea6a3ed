import { inflateSync } from "node:zlib";
import { UnreadableDocument } from "./unreadable-document";

const LIMITS = { inflated: 64_000_000, oldCompression: 100_000, savedStates: 1_000 };

/**
 * Unpacks every packed stream of a PDF once, to be sure that all together stay within memory and that
 * none is damaged: readers of PDF go on silently with what is left of a damaged one.
 *
 * @param file.isLocked encrypted streams can't be looked into
 * @throws UnreadableDocument
 */
export function checkPdfStreams(file: Buffer, { isLocked }: { readonly isLocked: boolean }): void {
  let room = LIMITS.inflated;
  let old = LIMITS.oldCompression;
  for (let word = file.indexOf("stream"); word !== -1; word = file.indexOf("stream", word + 6)) {
    const start = startOfStream(file, word);
    if (start === null) continue;
    const end = file.indexOf("endstream", start);
    const packed = file.subarray(start, end === -1 ? undefined : end);
    const filters = filtersOf(file, word);
    if (filters.length === 0) checkSavedStates(packed);
    const isText = filters.includes("ASCII85Decode");
    if (filters.includes("LZWDecode")) old -= packed.byteLength;
    const mustUnpack =
      !isLocked && filters.filter((filter) => filter !== "ASCII85Decode").join() === "FlateDecode";
    room -= inflatedSize(isText ? fromAscii85(packed) : packed, room, {
      mustUnpack,
      again: filters.length - Number(isText) - 1,
    });
    if (room < 0 || old < 0)
      throw new UnreadableDocument("too-large", "the file unpacks to more than a reader can safely hold");
    if (end !== -1) word = end;
  }
}

/** Where a stream's bytes begin; null where the letters mean something else. */
function startOfStream(file: Buffer, word: number): number | null {
  if (!/>>\s*$/.test(file.subarray(Math.max(0, word - 8), word).toString("latin1"))) return null;
  if (file[word + 6] === 10) return word + 7;
  if (file[word + 6] === 13) return file[word + 7] === 10 ? word + 8 : word + 7;
  return null;
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  Fl: "FlateDecode",
  A85: "ASCII85Decode",
  LZW: "LZWDecode",
};

function filtersOf(file: Buffer, word: number): string[] {
  const before = file.subarray(Math.max(0, word - 800), word).toString("latin1");
  const dictionary = before.slice(Math.max(0, before.lastIndexOf("obj")));
  const given = /\/Filter\s*(\[[^\]]{0,200}\]|\/\w+)/.exec(dictionary)?.[1] ?? "";
  return [...given.matchAll(/\/(\w+)/g)].map(([, name = ""]) => SHORT_NAMES[name] ?? name);
}

function inflatedSize(
  packed: Buffer,
  room: number,
  { mustUnpack, again }: { mustUnpack: boolean; again: number },
): number {
  const looksDeflated =
    ((packed[0] ?? 0) & 15) === 8 && (((packed[0] ?? 0) << 8) | (packed[1] ?? 0)) % 31 === 0;
  if (!looksDeflated && !mustUnpack) return 0;
  try {
    const inflated = inflateSync(packed, { maxOutputLength: Math.max(1, room) });
    checkSavedStates(inflated);
    const inner = again > 0 ? inflatedSize(inflated, room, { mustUnpack: false, again: again - 1 }) : 0;
    return inflated.byteLength + inner;
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    if ((error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE") return room + 1;
    if (mustUnpack)
      throw new UnreadableDocument("damaged", "a part of the file is damaged and can't be unpacked");
    return 0;
  }
}

const SAVE = 0x71;
const RESTORE = 0x51;

/**
 * How deep a page's painting is saved and not restored. Producers save a handful of times; a reader's time grows
 * with the square of it. Pictures and fonts hold the two letters by chance, as often the one as the other.
 */
function checkSavedStates(content: Buffer): void {
  let depth = 0;
  for (let at = content.indexOf(SAVE); at !== -1 && at < content.length; at += 1) {
    const byte = content[at];
    if ((byte !== SAVE && byte !== RESTORE) || !isBlank(content[at - 1]) || !isBlank(content[at + 1]))
      continue;
    depth = byte === SAVE ? depth + 1 : Math.max(0, depth - 1);
    if (depth > LIMITS.savedStates)
      throw new UnreadableDocument(
        "too-large",
        "a page of the file is painted in more layers than a page can have",
      );
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === undefined || byte <= 32;
}

function fromAscii85(text: Buffer): Buffer {
  const out = Buffer.alloc(
    Math.ceil(text.byteLength * 0.8) + text.filter((byte) => byte === 122).length * 4 + 8,
  );
  let written = 0;
  let digits: number[] = [];
  for (const byte of text) {
    if (byte === 126) break;
    if (byte === 122 && digits.length === 0) written += 4;
    if (byte < 33 || byte > 117) continue;
    digits.push(byte - 33);
    if (digits.length < 5) continue;
    const value = digits.reduce((sum, digit) => sum * 85 + digit, 0) >>> 0;
    written = out.writeUInt32BE(value, written);
    digits = [];
  }
  if (digits.length > 1) {
    const kept = digits.length - 1;
    while (digits.length < 5) digits.push(84);
    const value = digits.reduce((sum, digit) => sum * 85 + digit, 0) >>> 0;
    out.writeUInt32BE(value, written);
    written += kept;
  }
  return out.subarray(0, written);
}
