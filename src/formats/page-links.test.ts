import { describe, expect, it } from "vitest";
import { readPageLinks } from "./page-links";

const PAGE = "https://example.org/lists/2024?year=1";
const read = (html: string) => readPageLinks(new TextEncoder().encode(html), PAGE);
const linkTo = (href: string, base = "") =>
  read(`<html>${base}<p>See <a href="${href}">the\n list</a> now</p></html>`)?.links;

describe("links of a page", () => {
  it.each([
    ["https://other.org/a.ods", "https://other.org/a.ods"],
    ["//other.org/a.ods", "https://other.org/a.ods"],
    ["/a.ods?v=2#top", "https://example.org/a.ods?v=2"],
    ["a.ods", "https://example.org/lists/a.ods"],
    ["?year=2", "https://example.org/lists/2024?year=2"],
  ])("%s leads to %s", (href, url) => {
    expect(linkTo(href)).toEqual([{ text: "the list", url, around: "See the list now" }]);
  });

  it("are named by their label where they have one", () => {
    expect(read('<main><a href="/a.ods" aria-label="All of\n it">Download</a></main>')?.links[0]?.text).toBe(
      "All of it",
    );
  });

  it("follow the page's own base", () => {
    expect(linkTo("a.ods", '<head><base href="/files/"></head>')?.[0]?.url).toBe(
      "https://example.org/files/a.ods",
    );
  });

  it.each(["mailto:a@example.org", "javascript:void(0)", "https://[bad"])("%s leads to no page", (href) => {
    expect(linkTo(href)).toEqual([]);
  });

  it("come with the page's heading", () => {
    expect(read("<h1> A\n list </h1><a href='/'>x</a>")?.heading).toBe("A list");
    expect(read("<main>nothing</main>")).toEqual({ heading: "", links: [] });
  });

  it.each(["", "503", '{"error": "<none>"}', "%PDF-1.7"])("%j is no page", (text) => {
    expect(read(text)).toBeNull();
  });
});

it("a page that names a broken base is read from its own address", () => {
  const page = '<html><head><base href="https://[broken"></head><body><a href="/a.ods">A</a></body></html>';
  const links = readPageLinks(new TextEncoder().encode(page), "https://example.org/list");
  expect(links?.links.map(({ url }) => url)).toEqual(["https://example.org/a.ods"]);
});
