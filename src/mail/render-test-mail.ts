import { formatInstant } from "@/wording/dates";
import { TEST_MESSAGE } from "@/wording/service-messages";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { renderLetter } from "./render-letter";

/**
 * What an admin sends to see whether anything arrives.
 *
 * @param test `sentAt`: ISO 8601
 */
export function renderTestMail(
  { sentAt }: { readonly sentAt: string },
  settings: MailSettings,
): Promise<RenderedMail> {
  return renderLetter(
    {
      subject: TEST_MESSAGE.subject(settings.siteName),
      preheader: TEST_MESSAGE.lead,
      kicker: null,
      heading: TEST_MESSAGE.heading,
      under: formatInstant(sentAt),
      blocks: [
        { kind: "paragraph", text: TEST_MESSAGE.lead },
        { kind: "paragraph", text: TEST_MESSAGE.next },
      ],
      why: TEST_MESSAGE.why,
      ways: [],
      figures: false,
    },
    settings,
  );
}
