import type { AlertKind, Frequency, Tone } from "@/domain/alerts/alert";
import { listWords } from "@/domain/flags/in-words";
import { ALERT_KINDS_IN_ORDER, alertKindWhen, alertKindWords, frequencyWithin } from "./alerts";
import { formatDay } from "./dates";
import { NOT_CHECKED } from "./flags";
import { formatCount } from "./money";

/** At the top of every message of the practice set. */
export const PRACTICE_NOTICE = "Practice: every council and every figure here is invented.";

/** Before the subject of every message of the practice set. */
export const PRACTICE_SUBJECT = "[Practice, councils invented]";

export const NOT_AFFILIATED =
  "Not affiliated with, or endorsed by, the Department for Education or any council.";

/** Kinds whose name alone would say bad news, even where there is better. */
const GRAVE: readonly AlertKind[] = ["promise-missed", "at-risk", "target-moved"];

/** Over an alert, what sort of news it is: "Promise at risk", "Promise at risk: better news". */
export function alertKicker(kind: AlertKind, tone: Tone): string {
  return tone === "good" && GRAVE.includes(kind)
    ? `${alertKindWords(kind)}: better news`
    : alertKindWords(kind);
}

/** Under what rests on terms that a machine has read; a full sentence, for it may stand alone. */
export function notCheckedSentence(): string {
  return `The terms that this rests on are ${NOT_CHECKED} by a person.`;
}

/** The same as `DERIVED_READING` under several alerts, some of which are the publishers' own words. */
export const DERIVED_READINGS =
  "What is said here of promises, risks and targets is our own reading of published figures, not a judgement by the Department for Education.";

/** Under publishers' figures. */
export const LICENCE = {
  lead: "Contains public sector information licensed under the",
  name: "Open Government Licence v3.0",
  href: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
} as const;

/**
 * Why somebody got an alert. True of each who gets it, whichever way they chose the council.
 *
 * @param council its name; null for what concerns no single council
 */
export function whyAlert(kinds: readonly AlertKind[], council: string | null): string {
  const when = ALERT_KINDS_IN_ORDER.filter((kind) => kinds.includes(kind)).map(alertKindWhen);
  const about = council === null ? "" : `, about ${council} or about every council`;
  return `You asked to hear at once when ${listWords(when, "or")}${about}.`;
}

export function whyDigest(frequency: Exclude<Frequency, "instant">): string {
  return `You asked to hear ${frequencyWithin(frequency)} what is new about the councils and the kinds of news that you chose. When nothing is new, we send nothing.`;
}

export const WHY_CORRECTION = "We sent you what is corrected here, so you get the correction too.";

/** "5 changes", "1 change". */
export function changesWords(count: number): string {
  return count === 1 ? "1 change" : `${formatCount(count)} changes`;
}

/**
 * The London days that a digest covers: "28 to 29 November 2026", "28 November to 4 December 2026", "29 November 2026".
 *
 * @param from ISO 8601, as `until`
 */
export function periodWords(from: string, until: string): string {
  const first = formatDay(from).split(" ");
  const last = formatDay(until).split(" ");
  if (first.join(" ") === last.join(" ")) return last.join(" ");
  const shared = first[2] !== last[2] ? 3 : first[1] !== last[1] ? 2 : 1;
  return `${first.slice(0, shared).join(" ")} to ${last.join(" ")}`;
}

/** What a link to a place on the site leads to. */
export function followWords(path: string): string {
  if (path.startsWith("/flags/")) return "See how this was worked out";
  if (path.startsWith("/changes")) return "See what changed";
  if (path.startsWith("/authorities/")) return "See the council’s page";
  if (path.startsWith("/sources")) return "See the sources";
  return "See it on the site";
}

/** For what doesn't stand in a message: "And 3 more". */
export function moreWords(count: number): string {
  return `And ${formatCount(count)} more`;
}

/** The gravest of several, as a subject: "Exampleshire: Target moved, and 2 more". */
export function andMoreTitle(title: string, others: number): string {
  return `${title}, and ${formatCount(others)} more`;
}

/** Over what concerns no single council. */
export const NO_COUNCIL = "Not about a single council";

/** More names than these make no heading. */
const NAMED = 2;

/**
 * Over a digest, the fuller one first: "5 changes at Kent, Devon and 2 more councils", "5 changes at 4 councils".
 *
 * @param names of the councils, the gravest news first
 * @param elsewhere whether some of it concerns no single council
 */
export function digestHeadings(
  count: number,
  names: readonly string[],
  elsewhere: boolean,
): readonly [string, string] {
  const changes = changesWords(count);
  if (names.length === 0) return [changes, changes];
  const named = names.length > NAMED + 1 ? names.slice(0, NAMED) : names;
  const rest = names.length - named.length;
  const last = elsewhere ? ["elsewhere"] : [];
  // "Kent and Bournemouth, Christchurch and Poole" is nothing to read.
  const clear = (names.length === 1 && !elsewhere) || named.every((name) => !name.includes(" and "));
  const councils = names.length === 1 ? "1 council" : `${formatCount(names.length)} councils`;
  const counted = `${changes} at ${listWords([councils, ...last])}`;
  if (!clear) return [counted, counted];
  return [
    `${changes} at ${listWords([...named, ...(rest === 0 ? [] : [`${formatCount(rest)} more councils`]), ...last])}`,
    counted,
  ];
}

/** Under the heading of a digest. */
export function digestUnder(frequency: Exclude<Frequency, "instant">, days: string): string {
  return `Your ${frequency} digest, ${days}`;
}

/** A chart in words, where nobody gave better ones. */
export function chartWords(council: string): string {
  return `What ${council} promised and what it owes, year by year. The figures stand on its page.`;
}

export const CHANGE_WORDS = "Change what you hear of, or how often";

export const STOP_WORDS = "Stop these messages";

export const CORRECTION_KICKER = "Correction of what we told you";

/** "Correction: Exampleshire, ...", unless the title says so itself. */
export function correctionSubject(title: string): string {
  return /\bcorrect/i.test(title) ? title : `Correction: ${title}`;
}
