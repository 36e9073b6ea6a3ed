import { describe, expect, it } from "vitest";
import { type GovukPage, readGovukPage } from "./govuk-page";

const URL_OF_PAGE = "https://www.gov.uk/government/publications/example-grant-2024-to-2025";
const ASSETS = "https://assets.publishing.service.gov.uk";

function read(text: string) {
  return readGovukPage(new TextEncoder().encode(text), URL_OF_PAGE);
}

function page(text: string): GovukPage {
  const reading = read(text);
  if (reading.kind === "unreadable") throw new Error(reading.reason);
  return reading.page;
}

const ITEM = {
  base_path: "/government/publications/example-grant-2024-to-2025",
  title: "Example grant: 2024 to 2025 ",
  public_updated_at: "2024-03-21T09:30:00+00:00",
  updated_at: "2024-04-01T00:00:00+00:00",
  withdrawn_notice: {},
  details: {
    attachments: [
      {
        attachment_type: "file",
        id: "allocations.ods",
        title: "Allocations",
        url: `${ASSETS}/media/65f1/allocations.ods`,
        content_type: "application/vnd.oasis.opendocument.spreadsheet",
        filename: "allocations.ods",
        file_size: 180215,
      },
      {
        attachment_type: "html",
        id: "note",
        title: "Technical note",
        url: "/government/publications/example/note",
      },
      {
        attachment_type: "file",
        id: "held-nowhere.pdf",
        title: "Held nowhere",
        filename: "held-nowhere.pdf",
      },
      { attachment_type: "external", id: "tool", url: "https://example.org/tool" },
    ],
    featured_attachments: ["note", "allocations.ods"],
    change_history: [
      { public_timestamp: "2021-03-19T00:00:00+00:00", note: "First published." },
      { public_timestamp: "2024-03-21T09:30:00+00:00", note: " Added figures. " },
    ],
  },
};

describe("the Content API's entry", () => {
  it("gives the page's title, path and last change", () => {
    expect(page(JSON.stringify(ITEM))).toMatchObject({
      title: "Example grant: 2024 to 2025",
      basePath: "/government/publications/example-grant-2024-to-2025",
      updatedAt: "2024-03-21T09:30:00+00:00",
      withdrawn: false,
    });
  });

  it("lists attachments in the page's order, with absolute addresses", () => {
    expect(page(JSON.stringify(ITEM)).attachments).toEqual([
      {
        title: "Technical note",
        url: "https://www.gov.uk/government/publications/example/note",
        contentType: null,
        filename: null,
        kind: "html",
      },
      {
        title: "Allocations",
        url: `${ASSETS}/media/65f1/allocations.ods`,
        contentType: "application/vnd.oasis.opendocument.spreadsheet",
        filename: "allocations.ods",
        kind: "file",
      },
      {
        title: "Held nowhere",
        url: null,
        contentType: "application/pdf",
        filename: "held-nowhere.pdf",
        kind: "file",
      },
      {
        title: "https://example.org/tool",
        url: "https://example.org/tool",
        contentType: null,
        filename: null,
        kind: "external",
      },
    ]);
  });

  it("is one by what it lists, whatever else it leaves out", () => {
    const url = `${ASSETS}/media/65f1/one.pdf`;
    expect(page(JSON.stringify({ details: { attachments: [{ title: "The first", url }] } }))).toMatchObject({
      title: "",
      basePath: "/government/publications/example-grant-2024-to-2025",
      attachments: [{ title: "The first", url, contentType: "application/pdf", kind: "file" }],
    });
  });

  it("puts the newest change note first", () => {
    expect(page(JSON.stringify(ITEM)).changeNotes).toEqual([
      { date: "2024-03-21T09:30:00+00:00", note: "Added figures." },
      { date: "2021-03-19T00:00:00+00:00", note: "First published." },
    ]);
  });

  it.each([
    ["absent", undefined, false],
    ["null", null, false],
    ["empty", {}, false],
    ["with a date", { withdrawn_at: "2024-05-01T00:00:00Z" }, true],
    ["with an explanation", { explanation: "<p>Out of date</p>" }, true],
  ])("a withdrawal notice that is %s", (_, notice, withdrawn) => {
    expect(page(JSON.stringify({ ...ITEM, withdrawn_notice: notice })).withdrawn).toBe(withdrawn);
  });

  it("of the oldest kind holds its attachments as HTML, or has no details at all", () => {
    const documents = [
      `<section class="attachment embedded"><div class="attachment-details"><h2 class="title"><a href="/government/uploads/system/uploads/attachment_data/file/1/Old.xlsx">Old table</a></h2></div></section>`,
    ];
    expect(page(JSON.stringify({ ...ITEM, details: { documents } })).attachments).toEqual([
      expect.objectContaining({ title: "Old table", filename: "Old.xlsx", kind: "file" }),
    ]);
    expect(page(JSON.stringify({ base_path: "/x", title: "X" }))).toEqual({
      title: "X",
      basePath: "/x",
      updatedAt: null,
      withdrawn: false,
      withdrawnBecause: null,
      form: "entry",
      paragraphs: null,
      attachments: [],
      changeNotes: [],
    });
  });
});

