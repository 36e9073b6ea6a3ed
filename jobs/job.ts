import type { Context } from "@/context";
import type { IngestStep } from "@/ingest/ingest-step";
import type { RunStatus } from "@/ingest/store-run";

/** What a job is given to do its one call with. */
export interface JobSettings {
  readonly context: Context;
  /** Of the live database: for jobs that make another one beside it. */
  readonly databaseUrl: string;
  readonly runId: string;
  readonly args: readonly string[];
  readonly sourceMode: "auto" | "live" | "archive" | "practice";
  readonly trigger: string;
  /** Who is told of trouble while there is no admin. */
  readonly contactEmail?: string | null;
  /** Aborted when the job must not go on: it's no longer certain to be the only one. */
  readonly signal: AbortSignal;
  /** Told what is being done, for a person who watches a terminal. */
  readonly progress: (line: string) => void;
  /** Told where an ingestion is. */
  readonly onStep?: (step: IngestStep) => void;
}

/** What `--json` prints. Jobs without sources give an empty list. */
export interface JobOutcome {
  readonly job: string;
  readonly runId: string;
  readonly status: RunStatus;
  readonly sources: readonly object[];
  readonly note?: string;
}

export interface Job {
  readonly name: string;
  readonly description: string;
  /** Jobs that share a lock never run at the same time, on whichever machine. */
  readonly lock: string;
  /** True for jobs whose lines are kept with their run, for people who look later. */
  readonly keepsLines?: true;
  /** True for jobs after which every council is judged anew: figures may count now that didn't before. */
  readonly changesFigures?: true;
  run(settings: JobSettings): Promise<JobOutcome>;
}

/** Something the person who called the job can put right: shown without a stack. */
export class JobProblem extends Error {}

/** `ok` 0, `partial` 2 (findings to review; good figures stored), `failed` 1 (nothing half-stored). */
export const EXIT_CODES: Readonly<Record<RunStatus, number>> = { ok: 0, partial: 2, failed: 1 };
