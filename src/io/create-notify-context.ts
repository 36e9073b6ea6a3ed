import { join } from "node:path";
import type { Mailer, NotifyContext } from "@/context";
import { type ContextSettings, createContext, userAgentOf } from "./create-context";
import { createSmtpMailer } from "./mailer";
import { createOutboxMailer } from "./outbox-mailer";
import { createPictures } from "./pictures";
import { createSecrets } from "./secrets";
import { sessionSecret } from "./session-secret";
import { createWebhookCaller } from "./webhook-caller";

/** What the world outside gives to a process that sends messages. */
export interface NotifySettings extends ContextSettings {
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly sessionSecret: string | null;
  /** Webhooks may be called on this machine itself: for tests. */
  readonly loopbackWebhooks: boolean;
}

export function createNotifyContext(settings: NotifySettings): NotifyContext {
  const context = createContext(settings);
  const { baseUrl, contactEmail, dataDir } = settings;
  return {
    ...context,
    site: { baseUrl, contactEmail, practice: settings.practice, mailFrom: senderOf(settings) },
    mailer: mailerOf(settings, context.clock),
    webhooks: createWebhookCaller({
      userAgent: userAgentOf(settings),
      addresses: { loopback: settings.loopbackWebhooks },
    }),
    pictures: createPictures({ baseUrl, log: context.log }),
    secrets: createSecrets(sessionSecret(dataDir, settings.sessionSecret ?? undefined)),
  };
}

function mailerOf(settings: NotifySettings, clock: NotifyContext["clock"]): Mailer {
  const from = senderOf(settings);
  return settings.smtpUrl === null
    ? createOutboxMailer({ folder: join(settings.dataDir, "outbox"), from, clock })
    : createSmtpMailer({ url: settings.smtpUrl, from });
}

const NAME = "Safety Valve Tracker";

/** As MAIL_FROM says; else whoever can be written to; else the alerts of the site's own host. */
export function senderOf(settings: Pick<NotifySettings, "mailFrom" | "contactEmail" | "baseUrl">): string {
  if (settings.mailFrom !== null) return settings.mailFrom;
  return `${NAME} <${settings.contactEmail ?? `alerts@${new URL(settings.baseUrl).hostname}`}>`;
}
