import { describe, expect, it } from "vitest";
import { comesFromThisSite } from "./comes-from-this-site";

const BASE_URL = "https://tracker.example.org";

describe("a request to change something", () => {
  it.each<[string, Record<string, string>]>([
    ["the site's own address", { origin: BASE_URL }],
    ["the site's own address, says the browser", { origin: BASE_URL, "sec-fetch-site": "same-origin" }],
    ["the address it was sent to", { origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" }],
  ])("is one of ours from %s", (_what, headers) =>
    expect(comesFromThisSite(new Headers(headers), BASE_URL)).toBe(true),
  );

  it.each<[string, Record<string, string>]>([
    ["another site", { origin: "https://evil.example", host: "tracker.example.org" }],
    ["another port", { origin: "https://tracker.example.org:8443", host: "tracker.example.org" }],
    ["the site without its lock", { origin: "http://tracker.example.org", host: "proxied:3000" }],
    ["a page below ours", { origin: "https://evil.tracker.example.org", host: "tracker.example.org" }],
    ["a page that hides where it is", { origin: "null", host: "tracker.example.org" }],
    ["nobody knows where", { host: "tracker.example.org" }],
    ["another site, says the browser", { origin: BASE_URL, "sec-fetch-site": "cross-site" }],
    ["a neighbour, says the browser", { origin: BASE_URL, "sec-fetch-site": "same-site" }],
    ["no page at all, says the browser", { origin: BASE_URL, "sec-fetch-site": "none" }],
    ["an address without a host", { origin: "file://", host: "" }],
  ])("isn't from %s", (_what, headers) =>
    expect(comesFromThisSite(new Headers(headers), BASE_URL)).toBe(false),
  );
});
