import { formatInstant } from "@/wording/dates";
import { MANAGE } from "@/wording/service-messages";
import { ownLink } from "./link";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { renderLetter } from "./render-letter";

/**
 * A link that lets its holder change or delete a subscription.
 *
 * @param access `link`: an address, or a placeholder such as "{{manage}}" that the sender replaces;
 *   `expiresAt`: ISO 8601
 * @throws when the link is neither
 */
export function renderManageMail(
  { link, expiresAt }: { readonly link: string; readonly expiresAt: string },
  settings: MailSettings,
): Promise<RenderedMail> {
  return renderLetter(
    {
      subject: MANAGE.subject(settings.siteName),
      preheader: MANAGE.lead,
      kicker: null,
      heading: MANAGE.heading,
      under: null,
      blocks: [
        { kind: "paragraph", text: MANAGE.lead },
        {
          kind: "action",
          way: { label: MANAGE.action, href: ownLink(link) },
          address: null,
          note: MANAGE.holds(formatInstant(expiresAt)),
        },
        { kind: "notes", notes: [MANAGE.ifNot], apart: false },
      ],
      why: MANAGE.why,
      ways: [],
      figures: false,
    },
    settings,
  );
}
