import { once } from "node:events";
import { Client, escapeIdentifier } from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import type { Context } from "@/context";
import { JobProblem } from "../job";
import type { End } from "./manifest";
import type { BackupPart } from "./read-backup";
import { tablesInOrder } from "./tables-in-order";

/**
 * Puts the rows and documents of a backup into an empty database with the tables of its time, all or nothing.
 *
 * @param parts all but the manifest
 * @throws JobProblem when the backup doesn't fit
 */
export async function loadBackup(
  databaseUrl: string,
  snapshots: Context["snapshots"],
  parts: AsyncIterable<BackupPart>,
  signal: AbortSignal,
): Promise<End> {
  const client = new Client({ connectionString: databaseUrl, application_name: "restore" });
  client.on("error", () => undefined); // whoever waits for an answer is told
  await client.connect();
  try {
    await client.query("BEGIN");
    const known = await tablesInOrder(client);
    const wake = await silenceTriggers(client, known);
    // What migrations put there is in the backup too.
    await client.query(`TRUNCATE ${known.map((name) => escapeIdentifier(name)).join(", ")}`);
    const tables = new Tables(client, new Set(known));
    let documents = 0;
    let end: End | null = null;
    for await (const part of parts) {
      signal.throwIfAborted();
      if (part.kind === "rows") await tables.add(part.table, part.bytes);
      if (part.kind === "snapshot") {
        await snapshots.keep(part.bytes);
        documents += 1;
      }
      if (part.kind === "end") end = part.end;
    }
    await tables.finish();
    if (end === null) throw new JobProblem("The backup has no end. Nothing was changed.");
    tables.compareWith(end);
    if (documents !== end.snapshots) throw new JobProblem("The backup lacks documents. Nothing was changed.");
    for (const [name, last] of Object.entries(end.sequences)) {
      if (last !== null)
        await client.query("SELECT setval($1::regclass, $2)", [escapeIdentifier(name), last]);
    }
    await wake();
    await client.query("COMMIT");
    return end;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Rows are put back, not written anew: nobody is told of them, and nobody is called. */
async function silenceTriggers(client: Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; trigger: string; always: boolean }>(`
    SELECT relname AS "table", tgname AS "trigger", tgenabled = 'A' AS "always" FROM pg_trigger
    JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND tgenabled <> 'D' AND relnamespace = 'public'::regnamespace`);
  for (const name of tables) await client.query(`ALTER TABLE ${escapeIdentifier(name)} DISABLE TRIGGER USER`);
  return async () => {
    for (const { table, trigger, always } of rows) {
      const enable = always ? "ENABLE ALWAYS TRIGGER" : "ENABLE TRIGGER";
      await client.query(`ALTER TABLE ${escapeIdentifier(table)} ${enable} ${escapeIdentifier(trigger)}`);
    }
  };
}

/** Takes the rows of one table after the other. */
class Tables {
  readonly #counts: Record<string, number> = {};
  #open: { readonly table: string; readonly copy: CopyStreamQuery } | null = null;

  constructor(
    private readonly client: Client,
    private readonly known: ReadonlySet<string>,
  ) {}

  async add(table: string, bytes: Buffer): Promise<void> {
    if (this.#open?.table !== table) {
      await this.finish();
      if (!this.known.has(table) || table in this.#counts) {
        throw new JobProblem(
          `The backup has rows of "${table}" where there can be none. Nothing was changed.`,
        );
      }
      const copy = this.client.query(copyFrom(`COPY ${escapeIdentifier(table)} FROM STDIN`));
      copy.on("error", () => undefined); // whoever writes or ends is told
      this.#open = { table, copy };
    }
    const { copy } = this.#open;
    await new Promise<void>((resolve, reject) => {
      copy.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  async finish(): Promise<void> {
    if (this.#open === null) return;
    const { table, copy } = this.#open;
    this.#open = null;
    copy.end();
    if (!copy.writableFinished) await once(copy, "finish");
    this.#counts[table] = copy.rowCount;
  }

  compareWith({ tables }: End): void {
    for (const [table, count] of Object.entries(tables)) {
      const put = this.#counts[table] ?? 0;
      if (put === count) continue;
      throw new JobProblem(
        `The backup says ${count} rows of "${table}" and has ${put}. Nothing was changed.`,
      );
    }
  }
}
