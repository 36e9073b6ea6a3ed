import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ArchiveDocument } from "./archive-document";
import { buildArchive } from "./build-archive";
import { committedFigures } from "./committed-archive";
import type { FigureFiles } from "./figure-rows";
import { sha256 } from "./manifest";

let figures: FigureFiles;
let documents: ArchiveDocument[];

beforeAll(async () => {
  figures = await committedFigures();
  documents = buildArchive(figures);
});

/** Hashes, since comparing a megabyte element by element takes seconds. */
function fingerprint(built: readonly ArchiveDocument[]) {
  return built.map(({ bytes, ...rest }) => ({ ...rest, sha256: sha256(bytes) }));
}

describe("the same figures give the same bytes", () => {
  const timeZone = process.env.TZ;
  afterEach(() => {
    if (timeZone === undefined) delete process.env.TZ;
    else process.env.TZ = timeZone;
  });

  it.each(["UTC", "Asia/Tokyo", "America/Los_Angeles"])("in the time zone %s", (zone) => {
    process.env.TZ = zone;
    expect(fingerprint(buildArchive(figures))).toEqual(fingerprint(documents));
  });

  it("whatever order the files are given in", () => {
    const reversed = new Map([...figures].reverse());
    expect(fingerprint(buildArchive(reversed))).toEqual(fingerprint(documents));
  });
});

describe("the archive as a whole", () => {
  it("has one document at an address", () => {
    expect(new Set(documents.map((document) => document.url)).size).toBe(documents.length);
  });

  it("cites a source for every document that carries figures", () => {
    const uncited = documents.filter((document) => !document.citation).map((document) => document.url);
    expect(uncited).toEqual([
      "https://www.gov.uk/api/content/government/publications/dedicated-schools-grant-dsg-2019-to-2020",
      ...["2020-to-2021", "2021-to-2022", "2022-to-2023", "2023-to-2024"].map(
        (year) =>
          `https://skillsfunding.service.gov.uk/view-latest-funding/national-funding-allocations/DSG/${year}`,
      ),
      "https://explore-education-statistics.service.gov.uk/find-statistics/la-and-school-expenditure",
      "https://explore-education-statistics.service.gov.uk/find-statistics/education-health-and-care-plans",
    ]);
  });

  it("says in every document that it is rebuilt", () => {
    for (const document of documents) {
      const text =
        document.mediaType.includes("zip") || document.mediaType.includes("spreadsheet")
          ? Object.values(unzipSync(document.bytes))
              .map((part) => strFromU8(part))
              .join("\n")
          : strFromU8(document.bytes);
      expect(text, document.url).toContain("Rebuilt from published figures; not the publication itself.");
    }
  });

  it("is small", () => {
    const bytes = documents.reduce((total, document) => total + document.bytes.byteLength, 0);
    expect(bytes).toBeLessThan(2_000_000);
  });

  it("isn't built from part of its figures", () => {
    const without = new Map(figures);
    without.delete("figures/ehc_plans.csv");
    expect(() => buildArchive(without)).toThrow("archive/figures/ehc_plans.csv is missing");
  });
});
