import type { Client } from "pg";

/**
 * The tables of the store, each after those that its rows point to, so that rows can be put back in this order. What
 * migrations were applied is not among them: that is told apart.
 *
 * @throws when tables point to each other in a circle
 */
export async function tablesInOrder(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'
    ORDER BY relname`);
  const { rows: pointers } = await client.query<{ from: string; to: string }>(`
    SELECT pointing.relname AS "from", pointed.relname AS "to" FROM pg_constraint
    JOIN pg_class pointing ON pointing.oid = conrelid JOIN pg_class pointed ON pointed.oid = confrelid
    WHERE contype = 'f' AND conrelid <> confrelid AND connamespace = 'public'::regnamespace`);
  const left = new Set(tables.map(({ name }) => name));
  const ordered: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((name) => !pointers.some(({ from, to }) => from === name && left.has(to)));
    if (free.length === 0) throw new Error(`These tables point to each other: ${[...left].join(", ")}.`);
    for (const name of free) left.delete(name);
    ordered.push(...free);
  }
  return ordered;
}
