import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiPage } from "./ascii-page";

const ASCII = /^[\0-\x7f]*$/;

describe("a page in ASCII", () => {
  it.each([
    ["a pound sign in a sentence", "<p>£93 million</p>", "<p>&#163;93 million</p>"],
    ["a dash in an attribute", '<p title="2023–24">x</p>', '<p title="2023&#8211;24">x</p>'],
    ["a letter beyond the basic plane", "<p>𝓐</p>", "<p>&#120016;</p>"],
    ["what is written as a reference already", "<p>&amp;#163; &#163;</p>", "<p>&amp;#163; &#163;</p>"],
    ["a program, which stays", "<script>a('£')</script><b>£</b>", "<script>a('£')</script><b>&#163;</b>"],
    [
      "a style sheet, which stays",
      '<style>a::after{content:"–"}</style>',
      '<style>a::after{content:"–"}</style>',
    ],
    [
      "structured data",
      '<script type="application/ld+json">{"a":"£𝓐"}</script>',
      '<script type="application/ld+json">{"a":"\\u00a3\\ud835\\udcd0"}</script>',
    ],
  ])("writes %s", (_, html, expected) => {
    expect(asciiPage(html)).toBe(expected);
  });

  it("says the same to whoever reads it, whatever the words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (words, hint) => {
        const $ = load("<main><p></p></main>");
        $("p").text(words).attr("title", hint);
        const html = $.html();
        const again = load(asciiPage(html));
        expect(asciiPage(html)).toMatch(ASCII);
        expect(again("p").text()).toBe(load(html)("p").text());
        expect(again("p").attr("title")).toBe(load(html)("p").attr("title"));
      }),
    );
  });
});
