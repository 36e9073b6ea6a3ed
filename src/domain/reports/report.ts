/** Within so many working days a report is answered, and a council's reply seen to. */
export const ANSWERED_WITHIN_WORKING_DAYS = 10;

export const REPORT_STATES = ["open", "answered", "closed"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_VERBS = ["answer", "close", "reopen"] as const;
export type ReportVerb = (typeof REPORT_VERBS)[number];

/** In characters. Shorter than the least says nothing that could be looked into. */
export const REPORT_LENGTHS = {
  text: { least: 10, most: 2_000 },
  expected: { most: 300 },
  url: { most: 500 },
  email: { most: 254 },
} as const;

export const LONGEST_ANSWER = 2_000;
export const LONGEST_NOTE = 1_000;

/** For how long an address is kept after the last decision, and where none was taken. */
export const REPORTER_DAYS = { afterDecision: 30, atMost: 365 } as const;

/** What may be decided about a report in that state. */
export function verbsFor(state: ReportState): readonly ReportVerb[] {
  return state === "open" ? ["answer", "close"] : ["reopen"];
}
