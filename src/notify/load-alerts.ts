import type { NotifyContext } from "@/context";
import type { AlertContent } from "@/shapes/alert-shapes";

export type StoredAlert = AlertContent & { readonly id: string; readonly matter: string };

/**
 * Alerts by their ids, oldest first.
 *
 * @throws when one is gone: a message that tells less than it should isn't sent
 */
export async function loadAlerts(
  { database }: Pick<NotifyContext, "database">,
  ids: readonly string[],
): Promise<readonly StoredAlert[]> {
  const rows = await database.alert.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, matter: true, content: true },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
  });
  if (rows.length < new Set(ids).size) throw new Error("Some of the alerts that it tells of are gone.");
  // Written by store-alerts in this shape.
  return rows.map(({ id, matter, content }) => ({ ...(content as unknown as AlertContent), id, matter }));
}
