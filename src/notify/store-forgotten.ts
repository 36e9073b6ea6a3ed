import type { NotifyContext } from "@/context";

const DAY_MS = 24 * 60 * 60_000;
/** For as long as somebody may ask what became of a message. */
export const MESSAGE_DAYS = 400;
/** For as long as it may matter where a message without a subscription went. */
export const ADDRESS_DAYS = 30;

/** How many. */
export interface ForgottenMessages {
  readonly deliveries: number;
  readonly messages: number;
  readonly addresses: number;
}

/**
 * Deletes the record of old messages, and their words once nobody's record points to them; and the addresses of those
 * who had no subscription. What is still to be sent stays.
 */
export async function forgetOldMessages({
  database,
  clock,
}: Pick<NotifyContext, "database" | "clock">): Promise<ForgottenMessages> {
  const before = (days: number) => new Date(clock.now().getTime() - days * DAY_MS);
  const settled = { state: { in: ["sent", "dead", "cancelled", "suppressed"] } };
  const [deliveries, messages, addresses] = await database.$transaction([
    database.delivery.deleteMany({ where: { ...settled, createdAt: { lt: before(MESSAGE_DAYS) } } }),
    database.message.deleteMany({
      where: { renderedAt: { lt: before(MESSAGE_DAYS) }, deliveries: { none: {} } },
    }),
    database.delivery.updateMany({
      where: { ...settled, address: { not: null }, createdAt: { lt: before(ADDRESS_DAYS) } },
      data: { address: null },
    }),
  ]);
  return { deliveries: deliveries.count, messages: messages.count, addresses: addresses.count };
}
