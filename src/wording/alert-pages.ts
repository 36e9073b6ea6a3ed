import { listWords } from "@/domain/flags/in-words";
import type { Chosen } from "@/shapes/alert-form-shapes";
import {
  ALERT_KINDS_IN_ORDER,
  alertCouncilsWords,
  alertKindWhen,
  choicesWords,
  frequencyWithin,
} from "./alerts";

/** What the page of alerts promises, of the councils it was opened for. */
export function alertsSentence({
  everyCouncil,
  councils,
}: Pick<Chosen, "everyCouncil" | "councils">): string {
  const names = councils.map(({ name }) => name);
  const at = everyCouncil || names.length === 0 || names.length > 3 ? "" : ` at ${listWords(names)}`;
  return `When something changes${at}, we write to you once: what changed, by how much, and on whose word.`;
}

/** The end of a sentence that begins "We write to you": "once a week, about Kent". */
export function rhythmWords({ everyCouncil, councils, frequency }: Chosen): string {
  const names = councils.map(({ name }) => name);
  return `${frequencyWithin(frequency)}, ${alertCouncilsWords(everyCouncil, names)}`;
}

/** The end of a sentence that begins "You hear": "when a promise is missed or a target is moved". */
export function kindsWords({ kinds }: Pick<Chosen, "kinds">): string {
  const asked = ALERT_KINDS_IN_ORDER.filter((kind) => kinds.includes(kind));
  if (asked.length === ALERT_KINDS_IN_ORDER.length) return "of everything that changes";
  return `when ${listWords(asked.map(alertKindWhen), "or")}`;
}

/** The end of a sentence that begins "You hear": "when a promise is missed, about Kent, once a week". */
export function chosenWords(chosen: Chosen): string {
  return choicesWords(
    chosen,
    chosen.councils.map(({ name }) => name),
  );
}

export function unknownCouncilsWords(unknown: readonly string[]): string {
  const quoted = unknown.slice(0, 5).map((code) => `“${code}”`);
  return `We know no council ${listWords(quoted, "or")}, so none was filled in for it.`;
}

const CALL_STATES: Readonly<Record<string, string>> = {
  queued: "waiting to be sent",
  held: "held back for a check",
  sending: "being sent",
  sent: "accepted",
  dead: "given up",
  cancelled: "cancelled",
  suppressed: "not sent",
};

/** What came of a call to a webhook: "test, given up: it answered 500". */
export function webhookCallWords({
  purpose,
  state,
  problem,
}: {
  readonly purpose: string;
  readonly state: string;
  readonly problem: string | null;
}): string {
  const what = purpose === "test" ? "test" : "message";
  return `${what}, ${CALL_STATES[state] ?? state}${problem === null ? "" : `: ${problem}`}`;
}
