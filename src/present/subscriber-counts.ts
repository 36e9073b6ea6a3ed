import type { SubscriberCounts } from "@/shapes/message-shapes";
import type { Reading } from "./summaries";

/** How many people and programs hear of what changes, and how many have yet to say that they want to. */
export async function subscriberCounts({ database, clock }: Reading): Promise<SubscriberCounts> {
  const [confirmed, waiting, groups] = await Promise.all([
    database.subscriber.count(),
    database.signUp.count({ where: { expiresAt: { gt: clock.now() } } }),
    database.$queryRaw<{ channel: string; frequency: string; off: boolean; count: bigint }[]>`
      SELECT channel, frequency, "disabledAt" IS NOT NULL AS off, count(*) AS count
      FROM "Subscription" GROUP BY 1, 2, 3`,
  ]);
  const sum = (which: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(which).reduce((total, { count }) => total + Number(count), 0);
  const byMail = (frequency: string) =>
    sum((group) => group.channel === "email" && group.frequency === frequency);
  return {
    ...{ confirmed, waiting },
    mail: { instant: byMail("instant"), daily: byMail("daily"), weekly: byMail("weekly") },
    webhooks: {
      on: sum(({ channel, off }) => channel === "webhook" && !off),
      off: sum(({ channel, off }) => channel === "webhook" && off),
    },
  };
}
