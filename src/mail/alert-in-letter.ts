import type { AlertKind, Tone } from "@/domain/alerts/alert";
import type { AlertContent, AlertLine } from "@/shapes/alert-shapes";
import { ALERT_KINDS_IN_ORDER } from "@/wording/alerts";
import { formatDay } from "@/wording/dates";
import { DERIVED_READING } from "@/wording/flags";
import { alertKicker, moreWords, notCheckedSentence } from "@/wording/messages";
import type { Item, Kicker, Statement, Way } from "./letter";
import { siteLink, webLink } from "./link";
import type { MailSettings } from "./mail-settings";
import { clipped } from "./plain-words";

/** In characters. Nothing that is worded here comes near; a publisher's words may. */
const LONGEST = { title: 200, text: 600, source: 200 } as const;

export function kickerOf({ kind, tone }: Pick<AlertContent, "kind" | "tone">): Kicker {
  return { words: alertKicker(kind, tone), mark: markOf(kind, tone) };
}

function markOf(kind: AlertKind, tone: Tone): Kicker["mark"] {
  if (tone === "bad") return kind === "promise-missed" ? "missed" : "at-risk";
  return tone === "good" ? "good" : "none";
}

export function titleOf({ title }: Pick<AlertContent, "title">): string {
  return clipped(title, LONGEST.title);
}

/** The title where the council's name stands over it already. */
export function titleWithin({ title, council }: Pick<AlertContent, "title" | "council">): string {
  const lead = council === null ? "" : `${council.name}: `;
  if (lead === "" || !title.startsWith(lead) || title.length === lead.length) return titleOf({ title });
  const rest = title.slice(lead.length);
  return titleOf({ title: `${rest.charAt(0).toUpperCase()}${rest.slice(1)}` });
}

/** "Planned deficit at 31 March 2025: £22.6 million" */
const FIGURE = /^(.+): ([\u2212-]?£[\d.,]*\d(?: (?:million|billion))?)$/;

export function statementOf({ text, basis, source }: AlertLine): Statement {
  const words = clipped(text, LONGEST.text);
  const [, label, amount] = FIGURE.exec(words) ?? [];
  return {
    text: words,
    figure: label === undefined || amount === undefined ? null : { label, amount },
    basis: basis === undefined || basis === "" ? null : clipped(basis, LONGEST.source),
    source:
      source === null
        ? null
        : {
            title: clipped(source.title, LONGEST.source),
            href: webLink(source.url),
            where: clipped(source.where, LONGEST.source),
          },
  };
}

/** What doesn't stand in the message, counted; null when all of it does. */
export function moreOf(content: AlertContent, shown: number, settings: MailSettings): Way | null {
  const count = content.more + Math.max(0, content.lines.length - shown);
  return count === 0 ? null : { label: moreWords(count), href: siteLink(settings, content.path) };
}

export function notesOf({ checked, derived }: Pick<AlertContent, "checked" | "derived">): readonly string[] {
  return [...(checked ? [] : [notCheckedSentence()]), ...(derived ? [DERIVED_READING] : [])];
}

const TONES_IN_ORDER: readonly Tone[] = ["bad", "neutral", "good"];

/** The order within a message: the gravest kind first, of one kind the bad news, of both the latest. */
export function gravestFirst(a: AlertContent, b: AlertContent): number {
  return (
    ALERT_KINDS_IN_ORDER.indexOf(a.kind) - ALERT_KINDS_IN_ORDER.indexOf(b.kind) ||
    TONES_IN_ORDER.indexOf(a.tone) - TONES_IN_ORDER.indexOf(b.tone) ||
    Date.parse(b.occurredAt) - Date.parse(a.occurredAt) ||
    a.title.localeCompare(b.title, "en-GB")
  );
}

/**
 * An alert among others. That it's our own reading is said once under all of them.
 *
 * @param most statements that are shown
 */
export function itemOf(content: AlertContent, most: number, settings: MailSettings): Item {
  return {
    kicker: kickerOf(content),
    day: formatDay(content.occurredAt),
    heading: titleWithin(content),
    href: siteLink(settings, content.path),
    statements: content.lines.slice(0, most).map(statementOf),
    more: moreOf(content, most, settings),
    notes: notesOf({ checked: content.checked, derived: false }),
  };
}
