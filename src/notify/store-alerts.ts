import { createHash } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import type { AlertContent } from "@/shapes/alert-shapes";

type Transaction = Prisma.TransactionClient;

/** Which rows an alert tells of: each is told of once, so together they are the alert's identity. */
export type ToldRows =
  | { readonly of: "change"; readonly ids: readonly number[] }
  | { readonly of: "flag"; readonly ids: readonly number[]; readonly flagIds: readonly string[] }
  | { readonly of: "finding" | "hiding" | "hidingEnd"; readonly ids: readonly number[] };

/** An alert before it has a row. */
export interface DraftAlert {
  readonly content: AlertContent;
  readonly matter: string;
  readonly rows: ToldRows;
  /** What people had been told of, for a correction: a flag, or all that stands of a council whose verdicts were hidden. */
  readonly corrects: { readonly flagId: string } | { readonly hidingId: number } | null;
}

/** Adds a batch of alerts, released, with the rows that each tells of. @returns the batch's id */
export async function storeAlerts(
  transaction: Transaction,
  drafts: readonly DraftAlert[],
  now: Date,
): Promise<number> {
  const { id: batchId } = await transaction.alertBatch.create({
    data: { madeAt: now, state: "released", alerts: drafts.length, recipients: 0 },
    select: { id: true },
  });
  const alerts = drafts.map((draft) => ({ draft, id: alertId(draft) }));
  await transaction.alert.createMany({
    data: alerts.map(({ id, draft: { content, matter, corrects } }) => ({
      id,
      kind: content.kind,
      dfeCode: content.council?.dfeCode ?? null,
      matter,
      tone: content.tone,
      content: content as unknown as Prisma.InputJsonValue,
      occurredAt: new Date(content.occurredAt),
      batchId,
      releasedAt: now,
      correctsFlagId: corrects && "flagId" in corrects ? corrects.flagId : null,
      correctsHidingId: corrects && "hidingId" in corrects ? corrects.hidingId : null,
    })),
  });
  await transaction.alertItem.createMany({
    data: alerts.flatMap(({ id, draft }) => itemsOf(id, draft.rows)),
  });
  return batchId;
}

function itemsOf(alertId: string, rows: ToldRows): Prisma.AlertItemCreateManyInput[] {
  switch (rows.of) {
    case "change":
      return rows.ids.map((changeId) => ({ alertId, changeId }));
    case "finding":
      return rows.ids.map((findingId) => ({ alertId, findingId }));
    case "hiding":
      return rows.ids.map((hidingId) => ({ alertId, hidingId }));
    case "hidingEnd":
      return rows.ids.map((hidingEndId) => ({ alertId, hidingEndId }));
    case "flag":
      return rows.ids.map((flagChangeId, index) => ({
        alertId,
        flagChangeId,
        flagId: rows.flagIds[index] ?? null,
      }));
  }
}

/** Readable, and the same for the same rows: "promise-missed-351-3f2a9c0d1e5b7a64". */
function alertId({ content, rows }: DraftAlert): string {
  const told = `${rows.of} ${[...rows.ids].toSorted((a, b) => a - b).join(" ")}`;
  const digest = createHash("sha256").update(told).digest("hex").slice(0, 16);
  return [content.kind, ...(content.council ? [content.council.dfeCode] : []), digest].join("-");
}
