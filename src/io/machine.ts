import { readFile, statfs } from "node:fs/promises";
import { join } from "node:path";

/** What a process knows of the machine and of itself. */
export interface Machine {
  /** Of the product, as its package says. */
  readonly version: string;
  /** Room on the disk that holds the data folder, in bytes. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number };
  readonly startedAt: Date;
}

const startedAt = new Date(Date.now() - process.uptime() * 1_000);

/** @param dataDir where documents and the embedded database are kept */
export async function readMachine(dataDir: string): Promise<Machine> {
  const [{ bavail, blocks, bsize }, version] = await Promise.all([statfs(dataDir), productVersion()]);
  return { version, disk: { freeBytes: bavail * bsize, totalBytes: blocks * bsize }, startedAt };
}

let version: Promise<string> | undefined;

function productVersion(): Promise<string> {
  version ??= readFile(join(/* turbopackIgnore: true */ process.cwd(), "package.json"), "utf8").then((text) =>
    String((JSON.parse(text) as { version?: unknown }).version ?? "unknown"),
  );
  return version;
}
