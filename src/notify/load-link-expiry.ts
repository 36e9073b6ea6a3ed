import type { NotifyContext } from "@/context";

/** Until when a link to somebody's choices works; null: it doesn't any more. */
export async function loadLinkExpiry(
  { database }: Pick<NotifyContext, "database">,
  tokenHash: string,
): Promise<Date | null> {
  const link = await database.accessToken.findUnique({ where: { tokenHash }, select: { expiresAt: true } });
  return link?.expiresAt ?? null;
}
