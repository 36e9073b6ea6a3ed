import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { pathInArchive, textBytes } from "./archive-document";
import { buildArchive } from "./build-archive";
import type { FigureFiles } from "./figure-rows";
import { manifestOf, manifestText } from "./manifest";

export const MANIFEST = "manifest.json";

/** Written by people, or by the builder of the practice archive. */
function isOurs(path: string): boolean {
  return (
    path === "README.md" ||
    path === ".gitattributes" ||
    path.startsWith("figures/") ||
    path.startsWith("practice/")
  );
}

/** Every file the builder makes from the folder's figures, by its path in the folder. */
export async function rebuiltFiles(folder: string): Promise<Map<string, Uint8Array>> {
  const figures = await readFigures(folder);
  const documents = buildArchive(figures);
  const files = new Map(documents.map((document) => [pathInArchive(document), document.bytes]));
  return files.set(MANIFEST, textBytes(manifestText(manifestOf(figures, documents))));
}

/** The files of figures in an archive folder. */
export async function readFigures(folder: string): Promise<FigureFiles> {
  const paths = (await filesBelow(folder)).filter((path) => path.startsWith("figures/"));
  const files = new Map<string, Uint8Array>();
  for (const path of paths) files.set(path, await readFile(join(folder, path)));
  return files;
}

/** The files on disk that the builder answers for, sorted. */
export async function builtPathsIn(folder: string): Promise<string[]> {
  return (await filesBelow(folder)).filter((path) => !isOurs(path));
}

/** Paths with forward slashes, sorted by code point, on any machine. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort((a, b) => (a < b ? -1 : 1));
}

export interface WrittenArchive {
  readonly documents: number;
  readonly bytes: number;
  readonly removed: readonly string[];
}

/** Rebuilds every document and the manifest, and removes files that are no longer built. */
export async function writeArchive(folder: string): Promise<WrittenArchive> {
  const files = await rebuiltFiles(folder);
  const stale = (await builtPathsIn(folder)).filter((path) => !files.has(path));
  for (const path of stale) await rm(join(folder, path));
  let bytes = 0;
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
    bytes += content.byteLength;
  }
  return { documents: files.size - 1, bytes, removed: stale };
}
