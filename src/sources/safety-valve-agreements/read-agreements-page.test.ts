import { describe, expect, it } from "vitest";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import { documentOf, FOUR_COUNCILS, fourCouncils, inventedCouncil } from "@/testing/published-documents";
import { safetyValveAgreements } from "./publication";
import { readAgreementTitle } from "./read-agreement-title";

describe("titles", () => {
  it.each([
    [
      "curly quotes",
      "Exampleshire: dedicated schools grant ‘safety valve’ agreement 2022-2023",
      "Exampleshire",
      "2022-23",
      false,
    ],
    [
      "straight quotes",
      "Exampleshire: dedicated schools grant 'safety valve' agreement 2022-2023",
      "Exampleshire",
      "2022-23",
      false,
    ],
    [
      "double quotes",
      "Exampleshire: dedicated schools grant “safety valve” agreement 2022 to 2023",
      "Exampleshire",
      "2022-23",
      false,
    ],
    [
      "a word before the grant",
      "Exampleshire: revised dedicated schools grant ‘safety valve’ agreement 2022-2023",
      "Exampleshire",
      "2022-23",
      false,
    ],
    [
      "no quotes, a hyphen, capitals",
      "Exampleshire: Dedicated Schools Grant Safety-Valve Agreement 2022-23",
      "Exampleshire",
      "2022-23",
      false,
    ],
    [
      "the abbreviation, dashes",
      "Exampleshire – DSG ‘safety valve’ agreement 2022–2023",
      "Exampleshire",
      "2022-23",
      false,
    ],
    [
      "a name with a comma",
      "Mockham, Sampleton and Poole: dedicated schools grant ‘safety valve’ agreement 2023-2024",
      "Mockham, Sampleton and Poole",
      "2023-24",
      false,
    ],
    [
      "a name with hyphens",
      "Stoke-on-Example: dedicated schools grant ‘safety valve’ agreement 2020-2021",
      "Stoke-on-Example",
      "2020-21",
      false,
    ],
    [
      "under review after the years",
      "Testbury: dedicated schools grant ‘safety valve’ agreement 2021-2022 (under review)",
      "Testbury",
      "2021-22",
      true,
    ],
    [
      "under review after the name",
      "Testbury (currently under review): dedicated schools grant ‘safety valve’ agreement 2021-2022",
      "Testbury",
      "2021-22",
      true,
    ],
    [
      "under review in front",
      "Under review: Testbury: dedicated schools grant ‘safety valve’ agreement 2021-2022",
      "Testbury",
      "2021-22",
      true,
    ],
  ])("%s", async (_, title, place, signedYear, underReview) => {
    expect(readAgreementTitle(title)).toMatchObject({ kind: "agreement", place, signedYear, underReview });
  });

  it.each([
    ["no years", "Exampleshire: dedicated schools grant ‘safety valve’ agreement"],
    [
      "years that don't follow each other",
      "Exampleshire: dedicated schools grant ‘safety valve’ agreement 2022-2024",
    ],
    ["no council", "Dedicated schools grant ‘safety valve’ agreement 2022-2023"],
  ])("unclear: %s", async (_, title) => {
    expect(readAgreementTitle(title).kind).toBe("unclear");
  });

  it.each(["High needs budgets: effective management", "Dedicated schools grant: conditions of grant", ""])(
    "another matter: %j",
    (title) => {
      expect(readAgreementTitle(title)).toEqual({ kind: "other" });
    },
  );
});

const titles = [
  "Exampleshire: dedicated schools grant ‘safety valve’ agreement 2023-2024",
  "Testbury: dedicated schools grant 'safety valve' agreement 2021-2022 (under review)",
  "Guidance on management plans",
];

function page(details: object, rest: object = {}) {
  return documentOf(
    JSON.stringify({
      title: "Dedicated schools grant: very high deficit intervention",
      base_path: "/government/publications/dedicated-schools-grant-very-high-deficit-intervention",
      public_updated_at: "2026-04-01T23:30:00Z",
      details,
      ...rest,
    }),
    "https://www.gov.uk/api/content/government/publications/dedicated-schools-grant-very-high-deficit-intervention",
  );
}

const attachment = (
  title: string,
  index: number,
  all: readonly unknown[],
  url: string | null | undefined = undefined,
) => ({
  attachment_type: "file",
  id: `${index} of ${all.length}`,
  title,
  url: url === undefined ? `https://assets.publishing.service.gov.uk/media/${index}/agreement.pdf` : url,
});

const listing = page({
  attachments: titles.map((title, index, all) => attachment(title, index, all)),
  change_history: [
    { public_timestamp: "2024-03-21T16:00:00Z", note: "Added four agreements." },
    { public_timestamp: "2023-03", note: "Added 20 agreements." },
    { public_timestamp: "2025-07-01T23:30:00Z", note: "" },
  ],
});

