import { findCouncils } from "@/present/find-councils";
import { councilNames } from "@/present/named-councils";
import type { Reading } from "@/present/summaries";
import type { FieldProblem } from "@/shapes/alert-form-shapes";
import type { Choices } from "@/shapes/alert-shapes";
import { NO_COUNCIL, NO_KIND, severalCouncilsWords, unknownCouncilWords } from "@/wording/alert-forms";
import type { TypedChoices } from "./slip";

export interface CheckedChoices {
  /** As it goes back into the form: a council that was looked for and found stands among the chosen. */
  readonly typed: TypedChoices;
  readonly problems: readonly FieldProblem[];
  /** Null while there are problems. */
  readonly choices: Choices | null;
  /** Of the councils chosen, as people know them. */
  readonly names: readonly string[];
}

/** Whether what somebody typed is something to hear of. */
export async function checkChoices(context: Reading, given: TypedChoices): Promise<CheckedChoices> {
  const { typed, notOne } = await takeFound(context, given);
  const known = await councilNames(context);
  const councils = typed.everyCouncil ? [] : typed.councils.flatMap((slug) => known.find(slug) ?? []);
  const problems: FieldProblem[] = [];
  if (notOne !== null) problems.push({ field: "council", message: notOneWords(notOne, typed.find) });
  else if (!typed.everyCouncil && councils.length === 0)
    problems.push({ field: "council", message: NO_COUNCIL });
  if (typed.kinds.length === 0) problems.push({ field: "kind", message: NO_KIND });
  const { everyCouncil, kinds, frequency } = typed;
  return {
    typed,
    problems,
    choices:
      problems.length > 0
        ? null
        : { everyCouncil, dfeCodes: councils.map(({ dfeCode }) => dfeCode), kinds, frequency },
    names: councils.map(({ name }) => name),
  };
}

/** What was looked for is no council, or could be several. */
export type NotOne = "unknown" | "several";

export function notOneWords(notOne: NotOne, find: string): string {
  return notOne === "unknown" ? unknownCouncilWords(find) : severalCouncilsWords(find);
}

/** Takes what was looked for as chosen where it can only be one council: whoever types a name and goes on means it. */
export async function takeFound(
  context: Reading,
  typed: TypedChoices,
): Promise<{ readonly typed: TypedChoices; readonly notOne: NotOne | null }> {
  const { find } = typed;
  if (typed.everyCouncil || find === "") return { typed, notOne: null };
  const { meant, count, found } = await findCouncils(context, find, 1);
  const [only] = found;
  const slug = meant ?? (count === 1 && only?.alike === false ? only.slug : null);
  if (slug === null) return { typed, notOne: count === 0 ? "unknown" : "several" };
  const councils = [...new Set([...typed.councils, slug])];
  return { typed: { ...typed, councils, find: "" }, notOne: null };
}
