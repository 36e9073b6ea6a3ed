import type { NotifyContext } from "@/context";
import type { AlertKind, DeliveryState } from "@/domain/alerts/alert";
import type { Choices } from "@/shapes/alert-shapes";
import { loadAccess } from "./load-access";
import { choicesOf, subscriptionsOf } from "./store-choices";

/** What somebody sees of themselves. */
export interface Manageable {
  readonly email: string;
  /** Null: no mail. */
  readonly mail: Choices | null;
  readonly webhooks: readonly ManageableWebhook[];
}

export interface ManageableWebhook {
  readonly id: string;
  readonly url: string;
  readonly everyCouncil: boolean;
  readonly dfeCodes: readonly string[];
  readonly kinds: readonly AlertKind[];
  readonly since: Date;
  /** Since when it isn't called any more, and why. */
  readonly disabled: { readonly at: Date; readonly because: string | null } | null;
  /** The newest calls first. */
  readonly calls: readonly {
    readonly purpose: string;
    readonly state: DeliveryState;
    /** When it was accepted; else when it was begun. */
    readonly at: Date;
    readonly problem: string | null;
  }[];
}

const CALLS = 5;

/**
 * Somebody's choices and webhooks, for whoever holds their link.
 *
 * @returns null for a token that opens nothing
 */
export async function manageable(
  { database, clock }: Pick<NotifyContext, "database" | "clock">,
  token: string,
): Promise<Manageable | null> {
  const subscriber = await loadAccess(database, token, clock.now());
  if (subscriber === null) return null;
  const [mails, webhooks] = await Promise.all([
    subscriptionsOf(database, subscriber.id, "email"),
    subscriptionsOf(database, subscriber.id, "webhook"),
  ]);
  const calls = await Promise.all(
    webhooks.map(({ id }) =>
      database.delivery.findMany({ where: { subscriptionId: id }, orderBy: { id: "desc" }, take: CALLS }),
    ),
  );
  const [mail] = mails;
  return {
    email: subscriber.email,
    mail: mail === undefined ? null : choicesOf(mail),
    webhooks: webhooks.map((webhook, index) => {
      const { id, webhookUrl, since, disabledAt, disabledBecause } = webhook;
      const { everyCouncil, dfeCodes, kinds } = choicesOf(webhook);
      return {
        ...{ id, url: webhookUrl ?? "", everyCouncil, dfeCodes, kinds, since },
        disabled: disabledAt && { at: disabledAt, because: disabledBecause },
        calls: (calls[index] ?? []).map(({ purpose, state, sentAt, createdAt, lastError }) => ({
          ...{ purpose, state: state as DeliveryState, at: sentAt ?? createdAt },
          problem: state === "sent" ? null : lastError,
        })),
      };
    }),
  };
}