describe("the page", () => {
  it("lists agreements by council and signing year, in its own order", async () => {
    const draft = await safetyValveAgreements.read(listing);
    expect(draft.edition).toEqual({
      key: "page",
      title: "Dedicated schools grant: very high deficit intervention",
      publishedOn: "2026-04-02",
      financialYear: null,
    });
    expect(draft.figures.filter(({ type }) => type === "agreement-document")).toEqual([
      {
        type: "agreement-document",
        council: { name: "Exampleshire" },
        title: titles[0],
        url: "https://assets.publishing.service.gov.uk/media/0/agreement.pdf",
        signedYear: "2023-24",
        underReview: false,
        position: 0,
        locator: { path: "attachments as the page lists them", row: 1 },
      },
      {
        type: "agreement-document",
        council: { name: "Testbury" },
        title: titles[1],
        url: "https://assets.publishing.service.gov.uk/media/1/agreement.pdf",
        signedYear: "2021-22",
        underReview: true,
        position: 1,
        locator: { path: "attachments as the page lists them", row: 2 },
      },
    ]);
    expect(draft.findings).toMatchObject([
      { severity: "note", message: expect.stringContaining(titles[2] ?? "") },
    ]);
    expect(safetyValveAgreements.check(draft, fourCouncils, "live")).toEqual([]);
  });

  it("says when it changed, in its own words, dated in London and no more exactly than it does", async () => {
    const events = (await safetyValveAgreements.read(listing)).figures.flatMap((figure) =>
      figure.type === "event" ? [[figure.date, figure.kind, figure.council, figure.summary]] : [],
    );
    expect(events).toEqual([
      ["2025-07-02", "page-updated", null, "The page was changed; no note says how."],
      ["2024-03-21", "page-updated", null, "Added four agreements."],
      ["2023-03", "page-updated", null, "Added 20 agreements."],
    ]);
  });

  it("names every attachment with its own address or none: agreements to be read, others to be kept", () => {
    const { documents, findings } = safetyValveAgreements.findDocuments(
      page({
        attachments: titles.map((title, index, all) =>
          attachment(title, index, all, index === 1 ? null : undefined),
        ),
      }),
    );
    expect(documents).toEqual([
      {
        title: titles[0],
        url: "https://assets.publishing.service.gov.uk/media/0/agreement.pdf",
        purpose: "figures",
      },
      { title: titles[1], url: null, purpose: "figures" },
      {
        title: titles[2],
        url: "https://assets.publishing.service.gov.uk/media/2/agreement.pdf",
        purpose: "keep",
      },
    ]);
    expect(findings).toEqual([]);
  });

  const TITLE = titles[0] ?? "";
  const file = {
    attachment_type: "file",
    title: TITLE,
    url: "https://assets.publishing.service.gov.uk/media/1/a.pdf",
  };
  const web = { attachment_type: "html", title: TITLE, url: "/government/publications/agreement" };
  it.each([
    ["a PDF and a web page: the PDF", [web, file], ["keep", "figures"]],
    ["a web page alone", [web], ["figures"]],
    [
      "a PDF of one year and a web page of another",
      [{ ...web, title: TITLE.replace("2023-2024", "2022-2023") }, file],
      ["figures", "figures"],
    ],
    ["a spreadsheet", [{ ...file, url: file.url.replace(".pdf", ".ods") }], ["keep"]],
    [
      "a web page beside a spreadsheet: the page",
      [web, { ...file, url: file.url.replace(".pdf", ".ods") }],
      ["figures", "keep"],
    ],
    ["another site's page", [{ ...web, attachment_type: "external" }], ["keep"]],
  ])("reads of one agreement: %s", (_, attachments, purposes) => {
    const { documents } = safetyValveAgreements.findDocuments(page({ attachments }));
    expect(documents.map(({ purpose }) => purpose)).toEqual(purposes);
  });

  it("sets a title aside that says not whose agreement it is", async () => {
    const draft = await safetyValveAgreements.read(
      page({
        attachments: [titles[0] ?? "", "Dedicated schools grant ‘safety valve’ agreement 2022-2023"].map(
          attachment0,
        ),
      }),
    );
    expect(draft.figures).toHaveLength(1);
    expect(draft.findings).toMatchObject([{ kind: "unreadable-row", severity: "doubt" }]);
  });

  it("doubts a council listed twice for one year, under whatever name", async () => {
    const councils = new CouncilRegister([
      ...FOUR_COUNCILS.slice(1),
      inventedCouncil("X01", "Exampleshire", { spellings: ["Example County"] }),
    ]);
    const draft = await safetyValveAgreements.read(
      page({
        attachments: [titles[0] ?? "", (titles[0] ?? "").replace("Exampleshire", "Example County")].map(
          attachment0,
        ),
      }),
    );
    expect(safetyValveAgreements.check(draft, councils, "live")).toMatchObject([
      { kind: "duplicate-row", severity: "doubt", council: "Example County" },
    ]);
  });

  it("is still read once it's withdrawn, and says so", async () => {
    const attachments = titles.slice(0, 2).map(attachment0);
    const { figures, findings } = await safetyValveAgreements.read(
      page({ attachments }, { withdrawn_notice: { withdrawn_at: "2026-05-01T09:00:00Z" } }),
    );
    expect(figures.filter(({ type }) => type === "agreement-document")).toHaveLength(2);
    expect(findings).toMatchObject([{ severity: "note", message: expect.stringContaining("withdrawn") }]);
  });

  it.each([
    ["no attachment", page({ attachments: [] }), "nothing-listed"],
    ["no details", page({}), "nothing-listed"],
    ["other attachments only", page({ attachments: ["Guidance"].map(attachment0) }), "nothing-listed"],
    ["broken JSON", documentOf('{"title":'), "unreadable-document"],
    [
      "an error page",
      documentOf("<html><h1>Sorry</h1></html>", "https://www.gov.uk/x"),
      "unreadable-document",
    ],
    ["nothing", documentOf(""), "unreadable-document"],
  ])("%s: nothing of it is published", async (_, document, kind) => {
    expect(await safetyValveAgreements.read(document)).toMatchObject({
      edition: null,
      figures: [],
      findings: [{ kind, severity: "stop" }],
    });
  });
});

function attachment0(title: string, index: number) {
  return attachment(title, index, []);
}
