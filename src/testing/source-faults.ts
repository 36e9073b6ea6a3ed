import type { Context } from "@/context";
import { type IngestOutcome, ingest } from "@/ingest/ingest";
import { createLiveFetcher } from "@/io/live-fetcher";
import { FIGURE_TABLES, tableOf } from "@/store/figure-tables";
import { ArchivePublisher } from "./archive-publisher";
import { ChangingSite } from "./changing-site";
import type { Change, ExpectedStatus, FaultedSource } from "./faulted-source";
import {
  type ExpectedFinding,
  FAULT_NAMES,
  type Fault,
  faultNamed,
  LIMITS_UNDER_TEST,
  type Place,
} from "./replica-faults";
import { type Replica, startReplica } from "./replica-server";
import { createTestContext, type FrozenClock } from "./test-context";

const REFERENCE_LIST = "repository:archive/figures/local_authorities.csv";

/** One source as a replica publishes it, read twice: from here on every run finds nothing new. */
export interface FaultBed {
  readonly source: FaultedSource;
  readonly context: Context & { readonly clock: FrozenClock };
  readonly replica: Replica;
  readonly site: ChangingSite;
  /** What is held when nothing is wrong; grows with every further version. */
  settled: StoreState;
  /** Of the source when nothing is wrong: `partial` where its own documents leave doubts. */
  readonly usual: "ok" | "partial";
  run(): Promise<IngestOutcome>;
  close(): Promise<void>;
}

/** What is stored, in a form that can be compared. */
interface StoreState {
  /** What the figures that count say, whichever row says it. */
  readonly counting: readonly string[];
  /** Every figure row with all that is recorded of it, and how many rows the others tables have. */
  readonly rows: readonly string[];
  readonly openFindings: readonly string[];
}

export async function openFaultBed(databaseUrl: string, source: FaultedSource): Promise<FaultBed> {
  const bundled = new ArchivePublisher();
  if (source.councils) bundled.publish(REFERENCE_LIST, source.councils, "text/csv");
  const site = new ChangingSite(await source.publisher());
  const replica = await startReplica(site);
  const onTest = await createTestContext(databaseUrl, bundled);
  const live = createLiveFetcher({
    proxy: replica.address,
    userAgent: "test",
    clock: onTest.clock,
    limits: LIMITS_UNDER_TEST,
  });
  const context = { ...onTest, fetchers: { ...onTest.fetchers, live } };
  let runs = 0;
  const run = () => {
    // Long enough for a silent host to be asked again, short enough that nothing becomes overdue.
    context.clock.forward(0.2);
    runs += 1;
    return ingest(context, {
      runId: `faults-${runs}`,
      job: "ingest",
      trigger: "test",
      mode: "live",
      only: [source.id],
      progress: () => undefined,
    });
  };
  await run();
  const second = outcomeOf(source, await run());
  if (second.status === "failed" || second.status === "held" || second.figures > 0) {
    throw new Error(`${source.id} isn't settled without any fault: ${second.status}, ${second.error}`);
  }
  return {
    source,
    context,
    replica,
    site,
    settled: await storeState(context),
    usual: second.status === "partial" ? "partial" : "ok",
    run,
    async close() {
      await replica.close();
      await onTest.close();
    },
  };
}

/**
 * Lets an address of the source fail, runs, mends it and runs again.
 *
 * @returns what is wrong, in words; nothing if the source withstood it
 */
async function withstandFault(bed: FaultBed, fault: Fault, place: Place): Promise<string[]> {
  const before = await storeState(bed.context);
  bed.replica.fail(bed.source.addresses[place], fault.behaviour);
  const asked = bed.replica.asked.length;
  const outcome = await bed.run();
  const wrong = bed.replica.asked.slice(asked).some((url) => bed.source.addresses[place].test(url))
    ? []
    : ["the address that was to fail wasn't asked"];
  const after = await storeState(bed.context);
  wrong.push(...differences("the figures that count", bed.settled.counting, after.counting));
  wrong.push(...differences("the rows stored", before.rows, after.rows));
  const status = fault.expected === null ? "as usual" : bed.source.status[place];
  wrong.push(...(await wrongOutcome(bed, outcome, status, fault.expected)));
  bed.replica.mend();
  wrong.push(...(await healed(bed)));
  return wrong;
}

/** The same for what the publisher itself changes, and takes back. */
async function withstandChange(bed: FaultBed, change: Change): Promise<string[]> {
  await change.make(bed.site);
  const outcome = await bed.run();
  const after = await storeState(bed.context);
  const wrong: string[] = [];
  if (change.addsVersion) {
    const still = new Set(after.counting);
    if (bed.settled.counting.some((figure) => !still.has(figure))) wrong.push("figures held are gone");
    if (after.counting.length <= bed.settled.counting.length) wrong.push("no figure was added");
    bed.settled = { ...bed.settled, counting: after.counting };
  } else wrong.push(...differences("the figures that count", bed.settled.counting, after.counting));
  wrong.push(...(await wrongOutcome(bed, outcome, change.status, change.expected)));
  bed.site.restore();
  wrong.push(...(await healed(bed)));
  return wrong;
}

function outcomeOf(source: FaultedSource, { sources }: IngestOutcome) {
  const outcome = sources.find(({ source: id }) => id === source.id);
  if (!outcome) throw new Error(`The run didn't come to ${source.id}.`);
  return outcome;
}

