import { checkPdfStreams } from "./read-pdf-streams";
import { UnreadableDocument } from "./unreadable-document";

const LIMITS = { bytes: 25_000_000, lockedBytes: 400_000 };

/**
 * What can be said of a PDF before it is opened: that it is one, whole, and can't unpack to more than memory holds.
 *
 * @throws UnreadableDocument
 */
export function checkPdfBounds(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw new UnreadableDocument("empty", "the file is empty");
  if (bytes.byteLength > LIMITS.bytes)
    throw new UnreadableDocument(
      "too-large",
      `the file has ${bytes.byteLength} bytes, more than a reader can safely hold`,
    );
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isPdf(bytes)) throw new UnreadableDocument("foreign", "the file isn't a PDF");
  if (isCutShort(file)) throw new UnreadableDocument("truncated", "the file breaks off before its end mark");
  const isLocked = file.includes("/Encrypt");
  if (isLocked && file.byteLength > LIMITS.lockedBytes)
    throw new UnreadableDocument("encrypted", "the file is encrypted and too large to be opened unseen");
  checkPdfStreams(file, { isLocked });
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
