import type { AlertKind, Tone } from "@/domain/alerts/alert";
import type { AlertContent, AlertLine } from "@/shapes/alert-shapes";
import { formatDay } from "@/wording/dates";
import { alertKicker, derivedSentence, moreWords, notCheckedSentence } from "@/wording/messages";
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

export function statementOf({ text, basis, source }: AlertLine): Statement {
  return {
    text: clipped(text, LONGEST.text),
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
  return [...(checked ? [] : [notCheckedSentence()]), ...(derived ? [derivedSentence()] : [])];
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
