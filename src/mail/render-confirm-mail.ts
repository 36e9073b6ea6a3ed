import type { Choices } from "@/shapes/alert-shapes";
import { ALERT_KINDS_IN_ORDER, alertKindWords, frequencyWords } from "@/wording/alerts";
import { CONFIRM } from "@/wording/service-messages";
import { ownLink } from "./link";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { clipped } from "./plain-words";
import { renderLetter } from "./render-letter";

/** Of a council's name, in characters: twice what any has. */
const LONGEST = 100;

/**
 * To an address that somebody gave: nothing is sent there until its owner says so.
 *
 * @param request `councils`: the names of those chosen; `link`: where it's confirmed, or a placeholder such as
 *   "{{confirm}}" that the sender replaces
 * @throws when the link is neither
 */
export function renderConfirmMail(
  {
    choices: { everyCouncil, kinds, frequency },
    councils,
    link,
  }: {
    readonly choices: Pick<Choices, "everyCouncil" | "kinds" | "frequency">;
    readonly councils: readonly string[];
    readonly link: string;
  },
  settings: MailSettings,
): Promise<RenderedMail> {
  const asked = ALERT_KINDS_IN_ORDER.filter((kind) => kinds.includes(kind));
  return renderLetter(
    {
      subject: CONFIRM.subject(settings.siteName),
      preheader: CONFIRM.lead(settings.siteName),
      kicker: null,
      heading: CONFIRM.heading,
      under: null,
      blocks: [
        { kind: "paragraph", text: CONFIRM.lead(settings.siteName) },
        {
          kind: "facts",
          facts: [
            {
              label: CONFIRM.councils,
              values: everyCouncil ? [CONFIRM.everyCouncil] : councils.map((name) => clipped(name, LONGEST)),
            },
            { label: CONFIRM.kinds, values: asked.map(alertKindWords) },
            { label: CONFIRM.frequency, values: [frequencyWords(frequency)] },
          ],
        },
        {
          kind: "action",
          way: { label: CONFIRM.action, href: ownLink(link) },
          address: null,
          note: CONFIRM.ifNot,
        },
      ],
      why: CONFIRM.why,
      ways: [],
      figures: false,
    },
    settings,
  );
}
