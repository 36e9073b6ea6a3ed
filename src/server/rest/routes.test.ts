import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/io/database";
import {
  authoritiesAnswerShape,
  authorityAnswerShape,
  nationalAnswerShape,
  sourcesAnswerShape,
} from "@/shapes/answer-shapes";
import { EXPORT_TABLES } from "@/shapes/api-shapes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import {
  fillStore,
  fixedClock,
  type KeptLog,
  keepingLog,
  NOW,
  snapshotsInMemory,
  usualSite,
} from "@/testing/factories";
import type { RequestContext } from "../context";
import { authoritiesEndpoint, authorityEndpoint } from "./authorities";
import { type Endpoint, serve } from "./endpoint";
import { exportEndpoint } from "./export";
import { healthEndpoint, readyEndpoint } from "./health";
import { nationalEndpoint } from "./national";
import { snapshotEndpoint } from "./snapshots";
import { sourcesEndpoint } from "./sources";
import { unknownRouteEndpoint } from "./unknown-route";

describe("the public interface", () => {
  let testDatabase: TestDatabase;
  let context: RequestContext;
  let log: KeptLog;
  let workbook: string;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const database = openDatabase(testDatabase.url);
    log = keepingLog();
    const applied = await database.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations`;
    context = {
      database,
      snapshots: snapshotsInMemory(),
      clock: fixedClock,
      log,
      ...usualSite,
      publications: [{ id: "ehc-plans", nextExpected: () => null }],
      knownMigrations: async () => applied.map(({ migration_name }) => migration_name),
    };
    const store = fillStore(database);
    const kept = await context.snapshots.keep(new TextEncoder().encode("<script>alert(1)</script>"));
    workbook = kept.sha256;
    const edition = await store.edition({
      ...{ publication: "ehc-plans", key: "2025", mediaType: "text/html; charset=utf-8" },
      snapshotSha256: workbook,
    });
    await store.council(edition, { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" });
    await store.ehcPlans(edition, { dfeCode: "X01", year: 2025, plans: 120 });
    await store.event(edition, {
      ...{ dfeCode: "X01", date: "2024-03-21", kind: "other", summary: "=HYPERLINK(1)" },
    });
  });
  afterAll(async () => {
    await context.database.$disconnect();
    await testDatabase.drop();
  });

  function ask<Params>(
    endpoint: Endpoint<Params>,
    params: Params,
    { path = "/api/v1/x", headers = {}, method = "GET" as "GET" | "HEAD", on = context } = {},
  ): Promise<Response> {
    const request = new Request(`http://localhost:4300${path}`, { headers, method });
    return serve(endpoint, () => on)[method](request, { params: Promise.resolve(params) });
  }

  async function expectProblem(response: Response, status: number): Promise<Record<string, unknown>> {
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const problem = await response.json();
    expect(problem).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    return problem;
  }

  describe("answers", () => {
    it.each([
      ["authorities", authoritiesEndpoint, authoritiesAnswerShape],
      ["sources", sourcesEndpoint, sourcesAnswerShape],
      ["national", nationalEndpoint, nationalAnswerShape],
    ] as const)("%s in the promised shape", async (_, endpoint, shape) => {
      const response = await ask(endpoint, {});
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
      const body = await response.json();
      expect(shape.strict().parse(body)).toEqual(body);
    });

    it.each(["X99000001", "X01", "exampleshire"])("one council by %s", async (code) => {
      const body = await (await ask(authorityEndpoint, { code })).json();
      expect(authorityAnswerShape.parse(body).data.name).toBe("Exampleshire");
    });

    it("are the same bytes while nothing has changed", async () => {
      const [a, b] = await Promise.all([ask(nationalEndpoint, {}), ask(nationalEndpoint, {})]);
      expect(await a.text()).toBe(await b.text());
      expect(a.headers.get("etag")).toBe(b.headers.get("etag"));
    });

    it("can be kept for seconds by a cache in between, not by a browser", async () => {
      const { headers } = await ask(nationalEndpoint, {});
      const control = headers.get("cache-control") ?? "";
      const seconds = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(control)?.[1]);
      expect(control).toMatch(/^public, max-age=0,/);
      expect(seconds("s-maxage")).toBeGreaterThan(0);
      expect(seconds("s-maxage") + seconds("stale-while-revalidate")).toBeLessThanOrEqual(5);
    });
  });

  describe("HTTP", () => {
    it("says 304 to whoever holds the current copy, 200 to others", async () => {
      const first = await ask(nationalEndpoint, {});
      const etag = first.headers.get("etag") ?? "";
      const again = await ask(nationalEndpoint, {}, { headers: { "If-None-Match": etag } });
      expect(again.status).toBe(304);
      expect(again.headers.get("etag")).toBe(etag);
      expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
      expect(await again.text()).toBe("");
      expect((await ask(nationalEndpoint, {}, { headers: { "If-None-Match": '"old"' } })).status).toBe(200);
    });

    it("answers HEAD as GET, without the body", async () => {
      const [get, head] = await Promise.all([
        ask(nationalEndpoint, {}),
        ask(nationalEndpoint, {}, { method: "HEAD" }),
      ]);
      expect(head.status).toBe(200);
      expect([...head.headers]).toEqual([...get.headers]);
      expect(await head.text()).toBe("");
    });

    it("is open to pages of any origin, for reading", async () => {
      const response = serve(nationalEndpoint, () => context).OPTIONS();
      expect(response.status).toBe(204);
      expect(response.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
      expect((await ask(nationalEndpoint, {})).headers.get("access-control-allow-origin")).toBe("*");
    });
  });

  describe("what can't be answered", () => {
    it("names a parameter that no route takes", async () => {
      const problem = await expectProblem(
        await ask(nationalEndpoint, {}, { path: "/api/v1/national?yaer=2024&x=1" }),
        400,
      );
      expect(problem).toMatchObject({
        unknownParameters: ["yaer", "x"],
        detail: expect.stringContaining('"yaer"'),
        instance: "/api/v1/national",
      });
    });

    it.each(["X99", "exampleshire-county", "E06000023", "", "%", "../X01"])("no council %j", async (code) => {
      await expectProblem(await ask(authorityEndpoint, { code }), 404);
    });

    it.each(["nothing.csv", "outturns", "outturns.xlsx", "outturns.csv.json", "OUTTURNS.csv", ".csv"])(
      "no table %s",
      async (file) => {
        const problem = await expectProblem(await ask(exportEndpoint, { file }), 404);
        expect(problem.tables).toEqual(EXPORT_TABLES);
      },
    );

    it.each([
      ["no such document", "0".repeat(64), 404],
      ["not a SHA-256", "abc", 400],
      ["a path", "../../etc/passwd", 400],
      ["capitals", "A".repeat(64), 400],
    ])("%s", async (_, sha256, status) => {
      await expectProblem(await ask(snapshotEndpoint, { sha256 }), status);
    });

    it("no such route, whatever its parameters", async () => {
      const problem = await expectProblem(
        await ask(unknownRouteEndpoint, {}, { path: "/api/v1/flgas?x=1" }),
        404,
      );
      expect(problem.detail).toContain("/api/v1/flgas");
    });

    it("says nothing of a fault but that it's ours, and logs it", async () => {
      const broken: Endpoint<object> = {
        answer: () => Promise.reject(new Error("password=secret at /srv/app")),
      };
      const problem = await expectProblem(await ask(broken, {}), 500);
      expect(JSON.stringify(problem)).not.toMatch(/secret|srv/);
      expect(log.lines).toContainEqual({ level: "error", message: "/api/v1/x failed" });
    });
  });

  describe("exports", () => {
    it.each(EXPORT_TABLES)("%s as CSV and as JSON, with the same rows", async (table) => {
      const csv = await ask(exportEndpoint, { file: `${table}.csv` });
      expect(csv.headers.get("content-type")).toMatch(/^text\/csv/);
      expect(csv.headers.get("content-disposition")).toBe(`attachment; filename="${table}.csv"`);
      const text = await csv.text();
      expect(text).toMatch(/^gssCode,dfeCode,name,.*,sourceTitle,sourceUrl,locator,origin,retrievedAt\r\n/);
      const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
      expect(parsed.errors).toEqual([]);

      const json = await (await ask(exportEndpoint, { file: `${table}.json` })).json();
      expect(json).toHaveLength(parsed.data.length);
      for (const row of json) expect(Object.keys(row)).toEqual(parsed.meta.fields);
    });

    it("EHC plans, to the letter", async () => {
      const text = await (await ask(exportEndpoint, { file: "ehc-plans.csv" })).text();
      expect(text).toMatch(
        /^gssCode,dfeCode,name,year,plans,missing,sourceTitle,sourceUrl,locator,origin,retrievedAt\r\nX99000001,X01,Exampleshire,2025,120,,Document 2025,https:\/\/example\.org\/ehc-plans,"sheet Figures, cell B\d+",archive,2026-11-23T12:00:00\.000Z\r\n$/,
      );
    });

    it("takes the sting out of a formula in the CSV, and leaves the JSON as it is", async () => {
      const text = await (await ask(exportEndpoint, { file: "events.csv" })).text();
      expect(text).toContain(",'=HYPERLINK(1),");
      const json = await (await ask(exportEndpoint, { file: "events.json" })).json();
      expect(json[0].summary).toBe("=HYPERLINK(1)");
    });
  });

  describe("snapshots", () => {
    it("gives the bytes to be saved, never to be shown on our origin", async () => {
      const { status, headers, ...response } = await ask(snapshotEndpoint, { sha256: workbook }).then(
        async (answer) => ({ status: answer.status, headers: answer.headers, text: await answer.text() }),
      );
      expect(status).toBe(200);
      expect(response.text).toBe("<script>alert(1)</script>");
      expect(headers.get("content-disposition")).toBe(`attachment; filename="${workbook.slice(0, 12)}.html"`);
      expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(headers.get("content-security-policy")).toContain("sandbox");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cache-control")).toContain("immutable");
    });
  });

  describe("the process", () => {
    it("is up without asking the database", async () => {
      const lost = { ...context, database: undefined as unknown as RequestContext["database"] };
      const response = await ask(healthEndpoint, {}, { on: lost });
      expect(await response.json()).toEqual({ status: "ok" });
    });

    it("is ready with all its migrations", async () => {
      const response = await ask(readyEndpoint, {});
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ status: "ready" });
    });

    it("isn't ready while the database lacks one", async () => {
      const ahead = {
        ...context,
        knownMigrations: async () => [...(await context.knownMigrations()), "29990101000000_later"],
      };
      const problem = await expectProblem(await ask(readyEndpoint, {}, { on: ahead }), 503);
      expect(problem.detail).toMatch(/lacks 1 of \d+ migrations/);
    });

    it.each([
      ["without tables", async () => (await createTestDatabase("no tables")).url, /lacks/],
      ["that nobody answers for", async () => "postgresql://app:x@127.0.0.1:1/none", /can't be reached/],
    ])("isn't ready with a database %s", async (_, urlOf, detail) => {
      const database = openDatabase(await urlOf());
      const problem = await expectProblem(
        await ask(readyEndpoint, {}, { on: { ...context, database } }),
        503,
      );
      await database.$disconnect();
      expect(problem.detail).toMatch(detail);
    });
  });

  it("tells when the store was last brought up to date", async () => {
    const { meta } = nationalAnswerShape.parse(await (await ask(nationalEndpoint, {})).json());
    expect(meta).toMatchObject({
      generatedAt: NOW.toISOString(),
      restsOn: "archive",
      liveLastReachedAt: null,
    });
  });
});
