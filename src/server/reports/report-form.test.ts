import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import { writeFigurePlace } from "@/domain/figure-place";
import { REPORT_LENGTHS } from "@/domain/reports/report";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { snapshotsInMemory, usualSite } from "@/testing/factories";
import { fillJudgedEngland } from "@/testing/judged-england";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { takeForms } from "../alerts/form-route";
import { clientAddressHeader } from "../client-address";
import type { RequestContext } from "../context";
import { appRouter } from "../routers/app-router";
import { reportForm } from "./report-form";

const SITE = "http://localhost:4300";
let testDatabase: TestDatabase;
let test: TestContext;
let figure: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  test = await createTestContext(testDatabase.url);
  await fillJudgedEngland(test.database);
  await assess(test);
  const row = await test.database.outturn.findFirstOrThrow({ where: { asAt: "2024-03-31" } });
  figure = writeFigurePlace(row as Parameters<typeof writeFigurePlace>[0]);
});
beforeEach(async () => {
  await test.database.$executeRaw`TRUNCATE "ErrorReport", "RequestLimit" CASCADE`;
});
afterAll(async () => {
  await test.close();
  await testDatabase.drop();
});

const context = (): RequestContext => ({
  ...usualSite,
  ...{ database: test.database, clock: test.clock, log: test.log, snapshots: snapshotsInMemory() },
});
const pages = () => appRouter.createCaller(context()).reports;

type Fields = Readonly<Record<string, string>>;
const REPORT: Fields = {
  ...{ text: "The deficit is one row too low.", expected: "£16 million" },
  ...{ url: "https://example.org/return.pdf", email: " Ann@Example.org " },
};

async function send(fields: Fields, from: string | null = "198.51.100.7", headers: Fields = {}) {
  const request = new Request(`${SITE}/report/send`, {
    method: "POST",
    headers: {
      ...{ origin: SITE, host: "localhost:4300" },
      ...(from === null ? {} : { [clientAddressHeader()]: from }),
      ...headers,
    },
    body: new URLSearchParams(fields),
  });
  const answer = await takeForms(reportForm, context).POST(request);
  const location = answer.headers.get("location") ?? "";
  const { pathname: path, searchParams, hash } = new URL(location, SITE);
  const slip = searchParams.get("slip") ?? undefined;
  return { status: answer.status, location, path, hash, searchParams, slip };
}
const held = () => test.database.errorReport.findMany();

describe("a report", () => {
  it("of a figure is kept with what was shown, and its number told", async () => {
    const { status, path, slip, location } = await send({ ...REPORT, figure });
    expect([status, path]).toEqual([303, "/report/received"]);
    const [kept, ...others] = await held();
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      ...{ figure, flagId: null, dfeCode: "X01", state: "open", reportedAt: test.clock.now() },
      about: "Exampleshire: Deficit at 31 March 2024, after DfE money (net)",
      text: "The deficit is one row too low.",
      ...{ expected: "£16 million", sourceUrl: "https://example.org/return.pdf", email: "ann@example.org" },
    });
    expect(kept?.shown).toMatch(/^Deficit at 31 March 2024, after DfE money \(net\): £17,000,000\nSource: /);
    expect(await pages().received({ slip })).toEqual({
      received: { id: kept?.id, answerTo: "ann@example.org", back: "/authorities/exampleshire" },
    });
    // Whoever reads a log or a history doesn't learn whose address it was.
    expect(decodeURIComponent(location)).not.toMatch(/ann|example\.org/i);
  });

  it.each<[string, Fields, object]>([
    [
      "a flag",
      { flag: "X01-deficit-above-profile" },
      { flagId: "X01-deficit-above-profile", dfeCode: "X01" },
    ],
    ["a council", { council: "exampleshire" }, { flagId: null, dfeCode: "X01" }],
    ["nothing", {}, { flagId: null, dfeCode: null, about: "The site", shown: "" }],
    [
      "what isn't here",
      { flag: "X01-never-was" },
      { flagId: null, dfeCode: null, about: "Something that isn’t here: X01-never-was" },
    ],
  ])("of %s is kept", async (_what, address, kept) => {
    await send({ ...REPORT, ...address });
    expect(await held()).toMatchObject([{ figure: null, ...kept }]);
  });

  it("needs nothing but what is wrong", async () => {
    await send({ text: "The deficit is one row too low.", expected: " ", url: "", email: "" });
    expect(await held()).toMatchObject([{ expected: null, sourceUrl: null, email: null }]);
  });

  it("keeps the line breaks that somebody made, and no character that isn't seen", async () => {
    await send({ text: "One line,\r\nand\u0000 another\u0007.  " });
    expect(await held()).toMatchObject([{ text: "One line,\nand  another ." }]);
  });
});

