import { describe, expect, it } from "vitest";
import { ownLink, siteLink, webLink } from "./link";

describe("a publisher's address", () => {
  it.each([
    ["https://publisher.example/a.pdf#page=2", "https://publisher.example/a.pdf#page=2"],
    ["http://publisher.example/a b", "http://publisher.example/a%20b"],
    ["https://publisher.example/?q={{manage}}", "https://publisher.example/?q=%7B%7Bmanage%7D%7D"],
    ['https://publisher.example/"><script>', "https://publisher.example/%22%3E%3Cscript%3E"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["mailto:somebody@publisher.example", null],
    ["https://gov.uk@elsewhere.example/", null],
    ["/relative", null],
    ["{{manage}}", null],
    ["", null],
    [`https://publisher.example/${"a".repeat(1_000)}`, null],
  ])("%s", (url, link) => expect(webLink(url)).toBe(link));
});

describe("a page of the site", () => {
  it.each([
    ["https://tracker.example", "/flags/1", "https://tracker.example/flags/1"],
    ["https://tracker.example/", "/flags/1", "https://tracker.example/flags/1"],
    ["https://example.org/tracker/", "/flags/1", "https://example.org/tracker/flags/1"],
    ["http://localhost:3000", "/", "http://localhost:3000/"],
    ["https://tracker.example", "//elsewhere.example", "https://tracker.example//elsewhere.example"],
    [
      "https://tracker.example",
      "/changes?a={{manage}}",
      "https://tracker.example/changes?a=%7B%7Bmanage%7D%7D",
    ],
  ])("%s, %s", (baseUrl, path, link) => expect(siteLink({ baseUrl }, path)).toBe(link));
});

describe("the one link of a message", () => {
  it.each([
    ["{{manage}}", "{{manage}}"],
    ["{{confirm}}", "{{confirm}}"],
    ["https://tracker.example/alerts/confirm/abc", "https://tracker.example/alerts/confirm/abc"],
  ])("%s", (link, href) => expect(ownLink(link)).toBe(href));

  it.each(["javascript:alert(1)", "{{two words}}", ""])("isn't %j", (link) => {
    expect(() => ownLink(link)).toThrow("no web address");
  });
});
