import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Fetched } from "@/context";
import { cancelRun, requestJudgement, requestRun, type WantedRun } from "@/ingest/store-run-request";
import { lockJob } from "@/io/job-lock";
import { dryRunShape, runProgressShape } from "@/shapes/run-shapes";
import { ArchivePublisher } from "@/testing/archive-publisher";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { serveRequests } from "./serve-requests";

const PATIENCE = { timeout: 60_000, interval: 50 };

/** The bundled archive, which can be made to wait at one address. */
class HesitantArchive extends ArchivePublisher {
  #waiting: { readonly at: RegExp; readonly gate: Promise<void> } | null = null;
  readonly asked: string[] = [];

  /** @returns how to let it go on */
  hesitate(at: RegExp): () => void {
    let open: () => void = () => undefined;
    this.#waiting = { at, gate: new Promise((resolve) => (open = resolve)) };
    return open;
  }

  override async fetch(url: string): Promise<Fetched> {
    this.asked.push(url);
    if (this.#waiting?.at.test(url)) await this.#waiting.gate;
    return super.fetch(url);
  }
}

let database: TestDatabase;
let archive: HesitantArchive;
let context: TestContext;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  archive = new HesitantArchive();
  context = await createTestContext(database.url, archive);
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await context.close();
  await database.drop();
});

function serve(worker: TestContext = context): () => Promise<void> {
  const stop = serveRequests(worker, database.url, { practice: false, lookEvery: 20 });
  closing.push(stop);
  return stop;
}

const COUNCILS: WantedRun = {
  sources: ["local-authorities"],
  readFrom: "archive",
  snapshotSha256: null,
  dryRun: false,
};
const ask = (wanted: Partial<WantedRun> = {}) => requestRun(context, { ...COUNCILS, ...wanted });
const find = (id: string) => context.database.runRequest.findUniqueOrThrow({ where: { id } });

async function becomes(id: string, state: string) {
  await vi.waitFor(async () => expect((await find(id)).state).toBe(state), PATIENCE);
  return find(id);
}

async function isAt(id: string, stage: string) {
  await vi.waitFor(async () => {
    const { progress } = await find(id);
    expect(progress && runProgressShape.parse(progress).stage).toBe(stage);
  }, PATIENCE);
}

describe("a request", () => {
  it("is done by a worker: its run bears its number, and what was said is kept", async () => {
    const id = await ask();
    expect(await find(id)).toMatchObject({ state: "queued", requestedBy: "test", attempts: 0 });
    serve();
    expect(await becomes(id, "done")).toMatchObject({
      report: { kind: "run", status: "ok" },
      progress: null,
    });
    expect(await context.database.ingestionRun.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "ok",
      trigger: "asked for by test",
    });
    const lines = await context.database.runLine.findMany({ where: { runId: id }, orderBy: { id: "asc" } });
    expect(lines.map(({ text }) => text.split(" (")[0])).toEqual([
      "local-authorities: reading",
      "local-authorities: ok",
      expect.stringContaining("assess:"),
      expect.stringContaining("notify:"),
    ]);
    expect(await context.database.councilStatus.count()).toBeGreaterThan(150);
  });

  it("tells at which source and document it is", async () => {
    const goOn = archive.hesitate(/repository:/);
    const id = await ask();
    serve();
    await vi.waitFor(
      async () =>
        expect(runProgressShape.parse((await find(id)).progress)).toMatchObject({
          ...{ stage: "reading", source: "local-authorities", sourceNumber: 1, sources: 1 },
          document: { number: 1, of: 1 },
        }),
      PATIENCE,
    );
    goOn();
    await becomes(id, "done");
  });

  it("for a judgement is one for all who ask before it has begun", async () => {
    const id = await requestJudgement(context);
    expect(await requestJudgement(context)).toBe(id);
    serve();
    expect(await becomes(id, "done")).toMatchObject({ report: { status: "ok" } });
    expect(await requestJudgement(context)).not.toBe(id);
  });

  it("names a source that there is", async () => {
    await expect(ask({ sources: ["nonsense"] })).rejects.toThrow(/no source called "nonsense"/);
    expect(await context.database.runRequest.count()).toBe(0);
  });

  it("of a stored document is refused when another has taken its place, or none is held", async () => {
    serve();
    await becomes(await ask(), "done");
    const [held] = await context.database.snapshot.findMany();
    if (!held) throw new Error("The list of councils should be held.");
    const again = await ask({ snapshotSha256: held.sha256, sources: [] });
    expect(await find(again)).toMatchObject({ readFrom: "stored", sources: ["local-authorities"] });
    await expect(ask({ snapshotSha256: "0".repeat(64) })).rejects.toThrow(/No document/);
    await context.database.sourceAddress.updateMany({ data: { captureId: null } });
    await expect(ask({ snapshotSha256: held.sha256 })).rejects.toThrow(/taken its place/);
  });
});

describe("two workers", () => {
  it("never do one request twice", async () => {
    const second = await createTestContext(database.url, new HesitantArchive());
    closing.push(() => second.close());
    const ids = [await ask(), await ask(), await ask()];
    serve();
    serve(second);
    for (const id of ids) expect(await becomes(id, "done")).toMatchObject({ attempts: 1 });
    expect(await context.database.ingestionRun.count()).toBe(ids.length);
  });
});

