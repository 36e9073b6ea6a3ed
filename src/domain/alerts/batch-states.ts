/** Where a batch of alerts stands: it waits for an admin, goes out, or never will. */
export const BATCH_STATES = ["held", "released", "cancelled"] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** What an admin can do to a batch. */
export const BATCH_VERBS = ["release", "hold", "cancel"] as const;
export type BatchVerb = (typeof BATCH_VERBS)[number];

const FROM: Readonly<Record<BatchVerb, readonly BatchState[]>> = {
  release: ["held"],
  hold: ["released"],
  cancel: ["held", "released"],
};

const TO = { release: "released", hold: "held", cancel: "cancelled" } as const satisfies Record<
  BatchVerb,
  BatchState
>;

/** What can be done to a batch in this state; nothing to one that was cancelled. */
export function batchVerbsFrom(state: BatchState): readonly BatchVerb[] {
  return BATCH_VERBS.filter((verb) => FROM[verb].includes(state));
}

export function batchStateAfter(verb: BatchVerb): BatchState {
  return TO[verb];
}
