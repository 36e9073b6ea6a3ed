import type { ImportedReport } from "@/shapes/register-shapes";

/** What would become of a file that somebody brings; nothing is kept before that has been looked at. */
export interface ImportFormState {
  readonly attempt: number;
  readonly csv: string;
  readonly reason: string;
  readonly report: ImportedReport | null;
  readonly problem: string | null;
}

export const NO_FILE: ImportFormState = { attempt: 0, csv: "", reason: "", report: null, problem: null };

export type ImportAction = (before: ImportFormState, form: FormData) => Promise<ImportFormState>;
