import { Pool, type PoolClient } from "pg";

/** What the queue's library tries again for a long time: "cannot connect now". */
const NOT_NOW = "57P03";

/**
 * Connections for the queue's library, which marks a task as done without waiting for that and so would end the
 * process where the database is gone at that moment. It does try again after an error that says "not now": here every
 * loss of a connection says so.
 *
 * @param onBroken told of connections that broke while nobody used them
 */
export function openPatientPool(
  connectionString: string,
  max: number,
  onBroken: (error: Error) => void,
): Pool {
  const pool = new Pool({ connectionString, max, application_name: "deliverer" });
  const connect = pool.connect.bind(pool) as (callback?: unknown) => Promise<PoolClient>;
  pool.connect = ((callback?: unknown) =>
    callback === undefined ? connect().catch(notNow) : connect(callback)) as typeof pool.connect;
  pool.on("error", onBroken);
  pool.on("connect", (client) => {
    client.on("error", onBroken);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const answer = query(...args);
      return answer instanceof Promise ? answer.catch(notNow) : answer;
    }) as typeof client.query;
  });
  return pool;
}

function notNow(error: unknown): never {
  const { code } = error as { code?: string };
  // What the database answers about a statement has a code of five signs; 08 and 57P are about the connection.
  const ofStatement = /^[0-9A-Z]{5}$/.test(code ?? "") && !/^(08|57P)/.test(code ?? "");
  if (!ofStatement && error instanceof Error) Object.assign(error, { code: NOT_NOW });
  throw error;
}
