import type { Context } from "@/context";
import { type Role, readRole } from "@/domain/users/role";
import { recordAudit } from "@/store/record-audit";
import { lockUsers, PATIENT, refuseWithoutAdmin, userOf } from "./lock-users";
import { endPasswordLinks } from "./password-link";
import { UserProblem } from "./user-problem";

type UsersContext = Pick<Context, "database" | "clock" | "actor">;

/** @throws UserProblem when there is no such user, or no admin would be left */
export async function changeRole(
  context: UsersContext,
  { userId, role }: { readonly userId: string; readonly role: Role },
): Promise<void> {
  await context.database.$transaction(async (transaction) => {
    await lockUsers(transaction);
    const user = await userOf(transaction, userId);
    if (readRole(user.role) === role) return;
    if (role !== "admin") await refuseWithoutAdmin(transaction, userId);
    const now = context.clock.now();
    await transaction.user.update({ where: { id: userId }, data: { role, updatedAt: now } });
    await recordAudit(transaction, {
      actor: context.actor,
      verb: "user.change-role",
      subject: { kind: "user", id: userId },
      before: { role: user.role },
      after: { role },
      at: now,
    });
  }, PATIENT);
}

/**
 * Shuts somebody out at once: their sessions end, their links no longer work, they can't sign in. What they did stays
 * under their name.
 *
 * @throws UserProblem when there is no such user, they are shut out already, or no admin would be left
 */
export async function deactivateUser(
  context: UsersContext,
  { userId }: { readonly userId: string },
): Promise<void> {
  await context.database.$transaction(async (transaction) => {
    await lockUsers(transaction);
    const user = await userOf(transaction, userId);
    if (user.deactivatedAt !== null)
      throw new UserProblem("wrong-state", "This user is deactivated already.");
    await refuseWithoutAdmin(transaction, userId);
    const now = context.clock.now();
    await transaction.user.update({ where: { id: userId }, data: { deactivatedAt: now, updatedAt: now } });
    await transaction.session.deleteMany({ where: { userId } });
    await endPasswordLinks(transaction, userId, now);
    await recordAudit(transaction, {
      actor: context.actor,
      verb: "user.deactivate",
      subject: { kind: "user", id: userId },
      before: { active: true },
      after: { active: false },
      at: now,
    });
  }, PATIENT);
}

/** Lets somebody in again who was shut out, with the password they had. @throws UserProblem */
export async function reactivateUser(
  context: UsersContext,
  { userId }: { readonly userId: string },
): Promise<void> {
  await context.database.$transaction(async (transaction) => {
    await lockUsers(transaction);
    const user = await userOf(transaction, userId);
    if (user.deactivatedAt === null) throw new UserProblem("wrong-state", "This user can sign in already.");
    const now = context.clock.now();
    await transaction.user.update({ where: { id: userId }, data: { deactivatedAt: null, updatedAt: now } });
    await recordAudit(transaction, {
      actor: context.actor,
      verb: "user.reactivate",
      subject: { kind: "user", id: userId },
      before: { active: false },
      after: { active: true },
      at: now,
    });
  }, PATIENT);
}

/** Ends every session of somebody, in whichever browser. @returns how many there were */
export async function signOutEverywhere(
  context: UsersContext,
  { userId }: { readonly userId: string },
): Promise<number> {
  return context.database.$transaction(async (transaction) => {
    const { count } = await transaction.session.deleteMany({ where: { userId } });
    await recordAudit(transaction, {
      actor: context.actor,
      verb: "user.sign-out-everywhere",
      subject: { kind: "user", id: userId },
      before: { sessions: count },
      after: { sessions: 0 },
      at: context.clock.now(),
    });
    return count;
  }, PATIENT);
}
