import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import { moneyOf } from "@/domain/money";
import { ingest } from "@/ingest/ingest";
import { practiceStages } from "@/io/practice-stages";
import { confirmReading } from "@/review/confirm-reading";
import { hideVerdicts, showVerdicts } from "@/review/hide-verdicts";
import { keepEntry, retireEntry } from "@/review/keep-entry";
import { loadCorrectableFigures } from "@/review/load-correctable-figures";
import { loadRegister } from "@/review/load-register";
import { loadReviewQueue } from "@/review/load-review-queue";
import { publishNoteAgain } from "@/review/publish-note";
import { recordCorrection } from "@/review/record-correction";
import { recordReply, takeReplyDown } from "@/review/record-reply";
import { rejectReading } from "@/review/reject-reading";
import { restoreFlag } from "@/review/restore-flag";
import { undoDecision } from "@/review/undo-decision";
import { withdrawCorrection } from "@/review/withdraw-correction";
import { withdrawFlag } from "@/review/withdraw-flag";
import { withdrawNote } from "@/review/withdraw-note";
import { ArchivePublisher } from "@/testing/archive-publisher";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import type { JobSettings } from "./job";
import { loadPractice } from "./load-practice";
import { replayJob } from "./replay";

let database: TestDatabase;
let context: TestContext;
let archive: ArchivePublisher;

beforeEach(async () => {
  database = await createTestDatabase();
  archive = new ArchivePublisher();
  context = await createTestContext(database.url, archive);
});
afterEach(async () => {
  await context.close();
  await database.drop();
});

function settings(said: string[] = []): JobSettings {
  return {
    ...{
      context,
      databaseUrl: database.url,
      runId: "replay",
      args: [],
      sourceMode: "practice",
      trigger: "test",
    },
    signal: new AbortController().signal,
    progress: (line) => said.push(line),
  };
}

async function replay() {
  const said: string[] = [];
  const outcome = await replayJob.run(settings(said));
  return { ...outcome, said } as typeof outcome & {
    said: string[];
    decisions: number;
    differences: object[];
  };
}

async function ingestArchive(runId: string) {
  await ingest(context, {
    ...{ runId, job: "ingest", trigger: "test", mode: "archive", only: [] },
    progress: () => undefined,
  });
  await assess(context);
}

const because = "As the test says.";

/** A row is added, one of the project's own is edited and one retired, and the register read in between. */
async function workOnTheRegister() {
  const bundled = practiceStages().at(-1)?.fetcher;
  if (!bundled) throw new Error("There is no practice archive.");
  const register = { ...context, bundled, ownHost: "tracker.example" };
  const read = async (runId: string) => {
    context.clock.forward(1);
    await ingest(
      { ...context, fetchers: { ...context.fetchers, bundled } },
      {
        ...{ runId, job: "ingest", trigger: "test", mode: "archive", only: ["evidence-register"] },
        progress: () => undefined,
      },
    );
    await assess(context);
    context.clock.forward(1);
  };
  const { rows } = await loadRegister(register, "actuals");
  const [first, second] = rows;
  if (!first?.bundledKey || !second?.bundledKey) throw new Error("Practice should have a register.");
  const asked = { file: "actuals", reason: because, despiteDoubts: true } as const;
  const cells = { ...first.cells, deficit_gbp_m: "21.5", published_on: "2026-11-20" };
  context.clock.forward(1);
  const edited = await keepEntry(register, { ...asked, cells, subject: { bundledKey: first.bundledKey } });
  const added = { ...cells, deficit_gbp_m: "22.5", as_at_date: "2026-09-30" };
  expect([
    edited,
    await keepEntry(register, { ...asked, cells: added, subject: { isNew: true } }),
  ]).toMatchObject([{ kind: "kept" }, { kind: "kept" }]);
  await read("register-1");
  await retireEntry(register, { ...asked, subject: { bundledKey: second.bundledKey } });
  await read("register-2");
}

