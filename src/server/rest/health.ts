import { z } from "zod";
import type { RequestContext } from "../context";
import { jsonAnswer, NEVER_KEPT } from "./answer";
import type { Endpoint } from "./endpoint";
import { unavailable } from "./problem";

/** `/api/health`: the process is up. It asks nobody else, so that a lost database doesn't get it restarted. */
export const healthEndpoint: Endpoint<object> = {
  async answer() {
    return jsonAnswer(z.object({ status: z.literal("ok") }), { status: "ok" }, NEVER_KEPT);
  },
};

/** `/api/ready`: the database is reached and holds all tables that this version needs. */
export const readyEndpoint: Endpoint<object> = {
  async answer(context) {
    const [known, applied] = await Promise.all([context.knownMigrations(), appliedMigrations(context)]);
    const missing = known.filter((name) => !applied.has(name));
    if (missing.length > 0) {
      throw unavailable(`The database lacks ${missing.length} of ${known.length} migrations.`);
    }
    return jsonAnswer(z.object({ status: z.literal("ready") }), { status: "ready" }, NEVER_KEPT);
  },
};

async function appliedMigrations({ database, log }: RequestContext): Promise<ReadonlySet<string>> {
  try {
    const [table] = await database.$queryRaw<{ exists: boolean }[]>`
      SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "exists"`;
    if (!table?.exists) return new Set();
    const rows = await database.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    return new Set(rows.map(({ migration_name }) => migration_name));
  } catch (error) {
    log.warn("the database can't be reached", { err: error });
    throw unavailable("The database can't be reached.");
  }
}
