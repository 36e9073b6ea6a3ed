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

/**
 * When the next edition should be out, and what should be out but isn't here.
 *
 * An archive copy can be years behind: of what came out since only the publisher can tell.
 */
export function nextExpectedWords(
  state: Pick<PublicationState, "nextExpected" | "overdueEdition" | "origin">,
): string {
  if (state.nextExpected === null) return "on no usual day";
  const day = formatDate(state.nextExpected);
  if (state.overdueEdition === null) return `expected by ${day}`;
  const { name, dueBy } = state.overdueEdition;
  const due = `${name} was due by ${formatDate(dueBy)}`;
  return state.origin === "archive"
    ? `overdue here: our archive copy ends earlier; ${due} and may be out at the publisher’s; next usual day ${day}`
    : `overdue: ${due}; next usual day ${day}`;
}

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/**
 * How the sources stand, as one would tell it. Never good news by default: of a publication whose publisher
 * hasn't been reached nobody can say that nothing is overdue.
 */
export function sourcesSentence(
  publications: readonly Pick<PublicationState, "status" | "overdue" | "origin" | "nextExpected">[],
  liveLastReachedAt: string | null,
): string {
  const watched = `${NUMBERS[publications.length] ?? publications.length} publications are watched`;
  const troubled = publications.filter(({ status }) => status === "failed" || status === "held").length;
  const unchecked = publications.filter(({ status }) => status === "never-checked").length;
  const trouble = [
    ...(troubled === 0 ? [] : [count(troubled, "needs a person", "need a person")]),
    ...(unchecked === 0 ? [] : [count(unchecked, "has not been checked yet", "have not been checked yet")]),
  ];
  const overdue = publications.filter((publication) => publication.overdue).length;
  if (liveLastReachedAt === null) {
    const asked = "The publishers could not be asked from here yet, so newer editions may be out";
    const older = overdue === 0 ? [] : [`of ${numberWord(overdue)} our copy ends before what was due`];
    return `${watched}. ${[asked, ...older, ...trouble].join("; ")}.`;
  }
  const copies = publications.filter(
    ({ origin, nextExpected }) => origin === "archive" && nextExpected !== null,
  ).length;
  const parts = [
    ...(copies === 0
      ? []
      : [`of ${numberWord(copies)} we hold only an archive copy, so a newer edition may be out`]),
    ...(overdue > 0
      ? [count(overdue, "is overdue", "are overdue")]
      : [copies === 0 ? "none is overdue" : "the others are not overdue"]),
    ...(trouble.length === 0 ? ["none is in trouble"] : trouble),
  ];
  return `${watched}: ${parts.join(", ")}.`;
}

function count(number: number, one: string, many: string): string {
  return `${numberWord(number)} ${number === 1 ? one : many}`;
}

function numberWord(number: number): string {
  return (NUMBERS[number] ?? String(number)).toLowerCase();
}

/** An instant, or that it never came. */
export function instantWords(instant: string | null): string {
  return instant === null ? "not yet" : formatInstant(instant);
}

/** Publishers are asked daily: one that is away for a weekend is no news yet. */
export const STALE_AFTER_DAYS = 3;

/**
 * The banner's sentences about what the pages rest on; null where nothing need be said.
 *
 * @param generatedAt when the store was last brought up to date, or an attempt at it ended
 */
export function restsOnWords(
  restsOn: "archive" | "live" | "mixed" | "nothing",
  liveLastReachedAt: string | null,
  generatedAt: string,
): { readonly lead: string; readonly rest: string } | null {
  const reached =
    liveLastReachedAt === null
      ? "Live sources have not been reached yet. Newer figures may be out."
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
    case "live": {
      if (liveLastReachedAt === null) return null;
      const days = Math.floor((Date.parse(generatedAt) - Date.parse(liveLastReachedAt)) / 86_400_000);
      if (days < STALE_AFTER_DAYS) return null;
      return {
        lead: `No publisher has been reached for ${days} days.`,
        rest: `${reached} Newer figures may be out.`,
      };
    }
  }
}
