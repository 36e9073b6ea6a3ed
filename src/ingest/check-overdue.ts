import type { Context } from "@/context";
import { londonDay } from "@/domain/calendar-date";
import { type DueEdition, overdueEdition } from "@/sources/due-edition";
import type { Publication } from "@/sources/publication";
import { publications } from "@/sources/registry";
import { editionsAtHand, type StoredEditionAtHand } from "@/store/editions-at-hand";
import { formatDate } from "@/wording/dates";
import { type OverdueFinding, storeOverdue } from "./store-overdue";
import { storePublications } from "./store-publication";
import { closeRun, openRun, type RunStatus } from "./store-run";

/** Whether an edition of a publication that should be out is missing. */
export interface OverdueCheck {
  readonly source: string;
  readonly status: "ok" | "overdue";
  readonly snapshots: 0;
  readonly unchanged: 0;
  readonly figures: 0;
  readonly findings: number;
  readonly durationMs: number;
  /** The missing edition, and the last day on which it wasn't late. */
  readonly edition?: string;
  readonly dueBy?: string;
}

export interface OverdueOutcome {
  readonly runId: string;
  /** `partial` when something is overdue. */
  readonly status: RunStatus;
  readonly sources: readonly OverdueCheck[];
}

/** Looks which publications are late, and leaves a finding with each that is. The caller holds the job's lock. */
export async function checkOverdue(
  context: Context,
  request: { readonly runId: string; readonly trigger: string; readonly progress: (line: string) => void },
): Promise<OverdueOutcome> {
  await storePublications(context, publications);
  await openRun(context, request.runId, "check-overdue", request.trigger);
  try {
    const sources = await noteOverdue(context, publications, request.runId);
    for (const { source, edition, dueBy } of sources) {
      request.progress(
        edition ? `${source}: ${edition} was due by ${dueBy} and is missing` : `${source}: nothing overdue`,
      );
    }
    const status: RunStatus = sources.every((source) => source.status === "ok") ? "ok" : "partial";
    await closeRun(context, request.runId, status, null);
    return { runId: request.runId, status, sources };
  } catch (error) {
    await closeRun(context, request.runId, "failed", error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** Raises what is overdue today, and resolves what has come. */
export async function noteOverdue(
  context: Pick<Context, "database" | "clock">,
  of: readonly Publication[],
  runId: string,
): Promise<OverdueCheck[]> {
  const today = londonDay(context.clock.now());
  const atHand = await editionsAtHand(context.database);
  const checks: OverdueCheck[] = [];
  for (const publication of of) {
    const started = performance.now();
    const its = atHand.filter(({ publicationId }) => publicationId === publication.id);
    const overdue = overdueEdition(publication, its, today);
    await storeOverdue(context, publication, runId, overdue && overdueFinding(overdue, its.at(-1)));
    checks.push({
      source: publication.id,
      status: overdue ? "overdue" : "ok",
      snapshots: 0,
      unchanged: 0,
      figures: 0,
      findings: overdue ? 1 : 0,
      durationMs: Math.round(performance.now() - started),
      ...(overdue ? { edition: overdue.name, dueBy: overdue.dueBy } : {}),
    });
  }
  return checks;
}

/** Our archive never holds what came after it: that it's older says nothing of the publisher. */
function overdueFinding(
  { name, dueBy }: DueEdition,
  newest: StoredEditionAtHand | undefined,
): OverdueFinding {
  const due = `${name} was due by ${formatDate(dueBy)}`;
  const origin = newest?.origin ?? "live";
  const message = newest
    ? origin === "archive"
      ? `The bundled archive ends with "${newest.title}"; ${due}. It may be out at the publisher's.`
      : `${capitalised(due)} and hasn't come: the newest edition is "${newest.title}".`
    : `${capitalised(due)}, and no edition is at hand.`;
  return { origin, message, expected: `${name} by ${dueBy}`, met: newest?.title ?? null };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
