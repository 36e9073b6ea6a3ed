import { createElement } from "react";
import { render } from "react-email";
import { PRACTICE_SUBJECT } from "@/wording/messages";
import type { Letter } from "./letter";
import { LetterHtml } from "./letter-html";
import { letterText } from "./letter-text";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { clipped } from "./plain-words";

/** RFC 5322 asks for lines of at most 78 characters; mailboxes show fewer. */
const LONGEST_SUBJECT = 77;

/** HTML and text of one letter, and its subject, which no words can turn into a second header. */
export async function renderLetter(letter: Letter, settings: MailSettings): Promise<RenderedMail> {
  const subject = subjectOf(letter, settings);
  return {
    subject,
    html: await render(createElement(LetterHtml, { letter, subject, settings })),
    text: letterText(letter, settings),
  };
}

/** Mailboxes cut longer messages, and with them the way to unsubscribe. In bytes of HTML. */
export const LARGEST_HTML = 60_000;

/** The first of these letters that is short enough, else the last: they say less and less. */
export async function renderFitting(
  letters: readonly [() => Letter, ...(() => Letter)[]],
  settings: MailSettings,
): Promise<RenderedMail> {
  const [first, ...shorter] = letters;
  let mail = await renderLetter(first(), settings);
  for (const letter of shorter) {
    if (new TextEncoder().encode(mail.html).length < LARGEST_HTML) break;
    mail = await renderLetter(letter(), settings);
  }
  return mail;
}

function subjectOf({ subject }: Letter, { practice }: MailSettings): string {
  return clipped(practice ? `${PRACTICE_SUBJECT} ${subject}` : subject, LONGEST_SUBJECT);
}

/** Whether a subject is shown whole, for those who can say it in fewer words. */
export function fitsSubject(subject: string, { practice }: MailSettings): boolean {
  return [...(practice ? `${PRACTICE_SUBJECT} ${subject}` : subject)].length <= LONGEST_SUBJECT;
}
