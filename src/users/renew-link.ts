import type { Context } from "@/context";
import { recordAudit } from "@/store/record-audit";
import type { Invited } from "./invite-user";
import { lockUsers, PATIENT, userOf } from "./lock-users";
import { makePasswordLink } from "./password-link";
import { UserProblem } from "./user-problem";

/**
 * Makes a new one-time link for somebody: an invitation again, if they never chose a password, else a way back in.
 * Their password holds until they choose another.
 *
 * @throws UserProblem when there is no such user, or they are deactivated
 */
export async function renewLink(
  context: Pick<Context, "database" | "clock" | "actor">,
  { userId }: { readonly userId: string },
): Promise<Invited> {
  return context.database.$transaction(async (transaction) => {
    await lockUsers(transaction);
    const user = await userOf(transaction, userId);
    if (user.deactivatedAt !== null) {
      throw new UserProblem("wrong-state", "This user is deactivated. Let them in again first.");
    }
    const now = context.clock.now();
    const chosen = await transaction.credential.count({ where: { userId, password: { not: null } } });
    const purpose = chosen > 0 ? "reset" : "invitation";
    const link = await makePasswordLink(transaction, { userId, purpose, now });
    await recordAudit(transaction, {
      actor: context.actor,
      verb: "user.renew-link",
      subject: { kind: "user", id: userId },
      after: { purpose },
      at: now,
    });
    return { userId, email: user.email, link };
  }, PATIENT);
}
