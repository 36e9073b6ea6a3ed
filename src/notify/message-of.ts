import { createHash } from "node:crypto";
import type { NotifyContext } from "@/context";
import type { DigestPeriod } from "@/mail/render-digest-mail";
import type { WebhookPayload } from "@/shapes/alert-shapes";
import type { ClaimedDelivery } from "./claimed-delivery";
import { isNews } from "./lanes";
import { loadToldAlerts, type StoredAlert } from "./load-alerts";
import { renderNews, renderPersonal } from "./render-message";
import { keepMessage, loadMessage, type StoredMessage } from "./store-messages";
import { testAlert } from "./test-alert";

type MessageContext = Pick<NotifyContext, "database" | "clock" | "pictures" | "site" | "secrets">;

/** A message is made of its alerts and of what is said around them, and is the same for all for whom these are. */
interface Made {
  readonly form: "webhook" | "alert" | "correction" | "digest";
  readonly alertIds: readonly string[];
  readonly period: DigestPeriod | null;
}

const REMEMBERED = 16;

/** Gives each delivery its message, made once for all who get the same. */
export class Messages {
  readonly #known = new Map<string, Promise<StoredMessage>>();

  constructor(private readonly context: MessageContext) {}

  /**
   * Mail to one person is made each time and kept nowhere: it's made of little, and holds a link.
   *
   * @returns with the id under which it's kept; null when it isn't
   */
  async of(delivery: ClaimedDelivery): Promise<StoredMessage & { readonly keptAs: string | null }> {
    if (!isNews(delivery.purpose)) return { ...(await this.#personal(delivery)), keptAs: null };
    const made = madeOf(delivery);
    const id = delivery.messageId ?? idOf(made);
    const known = this.#known.get(id) ?? this.#find(id, made);
    this.#remember(id, known);
    const message = await known;
    return { ...message, keptAs: message.id };
  }

  async #personal(delivery: ClaimedDelivery): Promise<StoredMessage> {
    if (delivery.to.by === "webhook") return payloadMessage("", this.context, [testAlert(delivery)], true);
    const words = await renderPersonal(this.context, delivery);
    return { id: "", ...words, picture: null, payload: null };
  }

  async #find(id: string, made: Made): Promise<StoredMessage> {
    const kept = await loadMessage(this.context, id);
    if (kept !== null) return kept;
    const alerts = await loadToldAlerts(this.context, made.alertIds);
    return keepMessage(this.context, await this.#make(id, made, alerts), made.alertIds);
  }

  async #make(id: string, made: Made, alerts: readonly StoredAlert[]): Promise<StoredMessage> {
    if (made.form === "webhook") return payloadMessage(id, this.context, alerts, false);
    const slug = made.form === "digest" ? null : (alerts[0]?.council?.slug ?? null);
    const picture = slug === null ? null : await this.context.pictures.councilChart(slug);
    const words = await renderNews(this.context.site, {
      ...{ form: made.form, alerts, period: made.period },
      picture: picture && { alt: picture.words },
    });
    return { id, ...words, picture: picture?.png ?? null, payload: null };
  }

  /** The last few are in memory; one that couldn't be made is tried again. */
  #remember(id: string, message: Promise<StoredMessage>): void {
    this.#known.delete(id);
    this.#known.set(id, message);
    message.catch(() => this.#known.delete(id));
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= REMEMBERED) break;
      this.#known.delete(oldest);
    }
  }
}

function madeOf({ purpose, to, alertIds, frequency, createdAt }: ClaimedDelivery): Made {
  const ids = [...alertIds].sort();
  if (to.by === "webhook") return { form: "webhook", alertIds: ids, period: null };
  if (purpose !== "digest") {
    return { form: purpose === "correction" ? "correction" : "alert", alertIds: ids, period: null };
  }
  const days = frequency === "weekly" ? 7 : 1;
  const from = new Date(createdAt.getTime() - days * 86_400_000).toISOString();
  const period = {
    frequency: days === 7 ? "weekly" : "daily",
    from,
    until: createdAt.toISOString(),
  } as const;
  return { form: "digest", alertIds: ids, period };
}

function idOf(made: Made): string {
  return createHash("sha256").update(JSON.stringify(made)).digest("hex");
}

function payloadMessage(
  id: string,
  { site }: Pick<NotifyContext, "site">,
  alerts: readonly StoredAlert[],
  test: boolean,
): StoredMessage {
  const told = alerts.map(({ matter: _, ...alert }) => ({
    ...alert,
    address: `${site.baseUrl}${alert.path}`,
  }));
  const payload: Omit<WebhookPayload, "id" | "sentAt"> = { channel: "webhook", test, alerts: told };
  return { id, subject: told[0]?.title ?? "", html: "", text: "", picture: null, payload };
}
