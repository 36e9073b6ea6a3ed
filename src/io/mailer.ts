import { createTransport, type NodemailerError } from "nodemailer";
import type { Mail, Mailer, MailOutcome } from "@/context";
import { mimeOf } from "./mime-of";

export interface SmtpSettings {
  /** smtp://user:password@host:587 or smtps://...; parameters behind a question mark are nodemailer's own. */
  readonly url: string;
  readonly from: string;
  readonly limits?: Partial<Limits>;
}

interface Limits {
  readonly connections: number;
  readonly connectMs: number;
  /** Without a word from the server. */
  readonly silenceMs: number;
  /** For one mail in all, its wait for a connection included; what is late is broken off. */
  readonly totalMs: number;
}

/** As many mails at once, for whoever hands them over. */
export const MAIL_CONNECTIONS = 8;

const LIMITS: Limits = {
  connections: MAIL_CONNECTIONS,
  connectMs: 10_000,
  silenceMs: 30_000,
  totalMs: 60_000,
};

/**
 * Hands mail to an SMTP server over connections that are kept open.
 *
 * Nothing is sent twice by itself: the library tries another connection only while no byte of the message has left.
 */
export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const limits = { ...LIMITS, ...settings.limits };
  const { hostname, username } = new URL(settings.url);
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const transport = createTransport({
    url: settings.url,
    pool: true,
    maxConnections: limits.connections,
    maxMessages: Number.POSITIVE_INFINITY,
    maxRequeues: 1,
    // A password never crosses a network in the open.
    requireTLS: username !== "" && !loopback,
    dnsTimeout: limits.connectMs,
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.connectMs,
    socketTimeout: limits.silenceMs,
  });
  return {
    way: "smtp",
    async send(mail: Mail): Promise<MailOutcome> {
      const late = AbortSignal.timeout(limits.totalMs);
      try {
        const { response } = await transport.sendMail({ ...mimeOf(mail, settings.from), signal: late });
        return { kind: "accepted", response };
      } catch (error) {
        if (late.aborted) {
          const reason = `the mail server didn't take it within ${limits.totalMs / 1000} s`;
          return { kind: "refused", permanent: false, reason };
        }
        return refusalOf(error as NodemailerError);
      }
    },
    async close() {
      transport.close();
    },
  };
}

/**
 * For good is only what the server says of this recipient or this message. A refused password or sender is ours to
 * mend, and the message waits for that.
 */
function refusalOf(error: NodemailerError): MailOutcome {
  const aboutThis = /^(RCPT TO|DATA)/.test(error.command ?? "") || error.responseCode === undefined;
  const permanent = aboutThis && (error.permanent ?? error.code === "EENVELOPE");
  const said = (error.response ?? error.message).replace(/\s+/g, " ").slice(0, 300);
  return { kind: "refused", permanent, reason: said };
}