describe("what is wrong with a report", () => {
  const x = (count: number) => "x".repeat(count);
  const url = (length: number) => `https://example.org/${x(length - 20)}`;
  const { text, expected, url: address } = REPORT_LENGTHS;

  it.each<[Fields, readonly string[]]>([
    [{ text: "" }, ["text"]],
    [{ text: " \r\n " }, ["text"]],
    [{ text: x(text.least - 1) }, ["text"]],
    [{ text: x(text.most + 1) }, ["text"]],
    [{ expected: x(expected.most + 1) }, ["expected"]],
    [{ url: url(address.most + 1) }, ["url"]],
    [{ url: "http://example.org/return.pdf" }, ["url"]],
    [{ url: "javascript:alert(1)" }, ["url"]],
    [{ url: "https://ann:secret@example.org/" }, ["url"]],
    [{ url: "https://localhost/return.pdf" }, ["url"]],
    [{ url: "example.org" }, ["url"]],
    [{ email: "ann" }, ["email"]],
    [{ email: "ann@example.org\nBcc: ben@example.org" }, ["email"]],
    [{ text: "", url: "x", email: "y" }, ["text", "url", "email"]],
  ])("%j is told at its field, with everything that was typed", async (wrong, fields) => {
    const typed = { ...REPORT, ...wrong };
    const { status, path, hash, slip, searchParams } = await send({ ...typed, figure });
    expect([status, path, hash]).toEqual([303, "/report", "#problems"]);
    expect(searchParams.get("figure")).toBe(figure);
    const form = await pages().form({ figure, ...(slip === undefined ? {} : { slip }) });
    expect(form.problems.map(({ field }) => field)).toEqual(fields);
    expect(form.subject).toMatchObject({ kind: "figure", dfeCode: "X01" });
    const trimmed = Object.entries(typed).map(([name, value]) => [
      name,
      value.trim().replace("\n", name === "text" ? "\n" : " "),
    ]);
    expect(form.typed).toEqual(Object.fromEntries(trimmed));
    expect(await held()).toEqual([]);
  });

  it.each<[Fields]>([
    [{ text: x(text.least) }],
    [{ text: x(text.most) }],
    [{ expected: x(expected.most) }],
    [{ url: url(address.most) }],
  ])("isn't what is just long or short enough", async (right) => {
    expect((await send({ ...REPORT, ...right })).path).toBe("/report/received");
  });

  it("isn't shown to whoever opens the page later, or with a slip of their own making", async () => {
    const { slip } = await send({ ...REPORT, text: "" });
    test.clock.forward(1);
    expect(await pages().form({ slip })).toMatchObject({ problems: [], typed: { email: "" } });
    expect(await pages().form({ slip: "invented" })).toMatchObject({ problems: [] });
  });
});

describe("too many reports", () => {
  it("from one network have to wait, and lose nothing; others don't", async () => {
    for (let sent = 0; sent < 10; sent += 1) expect((await send(REPORT)).path).toBe("/report/received");
    const { path, slip } = await send(REPORT);
    expect(path).toBe("/report");
    const form = await pages().form({ slip });
    expect(form.problems).toEqual([{ field: "form", message: expect.stringContaining("Try again in") }]);
    expect(form.typed).toMatchObject({ text: REPORT.text, url: REPORT.url });
    expect((await send(REPORT, "198.51.100.8")).path).toBe("/report/received");
    expect(await held()).toHaveLength(11);
  });

  it("in all have to wait too, wherever they come from", async () => {
    await send(REPORT, null);
    await test.database.requestLimit.updateMany({
      where: { key: { startsWith: "reports-in-total" } },
      data: { points: 199 },
    });
    expect((await send(REPORT, "198.51.100.1")).path).toBe("/report/received");
    expect((await send(REPORT, "198.51.100.2")).path).toBe("/report");
  });

  it("aren't counted for what is typed wrongly", async () => {
    for (let sent = 0; sent < 12; sent += 1) await send({ ...REPORT, text: "" });
    expect((await send(REPORT)).path).toBe("/report/received");
  });
});

describe("a page of another site", () => {
  it("sends nothing", async () => {
    const answer = await send(REPORT, null, {
      origin: "https://evil.example",
      "sec-fetch-site": "cross-site",
    });
    expect(answer.status).toBe(403);
    expect(await held()).toEqual([]);
  });
});
