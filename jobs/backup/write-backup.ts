import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client, escapeIdentifier } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { pack } from "tar-stream";
import type { Context } from "@/context";
import { BACKUP_FORMAT, END, type End, MANIFEST, type Manifest } from "./manifest";
import { tablesInOrder } from "./tables-in-order";

/** An entry of the file has to be held whole. */
const PART_BYTES = 1024 * 1024;

export interface Backup {
  readonly rows: number;
  readonly snapshots: number;
  /** Documents that the store knows and that aren't where they should be: they can't be in the backup. */
  readonly lost: readonly string[];
}

interface Settings {
  readonly databaseUrl: string;
  readonly file: string;
  readonly practice: boolean;
  readonly signal: AbortSignal;
}

/**
 * Copies all rows, as they are at one moment, and every stored document into one file, while everybody goes on
 * reading and writing. The file has its name only once it's whole and on the disk; only its owner may read it, for it
 * holds people's addresses.
 */
export async function writeBackup(
  { snapshots, clock }: Pick<Context, "snapshots" | "clock">,
  { databaseUrl, file, practice, signal }: Settings,
): Promise<Backup> {
  const draft = `${file}.${process.pid}.unfinished`;
  const client = new Client({ connectionString: databaseUrl, application_name: "backup" });
  client.on("error", () => undefined); // whoever waits for an answer is told
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const manifest: Manifest = {
      ...{ format: BACKUP_FORMAT, practice, madeAt: clock.now().toISOString() },
      migrations: await appliedMigrations(client),
    };
    const archive = pack();
    const broken = new AbortController();
    const stop = AbortSignal.any([signal, broken.signal]);
    const written = pipeline(archive, createGzip(), createWriteStream(draft, { mode: 0o600, flags: "wx" }), {
      signal: stop,
    });
    const filled = fill(new Entries(archive, stop), client, snapshots, manifest);
    const [made] = await Promise.all([filled, written]).catch(async (error: unknown) => {
      broken.abort(error); // of the two the other one ends too
      await Promise.allSettled([filled, written]);
      throw error;
    });
    await flush(draft);
    await rename(draft, file);
    return made;
  } finally {
    await client.end().catch(() => undefined);
    await rm(draft, { force: true });
  }
}

async function fill(
  entries: Entries,
  client: Client,
  store: Context["snapshots"],
  manifest: Manifest,
): Promise<Backup> {
  await entries.add(MANIFEST, JSON.stringify(manifest));
  const tables: Record<string, number> = {};
  for (const table of await tablesInOrder(client)) tables[table] = await addRows(entries, client, table);
  const { rows: documents } = await client.query<{ sha256: string }>(
    `SELECT sha256 FROM "Snapshot" ORDER BY sha256`,
  );
  const lost: string[] = [];
  for (const { sha256 } of documents) {
    const bytes = await store.read(sha256);
    if (bytes === null) lost.push(sha256);
    else await entries.add(`snapshots/${sha256}`, bytes);
  }
  const snapshots = documents.length - lost.length;
  const end: End = { tables, sequences: await sequencesOf(client), snapshots, sha256: entries.sha256() };
  await entries.add(END, JSON.stringify(end));
  entries.finish();
  return { rows: Object.values(tables).reduce((sum, count) => sum + count, 0), snapshots, lost };
}

async function addRows(entries: Entries, client: Client, table: string): Promise<number> {
  const copy = client.query(copyTo(`COPY ${escapeIdentifier(table)} TO STDOUT`));
  let parts = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const add = async () => {
    parts += 1;
    await entries.add(`tables/${table}/${String(parts).padStart(6, "0")}`, Buffer.concat(waiting));
    waiting = [];
    size = 0;
  };
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    if (size >= PART_BYTES) await add();
  }
  if (size > 0) await add();
  return copy.rowCount;
}

async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT migration_name AS name FROM "_prisma_migrations"
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`);
  return rows.map(({ name }) => name);
}

async function sequencesOf(client: Client): Promise<End["sequences"]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    "SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public'",
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** Entries one after the other, and the hash of all of them. */
class Entries {
  readonly #hash = createHash("sha256");

  constructor(
    private readonly archive: ReturnType<typeof pack>,
    private readonly signal: AbortSignal,
  ) {}

  async add(name: string, content: string | Uint8Array): Promise<void> {
    this.signal.throwIfAborted();
    const bytes = Buffer.from(content);
    this.#hash.update(name).update(bytes);
    const header = { name, size: bytes.length, mode: 0o600, mtime: new Date(0) };
    await new Promise<void>((resolve, reject) => {
      const stopped = () => reject(this.signal.reason);
      this.signal.addEventListener("abort", stopped, { once: true });
      this.archive.entry(header, bytes, (error) => {
        this.signal.removeEventListener("abort", stopped);
        if (error) reject(error);
        else resolve();
      });
    });
  }

  sha256(): string {
    return this.#hash.copy().digest("hex");
  }

  finish(): void {
    this.archive.finalize();
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
