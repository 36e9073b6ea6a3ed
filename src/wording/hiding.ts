import type { VerdictsHidden } from "@/shapes/api-shapes";
import { formatDay } from "./dates";

/** In place of a verdict that a person has hidden, with the reason they gave. */
export function hiddenSentence({ reason, since }: VerdictsHidden): string {
  return `${HIDDEN} since ${formatDay(since)}: ${asSentence(reason)} No verdict, flag or trend is shown until that is settled; what was published stays.`;
}

/** In place of a status. */
export const HIDDEN = "Hidden by us";

/** What a flag that isn't shown is called. */
export const HIDDEN_FLAG = "A flag that is hidden";

/** In a feed: "Exampleshire: what we make of its figures is hidden". */
export function hidingTitle(council: string, shownAgain: boolean): string {
  return `${council}: what we make of its figures is ${shownAgain ? "shown again" : "hidden"}`;
}

/** Somebody's words as a sentence of their own. */
export function asSentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?…]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
