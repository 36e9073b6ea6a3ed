import { crc32 } from "node:zlib";
import { inflateSync } from "fflate";

export interface ZipEntry {
  /** With forward slashes: `data/caseload.csv`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type ZipFault = "not-a-zip" | "truncated" | "damaged" | "too-large" | "unsupported";

export type ReadZip =
  | { readonly kind: "entries"; readonly entries: readonly ZipEntry[] }
  | { readonly kind: "unreadable"; readonly fault: ZipFault; readonly reason: string };

export interface ZipLimits {
  readonly entries: number;
  /** Of all entries together, uncompressed. */
  readonly totalBytes: number;
  /** Uncompressed to compressed. Tables of figures compress 10 to 40 times; a bomb a thousand times. */
  readonly ratio: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 500, totalBytes: 200_000_000, ratio: 250 };

/** Below this, a high ratio is a file of blanks rather than a bomb. */
const RATIO_COUNTS_FROM = 1_000_000;

interface ListedEntry {
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

class Unreadable extends Error {
  constructor(
    readonly fault: ZipFault,
    reason: string,
  ) {
    super(reason);
  }
}

/**
 * Unpacks a zip held in memory, each entry checked against its declared size and checksum.
 *
 * Sizes come from the directory at the end of the file, so a file cut short anywhere is noticed before
 * anything is unpacked, and nothing is unpacked beyond what the limits allow.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): ReadZip {
  try {
    const listed = listEntries(bytes, limits).filter(({ path }) => !path.endsWith("/"));
    holdWithin(limits, listed);
    return {
      kind: "entries",
      entries: listed.map((entry) => ({ path: entry.path, bytes: unpack(bytes, entry) })),
    };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kind: "unreadable", fault: error.fault, reason: error.message };
  }
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function listEntries(bytes: Uint8Array, limits: ZipLimits): ListedEntry[] {
  const view = viewOf(bytes);
  const end = findDirectoryEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) {
    throw new Unreadable("unsupported", "the zip is of the 64-bit kind, which no publication here uses");
  }
  if (count > limits.entries) {
    throw new Unreadable("too-large", `the zip holds ${count} files; at most ${limits.entries} are expected`);
  }

  const entries: ListedEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new Unreadable("damaged", `the list of files breaks off after ${index} of ${count}`);
    }
    const nameLength = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/"),
      encrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findDirectoryEnd(view: DataView): number {
  const startsAsZip = view.byteLength >= 4 && view.getUint32(0, true) === LOCAL_HEADER;
  const last = view.byteLength - DIRECTORY_END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  throw startsAsZip
    ? new Unreadable("truncated", "the zip breaks off before its list of files")
    : new Unreadable("not-a-zip", "the file isn't a zip");
}

function holdWithin(limits: ZipLimits, entries: readonly ListedEntry[]): void {
  let total = 0;
  for (const { path, size, compressed } of entries) {
    total += size;
    if (total > limits.totalBytes) {
      throw new Unreadable("too-large", `the zip would unpack to more than ${limits.totalBytes} bytes`);
    }
    if (size > RATIO_COUNTS_FROM && size > compressed * limits.ratio) {
      throw new Unreadable("too-large", `${path} would unpack to more than ${limits.ratio} times its size`);
    }
  }
}

function unpack(bytes: Uint8Array, entry: ListedEntry): Uint8Array {
  if (entry.encrypted) throw new Unreadable("unsupported", `${entry.path} is locked with a password`);
  const packed = packedBytes(bytes, entry);
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry);
  // A stream longer than declared is cut at the declared size by the fixed buffer, and fails here.
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) {
    throw new Unreadable("damaged", `${entry.path} doesn't agree with its checksum`);
  }
  return unpacked;
}

function packedBytes(bytes: Uint8Array, { path, offset, compressed }: ListedEntry): Uint8Array {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) {
    throw new Unreadable("damaged", `${path} isn't where the list of files says`);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressed > bytes.length) throw new Unreadable("truncated", `${path} breaks off`);
  return bytes.subarray(start, start + compressed);
}

function inflate(packed: Uint8Array, entry: ListedEntry): Uint8Array {
  if (entry.method !== 8) {
    throw new Unreadable(
      "unsupported",
      `${entry.path} is packed by a method (${entry.method}) that isn't read here`,
    );
  }
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch {
    throw new Unreadable("damaged", `${entry.path} can't be unpacked`);
  }
}
