import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { hearPageNews } from "./hear-page-news";

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  client.on("error", () => undefined);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function listen() {
  const heard: string[] = [];
  const listener = {
    onListening: vi.fn(),
    onNews: (payload: string) => void heard.push(payload),
    onDeaf: vi.fn(),
  };
  const stop = hearPageNews(database.url, "pages", listener);
  await vi.waitFor(() => expect(listener.onListening).toHaveBeenCalled(), 10_000);
  return { heard, listener, stop };
}

const councils = (...codes: string[]) =>
  client.query(
    `INSERT INTO "Authority" ("dfeCode", "slug", "firstSeenAt") SELECT code, lower(code), now() FROM unnest($1::text[]) AS code`,
    [codes],
  );

/** About people, their messages and machines: no page that is kept shows them, so none goes stale by them. */
const SHOWN_ON_NO_PAGE = new Set([
  "AccessToken",
  "Alert",
  "AlertBatch",
  "AlertItem",
  "AuditEntry",
  "Credential",
  "DeferredAlert",
  "Delivery",
  "ErrorReport",
  "Message",
  "PasswordLink",
  "RateLimit",
  "ReportDecision",
  "RegisterEntry",
  "RegisterEntryVersion",
  "RequestLimit",
  "Session",
  "RunAnswer",
  "RunLine",
  "RunRequest",
  "SignUp",
  "Subscriber",
  "Subscription",
  "SubscriptionCouncil",
  "Suppression",
  "User",
]);

describe("news of changed rows", () => {
  it("names the table and each council once, at the commit", async () => {
    const { heard, stop } = await listen();
    await client.query("BEGIN");
    await councils("X01", "X02");
    await councils("X03");
    await client.query("COMMIT");
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard.toSorted()).toEqual(["Authority:X01", "Authority:X02", "Authority:X03"]);
    await stop();
  });

  it("isn't made of what was rolled back, nor of statements that changed nothing", async () => {
    const { heard, stop } = await listen();
    await client.query("BEGIN");
    await councils("X04");
    await client.query("ROLLBACK");
    await client.query(`DELETE FROM "Authority" WHERE "dfeCode" = 'X99'`);
    await councils("X05"); // the first that is news
    await vi.waitFor(() => expect(heard).not.toHaveLength(0));
    expect(heard).toEqual(["Authority:X05"]);
    await stop();
  });

  it("names the table alone where there is no council", async () => {
    const { heard, stop } = await listen();
    await client.query(
      `INSERT INTO "Threshold" ("name", "value", "setAt", "actor", "reason") VALUES ('invented', '1', now(), 'test', 'test')`,
    );
    await vi.waitFor(() => expect(heard).toEqual(["Threshold"]));
    await stop();
  });

  it("is heard again after the connection was cut, and it's said that it was", async () => {
    const { heard, listener, stop } = await listen();
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'page news'",
    );
    await vi.waitFor(() => expect(listener.onDeaf).toHaveBeenCalled(), 10_000);
    await vi.waitFor(() => expect(listener.onListening).toHaveBeenCalledTimes(2), 10_000);
    await councils("X06");
    await vi.waitFor(() => expect(heard).toEqual(["Authority:X06"]));
    await stop();
  });

  it("comes from every table: a migration that makes one calls tell_pages_about()", async () => {
    const { rows } = await client.query<{ relname: string; triggers: string[] }>(`
      SELECT relname, array_remove(array_agg(tgname ORDER BY tgname) FILTER (WHERE tgname LIKE 'pages\\_hear%'), NULL)::text[] AS triggers
      FROM pg_class LEFT JOIN pg_trigger ON tgrelid = pg_class.oid
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'
      GROUP BY relname`);
    const hearing = ["pages_hear_of_added", "pages_hear_of_changed", "pages_hear_of_removed"];
    expect(rows.length).toBeGreaterThan(30);
    const shown = rows.filter(({ relname }) => !SHOWN_ON_NO_PAGE.has(relname));
    expect(shown.filter(({ triggers }) => triggers?.join() !== hearing.join())).toEqual([]);
    const silent = rows.filter(({ relname }) => SHOWN_ON_NO_PAGE.has(relname));
    expect(silent.filter(({ triggers }) => triggers !== null && triggers.length > 0)).toEqual([]);
  });
});
