import { describe, expect, it } from "vitest";
import { bytesOf } from "@/testing/published-documents";
import { readHtmlDocument } from "./read-html-document";
import { UnreadableDocument } from "./unreadable-document";

function outline(html: string) {
  return readHtmlDocument(bytesOf(html)).blocks.map((block) =>
    block.kind === "text"
      ? block.mark === ""
        ? block.text
        : `${block.mark}|${block.text}`
      : block.rows.map((row) => row.map(({ text, repeated }) => (repeated ? `^${text}` : text))),
  );
}

describe("a web page's text", () => {
  it.each<[string, string, unknown[]]>([
    [
      "paragraphs and headings",
      "<h1>Title</h1><h2>Part</h2><p>One<br>line &amp; another.</p>",
      ["Title", "Part", "One line & another."],
    ],
    [
      "text beside blocks",
      "<div>First <b>bold</b> words.<p>Then</p> last.</div>",
      ["First bold words.", "Then", "last."],
    ],
    [
      "soft hyphens and odd spaces",
      "<p>contri&shy;bution of&nbsp;\u00a3 20</p>",
      ["contribution of \u00a3 20"],
    ],
    ["numbered items", "<ol><li>one</li><li>two</li></ol>", ["1.|one", "2.|two"]],
    [
      "items that start elsewhere",
      '<ol start="3"><li>one</li><li value="7">two</li></ol>',
      ["3.|one", "7.|two"],
    ],
    [
      "letters and Roman numerals",
      '<ol type="a"><li>x<ol type="i"><li>y</li><li>z</li></ol></li></ol>',
      ["a.|x", "i.|y", "ii.|z"],
    ],
    ["letters by style", '<ol style="list-style-type: lower-alpha"><li>x</li></ol>', ["a.|x"]],
    [
      "bullets",
      "<ul><li>x</li><li><p>y</p><p>more of y</p></li></ul>",
      ["\u2022|x", "\u2022|y", "more of y"],
    ],
    [
      "marks typed as text, once",
      "<ul><li>3.1 x</li></ul><p>3.2 y</p><p>a) z</p>",
      ["3.1|x", "3.2|y", "a)|z"],
    ],
    [
      "footnotes' marks, left out",
      "<p>\u00a320.5<sup>1</sup> by 31<sup>st</sup> March<sup>[note 2]</sup></p>",
      ["\u00a320.5 by 31st March"],
    ],
    [
      "what is hidden, left out",
      "<p>Seen</p><script>x()</script><style>p{}</style><template><p>t</p></template><p hidden>h</p>" +
        '<p style="display: none">d</p><div aria-hidden="true">a</div><!-- c --><noscript>n</noscript>',
      ["Seen"],
    ],
    [
      "the main part alone",
      "<header>Site</header><nav>Menu</nav><main><p>Text</p></main><footer>End</footer>",
      ["Text"],
    ],
    [
      "the title outside the body text",
      '<main><h1>Title</h1><div class="govspeak"><p>Text</p></div></main>',
      ["Title", "Text"],
    ],
  ])("%s", (_, html, expected) => {
    expect(outline(html)).toEqual(expected);
  });
});

describe("a web page's tables", () => {
  it.each<[string, string, unknown[]]>([
    [
      "rows and cells",
      "<table><tr><th>Year<td>\u00a3m<tr><td>2022-23<td>20.5</table>",
      [
        [
          ["Year", "\u00a3m"],
          ["2022-23", "20.5"],
        ],
      ],
    ],
    [
      "merged cells",
      '<table><tr><th colspan="2">Both</th></tr><tr><td rowspan="2">Y</td><td>1</td></tr><tr><td>2</td></tr></table>',
      [
        [
          ["Both", "^Both"],
          ["Y", "1"],
          ["^Y", "2"],
        ],
      ],
    ],
    [
      "a caption, over all columns",
      "<table><caption>Payments</caption><tr><td>a</td><td>b</td></tr></table>",
      [
        [
          ["Payments", "^Payments"],
          ["a", "b"],
        ],
      ],
    ],
    [
      "rows of unlike length",
      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
      [
        [
          ["a", "b"],
          ["c", ""],
        ],
      ],
    ],
    [
      "a span without reason, cut",
      '<table><tr><td colspan="100000">a</td></tr></table>',
      [[["a", ...Array(49).fill("^a")]]],
    ],
  ])("%s", (_, html, expected) => {
    expect(outline(html)).toEqual(expected);
  });

  it("say where each cell stands", () => {
    const [table] = readHtmlDocument(bytesOf("<table><tr><td>a</td><td>b</td></tr></table>")).blocks;
    expect(table?.kind === "table" && table.rows[0]?.[1]?.place).toEqual({
      table: "table at paragraph 1",
      row: 1,
      cell: "2",
    });
  });
});

describe("what isn't read", () => {
  it.each<[string, Uint8Array, string]>([
    ["nothing", bytesOf(" \n"), "empty"],
    ["no text", bytesOf("<html><body><img src=x></body></html>"), "empty"],
    ["something else", bytesOf('{"title": "x"}'), "foreign"],
    ["more than 5 MB", bytesOf(`<p>${"x".repeat(5_000_000)}</p>`), "too-large"],
    [
      "more cells than any table has",
      bytesOf(`<table>${'<tr><td rowspan="50" colspan="50">x</td></tr>'.repeat(9)}</table>`),
      "too-large",
    ],
    [
      "few cells, and rows and columns that make millions",
      bytesOf(`<table>${"<tr><td>x</td></tr>".repeat(201)}<tr>${"<td>x</td>".repeat(1_000)}</tr></table>`),
      "too-large",
    ],
    ["list entries without end", bytesOf(`<ul>${"<li>x".repeat(60_000)}`), "too-large"],
  ])("%s: %s", (_, bytes, fault) => {
    const read = () => readHtmlDocument(bytes);
    expect(read).toThrow(UnreadableDocument);
    expect(read).toThrow(expect.objectContaining({ fault }));
  });
});
