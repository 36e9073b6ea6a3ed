import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DraftChange } from "@/domain/changes/change";
import { openDatabase } from "@/io/database";
import { storeChanges } from "@/store/store-changes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, fixedClock, NOW, sha256Of } from "@/testing/factories";
import { changeGroups } from "./change-groups";
import type { Reading } from "./summaries";

describe("the changes of a document with many of them", () => {
  let testDatabase: TestDatabase;
  let reading: Reading;
  const document = sha256Of("the document");

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const database = openDatabase(testDatabase.url);
    reading = { database, clock: fixedClock };
    const filler = fillStore(database);
    const list = await filler.edition({ publication: "local-authorities", key: "list" });
    await filler.council(list, { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" });
    await filler.edition({ publication: "safety-valve-agreements", key: "a", snapshotSha256: document });
    const changes = Array.from(
      { length: 230 },
      (_, index): DraftChange => ({
        ...{ kind: "condition-changed", dfeCode: "X01", financialYear: null, agreementVersion: "original" },
        ...{ subject: String(index + 1), before: null, notNews: null, beforeAt: null },
        after: { kind: "text", text: `Condition ${index + 1}` },
        afterAt: { snapshotSha256: document, url: "https://example.org/a.pdf", locator: { page: 1 } },
      }),
    );
    await storeChanges(
      database,
      {
        ...{ publicationId: "safety-valve-agreements", runId: "run-of-the-test", origin: "live" },
        ...{ captureId: 2, parserVersion: "1", detectedAt: NOW },
      },
      changes,
    );
  });
  afterAll(async () => {
    await (reading.database as ReturnType<typeof openDatabase>).$disconnect();
    await testDatabase.drop();
  });

  it("are a few among those of other documents, with how many there are", async () => {
    const { groups, pages } = await changeGroups(reading, {}, 10);
    expect(groups.map(({ count, changes }) => [count, changes.length])).toEqual([[230, 8]]);
    expect(pages).toBe(1);
  });

  it.each([
    [1, 1, 100, "1"],
    [2, 2, 100, "101"],
    [3, 3, 30, "201"],
    [4, 3, 30, "201"],
  ])(
    "asked for page %i, are page %i with %i of them from number %s on",
    async (asked, page, length, first) => {
      const { groups, ...shown } = await changeGroups(reading, { document }, 10, null, asked);
      expect(shown).toMatchObject({ page, pages: 3 });
      expect(groups[0]?.changes).toHaveLength(length);
      expect(groups[0]?.changes[0]?.subject).toBe(first);
    },
  );
});
