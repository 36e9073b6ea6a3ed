import { describe, expect, it } from "vitest";
import { findAllocationDocuments } from "./find-documents";

const LIST =
  "https://skillsfunding.service.gov.uk/view-latest-funding/national-funding-allocations/DSG/2023-to-2024";
const ENTRY =
  "https://www.gov.uk/api/content/government/publications/dedicated-schools-grant-dsg-2019-to-2020";
const PAGE = "https://www.gov.uk/government/publications/dedicated-schools-grant-dsg-2019-to-2020";
const MEDIA = "https://assets.publishing.service.gov.uk/media/5f1";

function find(url: string, text: string) {
  const listing = {
    url,
    title: null,
    mediaType: null,
    bytes: new TextEncoder().encode(text),
    origin: "live" as const,
  };
  return findAllocationDocuments(listing);
}

const html = (body: string) => `<!DOCTYPE html><html><body><h1>DSG 2023 to 2024</h1>${body}</body></html>`;

describe("the list of national allocations", () => {
  const ALL = "Download DSG allocations for all local authorities and regions";

  it.each([
    ["an absolute address", `<a href="https://example.org/a.ods">${ALL}</a>`, "https://example.org/a.ods"],
    [
      "a path",
      `<a href="/download/a.ods?v=2#top">${ALL}</a>`,
      "https://skillsfunding.service.gov.uk/download/a.ods?v=2",
    ],
    ["a relative address", `<a href="2023-to-2024/a.ods">${ALL}</a>`, `${LIST}/a.ods`],
    [
      "other words around",
      `<a href="/a">All local authorities\n (ODS)</a>`,
      "https://skillsfunding.service.gov.uk/a",
    ],
    [
      "the words within markup",
      `<a href="/a"><span>for ALL local</span> <b>authorities</b></a>`,
      "https://skillsfunding.service.gov.uk/a",
    ],
  ])("%s", (_, link, url) => {
    const { documents, findings } = find(
      LIST,
      html(`<a href="/other">Allocation of one local authority</a>${link}`),
    );
    expect(findings).toEqual([]);
    expect(documents).toEqual([expect.objectContaining({ url, purpose: "figures" })]);
  });

  it("lists every version once, with the day its link, file name or line names", () => {
    const { documents } = find(
      LIST,
      html(`<ul>
        <li><a href="/a_published-18-03-2024.ods">${ALL}</a></li>
        <li><a href="/b.ods">${ALL}, published 20 July 2023</a></li>
        <li><a href="/c.ods">${ALL}</a> <span>16 March 2023</span></li>
        <li><a href="/d.ods">${ALL}</a></li>
        <li><a href="/d.ods#again">${ALL}</a></li>
      </ul>`),
    );
    expect(
      documents.map(({ url, title, publishedOn }) => [url?.split("/").at(-1), title, publishedOn]),
    ).toEqual([
      ["a_published-18-03-2024.ods", `${ALL} (published 2024-03-18)`, "2024-03-18"],
      ["b.ods", `${ALL}, published 20 July 2023`, "2023-07-20"],
      ["c.ods", `${ALL} (published 2023-03-16)`, "2023-03-16"],
      ["d.ods", ALL, null],
    ]);
  });

  it.each([
    ["all local authorities and regions (ODS)"],
    ["Allocations for ALL LOCAL AUTHORITIES"],
    ["Download allocations for every local authority"],
    ["Allocations: all councils"],
    ["DSG allocations: all LAs"],
  ])("a link that says %s is one", (words) => {
    expect(find(LIST, html(`<a href="/a.ods">${words}</a>`)).documents).toHaveLength(1);
    expect(find(LIST, html(`<a href="/a.ods" aria-label="${words}">Download</a>`)).documents).toHaveLength(1);
  });

  it.each([
    [
      "a page without such a link",
      html('<a href="/x">Download for one local authority</a>'),
      "doubt nothing-listed",
      /headed "DSG 2023 to 2024"/,
    ],
    [
      "links that lead nowhere",
      html(`<a href="mailto:a@example.org">${ALL}</a><a>${ALL}</a>`),
      "doubt nothing-listed",
      /DSG/,
    ],
    ["no page at all", "503", "stop unreadable-document", /isn't a web page/],
  ])("%s", (_, text, kind, met) => {
    const { documents, findings } = find(LIST, text);
    expect(documents).toEqual([]);
    expect(findings.map((finding) => `${finding.severity} ${finding.kind}`)).toEqual([kind]);
    expect(findings[0]?.met).toMatch(met);
  });
});

describe("the page on GOV.UK", () => {
  const ODS = "application/vnd.oasis.opendocument.spreadsheet";
  const entry = (attachments: readonly object[]) =>
    JSON.stringify({
      base_path: "/x",
      title: "Dedicated schools grant (DSG): 2019 to 2020",
      details: { attachments },
    });
  const file = (title: string, filename: string, content_type = ODS) => ({
    attachment_type: "file",
    title,
    filename,
    content_type,
    url: `${MEDIA}/${filename}`,
  });

  it.each([
    ["DSG allocations: 2019 to 2020", "dsg.ods", ODS, true],
    ["DSG: local authority summary", "DSG_2019-20_allocations.xlsx", "application/vnd.ms-excel", true],
    ["Dedicated schools grant", "dedicated-schools-grant_2022-to-2023_published-16-03-2023.ods", ODS, true],
    ["DSG allocations: 2019 to 2020", "dsg.pdf", "application/pdf", false],
    ["DSG: pupil number tool with allocations", "tool.xlsx", ODS, false],
    ["DSG allocations: technical note", "note.ods", ODS, false],
    ["Early years block allocations", "early.ods", ODS, false],
    ["High needs place change requests", "places.ods", ODS, false],
  ])("%s, %s", (title, filename, type, found) => {
    const { documents, findings } = find(ENTRY, entry([file(title, filename, type)]));
    expect(documents.map(({ url }) => url)).toEqual(found ? [`${MEDIA}/${filename}`] : []);
    expect(findings).toEqual([]);
  });

  it("names the day in the title or file name", () => {
    const { documents } = find(
      ENTRY,
      entry([file("DSG allocations (18 July 2019)", "a.ods"), file("DSG allocations", "dsg_2019_12_19.ods")]),
    );
    expect(documents.map(({ publishedOn }) => publishedOn)).toEqual(["2019-07-18", "2019-12-19"]);
  });

  it("keeps an attachment whose address isn't known", () => {
    const { documents } = find(ENTRY, entry([{ ...file("DSG allocations", "a.ods"), url: undefined }]));
    expect(documents).toEqual([
      { url: null, title: "DSG allocations", publishedOn: null, purpose: "figures" },
    ]);
  });

  it("can be read as HTML when the API doesn't answer", () => {
    const section = `<section class="gem-c-attachment"><h3 class="gem-c-attachment__title"><a class="govuk-link" href="${MEDIA}/a.ods">DSG allocations: 2019 to 2020</a></h3></section>`;
    expect(find(PAGE, html(section)).documents.map(({ url }) => url)).toEqual([`${MEDIA}/a.ods`]);
  });

  it("has no such attachment from 2020-21 on, which is nothing to report", () => {
    expect(find(ENTRY, entry([]))).toEqual({ documents: [], findings: [] });
  });

  it("can be something else, which is", () => {
    const { documents, findings } = find(PAGE, html("<p>Sorry</p>"));
    expect(documents).toEqual([]);
    expect(findings).toMatchObject([{ kind: "unreadable-document", severity: "stop" }]);
  });
});
