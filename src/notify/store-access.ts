import type { NotifyContext } from "@/context";
import type { ManageContent } from "@/shapes/alert-shapes";
import { isSuppressed } from "./load-suppression";
import { hashOfToken, tokenFor } from "./tokens";

/** A link that was asked for is used at once, or not. */
export const ASKED_ACCESS_MS = 24 * 60 * 60_000;

/**
 * Stores a link to somebody's choices and the mail that brings it. For an address that isn't known, or gets nothing,
 * the same statements run and a mail is stored that goes to nobody: no clock can tell the difference.
 */
export async function storeAccess(
  { database, clock, secrets }: Pick<NotifyContext, "database" | "clock" | "secrets">,
  { id, email }: { readonly id: string; readonly email: string },
): Promise<void> {
  const now = clock.now();
  const tokenHash = hashOfToken(tokenFor(secrets, "access", id));
  const expiresAt = new Date(now.getTime() + ASKED_ACCESS_MS);
  const content: ManageContent = { accessId: id };
  await database.$transaction(async (transaction) => {
    const suppressed = await isSuppressed(transaction, email);
    const stored = await transaction.$executeRaw`
      INSERT INTO "AccessToken" ("tokenHash", "subscriberId", "expiresAt")
      SELECT ${tokenHash}, "id", ${expiresAt} FROM "Subscriber" WHERE "email" = ${email} AND NOT ${suppressed}`;
    await transaction.delivery.create({
      data: {
        ...{ key: `manage ${id}`, purpose: "manage", channel: "email", alertIds: [] },
        ...(stored === 1 ? { state: "queued", address: email, content } : { state: "cancelled" }),
        ...{ attempts: 0, createdAt: now, dueAt: now },
      },
    });
  });
}
