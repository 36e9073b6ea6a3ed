import type { NotifyContext, Site } from "@/context";
import {
  alarmContentShape,
  confirmContentShape,
  manageContentShape,
  webhookDisabledContentShape,
} from "@/shapes/alert-shapes";
import type { ClaimedDelivery } from "./claimed-delivery";
import type { StoredAlert } from "./load-alerts";
import { tokenFor } from "./tokens";

export interface Words {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface DigestPeriod {
  readonly frequency: "daily" | "weekly";
  readonly from: string;
  readonly until: string;
}

/** In words that are the same for all who get it; links that are one reader's own stand as {{manage}}, {{unsubscribe}}. */
export async function renderNews(
  site: Site,
  news: {
    readonly form: "alert" | "correction" | "digest";
    readonly alerts: readonly StoredAlert[];
    readonly period: DigestPeriod | null;
    readonly hasPicture: boolean;
  },
): Promise<Words> {
  const lines = news.alerts.flatMap(({ title, lines, path }) => [
    title,
    ...lines.map(({ text }) => text),
    `${site.baseUrl}${path}`,
  ]);
  return plain(news.alerts[0]?.title ?? "", [
    ...lines,
    "Change what you get: {{manage}}",
    "Stop all of it: {{unsubscribe}}",
  ]);
}

/** For one person. */
export async function renderPersonal(
  { site, secrets }: Pick<NotifyContext, "site" | "secrets">,
  { purpose, content, createdAt }: ClaimedDelivery,
): Promise<Words> {
  switch (purpose) {
    case "confirm": {
      const { signUpId } = confirmContentShape.parse(content);
      return plain("Confirm your alerts", [
        `${site.baseUrl}/alerts/confirm/${tokenFor(secrets, "sign-up", signUpId)}`,
      ]);
    }
    case "manage": {
      const { accessId } = manageContentShape.parse(content);
      return plain("Your alerts", [`${site.baseUrl}/alerts/manage/${tokenFor(secrets, "access", accessId)}`]);
    }
    case "webhook-disabled": {
      const { url, because } = webhookDisabledContentShape.parse(content);
      return plain("Your webhook was switched off", [url, because, "{{manage}}"]);
    }
    case "alarm": {
      const { source, because, state } = alarmContentShape.parse(content);
      return plain(`${source}: ${state}`, [because, `${site.baseUrl}/sources`]);
    }
    case "test":
      return plain("A test", [`Asked for at ${createdAt.toISOString()}.`]);
    default:
      throw new Error(`There is no message for the purpose "${purpose}".`);
  }
}

function plain(subject: string, lines: readonly string[]): Words {
  const escaped = lines.map((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  return {
    subject,
    text: `${lines.join("\n\n")}\n`,
    html: `<!doctype html><html lang="en"><body>${escaped.map((line) => `<p>${line}</p>`).join("")}</body></html>`,
  };
}
