import { crc32, inflateRawSync } from "node:zlib";
import { UnreadableWorkbook } from "./unreadable-workbook";

/** A real edition unpacks to under 5 MB. Ten times that is no edition, and would fill hundreds of MB once it's parsed. */
export const UNPACKED_LIMIT = 50_000_000;
const PARTS_LIMIT = 5_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

interface Part {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

/**
 * The parts of a zipped workbook, unpacked.
 *
 * Sizes are taken from the zip's directory before anything is unpacked and enforced while
 * unpacking, and every part is held against its checksum: one flipped bit may change a figure
 * and still leave a sheet that reads well.
 *
 * @param keep names the parts wanted; the others are never unpacked
 * @throws UnreadableWorkbook
 */
export function workbookParts(
  bytes: Uint8Array,
  keep: (name: string) => boolean,
): { readonly names: readonly string[]; readonly parts: ReadonlyMap<string, Uint8Array> } {
  const directory = readDirectory(bytes);
  const unpacked = directory.reduce((total, part) => total + part.size, 0);
  if (unpacked > UNPACKED_LIMIT) {
    throw new UnreadableWorkbook(
      "too-large",
      `the zip unpacks to ${Math.round(unpacked / 1e6)} MB, more than the ${UNPACKED_LIMIT / 1e6} MB a workbook may have`,
    );
  }
  const parts = new Map<string, Uint8Array>();
  for (const part of directory) if (keep(part.name)) parts.set(part.name, unpack(bytes, part));
  return { names: directory.map((part) => part.name), parts };
}

function readDirectory(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count > PARTS_LIMIT) {
    throw new UnreadableWorkbook("too-large", `the zip has ${count} parts, more than a workbook has`);
  }
  const parts: Part[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new UnreadableWorkbook("damaged", "the zip's list of contents is damaged");
    }
    const nameLength = view.getUint16(at + 28, true);
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new UnreadableWorkbook("cut-short", "the zip is cut short: its end is missing");
}

function unpack(bytes: Uint8Array, part: Part): Uint8Array {
  if (part.encrypted) throw new UnreadableWorkbook("encrypted", "the file is protected by a password");
  const packed = packedBytes(bytes, part);
  let unpacked: Uint8Array;
  if (part.method === 0) unpacked = packed;
  else if (part.method === 8) unpacked = inflate(packed, part);
  else throw new UnreadableWorkbook("damaged", `"${part.name}" is packed in a way workbooks don't use`);
  if (unpacked.byteLength !== part.size || crc32(unpacked) !== part.checksum) throw damaged(part);
  return unpacked;
}

function packedBytes(bytes: Uint8Array, part: Part): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = part.headerAt;
  if (at + 30 > bytes.byteLength || view.getUint32(at, true) !== LOCAL_HEADER) throw damaged(part);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + part.packedSize > bytes.byteLength) throw damaged(part);
  return bytes.subarray(start, start + part.packedSize);
}

function inflate(packed: Uint8Array, part: Part): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, part.size) });
  } catch {
    throw damaged(part);
  }
}

function damaged(part: Part): UnreadableWorkbook {
  return new UnreadableWorkbook(
    "damaged",
    `the zip is damaged: "${part.name}" doesn't unpack to what the zip says it holds`,
  );
}
