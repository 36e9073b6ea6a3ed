import type { Context } from "@/context";
import { ingest } from "@/ingest/ingest";
import { type IngestStep, RunCancelled } from "@/ingest/ingest-step";
import {
  type Attempt,
  type ClaimedRequest,
  handBack,
  loadCancellation,
  runIdOf,
  storeEnd,
  storeProgress,
} from "@/ingest/store-claimed-request";
import { type ReadFrom, type RunProgress, type RunReport, runReportShape } from "@/shapes/run-shapes";
import type { PublicationId } from "@/sources/publication";
import { assessJob } from "./assess";
import { dryRun } from "./dry-run";
import type { Job, JobOutcome } from "./job";
import { refuseOtherCountry } from "./load-practice";
import { notifyJob } from "./notify";
import { performJob } from "./perform-job";

/** How often somebody's wish to cancel is looked for, and the progress is kept, at most. */
const LOOK_EVERY_MS = 500;

/** Another run may take as long as it takes: who asked sees that it's waited for, and can cancel. */
const AS_LONG_AS_IT_TAKES = 24 * 60 * 60_000;

/** The worker is told to stop: the request is left to the next one. */
export class WorkerStops extends Error {}

/**
 * Does what a claimed request asks for and keeps what came of it. The caller holds the request's lock.
 *
 * @param stopping aborted with WorkerStops when this process is to end
 */
export async function performRequest(
  context: Context,
  databaseUrl: string,
  practice: boolean,
  request: ClaimedRequest,
  stopping: AbortSignal,
): Promise<void> {
  const { id } = request;
  const cancelled = new AbortController();
  const pulse = keepPulse(context, request, (who) => {
    if (cancelled.signal.aborted) return;
    context.log.info("A run is cancelled: it ends before its next document", { id });
    cancelled.abort(new RunCancelled(`Cancelled by ${who}.`));
  });
  const asActor = { ...context, actor: request.requestedBy };
  try {
    pulse.at({ stage: "waiting", ...NOWHERE });
    const { outcome, report } = await perform(asActor, databaseUrl, practice, request, pulse, {
      signal: AbortSignal.any([stopping, cancelled.signal]),
    });
    await pulse.stop();
    const failed = outcome.status === "failed";
    await storeEnd(context, request, { state: failed ? "failed" : "done", report, error: null });
  } catch (error) {
    await pulse.stop();
    if (error instanceof WorkerStops) return handBack(context, request);
    const state = error instanceof RunCancelled ? "cancelled" : "failed";
    const message = error instanceof Error ? error.message : String(error);
    if (state === "failed") {
      context.log.error(`The run ${id} failed`, { error: error instanceof Error ? error.stack : message });
    }
    await storeEnd(context, request, { state, report: null, error: message });
  }
}

const NOWHERE = { source: null, sourceNumber: 0, sources: 0, document: null } as const;

interface Done {
  readonly outcome: JobOutcome;
  readonly report: RunReport;
}

async function perform(
  context: Context,
  databaseUrl: string,
  practice: boolean,
  request: ClaimedRequest,
  pulse: Pulse,
  { signal }: { readonly signal: AbortSignal },
): Promise<Done> {
  let report: RunReport | null = null;
  const job: Job =
    request.job === "assess"
      ? assessJob
      : requestedIngest(request, practice, pulse, (made) => {
          report = made;
        });
  const outcome = await performJob(job, databaseUrl, context, {
    args: [],
    sourceMode: practice ? "practice" : "auto",
    trigger: triggerOf(request),
    runId: runIdOf(request),
    patience: AS_LONG_AS_IT_TAKES,
    signal,
    progress: (line) => context.log.debug(line),
    onStep: (step) => pulse.at({ stage: "reading", ...step }),
  });
  // After an ingestion that follows by itself; a judgement is asked for after somebody has decided something.
  if (request.job === "assess") {
    await performJob(notifyJob, databaseUrl, context, {
      ...{ args: [], trigger: triggerOf(request), progress: () => undefined },
      sourceMode: practice ? "practice" : "auto",
    }).catch((error: unknown) => context.log.error("notify failed", { error: String(error) }));
  }
  return {
    outcome,
    report:
      report ?? runReportShape.parse({ kind: "run", status: outcome.status, note: outcome.note ?? null }),
  };
}

/** How a run says what set it off. */
function triggerOf({ requestedBy }: ClaimedRequest): string {
  return `asked for by ${requestedBy}`;
}

/** The job of ingestion as this request wants it. */
function requestedIngest(
  request: ClaimedRequest,
  practice: boolean,
  pulse: Pulse,
  onReport: (report: RunReport) => void,
): Job {
  return {
    name: "ingest",
    description: "what somebody asked for",
    lock: "ingest",
    keepsLines: true,
    ...(request.dryRun ? {} : { changesFigures: true }),
    async run({ context, databaseUrl, runId, trigger, progress, onStep, signal }) {
      await refuseOtherCountry(context, practice);
      const wanted = {
        ...{ runId, job: "ingest", trigger, progress, onStep, signal },
        mode: request.readFrom as ReadFrom,
        only: request.sources as PublicationId[],
        snapshotSha256: request.snapshotSha256 ?? undefined,
      };
      if (!request.dryRun) {
        const outcome = await ingest(context, wanted);
        pulse.at({ stage: "judging", ...NOWHERE });
        return { job: "ingest", ...outcome };
      }
      const report = await dryRun(context, databaseUrl, wanted, (stage) => pulse.at({ stage, ...NOWHERE }));
      onReport(report);
      return { job: "ingest", runId, status: report.status, sources: report.sources };
    },
  };
}

interface Pulse {
  /** Tells where the request is. */
  at(progress: RunProgress | (IngestStep & { readonly stage: "reading" })): void;
  stop(): Promise<void>;
}

/** Keeps the progress of a request for whoever watches, and hears of it when it's cancelled. */
function keepPulse(context: Context, attempt: Attempt, onCancel: (who: string) => void): Pulse {
  let latest: RunProgress | null = null;
  let kept: RunProgress | null = null;
  let beating: Promise<void> = Promise.resolve();
  const beat = async () => {
    try {
      if (latest !== null && latest !== kept) {
        const progress = latest;
        await storeProgress(context, attempt, progress);
        kept = progress;
      }
      const who = await loadCancellation(context, attempt);
      if (who !== null) onCancel(who);
    } catch (error) {
      context.log.warn("The progress of a run could not be kept", { id: attempt.id, error: String(error) });
    }
  };
  const timer = setInterval(() => {
    beating = beating.then(beat);
  }, LOOK_EVERY_MS);
  return {
    at(progress) {
      latest = progress;
    },
    async stop() {
      clearInterval(timer);
      await beating;
    },
  };
}
