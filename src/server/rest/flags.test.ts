import { load } from "cheerio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import { flagAnswerShape, flagsAnswerShape } from "@/shapes/answer-shapes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { usualSite } from "@/testing/factories";
import { fillJudgedEngland } from "@/testing/judged-england";
import { createTestContext, type TestContext } from "@/testing/test-context";
import type { RequestContext } from "../context";
import { appRouter } from "../routers/app-router";
import { authorityFeedEndpoint } from "./authority-feed";
import { type Endpoint, serve } from "./endpoint";
import { flagEndpoint, flagsEndpoint } from "./flags";
import { flagsFeedEndpoint } from "./flags-feed";

describe("flags for others", () => {
  let database: TestDatabase;
  let testContext: TestContext;
  let context: RequestContext;

  beforeAll(async () => {
    database = await createTestDatabase();
    testContext = await createTestContext(database.url);
    context = { ...testContext, ...usualSite };
    await fillJudgedEngland(testContext.database);
    await assess(testContext);
  });
  afterAll(async () => {
    await testContext.close();
    await database.drop();
  });

  const get = <Params>(endpoint: Endpoint<Params>, path: string, params: Params) =>
    serve(endpoint, () => context).GET(new Request(`http://localhost:4300${path}`), {
      params: Promise.resolve(params),
    });
  const list = (query = "") => get(flagsEndpoint, `/api/v1/flags${query}`, {});
  const rulesOf = async (query: string) => {
    const response = await list(query);
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(flagsAnswerShape.parse(body)).toEqual(body);
    return flagsAnswerShape.parse(body).data.map(({ rule, authority }) => `${authority.name} ${rule}`);
  };

  it.each([
    ["?severity=missed", ["Exampleshire deficit-above-profile", "Exampleshire in-year-balance-missed"]],
    ["?rule=deficit-above-profile&authority=exampleshire", ["Exampleshire deficit-above-profile"]],
    ["?rule=deficit-above-profile&authority=X99000001", ["Exampleshire deficit-above-profile"]],
    ["?rule=deficit-above-profile&authority=X02", []],
    ["?state=cleared", []],
    ["?authority=testbury", []],
  ])("are found by %s", async (query, flags) => {
    expect(await rulesOf(query)).toEqual(flags);
  });

  it("are the open ones unless others are asked for", async () => {
    expect(await rulesOf("")).toEqual(await rulesOf("?state=open"));
    expect(await rulesOf("")).toContain("Sampleton evidence-stale");
  });

  it.each([
    ["?rule=guesswork", 400, "rule"],
    ["?severity=awful", 400, "severity"],
    ["?state=withdrawn", 400, "state"],
    ["?authority=a%20b", 400, "authority"],
    ["?authority=atlantis", 404, undefined],
  ])("aren't found by %s", async (query, status, parameter) => {
    const response = await list(query);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect((await response.json()).parameter).toBe(parameter);
  });

  it("refuse a parameter that there isn't", async () => {
    const response = await list("?year=2024-25");
    expect([response.status, (await response.json()).unknownParameters]).toEqual([400, ["year"]]);
  });

  it("have a permanent address each, with their history", async () => {
    const id = "X01-deficit-above-profile";
    const response = await get(flagEndpoint, `/api/v1/flags/${id}`, { id });
    const body = await response.json();
    expect(flagAnswerShape.parse(body)).toEqual(body);
    expect(body.data).toMatchObject({
      id,
      history: [{ kind: "raised", severity: "missed", checked: false }],
    });
    expect((await get(flagEndpoint, "/api/v1/flags/X01-nothing", { id: "X01-nothing" })).status).toBe(404);
  });

  const feedOf = async (response: Response) => {
    expect(response.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    const feed = load(await response.text(), { xml: true });
    return {
      self: feed('feed > link[rel="self"]').attr("href"),
      entries: feed("entry")
        .toArray()
        .map((entry) => ({
          id: feed("id", entry).text(),
          title: feed("title", entry).text(),
          link: feed("link", entry).attr("href"),
        })),
    };
  };

  it("are told by a feed, each leading to its page", async () => {
    const { self, entries } = await feedOf(await get(flagsFeedEndpoint, "/feeds/flags.atom", {}));
    expect(self).toBe("http://localhost:4300/feeds/flags.atom");
    expect(entries.map(({ title, link }) => [title, link])).toContainEqual([
      "Exampleshire: Deficit above the agreed profile",
      "http://localhost:4300/flags/X01-deficit-above-profile",
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it("stand in their council's feed and in no other's", async () => {
    const of = (slug: string) => get(authorityFeedEndpoint, `/feeds/authorities/${slug}`, { slug });
    const { self, entries } = await feedOf(await of("exampleshire.atom"));
    expect(self).toBe("http://localhost:4300/feeds/authorities/exampleshire.atom");
    expect(entries.length).toBeGreaterThan(1);
    expect(entries.every(({ title }) => title.startsWith("Exampleshire: "))).toBe(true);
    expect((await feedOf(await of("testbury.atom"))).entries).toEqual([]);
    expect((await of("atlantis.atom")).status).toBe(404);
    expect((await of("exampleshire")).status).toBe(404);
  });

  it("are answered to pages with the council asked for and those that can be", async () => {
    const caller = appRouter.createCaller(context);
    const { data } = await caller.flags.list({ authority: "sampleton" });
    expect(data.authority?.name).toBe("Sampleton");
    expect(data.councils.map(({ name }) => name)).toEqual(["Exampleshire", "Sampleton"]);
    expect(data.flags.every(({ authority }) => authority.name === "Sampleton")).toBe(true);
    await expect(caller.flags.list({ authority: "atlantis" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(caller.flags.byId({ id: "X01-nothing" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await caller.methodology.inForce()).data.rules).toHaveLength(18);
  });
});
