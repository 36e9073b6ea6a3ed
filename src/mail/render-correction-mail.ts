import { CORRECTION_KICKER, correctionSubject, WHY_CORRECTION } from "@/wording/messages";
import type { RenderedMail } from "./mail-settings";
import { type AlertMailSettings, renderAlerted } from "./render-alert-mail";
import type { MailedContent } from "./told-one-way";

/**
 * To those who were told something that no longer stands, or stands again.
 *
 * @param content says itself what was told, what became of it and why
 */
export function renderCorrectionMail(
  content: MailedContent,
  settings: AlertMailSettings,
): Promise<RenderedMail> {
  return renderAlerted(content, settings, {
    subject: correctionSubject(content.title),
    kicker: { words: CORRECTION_KICKER, mark: "none" },
    why: WHY_CORRECTION,
  });
}
