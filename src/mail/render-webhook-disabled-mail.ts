import { formatInstant } from "@/wording/dates";
import { WEBHOOK_DISABLED } from "@/wording/service-messages";
import { ownLink, siteLink } from "./link";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { clipped } from "./plain-words";
import { renderLetter } from "./render-letter";

/** What a server answered can be a page long. */
const LONGEST = 300;

export interface DisabledWebhook {
  /** The address that was called. */
  readonly url: string;
  /** Deliveries that were given up, one after another. */
  readonly failures: number;
  /** What the last one failed for. */
  readonly because: string;
  /** ISO 8601. */
  readonly disabledAt: string;
  /** Where it's looked after: an address, or a placeholder such as "{{manage}}" that the sender replaces. */
  readonly manage: string;
}

/**
 * To the owner of a webhook that isn't called any more.
 *
 * @throws when `manage` is neither an address nor a placeholder
 */
export function renderWebhookDisabledMail(
  { url, failures, because, disabledAt, manage }: DisabledWebhook,
  settings: MailSettings,
): Promise<RenderedMail> {
  return renderLetter(
    {
      subject: WEBHOOK_DISABLED.subject,
      preheader: WEBHOOK_DISABLED.lead(failures),
      kicker: null,
      heading: WEBHOOK_DISABLED.heading,
      under: formatInstant(disabledAt),
      blocks: [
        { kind: "paragraph", text: WEBHOOK_DISABLED.lead(failures) },
        {
          kind: "facts",
          facts: [
            { label: WEBHOOK_DISABLED.address, values: [clipped(url, LONGEST)] },
            { label: WEBHOOK_DISABLED.reason, values: [clipped(because, LONGEST)] },
          ],
        },
        { kind: "paragraph", text: WEBHOOK_DISABLED.cure },
        {
          kind: "action",
          way: { label: WEBHOOK_DISABLED.action, href: ownLink(manage) },
          address: null,
          note: null,
        },
      ],
      why: WEBHOOK_DISABLED.why,
      ways: [{ label: WEBHOOK_DISABLED.feed, href: siteLink(settings, "/feeds/changes.atom") }],
      figures: false,
    },
    settings,
  );
}