async function wrongOutcome(
  { source, context, usual }: FaultBed,
  run: IngestOutcome,
  status: ExpectedStatus,
  expected: ExpectedFinding | null,
): Promise<string[]> {
  const outcome = outcomeOf(source, run);
  const stored = await context.database.ingestionRun.findUniqueOrThrow({
    where: { id: run.runId },
    include: { sources: true },
  });
  const storedSource = stored.sources.find(({ publicationId }) => publicationId === source.id);
  const wrong: string[] = [];
  const expect = (what: string, met: unknown, wanted: unknown) => {
    if (met !== wanted) wrong.push(`${what} is ${met}, not ${wanted}`);
  };
  const met = outcome.status === "unchanged" ? "ok" : outcome.status;
  const wanted = status === "as usual" ? usual : status;
  expect("the source's status", met, wanted);
  expect("the source's status as stored", storedSource?.status, outcome.status);
  expect("the run's status", run.status, wanted === "ok" ? "ok" : "partial");
  expect("the run's status as stored", stored.status, run.status);
  wrong.push(...(await halfStored(context)));
  if (expected === null) return wrong;

  const findings = await context.database.finding.findMany({
    where: { publicationId: source.id, resolvedAt: null, runId: run.runId },
  });
  const said = findings.map(({ kind, message, met }) => `${kind}: ${message} ${met ?? ""}`);
  if (!findings.some(({ kind, message }) => kind === expected.kind && expected.words.test(message))) {
    wrong.push(
      `no finding ${expected.kind} says ${expected.words}; there are: ${said.join(" | ") || "none"}`,
    );
  }
  if (status === "failed" && !outcome.error) wrong.push("the source's failure has no reason");
  return wrong;
}

/** An edition without a reading, or figures that count of a reading that doesn't. */
async function halfStored({ database }: Context): Promise<string[]> {
  const empty = await database.edition.count({ where: { readings: { none: {} } } });
  const wrong = empty > 0 ? [`${empty} editions have no reading`] : [];
  for (const table of FIGURE_TABLES) {
    const stray = await tableOf(database, table).count({
      where: { currentFrom: { not: null }, currentUntil: null, reading: { status: { not: "published" } } },
    });
    if (stray > 0) wrong.push(`${stray} rows of ${table} count although their reading isn't published`);
  }
  return wrong;
}

async function healed(bed: FaultBed): Promise<string[]> {
  const outcome = outcomeOf(bed.source, await bed.run());
  const after = await storeState(bed.context);
  return [
    ...(outcome.status === "failed" || outcome.status === "held" ? [`it's still ${outcome.status}`] : []),
    ...differences("the figures that count after mending", bed.settled.counting, after.counting),
    ...differences("the open findings after mending", bed.settled.openFindings, after.openFindings),
    ...(await halfStored(bed.context)),
  ];
}

async function storeState({ database }: Context): Promise<StoreState> {
  const counting: string[] = [];
  const rows: string[] = [];
  for (const table of FIGURE_TABLES) {
    for (const { id, series, fingerprint, checked, readingId, ...row } of await tableOf(
      database,
      table,
    ).findMany({
      where: {},
    })) {
      if (row.currentFrom !== null && row.currentUntil === null) counting.push(`${series} ${fingerprint}`);
      const times = [row.currentFrom, row.currentUntil].map((time) => time?.toISOString() ?? "-");
      rows.push([table, id, series, fingerprint, checked, readingId, ...times, row.endedBecause].join(" "));
    }
  }
  const [snapshots, captures, editions, readings] = await Promise.all([
    database.snapshot.count(),
    database.capture.count(),
    database.edition.count(),
    database.reading.count(),
  ]);
  const open = await database.finding.findMany({ where: { resolvedAt: null } });
  return {
    counting: counting.sort(),
    rows: [
      ...rows.sort(),
      `${snapshots} snapshots, ${captures} captures, ${editions} editions, ${readings} readings`,
    ],
    openFindings: open.map(({ url, kind, message }) => `${url} ${kind} ${message}`).sort(),
  };
}

function differences(what: string, before: readonly string[], after: readonly string[]): string[] {
  const was = new Set(before);
  const is = new Set(after);
  const gone = before.filter((line) => !is.has(line));
  const fresh = after.filter((line) => !was.has(line));
  if (gone.length + fresh.length === 0 && before.length === after.length) return [];
  return [
    `${what} differ: ${gone.length} gone (${gone[0] ?? "-"}), ${fresh.length} new (${fresh[0] ?? "-"})`,
  ];
}

/** Every fault that a source is put through, by name. */
export function trialsOf(source: FaultedSource): ReadonlyMap<string, (bed: FaultBed) => Promise<string[]>> {
  const trials = new Map<string, (bed: FaultBed) => Promise<string[]>>();
  for (const place of ["listing", "document"] as const) {
    for (const name of FAULT_NAMES) {
      const fault = faultNamed(name);
      if (fault.at && fault.at !== place) continue;
      trials.set(`${place}: ${name}`, (bed) => withstandFault(bed, fault, place));
    }
  }
  for (const [name, change] of Object.entries(source.changes)) {
    trials.set(`changed: ${name}`, (bed) => withstandChange(bed, change));
  }
  return trials;
}
