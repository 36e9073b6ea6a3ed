import type { Context } from "@/context";

type Transaction = Parameters<Parameters<Context["database"]["$transaction"]>[0]>[0];

/** Beside the locks of jobs: held to the end of the transaction. */
const ALERTS = 7237;

/**
 * Makes alerts, decides about them and gathers digests one at a time, on whichever machine: what is released has its
 * moment before or after a digest's, never in between. Ask for the time only once it's locked.
 */
export async function lockAlerts(transaction: Pick<Transaction, "$executeRaw">): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${ALERTS}, 0)`;
}
