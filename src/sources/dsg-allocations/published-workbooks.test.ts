import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import { sum, wholePounds } from "@/domain/money";
import type { Origin } from "@/domain/provenance";
import { readLocalAuthorities } from "../local-authorities/read-local-authorities";
import type { FetchedDocument } from "../publication";
import { dsgAllocations } from "./publication";

const ROOT = new URL("../../../", import.meta.url);
const AUTHORITIES = "archive/figures/local_authorities.csv";

let councils: CouncilRegister;
beforeAll(() => {
  const { figures } = readLocalAuthorities({
    url: `repository:${AUTHORITIES}`,
    title: null,
    mediaType: "text/csv",
    bytes: readFileSync(new URL(AUTHORITIES, ROOT)),
    origin: "archive",
  });
  councils = new CouncilRegister(
    figures.flatMap((figure) => (figure.type === "authority" ? [figure.authority] : [])),
  );
});

function read(bytes: Uint8Array, url: string, title: string | null, origin: Origin) {
  const document: FetchedDocument = { url, title, mediaType: null, bytes, origin };
  const draft = dsgAllocations.read(document);
  const findings = [...draft.findings, ...dsgAllocations.check(draft, councils, origin)];
  const allocations = draft.figures.filter((figure) => figure.type === "allocation");
  const years = [...new Set(allocations.map((row) => row.financialYear))];
  return {
    edition: draft.edition,
    findings,
    byYear: years.map((year) => {
      const rows = allocations.filter((row) => row.financialYear === year);
      const before = rows.flatMap(({ beforeDeductions }) =>
        beforeDeductions.kind === "value" ? [beforeDeductions.value] : [],
      );
      return { year, councils: rows.length, before: wholePounds(sum(before)) };
    }),
  };
}

const RAW = new URL("../shared/facts/raw/", ROOT);
const held = existsSync(RAW);

describe.skipIf(!held)(
  `the department's own workbooks${held ? "" : " (skipped: ../shared/facts/raw isn't there)"}`,
  () => {
    const readRaw = (file: string) =>
      read(readFileSync(new URL(file, RAW)), `https://skillsfunding.service.gov.uk/${file}`, null, "live");

    it("2020-21, published 18 November 2021", () => {
      const { edition, findings, byYear } = readRaw("dedicated-schools-grant_2021_11_18.ods");
      expect(edition).toMatchObject({
        key: "2020-21@2021-11-18",
        publishedOn: "2021-11-18",
        financialYear: "2020-21",
      });
      expect(byYear).toEqual([{ year: "2020-21", councils: 149, before: 7_063_230_381 }]);
      expect(findings).toEqual([]);
    });

    it("2023-24, published 20 July 2023 under a file name of 2024", () => {
      const { edition, findings, byYear } = readRaw("dedicated-schools-grant_2024_07_20.ods");
      expect(edition).toMatchObject({
        key: "2023-24@2023-07-20",
        publishedOn: "2023-07-20",
        financialYear: "2023-24",
      });
      expect(byYear).toEqual([{ year: "2023-24", councils: 151, before: 9_952_172_126 }]);
      expect(findings).toMatchObject([{ kind: "stale-title", severity: "note" }]);
    });

    it("the compiled workbook of five years", () => {
      const { edition, findings, byYear } = readRaw("dedicated-schools-grant.ods");
      expect(edition).toMatchObject({ key: "compiled", publishedOn: null, financialYear: null });
      expect(byYear).toEqual([
        { year: "2023-24", councils: 151, before: 9_953_984_391 },
        { year: "2022-23", councils: 150, before: 8_988_258_915 },
        { year: "2021-22", councils: 150, before: 7_906_348_577 },
        { year: "2020-21", councils: 149, before: 7_063_230_381 },
        { year: "2019-20", councils: 149, before: 6_279_123_139 },
      ]);
      expect(findings).toEqual([]);
    });

    it.each(["DSG_by_year_dr.xlsx", "dsg_deficit_derived.xlsx", "lait_la_code_list.xlsx"])(
      "%s is another publication, and is known as such",
      (file) => {
        const { edition, findings } = readRaw(file);
        expect(edition).toBeNull();
        expect(findings).toMatchObject([{ kind: "unexpected-layout", severity: "stop" }]);
      },
    );
  },
);

interface ArchivedDocument {
  readonly url: string;
  readonly path: string;
  readonly title: string;
  readonly publishedOn: string | null;
}

const { documents } = JSON.parse(readFileSync(new URL("archive/manifest.json", ROOT), "utf8")) as {
  documents: readonly ArchivedDocument[];
};
const facsimiles = documents.filter(({ url }) => /dedicated-schools-grant_.*\.ods$/.test(url));

describe("the archive's facsimiles", () => {
  it("cover five years, 2023-24 in two versions", () => {
    expect(facsimiles).toHaveLength(6);
  });

  it.each(facsimiles)("$path", ({ url, path, title, publishedOn }) => {
    const bytes = readFileSync(new URL(`archive/${path}`, ROOT));
    const { edition, findings, byYear } = read(bytes, url, title, "archive");
    expect(findings.filter((finding) => finding.severity !== "note")).toEqual([]);
    expect(edition?.publishedOn).toBe(publishedOn);
    expect(byYear).toHaveLength(1);
    const totals: Record<string, number> = {
      "2019-20@undated": 6_279_123_139,
      "2020-21@2021-11-18": 7_063_230_381,
      "2021-22@2022-07-18": 7_906_348_577,
      "2022-23@2023-07-20": 8_988_258_915,
      "2023-24@undated": 9_953_984_391,
      "2023-24@2023-07-20": 9_952_172_126,
    };
    expect(byYear[0]?.before).toBe(totals[edition?.key ?? ""]);
  });

  it("are what the archived pages list", () => {
    const listed = documents
      .filter(({ url }) => /(?:\/DSG\/|dedicated-schools-grant-dsg-)20\d\d-to-20\d\d$/.test(url))
      .flatMap(({ url, path }) => {
        const bytes = readFileSync(new URL(`archive/${path}`, ROOT));
        return dsgAllocations.findDocuments({ url, title: null, mediaType: null, bytes, origin: "archive" })
          .documents;
      });
    expect(listed.map(({ url }) => url).sort()).toEqual(facsimiles.map(({ url }) => url).sort());
  });
});