describe("replaying every document and decision into an empty database", { timeout: 300_000 }, () => {
  it("gives the bundled archive's exports to the byte, also after it was read again", async () => {
    await ingestArchive("first");
    context.clock.forward(24);
    await ingestArchive("second");
    expect(await replay()).toMatchObject({ status: "ok", differences: [], failures: [], runs: 1 });
  });

  it("gives the exports of a store with a history and with decisions in between", async () => {
    await loadPractice(settings());
    // Practice ends at noon of the day at whose morning this clock begins.
    context.clock.forward(24);
    const decided = async (readings: readonly number[]) => {
      const [first, second, third] = readings;
      if (!first || !second || !third) throw new Error("Practice should leave things to decide.");
      context.clock.forward(1);
      await confirmReading(context, { readingId: first, reason: because });
      await assess(context);
      context.clock.forward(1);
      await rejectReading(context, { readingId: second, reason: because });
      await assess(context);
      context.clock.forward(1);
      await undoDecision(context, { readingId: second, reason: because });
      await confirmReading(context, { readingId: third, reason: because });
    };
    const queue = await loadReviewQueue(context);
    await decided(queue.filter(({ status }) => status === "published").map(({ readingId }) => readingId));

    context.clock.forward(1);
    const [figure, other] = await loadCorrectableFigures(context, "X01");
    if (!figure || !other) throw new Error("Exampleshire should have figures.");
    const correction = {
      corrected: moneyOf(12_345_678, "pound"),
      source: { title: "A letter", url: null },
      ...{ correctedOn: "2026-01-31", reason: because },
    };
    // An attempt that failed leaves a gap in the numbers.
    await recordCorrection(context, { ...correction, figure: { ...figure.address, id: 999_999 } }).catch(
      () => null,
    );
    await context.database.$queryRaw`SELECT nextval(pg_get_serial_sequence('"Correction"', 'id'))`;
    const { id } = await recordCorrection(context, { ...correction, figure: figure.address });
    await recordCorrection(context, { ...correction, figure: other.address });
    await assess(context);
    context.clock.forward(1);
    await withdrawCorrection(context, { correctionId: id, reason: because });
    await context.database.threshold.create({
      data: {
        ...{ name: "toleranceBasisPoints", value: "300", actor: "test", reason: because },
        setAt: context.clock.now(),
      },
    });
    await assess(context);

    context.clock.forward(1);
    const flags = await context.database.flag.findMany({ where: { state: "open" }, orderBy: { id: "asc" } });
    const [withdrawn, restored, replied] = flags.map(({ id: flagId }) => flagId);
    if (!withdrawn || !restored || !replied) throw new Error("Practice should leave flags.");
    await withdrawFlag(context, { flagId: withdrawn, reason: because });
    await withdrawFlag(context, { flagId: restored, reason: because });
    await hideVerdicts(context, { dfeCode: "X02", reason: because });
    await hideVerdicts(context, { dfeCode: "X03", reason: because });
    const office = { saidBy: "Director of Finance", saidOn: "2026-11-01", url: null, reason: because };
    await recordReply(context, { flagId: replied, text: "We disagree.", ...office });
    await recordReply(context, { flagId: withdrawn, text: "A first word.", ...office });
    context.clock.forward(1);
    await restoreFlag(context, { flagId: restored, reason: because });
    await showVerdicts(context, { dfeCode: "X03", reason: because });
    await takeReplyDown(context, { flagId: withdrawn, reason: because });
    await assess(context);
    const note = { reportId: 7, figure: null, flagId: null, about: "Exampleshire", text: because };
    const { id: noteId } = await publishNoteAgain(context, { ...note, dfeCode: "X01" });
    await publishNoteAgain(context, { ...note, dfeCode: null });
    context.clock.forward(1);
    await withdrawNote(context, { noteId, reason: because });

    await workOnTheRegister();

    const outcome = await replay();
    expect(outcome.said.filter((line) => line.includes("differ"))).toEqual([]);
    expect(outcome).toMatchObject({ status: "ok", differences: [], failures: [], decisions: 26 });
  });

  it("says which files differ, and where, when the store isn't what its documents make of it", async () => {
    await loadPractice(settings());
    // Of a year that several editions count, the last is exported.
    const plans = await context.database.ehcPlanCount.findFirst({
      where: { currentUntil: null, plans: { not: 1 } },
      orderBy: { id: "desc" },
    });
    await context.database.ehcPlanCount.update({ where: { id: plans?.id ?? 0 }, data: { plans: 1 } });
    const { status, differences, said } = await replay();
    expect(status).toBe("failed");
    expect(differences).toMatchObject([
      { file: "ehc-plans.csv", differing: 1, live: expect.stringContaining(",1,") },
      { file: "ehc-plans.json", differing: 1 },
    ]);
    expect(said.join("\n")).toMatch(/ehc-plans\.csv: 1 lines differ, first \d+/);
  });

  it("leaves the live store as it is, and no other behind", async () => {
    await loadPractice(settings());
    const counts = () =>
      context.database.$queryRaw`
        SELECT (SELECT count(*)::int FROM "Capture") AS captures, (SELECT count(*)::int FROM "Reading") AS readings,
          (SELECT count(*)::int FROM "FlagChange") AS told, (SELECT count(*)::int FROM "RunAnswer") AS answers,
          (SELECT count(*)::int FROM pg_database WHERE starts_with(datname, 'svt_scratch_')) AS scratch`;
    const before = await counts();
    await replay();
    expect(await counts()).toEqual(before);
    expect(before).toMatchObject([{ scratch: 0 }]);
  });
});
