import type { NotifyContext } from "@/context";
import type { Choices, ConfirmContent } from "@/shapes/alert-shapes";
import { isSuppressed } from "./load-suppression";
import { hashOfToken, tokenFor } from "./tokens";

/** Nobody needs longer to open a mail; then the address is forgotten. */
export const SIGN_UP_MS = 7 * 24 * 60 * 60_000;

/** Stores a sign-up and the mail that asks for its confirmation together: neither is there without the other. */
export async function storeSignUp(
  { database, clock, secrets }: Pick<NotifyContext, "database" | "clock" | "secrets">,
  {
    id,
    email,
    choices,
    names,
  }: {
    readonly id: string;
    readonly email: string;
    readonly choices: Choices;
    readonly names: readonly string[];
  },
): Promise<void> {
  const now = clock.now();
  const content: ConfirmContent = { signUpId: id, choices, names: [...names] };
  await database.$transaction(async (transaction) => {
    const suppressed = await isSuppressed(transaction, email);
    // An address that gets nothing isn't taken down either: only that somebody asked.
    if (!suppressed) {
      await transaction.signUp.create({
        data: {
          id,
          email,
          ...choices,
          tokenHash: hashOfToken(tokenFor(secrets, "sign-up", id)),
          requestedAt: now,
          expiresAt: new Date(now.getTime() + SIGN_UP_MS),
        },
      });
    }
    await transaction.delivery.create({
      data: {
        ...{ key: `confirm ${id}`, purpose: "confirm", channel: "email", alertIds: [] },
        ...(suppressed ? { state: "suppressed" } : { state: "queued", address: email, content }),
        ...{ attempts: 0, createdAt: now, dueAt: now },
      },
    });
  });
}
