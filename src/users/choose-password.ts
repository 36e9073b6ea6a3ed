import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Context } from "@/context";
import { passwordFault } from "@/domain/users/password";
import type { Transaction } from "@/store/figure-tables";
import { recordAudit } from "@/store/record-audit";
import { PATIENT } from "./lock-users";
import { hashOfToken } from "./password-link";
import { UserProblem } from "./user-problem";

/** Whom a link is for, as its page greets them. */
export interface LinkHolder {
  readonly email: string;
  readonly purpose: string;
}

/** Who may use a link now; null when nobody: it was used, it expired, a newer one took its place, or it never was one. */
export async function linkHolder(
  context: Pick<Context, "database" | "clock">,
  token: string,
): Promise<LinkHolder | null> {
  const link = await usableLink(context.database, token, context.clock.now());
  return link && { email: link.user.email, purpose: link.purpose };
}

/**
 * Sets the password that somebody chose by their link. The link is used up, and every session of theirs ends: whoever
 * had the old password is out.
 *
 * @returns the address to sign in with
 * @throws UserProblem when the link can't be used or the password won't do; the link can still be used then
 */
export async function choosePassword(
  context: Pick<Context, "database" | "clock">,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<{ readonly email: string }> {
  const now = context.clock.now();
  const seen = await usableLink(context.database, token, now);
  if (seen === null) throw unusable();
  const fault = passwordFault(password, seen.user.email);
  if (fault !== null) throw new UserProblem("password", fault);
  const hash = await hashPassword(password);
  return context.database.$transaction(async (transaction) => {
    // Whoever comes second with the same link finds it used.
    const { count } = await transaction.passwordLink.updateMany({
      where: { id: seen.id, usedAt: null, endedAt: null },
      data: { usedAt: now },
    });
    if (count === 0) throw unusable();
    await setPassword(transaction, { userId: seen.userId, hash, now });
    await recordAudit(transaction, {
      actor: seen.userId,
      verb: "user.choose-password",
      subject: { kind: "user", id: seen.userId },
      at: now,
    });
    return { email: seen.user.email };
  }, PATIENT);
}

/** Puts a password's hash in place of the old one and ends every session. */
export async function setPassword(
  transaction: Transaction,
  { userId, hash, now }: { readonly userId: string; readonly hash: string; readonly now: Date },
): Promise<void> {
  const named = { providerId: "credential", accountId: userId };
  await transaction.credential.upsert({
    where: { providerId_accountId: named },
    create: { id: randomUUID(), userId, ...named, password: hash, createdAt: now, updatedAt: now },
    update: { password: hash, updatedAt: now },
  });
  await transaction.session.deleteMany({ where: { userId } });
}

async function usableLink(database: Transaction, token: string, now: Date) {
  return database.passwordLink.findFirst({
    where: {
      tokenHash: hashOfToken(token),
      usedAt: null,
      endedAt: null,
      expiresAt: { gt: now },
      user: { deactivatedAt: null },
    },
    include: { user: true },
  });
}

function unusable(): UserProblem {
  return new UserProblem(
    "link",
    "This link can't be used any more: it works once, for some days, and only the newest one does. Ask an admin for a new link.",
  );
}
