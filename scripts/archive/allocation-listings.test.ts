import { strFromU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { moneyOf, sum, wholePounds } from "@/domain/money";
import { readWorkbook } from "@/formats/read-workbook";
import { committedDocuments, type DocumentFinder } from "./committed-archive";

let documentAt: DocumentFinder;
beforeAll(async () => {
  documentAt = await committedDocuments();
});

describe("allocation workbooks", () => {
  const service = "https://skillsfunding.service.gov.uk/view-latest-funding/national-funding-allocations/DSG";
  const content = "https://www.gov.uk/api/content/government/publications";
  const file = "facsimile/dedicated-schools-grant";

  it.each([
    {
      url: `${content}/dedicated-schools-grant-dsg-2019-to-2020/${file}_2019-to-2020_publication-date-not-stated.ods`,
      unit: "million",
      england: "6279.12313931",
      councils: 149,
      councilPounds: 6_279_123_065,
      published: null,
    },
    {
      url: `${service}/2020-to-2021/${file}_2020-to-2021_published-18-11-2021.ods`,
      unit: "pound",
      england: "7063230381",
      councils: 149,
      councilPounds: 7_063_230_381,
      published: "Thursday, 18 Nov, 2021",
    },
    {
      url: `${service}/2021-to-2022/${file}_2021-to-2022_published-18-07-2022.ods`,
      unit: "pound",
      england: "7906348577",
      councils: 150,
      councilPounds: 7_906_348_577,
      published: "Monday, 18 Jul, 2022",
    },
    {
      url: `${service}/2022-to-2023/${file}_2022-to-2023_published-20-07-2023.ods`,
      unit: "pound",
      england: "8988258915",
      councils: 150,
      councilPounds: 8_988_258_915,
      published: "Thursday, 20 Jul, 2023",
    },
    {
      url: `${service}/2023-to-2024/${file}_2023-to-2024_publication-date-not-stated.ods`,
      unit: "pound",
      england: "9953984391",
      councils: 151,
      councilPounds: 9_953_984_391,
      published: null,
    },
    {
      url: `${service}/2023-to-2024/${file}_2023-to-2024_published-20-07-2023.ods`,
      unit: "pound",
      england: "9952172126",
      councils: 151,
      councilPounds: 9_952_172_126,
      published: "Thursday, 20 Jul, 2023",
    },
  ] as const)("$url", ({ url, unit, england, councils, councilPounds, published }) => {
    const { sheets } = readWorkbook(documentAt(url).bytes);
    const summary = sheets.find((sheet) => sheet.name === "Allocations_summary");
    const rows = summary?.rows.slice(5) ?? [];
    const amounts = rows.map((row) => moneyOf(row[4]?.number ?? Number.NaN, unit));

    expect(summary?.rows[4]?.[0]?.text).toBe("ENGLAND");
    expect(String(summary?.rows[4]?.[4]?.number)).toBe(england);
    expect(rows).toHaveLength(councils);
    expect(sum(amounts)).toBe(moneyOf(Number(england), unit));
    expect(amounts.map(wholePounds).reduce((total, pounds) => total + pounds, 0)).toBe(councilPounds);

    const information = sheets.find((sheet) => sheet.name.startsWith("Information_"));
    const publication = information?.rows.find((row) =>
      row.some((cell) => cell.text === "Publication date:"),
    );
    expect(publication?.[2]?.text ?? null).toBe(published);
  });

  it.each([
    ["2020-to-2021", 1],
    ["2021-to-2022", 1],
    ["2022-to-2023", 1],
    ["2023-to-2024", 2],
  ])("the page of %s links to its %i workbooks", (year, count) => {
    const page = strFromU8(documentAt(`${service}/${year}`).bytes);
    const links = [
      ...page.matchAll(/href="([^"]+)">Download DSG allocations for all local authorities and regions/g),
    ];
    expect(links).toHaveLength(count);
    for (const [, path] of links)
      expect(documentAt(new URL(path ?? "", service).href).mediaType).toContain("spreadsheet");
  });

  it("the entry of 2019 to 2020 lists its workbook as an attachment", () => {
    const entry = JSON.parse(
      strFromU8(documentAt(`${content}/dedicated-schools-grant-dsg-2019-to-2020`).bytes),
    );
    expect(entry.details.attachments).toHaveLength(1);
    expect(documentAt(entry.details.attachments[0].url).title).toBe(
      "Dedicated schools grant (DSG): 2019 to 2020 allocations",
    );
  });
});
