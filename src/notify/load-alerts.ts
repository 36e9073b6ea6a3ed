import type { NotifyContext } from "@/context";
import { tellOnce } from "@/domain/alerts/tell-once";
import type { AlertContent } from "@/shapes/alert-shapes";

export type StoredAlert = AlertContent & { readonly id: string; readonly matter: string };

/**
 * What one message says of these alerts: of each matter only what is so by now, the gravest first.
 *
 * @throws when one is gone: a message that tells less than it should isn't sent
 */
export async function loadToldAlerts(
  { database }: Pick<NotifyContext, "database">,
  ids: readonly string[],
): Promise<readonly StoredAlert[]> {
  const rows = await database.alert.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, dfeCode: true, matter: true, occurredAt: true, content: true },
  });
  if (rows.length < new Set(ids).size) throw new Error("Some of the alerts that it tells of are gone.");
  const alerts = rows.map(({ content, ...row }) => {
    const told = content as unknown as AlertContent; // written by store-alerts in this shape
    return { ...row, kind: told.kind, tone: told.tone, content: told };
  });
  return tellOnce(alerts).map(({ id, matter, content }) => ({ ...content, id, matter }));
}
