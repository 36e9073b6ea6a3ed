import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { builtPathsIn, MANIFEST, rebuiltFiles } from "./archive-folder";
import { type Manifest, sha256 } from "./manifest";

export interface ArchiveDifference {
  /** Relative to the archive's folder. */
  readonly path: string;
  /** For a person: what is wrong with the file. */
  readonly message: string;
}

/**
 * Rebuilds the archive from its figures and compares it with the folder, byte for byte, and
 * the folder's manifest with the files it lists.
 *
 * @returns what differs, sorted by path, one line a file; nothing when the archive is sound
 * @throws Error when the figures themselves can't be read
 */
export async function verifyArchive(folder: string): Promise<readonly ArchiveDifference[]> {
  const rebuilt = await rebuiltFiles(folder);
  const found = new Map<string, string>();

  for (const [path, bytes] of rebuilt) {
    const onDisk = await readIfThere(join(folder, path));
    if (!onDisk) found.set(path, "is missing; `npm run archive` builds it");
    else if (!sameBytes(onDisk, bytes)) found.set(path, "differs from what its figures give");
  }
  for (const path of await builtPathsIn(folder)) {
    if (!rebuilt.has(path)) found.set(path, "is not built from any figure; `npm run archive` removes it");
  }
  for (const { path, sha256: listed } of (await manifestOnDisk(folder)).documents) {
    if (found.has(path)) continue;
    const onDisk = await readIfThere(join(folder, path));
    if (!onDisk) found.set(path, "is in the manifest but missing");
    else if (sha256(onDisk) !== listed) found.set(path, "has another SHA-256 than the manifest lists");
  }
  return [...found].map(([path, message]) => ({ path, message })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function manifestOnDisk(folder: string): Promise<Manifest> {
  const bytes = await readIfThere(join(folder, MANIFEST));
  if (!bytes) return { documents: [] };
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  } catch {
    // A manifest that isn't JSON differs from the rebuilt one, which is reported already.
    return { documents: [] };
  }
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && Buffer.compare(a, b) === 0;
}
