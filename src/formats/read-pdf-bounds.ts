import { inflateSync } from "node:zlib";
import { UnreadableDocument } from "./unreadable-document";

const LIMITS = { bytes: 25_000_000, inflated: 64_000_000, oldCompression: 100_000, lockedBytes: 400_000 };
const EXPLAINED = "more than a reader can safely hold";

/**
 * What can be said of a PDF before it is opened: that it is one, whole, and can't unpack to more than memory holds.
 *
 * @throws UnreadableDocument
 */
export function checkPdfBounds(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw new UnreadableDocument("empty", "the file is empty");
  if (bytes.byteLength > LIMITS.bytes)
    throw new UnreadableDocument("too-large", `the file has ${bytes.byteLength} bytes, ${EXPLAINED}`);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isPdf(bytes)) throw new UnreadableDocument("foreign", "the file isn't a PDF");
  if (isCutShort(file)) throw new UnreadableDocument("truncated", "the file breaks off before its end mark");
  if (file.includes("/Encrypt") && file.byteLength > LIMITS.lockedBytes)
    throw new UnreadableDocument("encrypted", "the file is encrypted and too large to be opened unseen");
  checkStreams(file);
}

/** The mark may stand after some junk, as readers of PDF have always allowed. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_024)).includes("%PDF-");
}

/** A file prepared for the web has an end mark near its start too, but says how long it is. */
function isCutShort(file: Buffer): boolean {
  const start = file.subarray(0, 2_048).toString("latin1");
  const length = /\/Linearized\b[^>]{0,200}\/L\s+(\d{1,10})/.exec(start)?.[1];
  if (length !== undefined && Number(length) > file.byteLength) return true;
  const end = file.lastIndexOf("%%EOF");
  return end === -1 || (length !== undefined && end < file.byteLength / 2);
}

function checkStreams(file: Buffer): void {
  let room = LIMITS.inflated;
  let old = LIMITS.oldCompression;
  let from = 0;
  for (;;) {
    const word = file.indexOf("stream", from);
    if (word === -1) return;
    from = word + 6;
    if (file.subarray(word - 3, word).toString("latin1") === "end") continue;
    const start = from + (file[from] === 13 ? 1 : 0) + (file[from] === 13 && file[from + 1] !== 10 ? 0 : 1);
    const end = file.indexOf("endstream", start);
    const packed = file.subarray(start, end === -1 ? undefined : end);
    const header = file.subarray(Math.max(0, word - 600), word).toString("latin1");
    const filters = header.slice(Math.max(0, header.lastIndexOf("obj")));
    if (/\/LZWDecode|\/LZW\b/.test(filters)) old -= packed.byteLength;
    room -= inflatedSize(
      /\/ASCII85Decode|\/A85\b/.test(filters) ? fromAscii85(packed) : packed,
      room,
      filters,
    );
    if (room < 0 || old < 0) throw new UnreadableDocument("too-large", `the file unpacks to ${EXPLAINED}`);
    if (end !== -1) from = end + 9;
  }
}

function inflatedSize(packed: Buffer, room: number, filters: string): number {
  const looksDeflated =
    ((packed[0] ?? 0) & 15) === 8 && (((packed[0] ?? 0) << 8) | (packed[1] ?? 0)) % 31 === 0;
  if (!looksDeflated) return 0;
  try {
    const inflated = inflateSync(packed, { maxOutputLength: Math.max(1, room) });
    const twice = (filters.match(/\/FlateDecode|\/Fl\b/g) ?? []).length > 1;
    return twice ? inflated.byteLength + inflatedSize(inflated, room, "") : inflated.byteLength;
  } catch (error) {
    // Damaged streams are for the reader to refuse; here only their size matters.
    return (error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE" ? room + 1 : 0;
  }
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
