import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "@/formats/read-workbook";
import { committedFile } from "./committed-archive";

/** The publishers' own files, which stay out of the repository: without them these tests are skipped. */
const RAW = fileURLToPath(new URL("../../../shared/facts/raw", import.meta.url));
const FUNDING = "skillsfunding.service.gov.uk/view-latest-funding/national-funding-allocations/DSG";
const CONTENT = "www.gov.uk/api/content/government/publications/dedicated-schools-grant-dsg-2019-to-2020";
const FILE = "facsimile/dedicated-schools-grant";

describe.skipIf(!existsSync(RAW))("the rebuilt documents beside the publishers' own", () => {
  it.each([
    [
      "dedicated-schools-grant.ods",
      "Allocations_1920",
      `${CONTENT}/${FILE}_2019-to-2020_publication-date-not-stated.ods`,
    ],
    [
      "dedicated-schools-grant_2021_11_18.ods",
      "Allocations_summary",
      `${FUNDING}/2020-to-2021/${FILE}_2020-to-2021_published-18-11-2021.ods`,
    ],
    [
      "dedicated-schools-grant.ods",
      "Allocations_2122",
      `${FUNDING}/2021-to-2022/${FILE}_2021-to-2022_published-18-07-2022.ods`,
    ],
    [
      "dedicated-schools-grant.ods",
      "Allocations_2223",
      `${FUNDING}/2022-to-2023/${FILE}_2022-to-2023_published-20-07-2023.ods`,
    ],
    [
      "dedicated-schools-grant_2024_07_20.ods",
      "Allocations_summary",
      `${FUNDING}/2023-to-2024/${FILE}_2023-to-2024_published-20-07-2023.ods`,
    ],
    [
      "dedicated-schools-grant.ods",
      "Allocations_2324",
      `${FUNDING}/2023-to-2024/${FILE}_2023-to-2024_publication-date-not-stated.ods`,
    ],
  ])(
    "%s, sheet %s: same headings, codes and high needs columns in the same cells",
    async (raw, sheet, path) => {
      const cells = (bytes: Uint8Array, name: string) =>
        readWorkbook(bytes, { sheets: (each) => each === name }).sheets[0]?.rows ?? [];
      const published = cells(readFileSync(`${RAW}/${raw}`), sheet);
      const rebuilt = cells(await committedFile(path), "Allocations_summary");

      const headings = (rows: typeof published) =>
        rows.slice(0, 4).map((row) => row.map((cell) => cell.text));
      expect(headings(rebuilt)).toEqual(headings(published));
      expect(rebuilt.length).toBeGreaterThan(150);
      for (const [index, row] of rebuilt.slice(4).entries()) {
        const original = published[index + 4];
        expect([row[0]?.text, row[1]?.text]).toEqual([original?.[0]?.text, original?.[1]?.text]);
        // The sheet in £ million has more decimals than pence can hold.
        expect(row[4]?.number).toBeCloseTo(original?.[4]?.number ?? Number.NaN, 7);
        // One council's figure after deductions differs between the compiled copy and the file of 2022-23.
        if (sheet !== "Allocations_2223")
          expect(row[9]?.number).toBeCloseTo(original?.[9]?.number ?? Number.NaN, 7);
      }
    },
  );

  it("EHC plans: the same columns, and the same rows for England and councils", async () => {
    const parse = (bytes: Uint8Array) =>
      Papa.parse<Record<string, string>>(strFromU8(bytes).replace("\ufeff", ""), {
        header: true,
        skipEmptyLines: true,
      });
    const published = parse(readFileSync(`${RAW}/ees_ehc_2025_caseload_sample.csv`));
    const zip = await committedFile(
      "content.explore-education-statistics.service.gov.uk/api/releases/facsimile-2025/files.zip",
    );
    const rebuilt = parse(unzipSync(zip)["data/caseload.csv"] ?? new Uint8Array());
    expect(rebuilt.meta.fields).toEqual(published.meta.fields);

    const columns = rebuilt.meta.fields?.slice(0, 13) ?? [];
    const lines = (rows: Record<string, string>[]) =>
      rows
        .filter((row) => row.geographic_level !== "Regional")
        .map((row) => columns.map((column) => row[column]).join("|"));
    // The sample holds the first rows of the file: January 2019, some of the councils.
    const sample = lines(published.data);
    expect(sample.length).toBeGreaterThanOrEqual(50);
    const held = new Set(lines(rebuilt.data));
    expect(sample.filter((line) => !held.has(line))).toEqual([]);
  });
});
