import { strToU8, type Zippable, zipSync } from "fflate";

export interface ZipEntry {
  readonly path: string;
  readonly content: string;
}

/**
 * A zip whose bytes depend on nothing but its entries, in the order given.
 *
 * Entries are stored, not compressed: a compressor's output may change with its version, and
 * the repository compresses anyway. The time is made from local parts because that is how a
 * zip writes it, so it reads the same in every time zone.
 */
export function reproducibleZip(entries: readonly ZipEntry[]): Uint8Array {
  const zippable: Zippable = {};
  for (const { path, content } of entries) zippable[path] = strToU8(content);
  return zipSync(zippable, { level: 0, mtime: new Date(1980, 0, 1) });
}
