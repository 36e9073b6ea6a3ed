import type { Context } from "@/context";
import { maskAddress } from "@/domain/alerts/mask-address";
import { readEmail } from "@/domain/users/email";
import { recordAudit } from "@/store/record-audit";
import { digestOfAddress } from "./load-suppression";
import { NotifyProblem } from "./notify-problem";
import { statedReason } from "./stated-reason";

type Deciding = Pick<Context, "database" | "clock" | "actor">;

/**
 * Puts an address on the list of those that get nothing: neither news nor links, whoever asks for them. What its
 * reader has asked for is kept, and told from then on should the address be taken off the list.
 *
 * @returns its number on the list
 * @throws NotifyProblem when it isn't an address or is on the list, or no reason is given; nothing is changed then
 */
export async function suppressAddress(
  { database, clock, actor }: Deciding,
  { email: typed, reason }: { readonly email: string; readonly reason: string },
): Promise<number> {
  const email = readEmail(typed);
  if (email === null) {
    throw new NotifyProblem("address", "That isn’t an e-mail address, such as name@example.org.");
  }
  const stated = statedReason(reason);
  return database.$transaction(async (transaction) => {
    const now = clock.now();
    const [added] = await transaction.suppression.createManyAndReturn({
      data: {
        ...{ emailDigest: digestOfAddress(email), masked: maskAddress(email) },
        ...{ reason: "admin", note: stated, since: now },
      },
      select: { id: true },
      skipDuplicates: true,
    });
    if (!added) throw new NotifyProblem("on-the-list", "That address is on the list already.");
    await recordAudit(transaction, {
      ...{ actor, at: now, reason: stated, verb: "suppression.add" },
      subject: { kind: "suppression", id: added.id },
    });
    return added.id;
  });
}

/**
 * Takes an address off the list: from now on it gets what its reader asked for. What was not sent meanwhile isn't.
 *
 * @throws NotifyProblem when it isn't on the list, or no reason is given; nothing is changed then
 */
export async function liftSuppression(
  { database, clock, actor }: Deciding,
  { suppressionId: id, reason }: { readonly suppressionId: number; readonly reason: string },
): Promise<void> {
  const stated = statedReason(reason);
  await database.$transaction(async (transaction) => {
    const known = await transaction.suppression.findUnique({ where: { id } });
    const { count } = await transaction.suppression.deleteMany({ where: { id } });
    if (known === null || count === 0) {
      throw new NotifyProblem("not-on-the-list", "That address isn’t on the list any more.");
    }
    await recordAudit(transaction, {
      ...{ actor, at: clock.now(), reason: stated, verb: "suppression.lift" },
      subject: { kind: "suppression", id },
      before: { because: known.reason, since: known.since.toISOString() },
      after: null,
    });
  });
}
