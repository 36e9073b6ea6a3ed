import { formatInstant } from "@/wording/dates";
import { ALARM } from "@/wording/service-messages";
import { siteLink } from "./link";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { clipped } from "./plain-words";
import { renderLetter } from "./render-letter";

/** What went wrong can be a page long. */
const LONGEST = 500;

export interface SourceAlarm {
  readonly state: "failing" | "recovered";
  /** What people call it: "DSG allocations, 2025 to 2026". */
  readonly source: string;
  /** How often it failed, one after another; of a source that recovered: before it did. */
  readonly failures: number;
  /** What it failed for the last time. */
  readonly because: string;
  /** The first failure of this row, ISO 8601. */
  readonly since: string;
  /** The last attempt, ISO 8601. */
  readonly at: string;
  /** Where it can be looked into, if not on the page of all sources; begins with a slash. */
  readonly path?: string;
}

/** To admins alone: subscribers never hear of a failed fetch. */
export function renderAlarmMail(
  { state, source, failures, because, since, at, path = "/sources" }: SourceAlarm,
  settings: MailSettings,
): Promise<RenderedMail> {
  const words = ALARM[state];
  const href = siteLink(settings, path);
  return renderLetter(
    {
      subject: words.subject(source, failures),
      preheader: because,
      kicker: { words: ALARM.kicker, mark: state === "failing" ? "at-risk" : "good" },
      heading: words.subject(source, failures),
      under: formatInstant(at),
      blocks: [
        { kind: "paragraph", text: words.lead },
        {
          kind: "facts",
          facts: [
            { label: ALARM.failures, values: [String(failures)] },
            { label: ALARM.since, values: [formatInstant(since)] },
            { label: words.at, values: [formatInstant(at)] },
            { label: words.because, values: [clipped(because, LONGEST)] },
          ],
        },
        { kind: "action", way: { label: ALARM.action, href }, address: href, note: null },
      ],
      why: ALARM.why,
      ways: [],
      figures: false,
    },
    settings,
  );
}
