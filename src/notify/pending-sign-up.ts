import type { NotifyContext } from "@/context";
import type { AlertKind, Frequency } from "@/domain/alerts/alert";
import type { Choices } from "@/shapes/alert-shapes";
import { loadAccess } from "./load-access";
import { choicesOf, subscriptionsOf } from "./store-choices";
import { hashOfToken } from "./tokens";
import { uniteChoices } from "./unite-choices";

export type SignUpState =
  | {
      readonly kind: "waiting";
      readonly email: string;
      readonly asked: Choices;
      /** What they will hear of once they confirm, where they hear of something already; else null. */
      readonly together: Choices | null;
    }
  /** The link leads to their choices now. */
  | { readonly kind: "confirmed" }
  | { readonly kind: "no-such-link" };

/** What the link of a confirmation mail opens. Looking changes nothing: programs that check mail open links too. */
export async function pendingSignUp(
  { database, clock }: Pick<NotifyContext, "database" | "clock">,
  token: string,
): Promise<SignUpState> {
  const now = clock.now();
  const signUp = await database.signUp.findUnique({ where: { tokenHash: hashOfToken(token) } });
  if (signUp === null || signUp.expiresAt <= now) {
    const access = await loadAccess(database, token, now);
    return { kind: access === null ? "no-such-link" : "confirmed" };
  }
  const { email, everyCouncil, dfeCodes, kinds, frequency } = signUp;
  const asked = { everyCouncil, dfeCodes, kinds: kinds as AlertKind[], frequency: frequency as Frequency };
  const subscriber = await database.subscriber.findUnique({ where: { email } });
  const [before] = subscriber === null ? [] : await subscriptionsOf(database, subscriber.id, "email");
  return {
    kind: "waiting",
    email,
    asked,
    together: before === undefined ? null : uniteChoices(choicesOf(before), asked),
  };
}
