import { Client, escapeIdentifier } from "pg";

/** Rows at a time: enough to be quick, few enough to be held in memory. */
const BATCH = 1_000;

/** Some rows of a table, as the JSON that PostgreSQL makes of them: no number is rounded on the way. */
export interface RowBatch {
  readonly table: string;
  readonly columns: readonly string[];
  /** A JSON array of objects. */
  readonly rows: string;
}

/**
 * Every row of every table, as of one moment; tables that others point to come first.
 *
 * @param without tables whose rows stay behind
 */
export async function* readRows(
  databaseUrl: string,
  without: readonly string[] = [],
): AsyncGenerator<RowBatch, void, undefined> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const table of await tablesInOrder(client)) {
      if (!without.includes(table.name)) yield* rowsOf(client, table);
    }
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

async function* rowsOf(client: Client, { name, columns, key }: Table): AsyncGenerator<RowBatch> {
  const order = key.length === 0 ? "" : `ORDER BY ${key.map(escapeIdentifier).join(", ")}`;
  const said = columns.map(escapeIdentifier).join(", ");
  await client.query(
    `DECLARE batch NO SCROLL CURSOR FOR
     SELECT row_to_json(said)::text AS row FROM (SELECT ${said} FROM ${escapeIdentifier(name)} ${order}) AS said`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${BATCH} FROM batch`);
    if (rows.length === 0) break;
    yield { table: name, columns, rows: `[${rows.map(({ row }) => row).join(",")}]` };
  }
  await client.query("CLOSE batch");
}

/**
 * Adds rows to a database whose tables have these columns, all or none, and lets its counters go on after them.
 *
 * @param empty whether every table is emptied first
 */
export async function writeRows(
  databaseUrl: string,
  batches: AsyncIterable<RowBatch> | Iterable<RowBatch>,
  { empty = false }: { readonly empty?: boolean } = {},
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    const tables = await tablesInOrder(client);
    if (empty) {
      await client.query(`TRUNCATE ${tables.map(({ name }) => escapeIdentifier(name)).join(", ")}`);
    }
    for await (const { table, columns, rows } of batches) {
      const name = escapeIdentifier(table);
      const into = columns.map(escapeIdentifier).join(", ");
      await client.query(
        `INSERT INTO ${name} (${into}) SELECT ${into} FROM json_populate_recordset(NULL::${name}, $1::json)`,
        [rows],
      );
    }
    await countOnAfter(client);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

/** Lets the counters of all tables go on after their rows. */
async function countOnAfter(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; counter: string }>(`
    SELECT * FROM (
      SELECT relname AS table, attname AS column, pg_get_serial_sequence(quote_ident(relname), attname) AS counter
      FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
      WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND attnum > 0 AND NOT attisdropped
    ) AS counted WHERE counter IS NOT NULL`);
  for (const { table, column, counter } of rows) {
    const last = `SELECT max(${escapeIdentifier(column)}) FROM ${escapeIdentifier(table)}`;
    await client.query(`SELECT setval($1::regclass, coalesce((${last}), 0) + 1, false)`, [counter]);
  }
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** The product's tables, those that others point to first. What records migrations isn't among them. */
async function tablesInOrder(client: Client): Promise<readonly Table[]> {
  const { rows: tables } = await client.query<Table>(`
    SELECT relname AS name,
      (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
      coalesce((SELECT array_agg(attname::text ORDER BY array_position(conkey, attnum))
        FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
        WHERE conrelid = pg_class.oid AND contype = 'p'), '{}') AS key
    FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> '_prisma_migrations'
    ORDER BY relname`);
  const { rows: pointers } = await client.query<{ from: string; to: string }>(`
    SELECT DISTINCT source.relname AS from, target.relname AS to
    FROM pg_constraint
    JOIN pg_class AS source ON source.oid = conrelid JOIN pg_class AS target ON target.oid = confrelid
    WHERE contype = 'f' AND conrelid <> confrelid AND source.relnamespace = current_schema()::regnamespace`);
  const pending = new Map(tables.map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (pending.size > 0) {
    const free = [...pending.values()].filter(
      ({ name }) => !pointers.some(({ from, to }) => from === name && pending.has(to)),
    );
    if (free.length === 0) {
      throw new Error(`The tables ${[...pending.keys()].join(", ")} point to each other in a circle.`);
    }
    for (const table of free) {
      pending.delete(table.name);
      ordered.push(table);
    }
  }
  return ordered;
}
