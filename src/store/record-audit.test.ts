import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { recordAudit } from "./record-audit";

describe("the audit log", () => {
  let database: TestDatabase;
  let context: TestContext;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    context = await createTestContext(database.url);
    // As the application itself connects: what it may not do, nobody does by accident.
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await context.close();
    await database.drop();
  });

  const entry = {
    actor: "user-1",
    verb: "user.change-role",
    subject: { kind: "user", id: "user-2" },
    before: { role: "editor" },
    after: { role: "admin" },
    reason: "Covers for somebody on leave",
    at: new Date("2026-11-23T09:00:00Z"),
  };

  it("keeps who, what, before, after, when and why", async () => {
    await context.database.$transaction((transaction) => recordAudit(transaction, entry));
    const [row] = await context.database.auditEntry.findMany();
    expect(row).toMatchObject({
      actor: "user-1",
      verb: "user.change-role",
      subjectKind: "user",
      subjectId: "user-2",
      before: { role: "editor" },
      after: { role: "admin" },
      reason: "Covers for somebody on leave",
      at: entry.at,
    });
  });

  it("isn't written when what it tells of wasn't done", async () => {
    const before = await context.database.auditEntry.count();
    const undone = context.database.$transaction(async (transaction) => {
      await recordAudit(transaction, entry);
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    expect(await context.database.auditEntry.count()).toBe(before);
  });

  it.each([
    ["a row changed", `UPDATE "AuditEntry" SET "actor" = 'somebody else'`],
    ["a row removed", `DELETE FROM "AuditEntry"`],
    ["all rows removed", `TRUNCATE "AuditEntry"`],
    ["all rows removed with whatever depends on them", `TRUNCATE "AuditEntry" CASCADE`],
    [
      "a row put in another's place",
      `INSERT INTO "AuditEntry" ("id", "at", "actor", "verb", "subjectKind", "subjectId")
       SELECT "id", now(), 'x', 'x', 'x', 'x' FROM "AuditEntry" LIMIT 1 ON CONFLICT ("id") DO UPDATE SET "actor" = 'x'`,
    ],
  ])("refuses to have %s", async (_what, sql) => {
    await expect(client.query(sql)).rejects.toThrow(/are a record: they are added to, never/);
    const { rows } = await client.query(`SELECT "actor" FROM "AuditEntry"`);
    expect(rows).toEqual([{ actor: "user-1" }]);
  });

  it("refuses it in a session that passes for a replica's, where other triggers sleep", async () => {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica").catch(() => undefined);
    await expect(client.query(`DELETE FROM "AuditEntry"`)).rejects.toThrow();
    await client.query("ROLLBACK");
  });
});
