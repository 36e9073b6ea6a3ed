import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { textBytes } from "../archive/archive-document";
import { MANIFEST } from "../archive/archive-folder";
import { manifestText } from "../archive/manifest";
import { buildPractice } from "./build-practice";
import { EXPECTED } from "./expected";

/** Written by people, not by the builder. */
const README = "README.md";

/** Every file of `archive/practice` but its README, by its path in that folder. */
export async function practiceFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { day, documents, files: added } of await buildPractice()) {
    for (const [path, bytes] of added) files.set(path, bytes);
    files.set(`${day}/${MANIFEST}`, textBytes(manifestText({ documents })));
  }
  return files.set("expected.json", textBytes(`${JSON.stringify(EXPECTED, null, 2)}\n`));
}

/** What lies in the folder, sorted, with forward slashes. */
export async function practicePathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => path !== README)
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Rebuilds the practice archive and removes files that are no longer built. */
export async function writePractice(folder: string): Promise<{ documents: number; bytes: number }> {
  const files = await practiceFiles();
  for (const path of await practicePathsIn(folder)) if (!files.has(path)) await rm(join(folder, path));
  let bytes = 0;
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
    bytes += content.byteLength;
  }
  return { documents: files.size, bytes };
}
