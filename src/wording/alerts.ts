import type { AlertKind, Frequency } from "@/domain/alerts/alert";
import { listWords } from "@/domain/flags/in-words";
import type { Choices } from "@/shapes/alert-shapes";

/** In the order of what matters most: on the sign-up page and within a digest. */
export const ALERT_KINDS_IN_ORDER = [
  "promise-missed",
  "at-risk",
  "target-moved",
  "payment-news",
  "grant-news",
  "agreement-changed",
  "outturn-published",
  "figure-corrected",
  "source-overdue",
] as const satisfies readonly AlertKind[];

interface Words {
  /** As an entry of a list. */
  readonly name: string;
  /** As the end of a sentence that begins "You asked to hear when". */
  readonly when: string;
  readonly means: string;
}

const KIND = {
  "promise-missed": {
    name: "Promise missed",
    when: "a promise is missed",
    means: "A published outturn is beyond what the agreement itself plans. No forecast counts.",
  },
  "at-risk": {
    name: "Promise at risk",
    when: "a promise is at risk",
    means: "A forecast, a trend, a statement or an event puts the agreement in doubt.",
  },
  "target-moved": {
    name: "Target moved",
    when: "a target is moved",
    means:
      "A later version of an agreement plans balance in another year, a later clearance, or other deficits.",
  },
  "payment-news": {
    name: "Payments",
    when: "there is news of a payment",
    means: "DfE pays, withholds, releases or reschedules money that an agreement promises.",
  },
  "grant-news": {
    name: "Stability grant and reform plan",
    when: "there is news of the stability grant or a reform plan",
    means: "A local SEND reform plan or a High Needs Stability Grant is submitted, approved or paid.",
  },
  "agreement-changed": {
    name: "Agreement changed",
    when: "an agreement or its page changes",
    means: "A document is added, replaced or removed, or its terms, conditions or page say something else.",
  },
  "outturn-published": {
    name: "Outturn published",
    when: "an outturn is published",
    means: "What a council’s deficit was at the end of a year, or its balance within the year, is out.",
  },
  "figure-corrected": {
    name: "Figure corrected",
    when: "a figure is corrected",
    means: "A publisher restates a figure, or one that we showed is corrected here.",
  },
  "source-overdue": {
    name: "Publication overdue",
    when: "a publication is overdue",
    means: "An edition should be out by now, and we have not found it.",
  },
} as const satisfies Record<AlertKind, Words>;

/** What can be heard of, as an entry of a list: "Target moved". */
export function alertKindWords(kind: AlertKind): string {
  return KIND[kind].name;
}

/** What that covers, in a sentence or two. */
export function alertKindMeaning(kind: AlertKind): string {
  return KIND[kind].means;
}

/** "a promise is missed", after "when". */
export function alertKindWhen(kind: AlertKind): string {
  return KIND[kind].when;
}

const FREQUENCY = {
  instant: {
    name: "At once",
    within: "at once",
    means: "One message for each thing that happens, as soon as we know of it.",
  },
  daily: {
    name: "Once a day",
    within: "once a day",
    means: "What is new since the day before, in one message. Nothing new, no message.",
  },
  weekly: {
    name: "Once a week",
    within: "once a week",
    means: "What is new since the week before, in one message. Nothing new, no message.",
  },
} as const satisfies Record<Frequency, { name: string; within: string; means: string }>;

/** As an entry of a list: "Once a week". */
export function frequencyWords(frequency: Frequency): string {
  return FREQUENCY[frequency].name;
}

/** Within a sentence: "once a week". */
export function frequencyWithin(frequency: Frequency): string {
  return FREQUENCY[frequency].within;
}

export function frequencyMeaning(frequency: Frequency): string {
  return FREQUENCY[frequency].means;
}

/** More names than these make no sentence. */
const NAMED = 4;

/**
 * Which councils, as the end of a sentence: "about Kent and Devon", "about 14 councils", "about every council".
 *
 * @param names of the councils that were chosen, as people know them
 */
export function alertCouncilsWords(everyCouncil: boolean, names: readonly string[]): string {
  if (everyCouncil) return "about every council";
  if (names.length === 0) return "about no council";
  return names.length > NAMED ? `about ${names.length} councils` : `about ${listWords(names)}`;
}

/**
 * What somebody asked for, as the end of a sentence that begins "You asked to hear":
 * "when a promise is missed or a target is moved, about Kent, once a week".
 *
 * @param names of the councils that were chosen, as people know them
 */
export function choicesWords(
  { everyCouncil, kinds, frequency }: Pick<Choices, "everyCouncil" | "kinds" | "frequency">,
  names: readonly string[],
): string {
  const asked = ALERT_KINDS_IN_ORDER.filter((kind) => kinds.includes(kind));
  const when =
    asked.length === ALERT_KINDS_IN_ORDER.length
      ? "of everything that changes"
      : `when ${listWords(asked.map(alertKindWhen), "or")}`;
  return `${when}, ${alertCouncilsWords(everyCouncil, names)}, ${frequencyWithin(frequency)}`;
}
