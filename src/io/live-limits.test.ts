import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Fetched } from "@/context";
import { makeOds } from "@/testing/make-workbook";
import { type Answer, NOTHING_KNOWN, PATH, scriptedProxyForEachTest, send } from "@/testing/scripted-proxy";

const proxy = scriptedProxyForEachTest();
const reasonOf = (answer: Fetched) => ("reason" in answer ? answer.reason : "");

const PAGE_HTML = "<!doctype html><html><body><p>Figures</p></body></html>";
const WORKBOOK = makeOds([{ name: "Sheet", rows: [["Exampleshire", 1]] }]);
const ODS = "application/vnd.oasis.opendocument.spreadsheet";
const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7919) % 251);

/** Announces a length, sends what it likes. */
function lying(length: number, body: string | Uint8Array, mediaType: string): Answer {
  return (_, response) => {
    response.socket?.end(
      Buffer.concat([
        Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: ${mediaType}\r\ncontent-length: ${length}\r\n\r\n`),
        Buffer.from(body),
      ]),
    );
  };
}

/** Sends one byte after another, forever. */
function dripping(everyMs: number): Answer {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/plain" }).flushHeaders();
    const timer = setInterval(() => response.write("."), everyMs);
    response.on("close", () => clearInterval(timer));
  };
}

/** Sends the beginning in pieces, then ends without saying that it's the end. */
function cutInPieces(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/plain" });
  response.write("only this", () => response.socket?.end());
}

describe("limits of size", () => {
  it.each<[string, Answer]>([
    ["as announced", send(200, { "content-length": "2048" }, noise(2048))],
    ["in pieces, unannounced", (_, response) => void response.writeHead(200).write(noise(2048))],
    ["packed small with gzip", send(200, { "content-encoding": "gzip" }, gzipSync(new Uint8Array(1e6)))],
    [
      "packed small with br",
      send(200, { "content-encoding": "br" }, brotliCompressSync(new Uint8Array(1e6))),
    ],
    [
      "packed small with deflate",
      send(200, { "content-encoding": "deflate" }, deflateSync(new Uint8Array(1e6))),
    ],
  ])("refuses what is larger: %s", async (_, given) => {
    proxy().given(PATH, given);
    const answer = await proxy().fetchPage({ bytes: 1024 });
    expect(answer).toMatchObject({ kind: "refused", reason: "it's larger than 1024 bytes" });
    expect(proxy().asked).toHaveLength(2);
  });

  it.each<[string, Answer]>([
    ["as it is", send(200, {}, "x".repeat(1024))],
    ["packed with gzip", send(200, { "content-encoding": "gzip" }, gzipSync("x".repeat(1024)))],
    ["packed with br", send(200, { "content-encoding": "br" }, brotliCompressSync("x".repeat(1024)))],
  ])("takes what just fits: %s", async (_, given) => {
    proxy().given(PATH, given);
    const answer = await proxy().fetchPage({ bytes: 1024 });
    expect(answer.kind === "fetched" && answer.bytes.length).toBe(1024);
  });

  it("refuses what is packed by a method that isn't read here", async () => {
    proxy().given(PATH, send(200, { "content-encoding": "zstd" }, "x"));
    expect(reasonOf(await proxy().fetchPage())).toContain("zstd");
  });
});

describe("a body that was cut", () => {
  it.each<[string, Answer, RegExp]>([
    ["fewer bytes than announced", lying(100, "only this", "text/plain"), /broke off after 9 of 100 bytes/],
    ["pieces without an end", (_, response) => cutInPieces(response), /broke off after 9 bytes/],
    [
      "gzip without an end",
      send(200, { "content-encoding": "gzip" }, gzipSync(noise(4000)).subarray(0, 200)),
      /broke off/,
    ],
    [
      "br without an end",
      send(200, { "content-encoding": "br" }, brotliCompressSync(noise(4000)).subarray(0, 100)),
      /broke off/,
    ],
    ["gzip that isn't", send(200, { "content-encoding": "gzip" }, "no gzip at all"), /damaged/],
    ["nothing at all", send(200, { "content-type": "text/html" }), /empty/],
    // An announced length that is too short is kept to by all on the way: only the content tells.
    ["a page, announced too short", lying(40, PAGE_HTML, "text/html"), /web page that breaks off/],
    ["JSON, announced too short", lying(8, '{"a": [1, 2]}', "application/json"), /JSON that breaks off/],
    ["a workbook, announced too short", lying(200, WORKBOOK, ODS), /zip that breaks off/],
    [
      "a PDF, announced too short",
      lying(20, `%PDF-1.7\n${"x".repeat(9000)}\nstartxref\n1\n%%EOF\n`, "application/pdf"),
      /PDF that breaks off/,
    ],
  ])("is asked for again, then refused: %s", async (_, given, reason) => {
    proxy().given(PATH, given);
    const answer = await proxy().fetchPage();
    expect(answer.kind).toBe("refused");
    expect(reasonOf(answer)).toMatch(reason);
    expect(proxy().paths.filter((path) => path === PATH)).toHaveLength(2);
  });

  it("is replaced by the whole when that comes at the second time", async () => {
    proxy().given(PATH, lying(100, "only this", "text/plain"), send(200, {}, "only this and the rest"));
    expect(await proxy().fetchPage()).toMatchObject({ kind: "fetched" });
  });
});

describe("limits of time", () => {
  it.each<[string, Answer, { totalMs: number; idleMs: number }, Fetched["kind"], RegExp]>([
    [
      "no answer, idle",
      () => undefined,
      { totalMs: 5_000, idleMs: 200 },
      "unreachable",
      /no answer within 0.2 sec/,
    ],
    [
      "no answer, in all",
      () => undefined,
      { totalMs: 200, idleMs: 5_000 },
      "unreachable",
      /no answer within 0.2 sec/,
    ],
    ["a drip, never idle", dripping(20), { totalMs: 300, idleMs: 200 }, "refused", /sent \d+ bytes.*in time/],
    ["a drip that is idle", dripping(5_000), { totalMs: 5_000, idleMs: 200 }, "refused", /stopped sending/],
  ])("gives up, once: %s", async (_, given, limits, kind, reason) => {
    proxy().given(PATH, given);
    const begun = performance.now();
    const answer = await proxy().fetchPage(limits);
    expect(answer.kind).toBe(kind);
    expect(reasonOf(answer)).toMatch(reason);
    expect(performance.now() - begun).toBeLessThan(1_500);
    expect(proxy().paths.filter((path) => path === PATH)).toHaveLength(1);
  });

  it("counts all redirects of a document together", async () => {
    const slowly: Answer = (_, response) =>
      void setTimeout(() => response.writeHead(302, { location: "/api/content/page?x=1" }).end(), 120);
    proxy().given(PATH, slowly);
    expect(await proxy().fetchPage({ totalMs: 300 })).toMatchObject({ kind: "unreachable" });
  });

  it("asks a host that kept it waiting three times in a row no more in this run", async () => {
    const fetcher = proxy().fetcher({ totalMs: 60 });
    for (const page of ["a", "b", "c", "d"]) {
      proxy().given(`/www.gov.uk/${page}`, () => undefined);
      expect(await fetcher.fetch(`https://www.gov.uk/${page}`, NOTHING_KNOWN)).toMatchObject({
        kind: "unreachable",
      });
    }
    expect(proxy().paths).toEqual([
      "/www.gov.uk/robots.txt",
      "/www.gov.uk/a",
      "/www.gov.uk/b",
      "/www.gov.uk/c",
    ]);
  });

  it("goes on asking a host that answers in between", async () => {
    const fetcher = proxy().fetcher({ totalMs: 60 });
    for (const page of ["a", "b", "good", "c", "d", "e"]) {
      proxy().given(`/www.gov.uk/${page}`, page === "good" ? send(200, {}, "fine") : () => undefined);
      await fetcher.fetch(`https://www.gov.uk/${page}`, NOTHING_KNOWN);
    }
    expect(proxy().paths).toContain("/www.gov.uk/e");
  });
});
