import type { ThresholdsPreviewed } from "@/shapes/threshold-shapes";

/** What other thresholds would change; nothing is set before that has been looked at. */
export interface ThresholdFormState {
  readonly attempt: number;
  /** What was typed, by measure; null: nothing yet. */
  readonly typed: Readonly<Record<string, string>> | null;
  readonly reason: string;
  readonly source: string;
  readonly preview: ThresholdsPreviewed | null;
  readonly problem: string | null;
  readonly done: string | null;
}

export const UNTRIED_THRESHOLDS: ThresholdFormState = {
  ...{ attempt: 0, typed: null, reason: "", source: "", preview: null, problem: null, done: null },
};

export type ThresholdAction = (before: ThresholdFormState, form: FormData) => Promise<ThresholdFormState>;
