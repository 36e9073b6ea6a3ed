import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { JobProblem } from "../job";
import { END, type End, endShape, MANIFEST, type Manifest, manifestShape, ROWS, SNAPSHOT } from "./manifest";

/** No entry of ours is larger; one that says it is would fill the memory. */
const MOST_BYTES = 256 * 1024 * 1024;

export type BackupPart =
  | { readonly kind: "manifest"; readonly manifest: Manifest }
  | { readonly kind: "rows"; readonly table: string; readonly bytes: Buffer }
  | { readonly kind: "snapshot"; readonly sha256: string; readonly bytes: Buffer }
  /** The last one: all before it is what was written. */
  | { readonly kind: "end"; readonly end: End };

/**
 * What is in a backup, in its order: the manifest, the rows of each table, the documents, the end.
 *
 * @throws JobProblem when there is no such file, it isn't a backup, or isn't whole
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const archive = extract();
  pipeline(createReadStream(file), createGunzip(), archive, () => undefined); // the loop below is told of errors
  const hash = createHash("sha256");
  let first = true;
  let ended = false;
  try {
    for await (const entry of archive) {
      const { name, size = 0 } = entry.header;
      if (first !== (name === MANIFEST) || ended) throw notOne(file, `"${name}" is out of place`);
      if (size > MOST_BYTES) throw notOne(file, `"${name}" is larger than anything that is kept`);
      const chunks: Buffer[] = [];
      for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      const part = partOf(file, name, bytes);
      if (part.kind === "end") {
        if (part.end.sha256 !== hash.digest("hex"))
          throw notOne(file, "its contents were changed or damaged");
        ended = true;
      } else {
        hash.update(name).update(bytes);
      }
      yield part;
      first = false;
    }
  } catch (error) {
    if (error instanceof JobProblem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new JobProblem(`There is no file ${file}.`);
    throw notOne(file, error instanceof Error ? error.message : String(error));
  }
  if (!ended) throw notOne(file, "its end is missing");
}

function partOf(file: string, name: string, bytes: Buffer): BackupPart {
  const table = ROWS.exec(name)?.[1];
  if (table !== undefined) return { kind: "rows", table, bytes };
  const sha256 = SNAPSHOT.exec(name)?.[1];
  if (sha256 !== undefined) {
    if (createHash("sha256").update(bytes).digest("hex") !== sha256) throw notOne(file, `${name} is damaged`);
    return { kind: "snapshot", sha256, bytes };
  }
  if (name === MANIFEST) {
    const manifest = manifestShape.safeParse(parsed(bytes));
    if (!manifest.success) throw notOne(file, "its manifest isn't one that this version understands");
    return { kind: "manifest", manifest: manifest.data };
  }
  if (name === END) {
    const end = endShape.safeParse(parsed(bytes));
    if (!end.success) throw notOne(file, "its end isn't one");
    return { kind: "end", end: end.data };
  }
  throw notOne(file, `"${name}" is nothing that a backup holds`);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
}

function notOne(file: string, why: string): JobProblem {
  return new JobProblem(`${file} isn't a whole backup: ${why}. Nothing was changed.`);
}
