import { describe, expect, it } from "vitest";
import { type Answer, PATH, scriptedProxyForEachTest, send } from "@/testing/scripted-proxy";

const proxy = scriptedProxyForEachTest();
const ROBOTS = "/www.gov.uk/robots.txt";
const rules = (text: string) => send(200, { "content-type": "text/plain" }, text);

describe("robots.txt", () => {
  it.each<[string, string, "fetched" | "refused"]>([
    ["a prefix", "User-agent: *\nDisallow: /api", "refused"],
    ["another prefix", "User-agent: *\nDisallow: /apx", "fetched"],
    ["a wildcard in the middle", "User-agent: *\nDisallow: /*/page", "refused"],
    ["an end mark that fits", "User-agent: *\nDisallow: /*x=1$", "refused"],
    ["an end mark that doesn't fit", "User-agent: *\nDisallow: /*/page$", "fetched"],
    ["a longer rule that allows", "User-agent: *\nDisallow: /api\nAllow: /api/content/page", "fetched"],
    ["a rule for another crawler", "User-agent: deepcrawl\nDisallow: /", "fetched"],
    ["a rule for us alone", "User-agent: testtracker\nDisallow: /\n\nUser-agent: *\nAllow: /", "refused"],
    ["leave for us alone", "User-agent: *\nDisallow: /\n\nUser-agent: TestTracker\nDisallow:", "fetched"],
    ["Windows line ends and a byte order mark", "\ufeffUser-agent: *\r\nDisallow: /api\r\n", "refused"],
    ["a web page in its place", "<html><body>No such page</body></html>", "fetched"],
    ["nothing", "", "fetched"],
  ])("is obeyed: %s", async (_, text, kind) => {
    proxy().given(ROBOTS, rules(text));
    proxy().given(PATH, send(200, {}, "fine"));
    expect(await proxy().fetchPage()).toMatchObject({ kind });
    expect(proxy().paths.includes(PATH)).toBe(kind === "fetched");
  });

  it("is that of the host to which a page redirects, too", async () => {
    proxy().given(PATH, send(301, { location: "https://assets.publishing.service.gov.uk/private" }));
    proxy().given("/assets.publishing.service.gov.uk/robots.txt", rules("User-agent: *\nDisallow: /private"));
    expect(await proxy().fetchPage()).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("robots.txt of assets.publishing.service.gov.uk"),
    });
  });

  it("is read where it has moved to", async () => {
    proxy().given(ROBOTS, send(301, { location: "/rules.txt" }));
    proxy().given("/www.gov.uk/rules.txt", rules("User-agent: *\nDisallow: /api"));
    expect(await proxy().fetchPage()).toMatchObject({ kind: "refused" });
  });

  it.each<[string, Answer]>([
    ["answers with a fault", send(500)],
    ["asks to be left alone", send(429)],
    ["is larger than rules ever are", send(200, {}, new Uint8Array(600 * 1024))],
    [
      "breaks off",
      (_, response) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("User-agent: *");
        response.socket?.end();
      },
    ],
  ])("keeps every page closed while it %s", async (_, robots) => {
    proxy().given(ROBOTS, robots);
    proxy().given(PATH, send(200, {}, "fine"));
    expect(await proxy().fetchPage()).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("robots.txt"),
    });
    expect(proxy().paths).not.toContain(PATH);
  });

  it("keeps every page closed while nobody answers for it", async () => {
    proxy().given(ROBOTS, (_, response) => response.socket?.destroy());
    proxy().given(PATH, send(200, {}, "fine"));
    expect(await proxy().fetchPage()).toMatchObject({ kind: "unreachable" });
    expect(proxy().paths).not.toContain(PATH);
  });

  it.each<[string, Answer]>([
    ["isn't there", send(404)],
    ["is refused", send(403)],
    ["leads away", send(301, { location: "https://elsewhere.example/robots.txt" })],
    ["leads in circles", send(301, { location: "/robots.txt" })],
  ])("allows everything where it %s", async (_, robots) => {
    proxy().given(ROBOTS, robots);
    proxy().given(PATH, send(200, {}, "fine"));
    expect(await proxy().fetchPage()).toMatchObject({ kind: "fetched" });
  });

  it("is asked for again after a fault, and once only after an answer", async () => {
    proxy().given(ROBOTS, send(500), rules(""));
    proxy().given(PATH, send(200, {}, "fine"));
    const fetcher = proxy().fetcher();
    const nothingKnown = { etag: null, lastModified: null };
    for (const page of ["api/content/page?x=1", "other", "third"]) {
      await fetcher.fetch(`https://www.gov.uk/${page}`, nothingKnown);
    }
    expect(proxy().paths).toEqual([ROBOTS, ROBOTS, PATH, "/www.gov.uk/other", "/www.gov.uk/third"]);
  });
});
