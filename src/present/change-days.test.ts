import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DraftChange } from "@/domain/changes/change";
import { openDatabase } from "@/io/database";
import { storeChanges } from "@/store/store-changes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, sha256Of } from "@/testing/factories";
import { changeDays } from "./change-days";

describe("the days on which changes were found", () => {
  let testDatabase: TestDatabase;
  let database: ReturnType<typeof openDatabase>;
  const document = sha256Of("the document");

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = openDatabase(testDatabase.url);
    const filler = fillStore(database);
    const list = await filler.edition({ publication: "local-authorities", key: "list" });
    await filler.council(list, { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" });
    await filler.edition({ publication: "safety-valve-agreements", key: "a", snapshotSha256: document });
  });
  afterAll(async () => {
    await database.$disconnect();
    await testDatabase.drop();
  });

  const found = (detectedAt: string, subjects: readonly string[], notNews: DraftChange["notNews"] = null) =>
    storeChanges(
      database,
      {
        ...{ publicationId: "safety-valve-agreements", runId: "run-of-the-test", origin: "live" },
        ...{ captureId: 2, parserVersion: "1", detectedAt: new Date(detectedAt) },
      },
      subjects.map(
        (subject): DraftChange => ({
          ...{ kind: "condition-changed", dfeCode: "X01", financialYear: null, agreementVersion: "original" },
          ...{ subject, before: null, notNews, beforeAt: null },
          after: { kind: "text", text: `Condition ${subject}` },
          afterAt: { snapshotSha256: document, url: "https://example.org/a.pdf", locator: { page: 1 } },
        }),
      ),
    );

  it("are none before anything was found", async () => {
    expect(await changeDays({ database })).toEqual([]);
  });

  it("are days in London, newest first, without what is no news of a publisher", async () => {
    await found("2026-06-01T22:59:00Z", ["1", "2"]);
    await found("2026-06-01T23:01:00Z", ["3"]);
    await found("2026-06-03T12:00:00Z", ["4"], "reading-changed");
    expect(await changeDays({ database })).toEqual([
      { day: "2026-06-02", changes: 1 },
      { day: "2026-06-01", changes: 2 },
    ]);
  });
});
