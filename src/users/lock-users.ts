import type { Transaction } from "@/store/figure-tables";
import { UserProblem } from "./user-problem";

/** A machine with much to do may take its time over a few rows. */
export const PATIENT = { timeout: 60_000, maxWait: 20_000 } as const;

/** One at a time decides about users: two admins who demote each other at once would leave none. */
export async function lockUsers(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('users'))`;
}

/** @throws UserProblem when there is nobody of that id */
export async function userOf(transaction: Transaction, userId: string) {
  const user = await transaction.user.findUnique({ where: { id: userId } });
  if (user === null) throw new UserProblem("no-such-user", "There is no such user. Open the list again.");
  return user;
}

/** @throws UserProblem when without this user no admin would be left who can sign in */
export async function refuseWithoutAdmin(transaction: Transaction, userId: string): Promise<void> {
  const others = await transaction.user.count({
    where: {
      id: { not: userId },
      role: "admin",
      deactivatedAt: null,
      credentials: { some: { password: { not: null } } },
    },
  });
  if (others === 0) {
    throw new UserProblem(
      "last-admin",
      "This is the last admin who can sign in. Make somebody else an admin first, and let them sign in once.",
    );
  }
}
