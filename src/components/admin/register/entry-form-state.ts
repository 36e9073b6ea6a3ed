import type { ToldEntryProblem } from "@/shapes/register-shapes";

/** What became of a row that somebody wanted to keep, retire or bring back: nothing yet, or why it wasn't done. */
export interface EntryFormState {
  /** Counts the attempts, so that the fields show what was typed last. */
  readonly attempt: number;
  /** Why it couldn't be done at all; null: see the columns. */
  readonly told: string | null;
  readonly problems: readonly ToldEntryProblem[];
  /** What speaks against it. */
  readonly doubts: readonly string[];
  /** What was typed; null: nothing yet. */
  readonly typed: { readonly cells: Readonly<Record<string, string>>; readonly reason: string } | null;
}

export const UNTRIED: EntryFormState = { attempt: 0, told: null, problems: [], doubts: [], typed: null };

/** Given to a form, which calls it with what is typed; without script the browser posts the same. */
export type EntryAction = (before: EntryFormState, form: FormData) => Promise<EntryFormState>;

/** The name of a column's field in the form. */
export function fieldOf(column: string): string {
  return `cell-${column}`;
}
