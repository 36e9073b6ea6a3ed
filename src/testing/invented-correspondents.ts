import type {
  ChartPicture,
  Mail,
  Mailer,
  MailOutcome,
  Pictures,
  WebhookCaller,
  WebhookOutcome,
} from "@/context";
import { testSecrets } from "./factories";

/** A mail server in memory: what it was handed, and how it answers. */
export class InventedMailServer implements Mailer {
  readonly way = "smtp";
  /** Every mail it accepted, in order. */
  readonly accepted: Mail[] = [];
  readonly asked: Mail[] = [];
  /** How it answers to a mail; accepts unless told otherwise. May wait. */
  answer: (mail: Mail) => MailOutcome | Promise<MailOutcome> = () => ({
    kind: "accepted",
    response: "250 OK",
  });

  async send(mail: Mail): Promise<MailOutcome> {
    this.asked.push(mail);
    const outcome = await this.answer(mail);
    if (outcome.kind === "accepted") this.accepted.push(mail);
    return outcome;
  }

  async close(): Promise<void> {}
}

export type WebhookCall = Parameters<WebhookCaller["call"]>[0];

/** Strangers' addresses in memory. */
export class InventedWebhooks implements WebhookCaller {
  readonly accepted: WebhookCall[] = [];
  readonly asked: WebhookCall[] = [];
  answer: (call: WebhookCall) => WebhookOutcome | Promise<WebhookOutcome> = () => ({
    kind: "accepted",
    status: 200,
  });
  problem: string | null = null;

  async problemWith(): Promise<string | null> {
    return this.problem;
  }

  async call(call: WebhookCall): Promise<WebhookOutcome> {
    this.asked.push(call);
    const outcome = await this.answer(call);
    if (outcome.kind === "accepted") this.accepted.push(call);
    return outcome;
  }
}

/** A chart for every council that it was given one for. */
export class InventedPictures implements Pictures {
  readonly asked: string[] = [];
  readonly #charts = new Map<string, ChartPicture>();

  draw(slug: string, png: Uint8Array, words: string | null = null): void {
    this.#charts.set(slug, { png, words });
  }

  async councilChart(slug: string): Promise<ChartPicture | null> {
    this.asked.push(slug);
    return this.#charts.get(slug) ?? null;
  }
}

/** What sending messages asks of the world, in memory. */
export function inventedCorrespondents() {
  return {
    site: {
      baseUrl: "https://tracker.example.org",
      contactEmail: "desk@example.org",
      practice: false,
      mailFrom: "Safety Valve Tracker <alerts@example.org>",
    },
    mailer: new InventedMailServer(),
    webhooks: new InventedWebhooks(),
    pictures: new InventedPictures(),
    secrets: testSecrets,
  };
}
