import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { practiceStages } from "@/io/practice-stages";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { type IngestOutcome, ingest } from "./ingest";

let database: TestDatabase;
let context: TestContext;
const outcomes = new Map<string, IngestOutcome>();

beforeAll(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  for (const { day, fetcher } of practiceStages()) {
    const clock = { now: () => new Date(`${day}T12:00:00Z`) };
    const outcome = await ingest(
      { ...context, clock, fetchers: { ...context.fetchers, bundled: fetcher } },
      {
        ...{ runId: day, job: "load-archive", trigger: `practice ${day}`, mode: "archive" },
        ...{ only: [], progress: () => undefined },
      },
    );
    outcomes.set(day, outcome);
  }
});
afterAll(async () => {
  await context.close();
  await database.drop();
});

describe("the practice archive", () => {
  it("is read whole at each stage, and nothing holds any of it back", async () => {
    const troubled = [...outcomes].flatMap(([day, { sources }]) =>
      sources
        .filter(({ status }) => status !== "ok" && status !== "unchanged")
        .map(({ source, status, error }) => ({ day, source, status, error })),
    );
    const open = await context.database.finding.findMany({
      where: { resolvedAt: null, severity: { not: "note" } },
      select: { publicationId: true, kind: true, message: true },
    });
    expect({ troubled, open }).toEqual({ troubled: [], open: [] });
  });
});