describe("the page's own text", () => {
  const body =
    "<p>Some  <b>agreements</b>.</p><ul><li>One<ul><li>Within</li></ul></li></ul>" +
    '<section class="gem-c-attachment"><h3>Agreement</h3><p>PDF, 200 KB</p></section><p> </p>';

  it("is its paragraphs in plain words, without its attachments", () => {
    const entry = page(JSON.stringify({ ...ITEM, details: { body } }));
    expect(entry.paragraphs).toEqual(["Some agreements.", "One", "Within"]);
    const web = page(HTML.replace("</body>", `<section id="details">${body}</section></body>`));
    expect(web.paragraphs).toEqual(entry.paragraphs);
  });

  it("comes with the reason why it was withdrawn", () => {
    const entry = page(
      JSON.stringify({ ...ITEM, withdrawn_notice: { explanation: "<p>Out of <b>date</b></p>" } }),
    );
    expect(entry.withdrawnBecause).toBe("Out of date");
  });
});

const HTML = `<!DOCTYPE html><html lang="en"><head>
<link rel="canonical" href="${URL_OF_PAGE}">
<meta name="govuk:public-updated-at" content="2024-03-21T09:30:00+00:00">
</head><body><h1>  Example grant:
  2024 to 2025 </h1>
<section class="gem-c-attachment" data-module="ga4-link-tracker">
  <div class="gem-c-attachment__thumbnail"><a class="govuk-link" aria-hidden="true" href="${ASSETS}/media/65f1/allocations.ods"></a></div>
  <div class="gem-c-attachment__details">
    <h3 class="gem-c-attachment__title"><a class="govuk-link" href="${ASSETS}/media/65f1/allocations.ods">Allocations</a></h3>
    <p class="gem-c-attachment__metadata"><span class="gem-c-attachment__attribute"><abbr title="OpenDocument Spreadsheet" class="gem-c-attachment__abbr">ODS</abbr></span>, <span class="gem-c-attachment__attribute">176 KB</span></p>
  </div>
</section>
<section class="gem-c-attachment"><div class="gem-c-attachment__details"><h3 class="gem-c-attachment__title"><a class="govuk-link" href="/government/publications/example/note">Technical note</a></h3></div></section>
<p>See <span class="gem-c-attachment-link"><a class="govuk-link" href="${ASSETS}/media/65f2/annex%20a.pdf">Annex A</a></span></p>
<div class="gem-c-published-dates">Published 19 March 2021
 <div id="full-history"><ol class="gem-c-published-dates__list">
  <li class="gem-c-published-dates__change-item"><time class="gem-c-published-dates__change-date" datetime="2024-03-21T09:30:00.000+00:00">21 March 2024</time><p class="gem-c-published-dates__change-note">Added figures.</p></li>
  <li class="gem-c-published-dates__change-item"><time class="gem-c-published-dates__change-date" datetime="2021-03-19T00:00:00.000+00:00">19 March 2021</time><p class="gem-c-published-dates__change-note">First published.</p></li>
 </ol></div>
</div></body></html>`;

