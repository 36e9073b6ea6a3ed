import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const ELSEWHERE = [
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/** Undefined where LibreOffice isn't installed. */
export function findLibreOffice(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders.map((folder) => join(folder, "soffice")), ...ELSEWHERE].find(existsSync);
}

/** A flat OpenDocument text as the word processor prints it. @throws when it gives no PDF */
export async function printWithLibreOffice(fodt: string, soffice: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "agreement-"));
  try {
    await writeFile(join(folder, "agreement.fodt"), fodt);
    // A profile of its own: one that is in use elsewhere makes it end without a word.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const options = ["--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "agreement.fodt")];
    await promisify(execFile)(soffice, [profile, ...options], { timeout: 120_000 });
    return new Uint8Array(await readFile(join(folder, "agreement.pdf")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
