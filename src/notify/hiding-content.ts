import type { AlertContent } from "@/shapes/alert-shapes";
import { asSentence, hidingTitle } from "@/wording/hiding";
import type { NamedCouncil } from "./load-known-of";

/** What those are told who were told of flags of a council whose verdicts are hidden now, or shown again. */
export function hidingContent(
  council: NamedCouncil,
  { shownAgain, reason, at }: { readonly shownAgain: boolean; readonly reason: string; readonly at: Date },
): AlertContent {
  const why = asSentence(reason);
  const text = shownAgain
    ? `We had hidden what we make of the figures of ${council.name}, and show it again as it stands today. ${why}`
    : `We told you what we made of the figures of ${council.name}. Don’t rely on it: we have hidden all of it. ${why}`;
  return {
    kind: "figure-corrected",
    tone: "neutral",
    council: { ...council },
    title: hidingTitle(council.name, shownAgain),
    lines: [{ text, source: null }],
    more: 0,
    checked: true,
    derived: false,
    path: `/authorities/${council.slug}`,
    occurredAt: at.toISOString(),
  };
}
