import type { NotifyContext } from "@/context";
import { SIGN_UP_MS } from "./store-sign-up";

/** How many rows went. */
export interface Forgotten {
  readonly signUps: number;
  readonly links: number;
  readonly mails: number;
  readonly limits: number;
}

/**
 * Deletes what was only kept for a time: sign-ups that nobody confirmed, links that have expired, the mails that
 * brought them with the address they went to, and counts of requests by address and network address.
 */
export async function forgetWhatIsOver({
  database,
  clock,
}: Pick<NotifyContext, "database" | "clock">): Promise<Forgotten> {
  const now = clock.now();
  const [signUps, links, mails, limits] = await database.$transaction([
    database.signUp.deleteMany({ where: { expiresAt: { lte: now } } }),
    database.accessToken.deleteMany({ where: { expiresAt: { lte: now } } }),
    database.delivery.deleteMany({
      where: {
        purpose: { in: ["confirm", "manage"] },
        createdAt: { lte: new Date(now.getTime() - SIGN_UP_MS) },
      },
    }),
    database.requestLimit.deleteMany({ where: { expire: { lte: now } } }),
  ]);
  return { signUps: signUps.count, links: links.count, mails: mails.count, limits: limits.count };
}
