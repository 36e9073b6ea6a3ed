import { load } from "cheerio";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DraftChange } from "@/domain/changes/change";
import { financialYearStarting } from "@/domain/financial-year";
import { moneyOf } from "@/domain/money";
import { openDatabase } from "@/io/database";
import { changesAnswerShape } from "@/shapes/change-shapes";
import { storeChanges } from "@/store/store-changes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import {
  fillStore,
  fixedClock,
  keepingLog,
  type StoredEdition,
  snapshotsInMemory,
  usualSite,
} from "@/testing/factories";
import type { RequestContext } from "../context";
import { appRouter } from "../routers/app-router";
import { changesEndpoint } from "./changes";
import { changesFeedEndpoint } from "./changes-feed";
import { serve } from "./endpoint";
import { exportEndpoint } from "./export";

const year = financialYearStarting;

describe("changes for others", () => {
  let testDatabase: TestDatabase;
  let context: RequestContext;
  let before: StoredEdition;
  let after: StoredEdition;

  const change = (rest: Partial<DraftChange>): DraftChange => ({
    ...{ kind: "attachment-replaced", dfeCode: "X01", financialYear: null, agreementVersion: null },
    ...{ subject: null, before: null, after: null, notNews: null },
    beforeAt: {
      snapshotSha256: before.snapshotSha256,
      url: "https://example.org/a.pdf",
      locator: { page: 2 },
    },
    afterAt: { snapshotSha256: after.snapshotSha256, url: "https://example.org/b.pdf", locator: { page: 3 } },
    ...rest,
  });
  const raised = () =>
    change({
      kind: "profile-point-changed",
      financialYear: year(2024),
      before: { kind: "money", pence: moneyOf(20.5, "million") },
      after: { kind: "money", pence: moneyOf(22, "million") },
    });

  const store = (detectedAt: string, changes: readonly DraftChange[]) =>
    storeChanges(
      context.database,
      {
        ...{ publicationId: "safety-valve-agreements", runId: "run-of-the-test", origin: "live" },
        ...{ captureId: 1, parserVersion: "1", detectedAt: new Date(detectedAt) },
      },
      changes,
    );

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const database = openDatabase(testDatabase.url);
    context = {
      ...{ database, log: keepingLog(), clock: fixedClock, snapshots: snapshotsInMemory() },
      ...usualSite,
    };
    const filler = fillStore(database);
    const list = await filler.edition({ publication: "local-authorities", key: "list" });
    await filler.council(list, { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" });
    await filler.council(list, { dfeCode: "X02", gssCode: "X99000002", name: "=Sampleton" });
    const paper = (key: string) =>
      filler.edition({
        ...{ publication: "safety-valve-agreements", key, origin: "live" },
        capture: {
          ...{ url: `https://example.org/${key}.pdf`, title: `Agreement ${key}` },
          retrievedAt: new Date("2026-11-01T09:00:00Z"),
        },
      });
    before = await paper("a");
    after = await paper("b");
    await store("2026-11-20T09:00:00Z", [change({ subject: "The agreement" }), raised()]);
    await store("2026-11-21T09:00:00Z", [
      change({
        kind: "page-note-added",
        dfeCode: null,
        subject: "2026-11-20",
        after: { kind: "text", text: "A <note>." },
      }),
      change({ dfeCode: "X02", kind: "total-changed", notNews: "backfill" }),
      change({ dfeCode: "X02", kind: "balance-year-changed", before: { kind: "year", year: year(2025) } }),
    ]);
  });
  afterAll(async () => {
    await context.database.$disconnect();
    await testDatabase.drop();
  });

  const get = (query = "") =>
    serve(changesEndpoint, () => context).GET(new Request(`http://localhost:4300/api/v1/changes${query}`), {
      params: Promise.resolve({}),
    });
  const answer = async (query = "") => {
    const response = await get(query);
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(changesAnswerShape.strict().parse(body)).toEqual(body);
    return changesAnswerShape.parse(body);
  };
  const kinds = async (query: string) => (await answer(query)).data.map(({ kind }) => kind);

  it("come newest first, news only, with both sides, their places and a sentence", async () => {
    const { data, nextCursor } = await answer();
    expect(data.map(({ kind }) => kind)).toEqual([
      ...["balance-year-changed", "page-note-added"],
      ...["profile-point-changed", "attachment-replaced"],
    ]);
    expect(nextCursor).toBeNull();
    expect(data[2]).toMatchObject({
      authority: { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire", slug: "exampleshire" },
      ...{ financialYear: "2024-25", sizeGbp: 1_500_000, detectedAt: "2026-11-20T09:00:00.000Z" },
      ...{
        before: { kind: "money", amountGbp: 20_500_000 },
        after: { kind: "money", amountGbp: 22_000_000 },
      },
      summary: "Planned deficit at 31 March 2025 raised from £20.5 million to £22 million (up £1.5 million)",
      evidence: {
        before: {
          title: "Agreement a",
          url: "https://example.org/a.pdf",
          locator: { page: 2 },
          origin: "live",
        },
        after: {
          title: "Agreement b",
          url: "https://example.org/b.pdf",
          locator: { page: 3 },
          origin: "live",
        },
      },
    });
    expect(data[1]?.authority).toBeNull();
  });

  it.each([
    ["?authority=X01", ["profile-point-changed", "attachment-replaced"]],
    ["?authority=exampleshire&kind=attachment-replaced", ["attachment-replaced"]],
    ["?since=2026-11-21", ["balance-year-changed", "page-note-added"]],
    ["?since=2026-11-21T09:00:00.001Z", []],
    ["?since=2026-11-21T10:00:00%2B01:00", ["balance-year-changed", "page-note-added"]],
    ["?authority=X99000002&include=not-news", ["balance-year-changed", "total-changed"]],
  ])("%s", async (query, expected) => {
    expect(await kinds(query)).toEqual(expected);
  });

  it("are paged: every change once, in order, however long a page", async () => {
    const all = (await answer("?include=not-news")).data.map(({ id }) => id);
    for (const limit of [1, 2, 3, 5]) {
      const met: number[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page: { data: readonly { id: number }[]; nextCursor: string | null } = await answer(
          `?include=not-news&limit=${limit}${cursor === "" ? "" : `&cursor=${cursor}`}`,
        );
        met.push(...page.data.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(met).toEqual(all);
    }
  });

  it.each([
    ["?since=yesterday", 400],
    ["?since=2026-02-30", 400],
    ["?kind=everything", 400],
    ["?limit=0", 400],
    ["?limit=501", 400],
    ["?limit=ten", 400],
    ["?cursor=xyz", 400],
    ["?cursor=", 400],
    ["?include=all", 400],
    ["?authority=", 400],
    ["?authority=../X01", 400],
    ["?kind=total-changed&kind=total-changed", 400],
    ["?council=X01", 400],
    ["?authority=X77", 404],
  ])("%s can't be answered: %d", async (query, status) => {
    const response = await get(query);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, detail: expect.any(String) });
  });

  it("say 304 to whoever holds them, and are open to any page", async () => {
    const first = await get();
    const again = await serve(changesEndpoint, () => context).GET(
      new Request("http://localhost:4300/api/v1/changes", {
        headers: { "If-None-Match": first.headers.get("etag") ?? "" },
      }),
      { params: Promise.resolve({}) },
    );
    expect(again.status).toBe(304);
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("as a table: councils only, both sides as text, the source of the later one", async () => {
    const response = await serve(exportEndpoint, () => context).GET(
      new Request("http://localhost:4300/api/v1/export/changes.csv"),
      { params: Promise.resolve({ file: "changes.csv" }) },
    );
    const { data } = Papa.parse<Record<string, string>>(await response.text(), {
      header: true,
      skipEmptyLines: true,
    });
    expect(
      data.map(({ dfeCode, kind, before: was, after: is, sizeGbp }) => [dfeCode, kind, was, is, sizeGbp]),
    ).toEqual([
      ["X01", "profile-point-changed", "20500000", "22000000", "1500000"],
      ["X01", "attachment-replaced", "", "", ""],
      ["X02", "balance-year-changed", "2025-26", "", ""],
    ]);
    expect(data[0]).toMatchObject({
      sourceUrl: "https://example.org/b.pdf",
      locator: "page 3",
      origin: "live",
    });
    expect(data[2]?.name).toBe("'=Sampleton");
  });

  it("as a feed: news only, newest first, each with an address and its sides", async () => {
    const response = await serve(changesFeedEndpoint, () => context).GET(
      new Request("http://localhost:4300/feeds/changes.atom"),
      { params: Promise.resolve({}) },
    );
    expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const $ = load(await response.text(), { xml: true });
    expect($("feed > updated").text()).toBe("2026-11-21T09:00:00.000Z");
    expect(
      $("entry > title")
        .toArray()
        .map((title) => $(title).text()),
    ).toEqual([
      "=Sampleton: Balance year no longer stated; it was 2025 to 2026",
      "The publisher noted on 20 November 2026: A <note>.",
      "Exampleshire: Planned deficit at 31 March 2025 raised from £20.5 million to £22 million (up £1.5 million)",
      "Exampleshire: The document “The agreement” was replaced",
    ]);
    const entry = $("entry").eq(2);
    expect(entry.find("link").attr("href")).toMatch(/\/authorities\/exampleshire#changes$/);
    expect(entry.find("summary").text()).toContain(
      "Before: £20.5 million (Agreement a, page 2: https://example.org/a.pdf).",
    );
    expect(
      new Set(
        $("entry > id")
          .toArray()
          .map((id) => $(id).text()),
      ).size,
    ).toBe(4);
  });

  it("on the page: by day and document, with the council that was asked for", async () => {
    const caller = appRouter.createCaller(context);
    const { data } = await caller.changes.groups({});
    expect(
      data.groups.map(({ day, count, changes }) => [day, count, changes.map(({ kind }) => kind)]),
    ).toEqual([
      ["2026-11-21", 2, ["page-note-added", "balance-year-changed"]],
      ["2026-11-20", 2, ["attachment-replaced", "profile-point-changed"]],
    ]);
    const first = await caller.changes.groups({ limit: 1 });
    const second = await caller.changes.groups({ limit: 1, cursor: first.nextCursor ?? "" });
    expect([...first.data.groups, ...second.data.groups]).toEqual(data.groups);
    expect(second.nextCursor).toBeNull();
    const ofCouncil = await caller.changes.groups({ authority: "x01" });
    expect(ofCouncil.data.authority?.slug).toBe("exampleshire");
    expect(ofCouncil.data.groups.map(({ count }) => count)).toEqual([2]);
    await expect(caller.changes.groups({ authority: "nowhere" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("never edited or taken back", async () => {
    await expect(context.database.change.deleteMany()).rejects.toThrow("are a record");
  });
});
