import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ingest } from "@/ingest/ingest";
import { publications } from "@/sources/registry";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore } from "@/testing/factories";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { checkOverdueJob } from "./check-overdue";
import { EXIT_CODES } from "./job";
import { performJob } from "./perform-job";

let database: TestDatabase;
let context: TestContext;

beforeEach(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
});
afterEach(async () => {
  await context.close();
  await database.drop();
});

const check = () =>
  performJob(checkOverdueJob, database.url, context, {
    args: [],
    sourceMode: "archive",
    trigger: "test",
    progress: () => undefined,
  });

const hold = (
  publication: string,
  key: string,
  financialYear: string,
  publishedOn: string | null,
  origin = "live",
) =>
  fillStore(context.database).edition({
    publication,
    key,
    financialYear,
    publishedOn,
    origin: origin as "live",
  });

async function holdAllButTheOutturn(): Promise<void> {
  await hold("dsg-allocations", "2026-27@2026-07-16", "2026-27", "2026-07-16");
  await hold("ehc-plans", "2026", "2025-26", null);
  await hold("section-251-outturn", "2023-24", "2023-24", null, "archive");
}

const overdue = () =>
  context.database.finding.findMany({
    where: { kind: "edition-overdue" },
    orderBy: { id: "asc" },
    select: { publicationId: true, origin: true, severity: true, message: true, resolvedAt: true },
  });

describe("check-overdue", () => {
  it("has every publication in its answer, in the agreed shape", async () => {
    await holdAllButTheOutturn();
    const outcome = await check();
    expect(outcome).toMatchObject({ job: "check-overdue", runId: expect.any(String), status: "partial" });
    expect(EXIT_CODES[outcome.status]).toBe(2);
    expect(outcome.sources).toEqual(
      publications.map(({ id }) => ({
        source: id,
        status: id === "section-251-outturn" ? "overdue" : "ok",
        snapshots: 0,
        unchanged: 0,
        figures: 0,
        findings: id === "section-251-outturn" ? 1 : 0,
        durationMs: expect.any(Number),
        ...(id === "section-251-outturn"
          ? { edition: "the outturn of 2024 to 2025", dueBy: "2026-01-31" }
          : {}),
      })),
    );
  });

  it("says honestly that our copy is old, once, however often it runs", async () => {
    await holdAllButTheOutturn();
    await check();
    context.clock.forward(24);
    await check();
    expect(await overdue()).toEqual([
      {
        publicationId: "section-251-outturn",
        origin: "archive",
        severity: "note",
        message:
          'The bundled archive ends with "Edition 2023-24"; the outturn of 2024 to 2025 was due by 31 January 2026. It may be out at the publisher\'s.',
        resolvedAt: null,
      },
    ]);
  });

  it("says otherwise of a publisher who was read, and of nothing at hand", async () => {
    await hold("section-251-outturn", "2023-24", "2023-24", null);
    await check();
    const messages = Object.fromEntries((await overdue()).map((row) => [row.publicationId, row.message]));
    expect(messages).toEqual({
      "section-251-outturn":
        'The outturn of 2024 to 2025 was due by 31 January 2026 and hasn\'t come: the newest edition is "Edition 2023-24".',
      "ehc-plans": "The count of January 2026 was due by 30 June 2026, and no edition is at hand.",
      "dsg-allocations": "The update of July 2026 was due by 31 July 2026, and no edition is at hand.",
    });
  });

  it("resolves it when the edition has come", async () => {
    await holdAllButTheOutturn();
    await check();
    await hold("section-251-outturn", "2024-25", "2024-25", null);
    const now = context.clock.forward(24);
    expect(await check()).toMatchObject({ status: "ok" });
    expect(await overdue()).toMatchObject([{ resolvedAt: now }]);
  });

  it("doesn't call late what lies here waiting for a person", async () => {
    await holdAllButTheOutturn();
    const held = await hold("section-251-outturn", "2024-25", "2024-25", null);
    await context.database.edition.update({
      where: { id: held.editionId },
      data: { currentReadingId: null },
    });
    await context.database.reading.update({ where: { id: held.readingId }, data: { status: "held" } });
    expect(await check()).toMatchObject({ status: "ok" });
  });

  it("tells the next edition as soon as its day has gone by", async () => {
    await holdAllButTheOutturn();
    await hold("section-251-outturn", "2024-25", "2024-25", null);
    context.clock.forward(24 * 38 + 9); // 31 December, 18:00
    expect(await check()).toMatchObject({ status: "ok" });
    context.clock.forward(24);
    expect(await check()).toMatchObject({ status: "partial" });
    expect((await overdue()).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The announcement for 2027 to 2028 was due by 31 December 2026/),
    ]);
  });

  it("stands through a run that reads something else, and isn't the source's state", async () => {
    await holdAllButTheOutturn();
    await check();
    const request = { job: "ingest", trigger: "test", mode: "archive", progress: () => undefined } as const;
    context.clock.forward(24);
    await ingest(context, { ...request, runId: "next-day", only: ["section-251-outturn"] });
    expect(await overdue()).toMatchObject([{ resolvedAt: null }]);
    expect(await context.database.runSource.findMany({ where: { run: { job: "check-overdue" } } })).toEqual(
      [],
    );
  });
});
