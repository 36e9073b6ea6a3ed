import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { asksForPublicPage, encodingFor } from "./answer-page";

const request = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  ({ url, headers, method }) as unknown as IncomingMessage;

describe("a page for everybody", () => {
  it.each([
    "/",
    "/authorities",
    "/authorities/kent",
    "/authorities?region=London",
    "/embed/authorities/kent",
    "/page-scripts/aGFzaA.js",
    "/design/empty",
  ])("is %s", (url) => expect(asksForPublicPage(request(url))).toBe(true));

  it.each([
    ["/api/v1/authorities"],
    ["/_next/static/chunks/a.js"],
    ["/admin"],
    ["/design"],
    ["/admin/runs"],
    ["/sign-in"],
    ["/sign-in?next=/admin/runs"],
    ["/sign-in/password?link=x"],
    ["/alerts/manage?token=x"],
    ["/report?flag=x"],
    ["/report/received?slip=x"],
    ["/feeds/changes.atom"],
    ["/icon.svg"],
    ["/sitemap.xml"],
    [`/authorities?q=${"x".repeat(1024)}`],
    ["http://elsewhere.example/"],
  ])("is not %s", (url) => expect(asksForPublicPage(request(url))).toBe(false));

  it.each([
    ["a part of a page", { rsc: "1" }],
    ["a part fetched ahead", { "next-router-prefetch": "1" }],
    ["an action", { "next-action": "1" }],
  ])("is not %s", (_what, headers) => expect(asksForPublicPage(request("/", headers))).toBe(false));

  it("is read, not sent to", () => expect(asksForPublicPage(request("/", {}, "POST"))).toBe(false));
});

describe("the encoding", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["GZIP;q=0.5", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.000, gzip;q=0", "identity"],
    ["identity", "identity"],
    ["", "identity"],
    [undefined, "identity"],
  ])("for %s is %s", (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding));
});
