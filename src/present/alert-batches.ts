import type { BatchState } from "@/domain/alerts/batch-states";
import type { AlertContent } from "@/shapes/alert-shapes";
import type { ListedBatch } from "@/shapes/message-shapes";
import { loadActorNames } from "./actor-names";
import type { Reading } from "./summaries";

/** As many as somebody may want to look back at. */
const BATCHES = 15;
/** Alerts of a batch that went out or was cancelled. */
const FIRST = 5;
/** Of one that waits: whoever decides reads them. More than councils there are come only by a mistake. */
const ALL = 400;

/** Batches of alerts, the newest first, and whatever waits for a decision however old it is. */
export async function alertBatches({ database }: Reading): Promise<ListedBatch[]> {
  const order = { orderBy: { id: "desc" } } as const;
  const [newest, held] = await Promise.all([
    database.alertBatch.findMany({ ...order, take: BATCHES }),
    database.alertBatch.findMany({ ...order, where: { state: "held" } }),
  ]);
  const batches = [...held, ...newest.filter(({ state }) => state !== "held")];
  const [states, names, tells] = await Promise.all([
    database.delivery.groupBy({
      by: ["batchId", "state"],
      where: { batchId: { in: batches.map(({ id }) => id) } },
      _count: true,
    }),
    loadActorNames(
      database,
      batches.map(({ decidedBy }) => decidedBy),
    ),
    Promise.all(batches.map(({ id, state }) => alertsOf(database, id, state === "held" ? ALL : FIRST))),
  ]);
  return batches.map(({ id, decidedAt, decidedBy, decisionReason: reason, ...batch }, index) => {
    const count = (...of: readonly string[]) =>
      states
        .filter(({ batchId, state }) => batchId === id && of.includes(state))
        .reduce((sum, { _count }) => sum + _count, 0);
    const { madeAt, heldBecause, alerts, recipients } = batch;
    return {
      ...{ id, madeAt, state: batch.state as BatchState, heldBecause, alerts, recipients },
      messages: { sent: count("sent"), waiting: count("queued", "sending", "held"), failed: count("dead") },
      decided: decidedAt && { at: decidedAt, by: names.of(decidedBy ?? ""), reason },
      tells: tells[index] ?? [],
    };
  });
}

async function alertsOf(
  database: Reading["database"],
  batchId: number,
  most: number,
): Promise<ListedBatch["tells"]> {
  const alerts = await database.alert.findMany({
    where: { batchId },
    orderBy: [{ dfeCode: "asc" }, { id: "asc" }],
    select: { id: true, content: true },
    take: most,
  });
  return alerts.map(({ id, content }) => {
    const { kind, title, path, lines } = content as unknown as AlertContent; // written by notify in this shape
    return { id, kind, title, path, lines: lines.map(({ text }) => text) };
  });
}
