import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { committedDocuments, type DocumentFinder } from "./committed-archive";

let documentAt: DocumentFinder;
beforeAll(async () => {
  documentAt = await committedDocuments();
});

describe("releases of statistics", () => {
  const site = "https://explore-education-statistics.service.gov.uk/find-statistics";
  const releases = "https://content.explore-education-statistics.service.gov.uk/api/releases";

  it.each([
    ["la-and-school-expenditure", "facsimile-2023-24"],
    ["education-health-and-care-plans", "facsimile-2025"],
  ])("the page of %s names the release %s, whose files are held", (publication, id) => {
    const page = strFromU8(documentAt(`${site}/${publication}`).bytes);
    const script = /<script id="__NEXT_DATA__" type="application\/json">(?<json>[^<]+)<\/script>/.exec(page);
    expect(JSON.parse(script?.groups?.json ?? "{}").props.pageProps.releaseVersion.id).toBe(id);
    expect(documentAt(`${releases}/${id}/files`).mediaType).toBe("application/zip");
  });

  function csvRows(id: string, path: string): Record<string, string>[] {
    const bytes = unzipSync(documentAt(`${releases}/${id}/files`).bytes)[path];
    if (!bytes) throw new Error(`The release ${id} has no ${path}.`);
    return Papa.parse<Record<string, string>>(strFromU8(bytes), { header: true, skipEmptyLines: true }).data;
  }

  it("section 251: line 1.9.3 of 151 councils, positive for a deficit, x where not available", () => {
    const rows = csvRows("facsimile-2023-24", "data/s251_alleducation_la_regional_national(2).csv");
    const carriedForward = (name: string) => rows.find((row) => row.la_name === name)?.gross_expenditure;
    expect(rows).toHaveLength(151);
    expect(new Set(rows.map((row) => row.time_period))).toEqual(new Set(["202324"]));
    expect(carriedForward("Kent")).toBe("67167405");
    expect(carriedForward("Camden")).toBe("-22344113");
    const unavailable = rows.filter((row) => row.gross_expenditure === "x").map((row) => row.la_name);
    expect(unavailable).toEqual(["Buckinghamshire", "Cumberland", "Westmorland and Furness"]);
  });

  it("EHC plans: England is the sum of its councils every January from 2019 to 2025", () => {
    const rows = csvRows("facsimile-2025", "data/caseload.csv");
    const england = rows.filter((row) => row.geographic_level === "National");
    expect(england.map((row) => [row.time_period, Number(row.ehcplans)])).toEqual([
      ["201819", 353_995],
      ["201920", 390_109],
      ["202021", 430_697],
      ["202122", 473_255],
      ["202223", 517_048],
      ["202324", 576_474],
      ["202425", 638_745],
    ]);
    for (const { time_period, ehcplans } of england) {
      const councils = rows.filter(
        (row) => row.geographic_level === "Local authority" && row.time_period === time_period,
      );
      expect(councils.reduce((total, row) => total + Number(row.ehcplans), 0)).toBe(Number(ehcplans));
    }
  });

  it("EHC plans: a council that has ended keeps its own region and code", () => {
    const cumbria = csvRows("facsimile-2025", "data/caseload.csv").find((row) => row.old_la_code === "909");
    expect(cumbria).toMatchObject({
      region_name: "North West",
      new_la_code: "E10000006",
      time_period: "201819",
    });
  });
});
