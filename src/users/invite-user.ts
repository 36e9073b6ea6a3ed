import { randomUUID } from "node:crypto";
import type { Context } from "@/context";
import { readEmail } from "@/domain/users/email";
import type { Role } from "@/domain/users/role";
import { recordAudit } from "@/store/record-audit";
import { lockUsers, PATIENT } from "./lock-users";
import { makePasswordLink, type NewPasswordLink } from "./password-link";
import { UserProblem } from "./user-problem";

export interface Invited {
  readonly userId: string;
  readonly email: string;
  readonly link: NewPasswordLink;
}

/**
 * Adds somebody who may enter the admin room, once they have chosen a password by the link.
 *
 * @throws UserProblem when the address isn't one, or somebody has it already
 */
export async function inviteUser(
  context: Pick<Context, "database" | "clock" | "actor">,
  { email: given, role }: { readonly email: string; readonly role: Role },
): Promise<Invited> {
  const email = readEmail(given);
  if (email === null) {
    throw new UserProblem("email", "That isn't an e-mail address. It looks like name@example.org.");
  }
  return context.database.$transaction(async (transaction) => {
    await lockUsers(transaction);
    if (await transaction.user.findUnique({ where: { email } })) {
      throw new UserProblem(
        "known",
        "Somebody with this address is on the list already. Make a new link for them there.",
      );
    }
    const now = context.clock.now();
    const user = await transaction.user.create({
      data: { id: randomUUID(), email, role, createdAt: now, updatedAt: now },
    });
    const link = await makePasswordLink(transaction, { userId: user.id, purpose: "invitation", now });
    await recordAudit(transaction, {
      actor: context.actor,
      verb: "user.invite",
      subject: { kind: "user", id: user.id },
      after: { role },
      at: now,
    });
    return { userId: user.id, email, link };
  }, PATIENT);
}
