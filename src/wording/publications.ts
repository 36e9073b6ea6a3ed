import type { PublicationState, PublishedFinding } from "@/shapes/api-shapes";
import { formatDate, formatInstant } from "./dates";

const STATUS = {
  ok: "Read in full",
  unchanged: "Unchanged",
  partial: "Read, with something to look at",
  held: "Held for a person to look at",
  failed: "Not read",
  "never-checked": "Not checked yet",
} as const satisfies Record<PublicationState["status"], string>;

export function publicationStatusWords(status: PublicationState["status"]): string {
  return STATUS[status];
}

const SEVERITY = {
  note: "Worth knowing",
  doubt: "In doubt, one row set aside",
  stop: "Stopped: nothing of this edition is published",
} as const satisfies Record<PublishedFinding["severity"], string>;

export function severityWords(severity: PublishedFinding["severity"]): string {
  return SEVERITY[severity];
}

/** When the next edition should be out, and whether that day has gone by. */
export function nextExpectedWords(state: Pick<PublicationState, "nextExpected" | "overdue">): string {
  if (state.nextExpected === null) return "nothing is due";
  const day = formatDate(state.nextExpected);
  return state.overdue ? `overdue: expected by ${day}` : `expected by ${day}`;
}

/** An instant, or that it never came. */
export function instantWords(instant: string | null): string {
  return instant === null ? "not yet" : formatInstant(instant);
}

/** The banner's sentences about what the pages rest on; null where nothing need be said. */
export function restsOnWords(
  restsOn: "archive" | "live" | "mixed" | "nothing",
  liveLastReachedAt: string | null,
): { readonly lead: string; readonly rest: string } | null {
  const reached =
    liveLastReachedAt === null
      ? "Live sources have not been reached yet."
      : `Live sources were last reached on ${formatInstant(liveLastReachedAt)}.`;
  switch (restsOn) {
    case "archive":
      return {
        lead: "These pages rest on our bundled archive.",
        rest: `It is rebuilt from published figures. ${reached}`,
      };
    case "nothing":
      return { lead: "No figures are loaded yet.", rest: reached };
    case "mixed":
    case "live":
      return null;
  }
}

const PUBLICATION: Readonly<Record<string, string>> = {
  "section-251-outturn": "official return",
  "evidence-register": "as reported since",
};

/** A publication in a word or two beside a figure. */
export function publicationWords(publication: string): string {
  return PUBLICATION[publication] ?? publication.replaceAll("-", " ");
}
