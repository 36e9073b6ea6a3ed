import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/io/database";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fixedClock, keepingLog, snapshotsInMemory, usualSite } from "@/testing/factories";
import { clientAddress, clientAddressHeader } from "../client-address";
import type { RequestContext } from "../context";
import { metricsAnswer } from "./metrics-answer";

describe("/api/metrics", () => {
  let testDatabase: TestDatabase;
  let context: RequestContext;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const database = openDatabase(testDatabase.url);
    context = {
      ...{ database, clock: fixedClock, log: keepingLog(), snapshots: snapshotsInMemory() },
      ...usualSite,
    };
    await database.publication.create({
      data: {
        id: "ehc-plans",
        title: "Plans",
        publisher: "Somebody",
        licence: "OGL",
        landingPage: "https://example.org/",
        cadence: "yearly",
      },
    });
    for (const [id, day, status] of [
      ["r1", 20, "failed"],
      ["r2", 21, "ok"],
      ["r3", 22, "failed"],
      ["r4", 23, "failed"],
    ] as const) {
      await database.ingestionRun.create({
        data: {
          id,
          job: "ingest",
          trigger: "schedule",
          status,
          startedAt: new Date(`2026-11-${day}T10:00:00Z`),
          finishedAt: new Date(`2026-11-${day}T10:01:00Z`),
          sources: {
            create: {
              publicationId: "ehc-plans",
              origin: "live",
              status,
              ...{ snapshots: 0, unchanged: 0, figures: 0, findings: 0, durationMs: 1 },
              error: status === "failed" ? "no answer" : null,
            },
          },
        },
      });
    }
    context = { ...context, publications: [{ id: "ehc-plans", nextExpected: () => null }] };
  });
  afterAll(async () => {
    await context.database.$disconnect();
    await testDatabase.drop();
  });

  /** As jobs/web.ts and Next pass a request on. */
  function asked(socket: string, proxies: number, headers: Readonly<Record<string, string>> = {}): Request {
    const forwarded = headers["x-forwarded-for"];
    return new Request("http://localhost:3000/api/metrics", {
      headers: {
        "x-forwarded-for": socket,
        ...headers,
        [clientAddressHeader()]: clientAddress(socket, forwarded, proxies) ?? "",
      },
    });
  }

  it.each<[string, string, number, Record<string, string>]>([
    ["this machine", "127.0.0.1", 0, {}],
    ["this machine, by the sixth version", "::1", 0, {}],
    ["this machine, though proxies may be believed", "127.0.0.1", 1, {}],
  ])("answers %s where there is no token", async (_who, socket, proxies, headers) => {
    const answer = await metricsAnswer(asked(socket, proxies, headers), context, undefined);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it.each<[string, string, number, Record<string, string>]>([
    ["another machine", "198.51.100.7", 0, {}],
    ["another machine that says it's this one", "198.51.100.7", 0, { "x-forwarded-for": "127.0.0.1" }],
    ["a proxy here that isn't believed", "127.0.0.1", 0, { "x-forwarded-for": "198.51.100.7" }],
    ["a proxy here that is", "127.0.0.1", 1, { "x-forwarded-for": "198.51.100.7" }],
    ["a proxy told a tale", "127.0.0.1", 1, { "x-forwarded-for": "127.0.0.1, 198.51.100.7" }],
    ["a proxy that says so otherwise", "127.0.0.1", 0, { forwarded: "for=198.51.100.7" }],
    ["a proxy that says so in its own way", "127.0.0.1", 0, { "x-real-ip": "198.51.100.7" }],
  ])("refuses %s where there is no token", async (_who, socket, proxies, headers) => {
    const answer = await metricsAnswer(asked(socket, proxies, headers), context, undefined);
    expect(answer.status).toBe(403);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.text()).toContain("METRICS_TOKEN");
  });

  it.each<[string, number, Record<string, string>]>([
    ["the token", 200, { authorization: "Bearer a-token" }],
    ["no token, from this machine", 401, {}],
    ["another token", 401, { authorization: "Bearer b-token" }],
    ["more than the token", 401, { authorization: "Bearer a-token-and-more" }],
    ["the token as a password", 401, { authorization: "Basic a-token" }],
  ])("asks for the token where there is one: %s gets %i", async (_what, status, headers) => {
    const answer = await metricsAnswer(asked("127.0.0.1", 0, headers), context, "a-token");
    expect(answer.status).toBe(status);
    expect(answer.headers.get("www-authenticate")).toBe(status === 401 ? "Bearer" : null);
  });

  it("tells how the product does, and the process", async () => {
    const answer = await metricsAnswer(asked("127.0.0.1", 0), context, undefined);
    const lines = (await answer.text()).split("\n");
    expect(lines).toContain('safety_valve_info{version="0.0.0"} 1');
    expect(lines).toContain('safety_valve_source_failures_in_row{source="ehc-plans"} 2');
    expect(lines).toContain('safety_valve_source_overdue{source="ehc-plans"} 0');
    expect(lines).toContain("safety_valve_review_queue_length 0");
    expect(lines).toContain('safety_valve_deliveries{state="dead"} 0');
    expect(lines).toContain("safety_valve_backup_last_timestamp_seconds 0");
    expect(lines).toContain(
      `safety_valve_job_last_good_timestamp_seconds{job="ingest"} ${Date.UTC(2026, 10, 21, 10, 1) / 1000}`,
    );
    expect(lines).toContain("safety_valve_disk_free_bytes 5000000000");
    expect(lines.some((line) => line.startsWith("process_cpu_seconds_total "))).toBe(true);
    // Asked again, nothing has been registered twice.
    expect((await metricsAnswer(asked("127.0.0.1", 0), context, undefined)).status).toBe(200);
  });
});