describe("a worker that dies", () => {
  it("leaves its request to the next, which begins it again as a run of its own", async () => {
    const id = await ask();
    await context.database.runRequest.update({ where: { id }, data: { state: "running", attempts: 1 } });
    serve();
    expect(await becomes(id, "done")).toMatchObject({ attempts: 2 });
    expect(await context.database.ingestionRun.findMany()).toMatchObject([{ id: `${id}-2` }]);
  });

  it("again and again over the same request is not sent to its death once more", async () => {
    const id = await ask();
    await context.database.runRequest.update({ where: { id }, data: { state: "running", attempts: 5 } });
    serve();
    expect((await becomes(id, "failed")).error).toMatch(/ended 5 times/);
    expect(await context.database.ingestionRun.count()).toBe(0);
  });

  it("isn't taken for one while it holds the request's lock", async () => {
    const id = await ask();
    await context.database.runRequest.update({ where: { id }, data: { state: "running", attempts: 1 } });
    const alive = await lockJob(database.url, `request ${id}`, 0);
    serve();
    const other = await ask();
    await becomes(other, "done");
    expect(await find(id)).toMatchObject({ state: "running", attempts: 1 });
    await alive?.release();
    expect(await becomes(id, "done")).toMatchObject({ attempts: 2 });
  });

  it("after being told to stop hands its request back", async () => {
    const goOn = archive.hesitate(/repository:/);
    const id = await ask({ sources: ["local-authorities", "dsg-allocations"] });
    const stop = serve();
    await isAt(id, "reading");
    const stopped = stop();
    goOn();
    await stopped;
    expect(await find(id)).toMatchObject({ state: "queued", attempts: 1, progress: null });
  });
});

describe("cancelling", () => {
  it("a request that hasn't begun ends it at once", async () => {
    const id = await ask();
    await cancelRun(context, id);
    expect(await find(id)).toMatchObject({ state: "cancelled", cancelAskedBy: "test" });
    await expect(cancelRun(context, id)).rejects.toThrow(/has ended/);
    await expect(cancelRun(context, "nonsense")).rejects.toThrow(/no run/);
  });

  it("a run under way ends it before its next document; what was stored by then counts and is judged", async () => {
    const goOn = archive.hesitate(/skillsfunding/);
    const id = await ask({ sources: ["local-authorities", "dsg-allocations", "ehc-plans"] });
    const heard = vi.fn();
    serve({ ...context, log: { ...context.log, info: heard } });
    await vi.waitFor(
      () => expect(archive.asked.some((url) => url.includes("skillsfunding"))).toBe(true),
      PATIENCE,
    );
    await cancelRun(context, id);
    await expect(cancelRun(context, id)).rejects.toThrow(/asked for that already/);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), PATIENCE);
    goOn();
    expect(await becomes(id, "cancelled")).toMatchObject({ error: "Cancelled by test." });
    expect(await context.database.ingestionRun.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "cancelled",
    });
    expect(archive.asked.some((url) => url.includes("education-health-and-care-plans"))).toBe(false);
    expect(await context.database.allocation.count()).toBe(0);
    expect(await context.database.councilStatus.count()).toBeGreaterThan(150);
  });

  it("a run that waits for another one's end", async () => {
    const other = await lockJob(database.url, "ingest", 0);
    const id = await ask();
    serve();
    await isAt(id, "waiting");
    await cancelRun(context, id);
    await becomes(id, "cancelled");
    expect(await context.database.ingestionRun.count()).toBe(0);
    await other?.release();
  });
});

describe("a dry run", () => {
  const tables = ["snapshot", "capture", "sourceAddress", "reading", "edition", "finding", "change"] as const;
  const others = [
    "ingestionRun",
    "runSource",
    "runAnswer",
    "authorityRecord",
    "flag",
    "councilStatus",
  ] as const;
  const counts = async () =>
    Promise.all(
      [...tables, ...others].map((table) =>
        (context.database[table] as unknown as { count(): Promise<number> }).count(),
      ),
    );

  it("says what would change in an empty store, and keeps nothing of it", async () => {
    const before = await counts();
    const id = await ask({ dryRun: true });
    serve();
    const { report } = await becomes(id, "done");
    const told = dryRunShape.parse(report);
    expect(told.sources).toMatchObject([{ source: "local-authorities", status: "ok" }]);
    expect(told.sources[0]?.figuresAdded).toBeGreaterThan(150);
    expect(told.statuses).not.toHaveLength(0);
    expect(await counts()).toEqual(before);
    const [held] = await context.database.$queryRaw<{ databases: number }[]>`
      SELECT count(*)::int AS databases FROM pg_database WHERE starts_with(datname, 'svt_scratch_')`;
    expect(held?.databases).toBe(0);
  });

  it("says of documents that are as before that nothing would change", async () => {
    serve();
    await becomes(await ask(), "done");
    const before = await counts();
    const { report } = await becomes(await ask({ dryRun: true }), "done");
    expect(dryRunShape.parse(report)).toMatchObject({
      sources: [{ status: "unchanged", figuresAdded: 0, figuresEnded: 0, changes: [], findingsRaised: [] }],
      flags: [],
      statuses: [],
    });
    expect(await counts()).toEqual(before);
  });
});
