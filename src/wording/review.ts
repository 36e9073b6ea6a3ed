import type { DrawnPlace } from "@/shapes/place-shapes";
import type { QueueEntry, ReviewDetail, ReviewKind, ReviewVerb } from "@/shapes/review-shapes";

const KINDS = {
  held: {
    heading: "Held: nothing of them counts",
    words: "held, nothing of it counts",
    what: "An edition that crossed a bound. Its figures wait; yesterday’s stand.",
  },
  "not-understood": {
    heading: "Not understood",
    words: "not understood",
    what: "A document whose layout no reader knows. There are no figures of it.",
  },
  doubtful: {
    heading: "Published with doubts",
    words: "published with doubts",
    what: "Figures that count and are marked as doubtful.",
  },
  "unconfirmed-terms": {
    heading: "Machine-read, not yet checked",
    words: "machine-read, not yet checked",
    what: "Terms that count and that nobody has compared with the document. They alert nobody until confirmed.",
  },
} as const satisfies Record<ReviewKind, { heading: string; words: string; what: string }>;

export function reviewKindHeading(kind: ReviewKind): string {
  return KINDS[kind].heading;
}

export function reviewKindMeaning(kind: ReviewKind): string {
  return KINDS[kind].what;
}

/** How much waits, as one would tell it. */
export function queueSentence(entries: readonly Pick<QueueEntry, "kind">[], spellings: number): string {
  const parts = (Object.keys(KINDS) as ReviewKind[]).flatMap((kind) => {
    const count = entries.filter((entry) => entry.kind === kind).length;
    return count === 0 ? [] : [`${count} ${KINDS[kind].words}`];
  });
  if (spellings > 0) parts.push(`${spellings} ${spellings === 1 ? "name" : "names"} that no list knows`);
  return parts.length === 0 ? "Nothing waits for a decision." : `${parts.join("; ")}.`;
}

const STATES: Readonly<Record<string, string>> = {
  published: "Its figures count.",
  held: "It is held: nothing of it counts until somebody approves it.",
  "not-understood": "It was not understood, so there are no figures of it.",
  superseded: "It is our copy of an edition that the publisher’s own has replaced.",
  repeated: "The same edition was met at another address too.",
  rejected: "It was rejected: its figures never count.",
};

/** How a reading stands. */
export function readingSentence({ status, kind, replaced }: ReviewDetail): string {
  const state = STATES[status] ?? `It is ${status}.`;
  if (replaced)
    return `${state} Another document, or another reading of this one, has taken its place: there is nothing to decide about it.`;
  if (kind === "doubtful") return `${state} Some of them are in doubt.`;
  if (kind === "unconfirmed-terms") return `${state} Nobody has compared all of them with the document yet.`;
  return state;
}

const VERBS = {
  approve: {
    button: "Approve",
    past: "Approved",
    does: "Its figures count from now on, in place of those that count today.",
  },
  reject: {
    button: "Reject",
    past: "Rejected",
    does: "Its figures never count; what they had replaced counts again.",
  },
  confirm: {
    button: "Confirm",
    past: "Confirmed",
    does: "Every line is checked from now on, and the doubts are settled.",
  },
  undo: {
    button: "Take back",
    past: "Taken back",
    does: "The last decision is taken back: everything is as before it.",
  },
} as const satisfies Record<ReviewVerb, { button: string; past: string; does: string }>;

export function verbButton(verb: ReviewVerb): string {
  return VERBS[verb].button;
}

export function verbPast(verb: ReviewVerb): string {
  return VERBS[verb].past;
}

export function verbMeaning(verb: ReviewVerb): string {
  return VERBS[verb].does;
}

/** What is shown of a document, over the drawing. */
export function placeSentence(place: DrawnPlace): string {
  switch (place.kind) {
    case "page":
      return `Page ${place.page} of ${place.pages}, drawn from its text${place.endsAtSignatures ? "; where people have signed, nothing is drawn" : ""}.`;
    case "table":
      return place.title === null ? "Some of its lines." : `A part of ${place.title}.`;
    case "text":
      return "A part of its text.";
    case "none":
      return place.why;
  }
}
