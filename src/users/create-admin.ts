import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Context } from "@/context";
import { readEmail } from "@/domain/users/email";
import type { Transaction } from "@/store/figure-tables";
import { recordAudit } from "@/store/record-audit";
import { setPassword } from "./choose-password";
import type { Invited } from "./invite-user";
import { lockUsers, PATIENT } from "./lock-users";
import { makePasswordLink } from "./password-link";
import { UserProblem } from "./user-problem";

type UsersContext = Pick<Context, "database" | "clock" | "actor">;

/**
 * Makes sure, for somebody at the machine itself, that this address belongs to an admin who can get in: adds them,
 * or lets them in again with a new password or link, whatever they were before.
 *
 * @param password null: they choose one by the link that is returned
 * @throws UserProblem when the address isn't one
 */
export async function createAdmin(
  context: UsersContext,
  { email: given, password }: { readonly email: string; readonly password: string | null },
): Promise<Invited | null> {
  const { email, hash } = await checked(given, password);
  return context.database.$transaction(async (transaction) => {
    await lockUsers(transaction);
    const userId = await anAdmin(transaction, context, email);
    const now = context.clock.now();
    if (hash !== null) {
      await setPassword(transaction, { userId, hash, now });
      return null;
    }
    const chosen = await transaction.credential.count({ where: { userId, password: { not: null } } });
    const purpose = chosen > 0 ? "reset" : "invitation";
    return { userId, email, link: await makePasswordLink(transaction, { userId, purpose, now }) };
  }, PATIENT);
}

/**
 * Creates the first admin as a start's settings name them; does nothing when there is an admin already, so that an old
 * setting never brings a password back.
 *
 * @returns whether one was created
 * @throws UserProblem when the address isn't one
 */
export async function createFirstAdmin(
  context: UsersContext,
  { email: given, password }: { readonly email: string; readonly password: string },
): Promise<boolean> {
  const { email, hash } = await checked(given, password);
  return context.database.$transaction(async (transaction) => {
    await lockUsers(transaction);
    if ((await transaction.user.count({ where: { role: "admin", deactivatedAt: null } })) > 0) return false;
    const userId = await anAdmin(transaction, context, email);
    if (hash !== null) await setPassword(transaction, { userId, hash, now: context.clock.now() });
    return true;
  }, PATIENT);
}

async function checked(given: string, password: string | null) {
  const email = readEmail(given);
  if (email === null) throw new UserProblem("email", `"${given}" isn't an e-mail address.`);
  if (password === null) return { email, hash: null };
  // Whoever sets up the machine chose it; the environment has its own least length (scripts/environment.mjs).
  return { email, hash: await hashPassword(password) };
}

async function anAdmin(transaction: Transaction, context: UsersContext, email: string): Promise<string> {
  const now = context.clock.now();
  const known = await transaction.user.findUnique({ where: { email } });
  const user = await transaction.user.upsert({
    where: { email },
    create: { id: randomUUID(), email, role: "admin", createdAt: now, updatedAt: now },
    update: { role: "admin", deactivatedAt: null, updatedAt: now },
  });
  await recordAudit(transaction, {
    actor: context.actor,
    verb: "user.create-admin",
    subject: { kind: "user", id: user.id },
    before: known && { role: known.role, active: known.deactivatedAt === null },
    after: { role: "admin", active: true },
    at: now,
  });
  return user.id;
}
