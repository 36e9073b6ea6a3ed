import { assess } from "@/assess/assess";
import type { Context } from "@/context";
import { type IngestRequest, ingest } from "@/ingest/ingest";
import { openDatabase } from "@/io/database";
import { layeredSnapshots } from "@/io/layered-snapshots";
import { createScratchDatabase } from "@/io/scratch-database";
import { readRows, writeRows } from "@/io/table-rows";
import { standingNow, whatWouldChange } from "@/present/what-would-change";
import type { DryRun, RunProgress } from "@/shapes/run-shapes";

/** About people and machines: no stage that is tried looks at them. */
const LEFT_BEHIND = [
  ...[
    "AccessToken",
    "Alert",
    "AlertBatch",
    "AlertItem",
    "DeferredAlert",
    "Delivery",
    "Message",
    "RequestLimit",
  ],
  ...["SignUp", "Subscriber", "Subscription", "SubscriptionCouncil", "Suppression"],
  ...["RunAnswer", "RunLine", "RunRequest"],
  ...["ErrorReport", "ReportDecision"],
  ...["AuditEntry", "Credential", "PasswordLink", "RateLimit", "Session", "User"],
];

/**
 * What a run would change, found out by doing it to a copy of the store that is thrown away: the very stages, the
 * publishers' documents as they are now. Nothing of it is kept, no document, no finding, no note of the meeting.
 */
export async function dryRun(
  context: Context,
  databaseUrl: string,
  request: IngestRequest,
  onStage: (stage: RunProgress["stage"]) => void,
): Promise<DryRun> {
  onStage("copying");
  const scratch = await createScratchDatabase(databaseUrl);
  const database = openDatabase(scratch.url);
  const copy: Context = { ...context, database, snapshots: layeredSnapshots(context.snapshots) };
  try {
    await writeRows(scratch.url, readRows(databaseUrl, LEFT_BEHIND));
    request.signal?.throwIfAborted();
    // What is due to be judged anew anyway isn't this run's doing.
    await assess(copy);
    const before = await standingNow(copy);
    onStage("reading");
    const { runId, status, sources } = await ingest(copy, request);
    onStage("judging");
    await assess(copy);
    onStage("comparing");
    return await whatWouldChange(copy, before, { runId, status, sources: sources.map(told) });
  } finally {
    await database.$disconnect();
    await scratch.drop();
  }
}

function told<T extends { readonly unreachable?: string }>({ unreachable: _, ...outcome }: T) {
  return outcome;
}
