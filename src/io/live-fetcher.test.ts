import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fetched } from "@/context";
import { createLiveFetcher } from "./live-fetcher";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const NOTHING_KNOWN = { etag: null, lastModified: null };
const PAGE = "https://www.gov.uk/api/content/page?x=1";

let server: Server;
let answers: Map<string, Answer[]>;
let asked: { path: string; headers: IncomingMessage["headers"] }[];

beforeEach(async () => {
  answers = new Map();
  asked = [];
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers });
    const queue = answers.get(path) ?? [];
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    if (answer) answer(request, response);
    else response.writeHead(404).end("no such page");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const proxy = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const given = (path: string, ...queue: Answer[]) => answers.set(path, queue);
const send =
  (status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ""): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

function fetcher(limits: { bytes?: number; totalMs?: number; attempts?: number } = {}) {
  return createLiveFetcher({
    proxy: proxy(),
    userAgent: "TestTracker/1 (+mailto:someone@example.org)",
    clock: { now: () => new Date("2026-11-23T12:00:00Z") },
    limits: { attempts: 2, totalMs: 5_000, ...limits },
  });
}

const fetchPage = (limits?: Parameters<typeof fetcher>[0]) => fetcher(limits).fetch(PAGE, NOTHING_KNOWN);
const PATH = "/www.gov.uk/api/content/page?x=1";

describe("asking a publisher through a replica", () => {
  it("asks for host, path and query behind the proxy, by name", async () => {
    given(PATH, send(200, { "content-type": "application/json; charset=utf-8", etag: '"a1"' }, "{}"));
    const answer = await fetchPage();
    expect(answer).toMatchObject({ kind: "fetched", mediaType: "application/json", etag: '"a1"' });
    expect(asked.map(({ path }) => path)).toEqual(["/www.gov.uk/robots.txt", PATH]);
    expect(asked[1]?.headers["user-agent"]).toContain("TestTracker/1");
  });

  it("sends what the last answer said of itself, and understands that nothing has changed", async () => {
    given(PATH, send(304));
    const answer = await fetcher().fetch(PAGE, {
      etag: '"a1"',
      lastModified: "Thu, 20 Jul 2023 09:00:00 GMT",
    });
    expect(answer).toEqual({ kind: "not-modified" });
    expect(asked[1]?.headers).toMatchObject({
      "if-none-match": '"a1"',
      "if-modified-since": "Thu, 20 Jul 2023 09:00:00 GMT",
    });
  });

  it.each([
    ["the publisher's address", () => "https://assets.publishing.service.gov.uk/media/a/b.ods"],
    ["the proxy itself", () => `${proxy()}/assets.publishing.service.gov.uk/media/a/b.ods`],
    ["a path of the proxy", () => "/assets.publishing.service.gov.uk/media/a/b.ods"],
  ])("follows a redirect that names %s", async (_, location) => {
    given(PATH, (_, response) => response.writeHead(301, { location: location() }).end());
    given("/assets.publishing.service.gov.uk/media/a/b.ods", send(200, {}, "bytes"));
    expect(await fetchPage()).toMatchObject({ kind: "fetched" });
  });

  const outcomes: [string, Answer[], Fetched["kind"], RegExp][] = [
    ["404", [send(404)], "absent", /404/],
    ["410", [send(410)], "absent", /withdrawn/],
    ["403 without asking again", [send(403), send(200)], "refused", /403/],
    ["500 twice", [send(500)], "refused", /fault \(500\)/],
    ["429 with a wait that is too long", [send(429, { "retry-after": "3600" })], "refused", /429/],
    [
      "a redirect to a stranger",
      [send(302, { location: "https://elsewhere.example/" })],
      "refused",
      /isn't one of the publishers/,
    ],
    [
      "a redirect to plain http",
      [send(302, { location: "http://www.gov.uk/x" })],
      "refused",
      /isn't one of the publishers/,
    ],
    [
      "a redirect that never ends",
      [send(301, { location: "/api/content/page?x=1" })],
      "refused",
      /more than 5 times/,
    ],
    [
      "a length that is too large",
      [send(200, { "content-length": "2048" }, new Uint8Array(2048))],
      "refused",
      /larger/,
    ],
    [
      "a small answer that unpacks to a huge one",
      [send(200, { "content-encoding": "gzip" }, gzipSync(new Uint8Array(1e6)))],
      "refused",
      /larger/,
    ],
  ];
  it.each(outcomes)("%s", async (_, queue, kind, reason) => {
    given(PATH, ...queue);
    const answer = await fetchPage({ bytes: 1024 });
    expect(answer.kind).toBe(kind);
    expect("reason" in answer ? answer.reason : "").toMatch(reason);
  });

  it.each([
    ["500", send(500)],
    ["429 with a short wait", send(429, { "retry-after": "0" })],
    ["a connection that breaks off", ((_, response) => response.socket?.destroy()) satisfies Answer],
  ])("asks again after %s", async (_, first) => {
    given(PATH, first, send(200, {}, "fine"));
    expect(await fetchPage()).toMatchObject({ kind: "fetched" });
  });

  it("gives up on a publisher who doesn't answer within the time", async () => {
    given(PATH, () => undefined);
    expect(await fetchPage({ totalMs: 300 })).toMatchObject({ kind: "unreachable" });
  });

  it("doesn't fetch what robots.txt asks not to fetch, wildcards included", async () => {
    given(
      "/www.gov.uk/robots.txt",
      send(200, { "content-type": "text/plain" }, "User-agent: *\nDisallow: /*/page"),
    );
    given(PATH, send(200, {}, "fine"));
    expect(await fetchPage()).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("robots.txt"),
    });
    expect(asked).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ["answers with a fault", send(500)],
    ["is larger than rules ever are", send(200, {}, new Uint8Array(600 * 1024))],
    [
      "breaks off",
      (_, response) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("User-agent: *");
        response.socket?.end();
      },
    ],
  ])("doesn't ask for a page whose robots.txt %s", async (_, robots) => {
    given("/www.gov.uk/robots.txt", robots);
    given(PATH, send(200, {}, "fine"));
    expect(await fetchPage()).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("robots.txt"),
    });
    expect(asked.map(({ path }) => path)).not.toContain(PATH);
  });

  it("asks again for a robots.txt that answered with a fault, and then for the page", async () => {
    given("/www.gov.uk/robots.txt", send(500), send(404));
    given(PATH, send(200, {}, "fine"));
    expect(await fetchPage()).toMatchObject({ kind: "fetched" });
  });

  it("doesn't take part of a file for the whole", async () => {
    given(PATH, (_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("only this");
      response.socket?.end();
    });
    const answer = await fetchPage();
    expect(answer.kind).not.toBe("fetched");
  });

  it("says that nobody answers when the replica is down, and doesn't ask that host again", async () => {
    const down = fetcher();
    server.close();
    server.closeAllConnections();
    expect(await down.fetch(PAGE, NOTHING_KNOWN)).toMatchObject({ kind: "unreachable" });
    expect(await down.fetch(`${PAGE}&y=2`, NOTHING_KNOWN)).toMatchObject({ kind: "unreachable" });
  });
});

describe("asking a stranger", () => {
  it.each([
    "https://elsewhere.example/x",
    "http://www.gov.uk/x",
    "https://127.0.0.1/x",
    "file:///etc/passwd",
  ])("never asks %s", async (url) => {
    expect(await fetcher().fetch(url, NOTHING_KNOWN)).toMatchObject({ kind: "refused" });
    expect(asked).toHaveLength(0);
  });
});
