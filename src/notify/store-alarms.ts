import type { NotifyContext } from "@/context";
import type { AlarmContent } from "@/shapes/alert-shapes";

/** Queues a mail to each address about each trouble, unless it was queued before. @returns how many were */
export async function storeAlarms(
  { database, clock }: Pick<NotifyContext, "database" | "clock">,
  troubles: readonly { readonly key: string; readonly content: AlarmContent }[],
  addresses: readonly string[],
): Promise<number> {
  const now = clock.now();
  const { count } = await database.delivery.createMany({
    data: troubles.flatMap(({ key, content }) =>
      addresses.map((address) => ({
        ...{ key: `${key} ${address}`, purpose: "alarm", channel: "email", alertIds: [], address, content },
        ...{ state: "queued", createdAt: now, dueAt: now },
      })),
    ),
    skipDuplicates: true,
  });
  return count;
}
