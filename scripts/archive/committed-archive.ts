import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { ArchiveDocument } from "./archive-document";
import { readFigures } from "./archive-folder";
import { buildArchive } from "./build-archive";
import type { FigureFiles } from "./figure-rows";

/** For tests: the repository's own archive. */
export const COMMITTED_ARCHIVE = fileURLToPath(new URL("../../archive", import.meta.url));

export function committedFigures(): Promise<FigureFiles> {
  return readFigures(COMMITTED_ARCHIVE);
}

export function committedFile(path: string): Promise<Buffer> {
  return readFile(`${COMMITTED_ARCHIVE}/${path}`);
}

export type DocumentFinder = (url: string) => ArchiveDocument;

/** The documents built from the committed figures, by address. */
export async function committedDocuments(): Promise<DocumentFinder> {
  const documents = new Map(
    buildArchive(await committedFigures()).map((document) => [document.url, document]),
  );
  return (url) => {
    const document = documents.get(url);
    if (!document) throw new Error(`The archive has no document at ${url}.`);
    return document;
  };
}
