import { describe, expect, it } from "vitest";
import type { Fetched } from "@/context";
import {
  type Answer,
  NOTHING_KNOWN,
  NOW,
  PAGE,
  PATH,
  scriptedProxyForEachTest,
  send,
} from "@/testing/scripted-proxy";

const proxy = scriptedProxyForEachTest();
const reasonOf = (answer: Fetched) => ("reason" in answer ? answer.reason : "");

describe("asking a publisher through a replica", () => {
  it("asks for host, path and query behind the proxy, by name", async () => {
    proxy().given(PATH, send(200, { "content-type": "application/json; charset=utf-8", etag: '"a1"' }, "{}"));
    const answer = await proxy().fetchPage();
    expect(answer).toMatchObject({ kind: "fetched", mediaType: "application/json", etag: '"a1"' });
    expect(proxy().paths).toEqual(["/www.gov.uk/robots.txt", PATH]);
    expect(proxy().asked[1]?.headers["user-agent"]).toBe("TestTracker/1 (+mailto:someone@example.org)");
  });

  it("sends what the last answer said of itself, and understands that nothing has changed", async () => {
    proxy().given(PATH, send(304));
    const answer = await proxy()
      .fetcher()
      .fetch(PAGE, { etag: '"a1"', lastModified: "Thu, 20 Jul 2023 09:00:00 GMT" });
    expect(answer).toEqual({ kind: "not-modified" });
    expect(proxy().asked[1]?.headers).toMatchObject({
      "if-none-match": '"a1"',
      "if-modified-since": "Thu, 20 Jul 2023 09:00:00 GMT",
    });
  });

  const publishers = "https://assets.publishing.service.gov.uk/media/a/b";
  it.each([
    ["the publisher's address", () => publishers],
    ["the proxy itself", () => `${proxy().address}/assets.publishing.service.gov.uk/media/a/b`],
    ["a path of the proxy", () => "/assets.publishing.service.gov.uk/media/a/b"],
    ["a path of the publisher", () => "/media/a/b"],
  ])("follows a redirect that names %s", async (what, location) => {
    const host = what === "a path of the publisher" ? "www.gov.uk" : "assets.publishing.service.gov.uk";
    proxy().given(PATH, (_, response) => response.writeHead(301, { location: location() }).end());
    proxy().given(`/${host}/media/a/b`, send(200, {}, "bytes"));
    expect(await proxy().fetchPage()).toMatchObject({ kind: "fetched" });
    expect(proxy().paths).toContain(`/${host}/robots.txt`);
  });

  it("asks for 150 documents one after another on open connections, without a pause", async () => {
    const fetcher = proxy().fetcher();
    const begun = performance.now();
    for (let index = 0; index < 150; index += 1) {
      proxy().given(`/www.gov.uk/${index}`, send(index % 10 === 0 ? 404 : 200, {}, "fine"));
      await fetcher.fetch(`https://www.gov.uk/${index}`, NOTHING_KNOWN);
    }
    expect(proxy().asked).toHaveLength(151);
    expect(proxy().connections).toBeLessThanOrEqual(2);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

describe("what an answer means", () => {
  it.each<[string, Answer, Fetched["kind"], RegExp, number]>([
    ["404", send(404), "absent", /no such page \(404\)/, 1],
    ["410", send(410), "absent", /withdrawn/, 1],
    ["400", send(400), "refused", /refuses it \(400\)/, 1],
    ["403", send(403), "refused", /refuses it \(403\)/, 1],
    ["408", send(408), "refused", /refuses it \(408\)/, 1],
    ["part of a document that nobody asked in parts", send(206, {}, "part"), "refused", /whole.*206/, 1],
    ["nothing changed since nothing", send(304), "refused", /wasn't asked/, 1],
    ["500 each time", send(500), "refused", /fault \(500\)/, 3],
    ["503 each time", send(503), "refused", /fault \(503\)/, 3],
    ["429 each time", send(429), "refused", /left alone for a while \(429\)/, 3],
    ["429 with 31 seconds", send(429, { "retry-after": "31" }), "refused", /for 31 seconds \(429\)/, 1],
    ["429 until a date too far off", send(429, { "retry-after": later(3600) }), "refused", /60 minutes/, 1],
    ["503 until a date too far off", send(503, { "retry-after": later(3600) }), "refused", /\(503\)/, 1],
    [
      "a redirect to a stranger",
      redirect("https://elsewhere.example/x"),
      "refused",
      /elsewhere.*isn't one/,
      1,
    ],
    ["a redirect to plain http", redirect("http://www.gov.uk/x"), "refused", /isn't one of the pub/, 1],
    [
      "a redirect with a password",
      redirect("https://a:b@www.gov.uk/x"),
      "refused",
      /isn't one of the pub/,
      1,
    ],
    [
      "a redirect to another port",
      redirect("https://www.gov.uk:8443/x"),
      "refused",
      /isn't one of the pub/,
      1,
    ],
    ["a redirect to nowhere", redirect(null), "refused", /301.*nowhere/, 1],
    ["a redirect to no address", redirect("https://"), "refused", /301.*nowhere/, 1],
    ["a redirect to itself", redirect("/api/content/page?x=1"), "refused", /more than 5 times/, 6],
    [
      "a connection that breaks off",
      (_, response) => response.socket?.destroy(),
      "unreachable",
      /broken off/,
      3,
    ],
  ])("%s", async (_, given, kind, reason, asked) => {
    proxy().given(PATH, given);
    const answer = await proxy().fetchPage({ attempts: 3 });
    expect(answer.kind).toBe(kind);
    expect(reasonOf(answer)).toMatch(reason);
    expect(proxy().paths.filter((path) => path === PATH)).toHaveLength(asked);
  });

  it.each<[string, Answer]>([
    ["500", send(500)],
    ["429", send(429)],
    ["429 with no time at all", send(429, { "retry-after": "0" })],
    ["429 until a moment ago", send(429, { "retry-after": later(-60) })],
    ["429 with words instead of a time", send(429, { "retry-after": "soon" })],
    ["a connection that breaks off", (_, response) => response.socket?.destroy()],
  ])("asks again after %s", async (_, first) => {
    proxy().given(PATH, first, send(200, {}, "fine"));
    expect(await proxy().fetchPage()).toMatchObject({ kind: "fetched" });
  });

  it.each([
    ["seconds", "0.2"],
    ["a longer wait than its own", "0.3"],
  ])("waits as long as a 429 asks: %s", async (_, seconds) => {
    proxy().given(PATH, send(429, { "retry-after": seconds }), send(200, {}, "fine"));
    await proxy().fetchPage();
    const [first, second] = proxy().asked.filter(({ path }) => path === PATH);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(Number(seconds) * 1000 - 5);
  });

  it("waits longer before each next attempt", async () => {
    proxy().given(PATH, send(500));
    await proxy().fetchPage({ attempts: 4, backoffMs: 40 });
    const [a = 0, b = 0, c = 0, d = 0] = proxy()
      .asked.slice(1)
      .map(({ at }) => at);
    expect(b - a).toBeGreaterThanOrEqual(29);
    expect(c - b).toBeGreaterThanOrEqual(59);
    expect(d - c).toBeGreaterThanOrEqual(119);
  });

  it("says that nobody answers when the replica is down, and doesn't ask that host again", async () => {
    const down = proxy().fetcher();
    const { port } = proxy();
    await proxy().stop();
    expect(await down.fetch(PAGE, NOTHING_KNOWN)).toMatchObject({ kind: "unreachable" });
    await proxy().start(port);
    expect(await down.fetch(`${PAGE}&y=2`, NOTHING_KNOWN)).toMatchObject({ kind: "unreachable" });
    expect(proxy().asked).toEqual([]);
  });
});

describe("asking a publisher directly", () => {
  const ask = (paths: readonly string[], fetcher = proxy().direct(80)) =>
    Promise.all(paths.map((path) => fetcher.fetch(`https://www.gov.uk/${path}`, NOTHING_KNOWN)));
  const gaps = () =>
    proxy()
      .asked.slice(1)
      .map(({ at }, index) => at - (proxy().asked[index]?.at ?? 0));

  it("asks one at a time, with a pause after each, however many want something", async () => {
    let open = 0;
    let most = 0;
    for (const path of ["/a", "/b", "/c"]) {
      proxy().given(path, (_, response) => {
        open += 1;
        most = Math.max(most, open);
        response.writeHead(200, { "content-length": "2" }).write("o");
        setTimeout(() => {
          open -= 1;
          response.end("k");
        }, 30);
      });
    }
    await ask(["a", "b", "c"]);
    expect(proxy().paths).toEqual(["/robots.txt", "/a", "/b", "/c"]);
    expect(most).toBe(1);
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(79);
    expect(Math.min(...gaps().slice(1))).toBeGreaterThanOrEqual(105);
  });

  it("doesn't keep one host waiting for another", async () => {
    const fetcher = proxy().direct(200);
    const begun = performance.now();
    await Promise.all([
      fetcher.fetch("https://www.gov.uk/a", NOTHING_KNOWN),
      fetcher.fetch("https://skillsfunding.service.gov.uk/a", NOTHING_KNOWN),
    ]);
    expect(performance.now() - begun).toBeLessThan(390);
  });

  it("leaves a host alone for as long as it asks", async () => {
    const fetcher = proxy().direct(0);
    proxy().given("/a", send(429, { "retry-after": "3600" }));
    await ask(["a"], fetcher);
    const [answer] = await ask(["b"], fetcher);
    expect(answer).toMatchObject({ kind: "refused", reason: expect.stringContaining("60 minutes") });
    expect(proxy().paths).toEqual(["/robots.txt", "/a"]);
  });

  it("waits between two requests as long as robots.txt asks", async () => {
    proxy().given("/robots.txt", send(200, {}, "User-agent: *\nCrawl-delay: 0.15"));
    await ask(["a", "b"], proxy().direct(10));
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(149);
  });
});

describe("asking a stranger", () => {
  it.each([
    "https://elsewhere.example/x",
    "http://www.gov.uk/x",
    "https://127.0.0.1/x",
    "file:///etc/passwd",
    "x",
  ])("never asks %s", async (url) => {
    expect(await proxy().fetcher().fetch(url, NOTHING_KNOWN)).toMatchObject({ kind: "refused" });
    expect(proxy().asked).toHaveLength(0);
  });
});

function redirect(location: string | null): Answer {
  return send(301, location === null ? {} : { location });
}

function later(seconds: number): string {
  return new Date(NOW.getTime() + seconds * 1000).toUTCString();
}
