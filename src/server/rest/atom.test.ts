import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { type AtomFeed, toAtom } from "./atom";

const EMPTY: AtomFeed = {
  id: "tag:example.org,2026:changes",
  title: "Changes",
  subtitle: "What changed.",
  author: "The Example",
  updated: "2026-11-23T12:00:00.000Z",
  self: "https://example.org/feeds/changes.atom",
  alternate: "https://example.org/changes",
  rights: "Open",
  entries: [],
};
const ENTRY = {
  id: "tag:example.org,2026:changes/1",
  title: "Balance year moved",
  updated: "2026-11-23T11:00:00.000Z",
  link: "https://example.org/authorities/exampleshire#changes",
  summary: "Before: 2025 to 2026.",
};

const read = (feed: Partial<AtomFeed>) => load(toAtom({ ...EMPTY, ...feed }), { xml: true });

describe("a feed", () => {
  it("has what Atom asks for, even when it's empty", () => {
    const $ = read({});
    for (const name of ["id", "title", "updated", "author > name"]) {
      expect($(`feed > ${name}`)).toHaveLength(1);
      expect($(`feed > ${name}`).text()).not.toBe("");
    }
    expect($("feed > link[rel=self]").attr("href")).toBe(EMPTY.self);
    expect($("feed > link[rel=alternate]").attr("href")).toBe(EMPTY.alternate);
    expect($("feed").attr("xmlns")).toBe("http://www.w3.org/2005/Atom");
    expect($("entry")).toHaveLength(0);
  });

  it("has an id, a title, a time and a link for each entry", () => {
    const $ = read({
      entries: [ENTRY, { ...ENTRY, id: "tag:example.org,2026:changes/2", category: "a-kind" }],
    });
    expect(
      $("entry > id")
        .toArray()
        .map((id) => $(id).text()),
    ).toEqual([ENTRY.id, "tag:example.org,2026:changes/2"]);
    expect($("entry > updated").first().text()).toBe(ENTRY.updated);
    expect($("entry > link").first().attr("href")).toBe(ENTRY.link);
    expect($("entry > category").attr("term")).toBe("a-kind");
  });

  it.each([
    ["markup", `<script>alert("1") & 'x'</script>`],
    ["the end of character data", "]]>"],
    ["an emoji and an accent", "é 🙂"],
  ])("escapes %s", (_, title) => {
    const $ = read({ title, entries: [{ ...ENTRY, title, link: `https://example.org/?a="b"&c` }] });
    expect($("feed > title").text()).toBe(title);
    expect($("entry > title").text()).toBe(title);
    expect($("entry > link").attr("href")).toBe(`https://example.org/?a="b"&c`);
    expect($("script")).toHaveLength(0);
  });

  it("leaves out what XML can't hold", () => {
    expect(toAtom({ ...EMPTY, title: "a\u0000b\u001fc\ud800d\uffffe" })).toContain("<title>abcde</title>");
  });
});
