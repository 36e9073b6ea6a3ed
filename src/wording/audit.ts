const VERBS: Readonly<Record<string, string>> = {
  "user.invite": "Invited a user",
  "user.renew-link": "Made a new link for a user",
  "user.choose-password": "Chose a password",
  "user.change-role": "Changed a user's role",
  "user.deactivate": "Deactivated a user",
  "user.reactivate": "Let a user in again",
  "user.sign-out-everywhere": "Signed out everywhere",
  "user.create-admin": "Made somebody an admin",
  "run.request": "Asked for a run",
  "run.cancel": "Cancelled a run",
  "reading.approve": "Approved a reading",
  "reading.reject": "Rejected a reading",
  "reading.confirm": "Confirmed a reading against its document",
  "reading.undo": "Took a decision about a reading back",
  "figure.correct": "Corrected a figure",
  "figure.withdraw-correction": "Took a correction back",
  "spelling.map": "Said which council a spelling means",
  "spelling.take-back": "Took a spelling back",
  "entry.add": "Added a row to the evidence register",
  "entry.edit": "Edited a row of the evidence register",
  "entry.retire": "Retired a row of the evidence register",
  "entry.restore": "Brought a row of the evidence register back",
  "threshold.set": "Set a threshold",
  "flag.withdraw": "Withdrew a flag",
  "flag.restore": "Restored a flag",
  "verdicts.hide": "Hid what is made of a council's figures",
  "verdicts.show": "Showed a council's verdicts again",
  "reply.record": "Published a council's reply",
  "reply.take-down": "Took a council's reply down",
  "store.restore": "Put a backup back",
  "report.answer": "Answered a report",
  "report.close": "Closed a report without an answer",
  "report.reopen": "Opened a report again",
  "note.publish": "Published a correction note",
  "note.take-back": "Took a correction note back",
  "batch.release": "Released a batch of alerts",
  "batch.hold": "Held a batch of alerts",
  "batch.cancel": "Cancelled a batch of alerts",
  "message.try-again": "Tried a message again",
  "message.try-all-again": "Tried all messages again that were given up",
  "message.test": "Sent a test message to themselves",
  "suppression.add": "Put an address on the list that gets nothing",
  "suppression.lift": "Took an address off the list that gets nothing",
};

/** What was done, in words; one that has none is shown as it's stored. */
export function auditVerb(verb: string): string {
  return VERBS[verb] ?? verb;
}

/** Who did it: a person by their address, a program by its name, somebody erased by their id. */
export function auditActor(actor: string, email: string | null): string {
  if (email !== null) return email;
  if (actor === "command line") return "Somebody at the command line";
  if (actor === "scheduler") return "The schedule";
  return actor;
}

/**
 * What it was and what it is, one line for each part that differs: "role: editor → admin".
 *
 * @param before as stored: an object, something else, or null for nothing
 */
export function auditDifferences(before: unknown, after: unknown): string[] {
  if (isRecord(before) || isRecord(after)) {
    const was = isRecord(before) ? before : {};
    const is = isRecord(after) ? after : {};
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((key) => said(was[key]) !== said(is[key]))
      .map((key) => `${key}: ${step(was[key], is[key], before, after)}`);
  }
  return said(before) === said(after) ? [] : [step(before, after, before, after)];
}

function step(was: unknown, is: unknown, before: unknown, after: unknown): string {
  if (before === null) return said(is);
  if (after === null) return `${said(was)}, no longer`;
  return `${said(was)} → ${said(is)}`;
}

function said(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
