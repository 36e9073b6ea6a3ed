import type { Mail, NotifyContext } from "@/context";
import { PLACEHOLDER } from "@/mail/mail-settings";
import type { ClaimedDelivery } from "./claimed-delivery";
import { isNews } from "./lanes";
import { SITE_NAME } from "./site-name";
import type { StoredMessage } from "./store-messages";

type Addressed = ClaimedDelivery & { readonly to: { readonly by: "email" } };

export function isByEmail(delivery: ClaimedDelivery): delivery is Addressed {
  return delivery.to.by === "email";
}

/** A message with what is one reader's own: the links, the headers, the name by which a second copy is known. */
export function mailOf(
  delivery: Addressed,
  message: StoredMessage,
  { site }: Pick<NotifyContext, "site">,
): Mail {
  const { address, token, endingToken } = delivery.to;
  const links = {
    manage: `${site.baseUrl}/alerts/manage/${token}`,
    unsubscribe: `${site.baseUrl}/alerts/unsubscribe/${endingToken}`,
  };
  const filled = (text: string) =>
    token === ""
      ? text
      : text
          .replaceAll(PLACEHOLDER.manage, links.manage)
          .replaceAll(PLACEHOLDER.unsubscribe, links.unsubscribe);
  return {
    to: address,
    subject: message.subject,
    html: filled(message.html),
    text: filled(message.text),
    picture: message.picture,
    messageId: `<${delivery.reference}@${domainOf(site.mailFrom)}>`,
    headers: headersOf(delivery, links.unsubscribe, site.baseUrl),
  };
}

/** What keeps holiday notices away, and lets a mailbox offer one click to stop (RFC 8058). */
function headersOf(
  { purpose }: ClaimedDelivery,
  unsubscribe: string,
  baseUrl: string,
): Record<string, string> {
  const everywhere = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
  if (!isNews(purpose)) return everywhere;
  return {
    ...everywhere,
    "List-Id": `${SITE_NAME} alerts <alerts.${new URL(baseUrl).hostname}>`,
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    Precedence: "list",
  };
}

function domainOf(sender: string): string {
  return /@([^@<>\s]+)>?$/.exec(sender)?.[1] ?? "localhost";
}
