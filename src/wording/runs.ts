import type { ReadFrom, RunDetail, RunProgress, RunState, RunSummary } from "@/shapes/run-shapes";
import { formatCount } from "./money";

const STATES = {
  queued: "Waiting for a worker",
  running: "Running",
  ok: "All well",
  partial: "Done, with something to look at",
  failed: "Failed",
  cancelled: "Cancelled",
  interrupted: "Cut off",
} as const satisfies Record<RunState, string>;

export function runStateWords(state: RunState): string {
  return STATES[state];
}

const JOBS: Readonly<Record<string, string>> = {
  ingest: "Reading of sources",
  "load-archive": "Loading of the bundled archive",
  "check-overdue": "Look for overdue editions",
  assess: "Judging of every council",
};

export function jobWords(job: string): string {
  return JOBS[job] ?? job;
}

const FROM = {
  live: "from the publishers",
  archive: "from the bundled archive",
  stored: "from what is stored",
} as const satisfies Record<ReadFrom, string>;

export function readFromWords(from: ReadFrom): string {
  return FROM[from];
}

/** What a run is, in one line: "Reading of ehc-plans, from the publishers, only tried". */
export function runTitle({
  job,
  sources,
  readFrom,
  dryRun,
}: Pick<RunSummary, "job" | "sources" | "readFrom" | "dryRun">): string {
  if (job !== "ingest") return jobWords(job);
  const what =
    sources.length === 0
      ? "all sources"
      : sources.length > 2
        ? `${sources.length} sources`
        : sources.join(" and ");
  return [
    `Reading of ${what}`,
    ...(readFrom ? [FROM[readFrom]] : []),
    ...(dryRun ? ["only tried"] : []),
  ].join(", ");
}

/** How long it took: "4 s", "2 min 5 s"; null while nobody knows. */
export function tookWords({
  at,
  finishedAt,
  state,
}: Pick<RunSummary, "at" | "finishedAt" | "state">): string | null {
  if (finishedAt === null || state === "queued") return null;
  return durationWords(Date.parse(finishedAt) - Date.parse(at));
}

export function durationWords(milliseconds: number): string {
  if (milliseconds < 1_000) return "under a second";
  const seconds = Math.round(milliseconds / 1_000);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min ${seconds % 60} s` : `${hours} h ${minutes % 60} min`;
}

/** How much of a run is done, from 0 to 1: source by source, and within one document by document. */
export function shareDone({ stage, sourceNumber, sources, document }: RunProgress): number {
  if (stage === "waiting" || stage === "copying") return 0;
  if (stage === "judging" || stage === "comparing") return 1;
  if (sources === 0) return 0;
  const within = document === null || document.of === 0 ? 0 : (document.number - 1) / document.of;
  return Math.min(1, (sourceNumber - 1 + within) / sources);
}

/** What is being done right now. */
export function stepWords({ stage, source, sourceNumber, sources, document }: RunProgress): string {
  switch (stage) {
    case "waiting":
      return "Waiting for another run to end";
    case "copying":
      return "Copying the store, to try it there";
    case "judging":
      return "Judging every council";
    case "comparing":
      return "Comparing with the store as it is";
    case "reading": {
      const which = `Source ${sourceNumber} of ${sources}: ${source ?? ""}`;
      return document === null ? which : `${which}, document ${document.number} of ${document.of}`;
    }
  }
}

/** How a run stands, as one would tell it. */
export function runSentence(run: RunDetail): string {
  switch (run.state) {
    case "queued":
      return "It waits for a worker. The first that is free begins within seconds; none may be running.";
    case "running":
      return run.cancelAskedBy === null
        ? "It is running."
        : "It is running, and ends before its next document: somebody has cancelled it.";
    case "ok":
      return run.dryRun ? "Tried. Nothing of it was kept." : doneSentence(run);
    case "partial":
      return run.dryRun
        ? "Tried, and some of it would need a look. Nothing of it was kept."
        : `${doneSentence(run)} Some of it needs a look.`;
    case "failed":
      return "It failed. What was stored before is stored whole, and yesterday’s figures stand.";
    case "cancelled":
      return run.figures > 0
        ? "It was cancelled. What was stored by then is stored whole."
        : "It was cancelled, and changed nothing.";
    case "interrupted":
      return "It was cut off. What was stored by then is stored whole.";
  }
}

function doneSentence({ job, figures }: RunDetail): string {
  if (job === "assess") return "Every council is judged by what is held now.";
  if (figures === 0) return "Done. Nothing new was found.";
  return `Done. ${formatCount(figures)} ${figures === 1 ? "figure was" : "figures were"} written.`;
}
