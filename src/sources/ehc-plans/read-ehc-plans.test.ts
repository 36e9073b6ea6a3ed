import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asJson, documentOf, fixture, fourCouncils, releaseZip, textOf } from "@/testing/published-documents";
import { countedInJanuary } from "./counted-in-january";
import { ehcPlans } from "./publication";

const caseload = textOf(fixture(import.meta.url, "fixtures/caseload.csv"));
const older = textOf(fixture(import.meta.url, "fixtures/sen2_age_caseload.csv"));

const read = (csv: string | Uint8Array, path = "data/caseload.csv") =>
  ehcPlans.read(documentOf(releaseZip({ [path]: csv })));

function serious(csv: string, councils = fourCouncils) {
  const draft = read(csv);
  const findings = [...draft.findings, ...ehcPlans.check(draft, councils, "live")];
  return findings
    .filter(({ severity }) => severity !== "note")
    .map(({ kind, severity }) => `${severity} ${kind}`);
}

describe("approved readings", () => {
  it.each(["caseload", "sen2_age_caseload"])("%s", (name) => {
    const draft = read(fixture(import.meta.url, `fixtures/${name}.csv`), `data/${name}.csv`);
    const golden = JSON.parse(textOf(fixture(import.meta.url, `golden/${name}.json`)));
    expect(asJson({ draft, check: ehcPlans.check(draft, fourCouncils, "live") })).toEqual(golden);
  });
});

it.each([
  ["202425", "Academic year", 2025],
  ["201819", "academic year", 2019],
  ["202426", "Academic year", null],
  ["2022", "Calendar year", 2022],
  ["2022", "Reporting year", 2022],
  ["202122", "Calendar year", null],
  ["202425", "Financial year", null],
  ["2025", "", null],
])("%s with %s is January %s", (period, identifier, year) => {
  expect(countedInJanuary(period, identifier)).toBe(year);
});

describe("faults", () => {
  const line = (start: RegExp) => caseload.split("\n").find((candidate) => start.test(candidate)) ?? "";
  const testbury = line(/^202425.*Testbury,All/);

  it.each([
    ["none in the fixture itself", caseload, []],
    ["none in the older layout", older, []],
    ["a renamed column", caseload.replace("ehcplans", "ehc_plans"), ["stop missing-heading"]],
    ["a renamed filter", caseload.replaceAll("All EHC plans", "Every plan"), ["stop unexpected-layout"]],
    [
      "another kind of year",
      caseload.replaceAll("Academic year", "Financial year"),
      ["stop unexpected-layout"],
    ],
    ["England not printed: a note", caseload.replace(/^.*National.*\n/gm, ""), []],
    ["a sum that is one off", caseload.replace(",2248,", ",2249,"), ["stop total-differs"]],
    [
      "a council printed twice",
      caseload.replace(testbury, `${testbury}\n${testbury}`),
      ["stop duplicate-row", "stop total-differs"],
    ],
    ["a council left out", caseload.replace(`${testbury}\n`, ""), ["stop total-differs"]],
    [
      "half a plan",
      caseload.replace(testbury, testbury.replace(",490,", ",489.5,")),
      ["doubt unreadable-cell", "doubt total-differs"],
    ],
    [
      "a blank",
      caseload.replace(testbury, testbury.replace(",490,", ",,")),
      ["doubt unreadable-cell", "doubt total-differs"],
    ],
    [
      "a symbol that England's figure can't make good",
      caseload.replace(testbury, testbury.replace(",490,", ",c,")),
      ["doubt total-differs"],
    ],
    [
      "the same in brackets",
      caseload.replace(testbury, testbury.replace(",490,", ",[c],")),
      ["doubt total-differs"],
    ],
    [
      "a mark of other tables",
      caseload.replace(testbury, testbury.replace(",490,", ",..,")),
      ["doubt total-differs"],
    ],
    [
      "a symbol, with more plans than England has",
      caseload.replace(testbury, testbury.replace(",490,", ",c,")).replace(",342,", ",3420,"),
      ["stop total-differs"],
    ],
    [
      "a symbol, with England far beyond what one council can have",
      caseload.replace(testbury, testbury.replace(",490,", ",c,")).replace(",2248,", ",22480,"),
      ["stop total-differs"],
    ],
    [
      "a number with noughts after the point",
      caseload.replace(testbury, testbury.replace(",490,", ",490.0,")),
      [],
    ],
    ["an empty file", "", ["stop missing-heading"]],
  ])("%s", (_, csv, findings) => {
    expect(serious(csv)).toEqual(findings);
  });

  it.each([0, 60, 300])("a zip cut after %i bytes", (length) => {
    const zip = releaseZip({ "data/caseload.csv": caseload });
    expect(zip.length).toBeGreaterThan(length);
    expect(ehcPlans.read(documentOf(zip.subarray(0, length)))).toMatchObject({
      edition: null,
      figures: [],
      findings: [{ kind: "unreadable-document", severity: "stop" }],
    });
  });

  it("an error page instead of the zip", () => {
    expect(ehcPlans.read(documentOf("<html>Service unavailable</html>")).findings).toMatchObject([
      { kind: "unreadable-document", severity: "stop" },
    ]);
  });
});

describe("places", () => {
  const councilsIn = (csv: string) =>
    read(csv).figures.flatMap((figure) => (figure.type === "ehc-plans" ? [figure.council] : []));

  it("leaves out regions and two councils on one row", () => {
    const both = caseload.replace(
      "202425,Academic year,National",
      "202425,Academic year,Local authority,E92000001,England,E12000099,Outer Example,X99000001 / X99000002,X01 / X02,Both,All EHC plans,All EHC plans,1657,z\n202425,Academic year,National",
    );
    expect(councilsIn(both)).toEqual(councilsIn(caseload));
  });

  it.each([
    ["801.0", "801"],
    ["z", null],
    ["", null],
  ])("a DfE code printed as %j is read as %j", (printed, dfeCode) => {
    expect(councilsIn(caseload.replaceAll(",X01,", `,${printed},`))[0]).toEqual({
      dfeCode,
      gssCode: "X99000001",
      name: "Exampleshire",
    });
  });

  it("two ONS codes for one council don't matter: the DfE code joins them", () => {
    const draft = read(caseload.replace(/^(202324.*)X99000001/m, "$1X99000077"));
    expect(ehcPlans.check(draft, fourCouncils, "live")).toEqual([]);
  });
});

const SAMPLE = new URL("../../../../shared/facts/raw/ees_ehc_2025_caseload_sample.csv", import.meta.url);

describe("the sample of the 2025 release as published", () => {
  it.skipIf(!existsSync(SAMPLE))(
    "49 councils of January 2019, which can't add up to England's 353,995",
    () => {
      const draft = read(new Uint8Array(readFileSync(SAMPLE)));
      expect(draft.findings).toEqual([]);
      expect(draft.edition?.key).toBe("2019");
      expect(draft.figures.filter(({ type }) => type === "ehc-plans")).toHaveLength(49);
      expect(draft.figures.at(-1)).toMatchObject({ type: "national-total", period: "2019", value: 353995 });
      expect(ehcPlans.check(draft, fourCouncils, "live")).toContainEqual(
        expect.objectContaining({
          kind: "total-differs",
          severity: "stop",
          expected: "353,995",
          met: "95,593",
        }),
      );
    },
  );
});

it.each([
  ["2026-06-30", "2026-06-30"],
  ["2026-07-01", "2027-06-30"],
])("on %s the next edition is expected by %s", (today, expected) => {
  expect(ehcPlans.nextExpected(today as never)).toBe(expected);
});