describe("the HTML page", () => {
  it("says the same as the entry", () => {
    expect(page(HTML)).toEqual({
      title: "Example grant: 2024 to 2025",
      basePath: "/government/publications/example-grant-2024-to-2025",
      updatedAt: "2024-03-21T09:30:00+00:00",
      withdrawn: false,
      withdrawnBecause: null,
      form: "web-page",
      paragraphs: null,
      attachments: [
        {
          title: "Allocations",
          url: `${ASSETS}/media/65f1/allocations.ods`,
          contentType: "application/vnd.oasis.opendocument.spreadsheet",
          filename: "allocations.ods",
          kind: "file",
        },
        {
          title: "Technical note",
          url: "https://www.gov.uk/government/publications/example/note",
          contentType: null,
          filename: null,
          kind: "html",
        },
        {
          title: "Annex A",
          url: `${ASSETS}/media/65f2/annex%20a.pdf`,
          contentType: "application/pdf",
          filename: "annex a.pdf",
          kind: "file",
        },
      ],
      changeNotes: [
        { date: "2024-03-21T09:30:00.000+00:00", note: "Added figures." },
        { date: "2021-03-19T00:00:00.000+00:00", note: "First published." },
      ],
    });
  });

  it("takes the newest change for the update where the page's head doesn't state one", () => {
    expect(page(HTML.replace(/<meta[^>]*>/, "")).updatedAt).toBe("2024-03-21T09:30:00.000+00:00");
  });

  it("in another markup still lists the files that it links to, each once", () => {
    const links = `<a href="/help">Help</a><ul><li><a href="${ASSETS}/media/65f1/one.pdf"><img alt=""></a>
      <a href="${ASSETS}/media/65f1/one.pdf">The first</a></li><li><a href="/files/two.ods"> The
      second </a></li></ul>`;
    const outside = '<footer><a href="/privacy.pdf">Privacy</a></footer>';
    const markup = `<html><head><title>Example grant</title></head><body><main>${links}</main>${outside}</body></html>`;
    expect(page(markup)).toMatchObject({
      title: "Example grant",
      attachments: [
        { title: "The first", url: `${ASSETS}/media/65f1/one.pdf`, contentType: "application/pdf" },
        { title: "The second", url: "https://www.gov.uk/files/two.ods", kind: "file" },
      ],
    });
  });

  it("can be withdrawn", () => {
    const notice =
      '<section class="gem-c-notice"><h2>This publication was withdrawn on 1 May 2024</h2></section>';
    expect(page(HTML.replace("<h1>", `${notice}<h1>`)).withdrawn).toBe(true);
  });
});

describe("what isn't a publication", () => {
  it.each([
    ["nothing", "  ", /empty/],
    ["half an entry", '{"title": "Exam', /neither a web page nor whole JSON/],
    ["a page that has moved", '{"title": "", "base_path": "/x", "schema_name": "redirect"}', /"redirect"/],
    ["another entry", '{"title": "Example"}', /"base_path"/],
    ["an error as JSON", "[]", /isn't a GOV.UK publication/],
    ["an error page", "<!DOCTYPE html><html><body><h1>Page not found</h1></body></html>", /"Page not found"/],
    ["a page without a heading", "<html><body></body></html>", /without a heading/],
    ["plain words", "Too many requests", /neither a web page nor whole JSON/],
  ])("%s is unreadable, and says why", (_, text, reason) => {
    expect(read(text)).toEqual({ kind: "unreadable", reason: expect.stringMatching(reason) });
  });
});
