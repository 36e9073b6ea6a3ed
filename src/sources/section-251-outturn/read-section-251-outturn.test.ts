import { describe, expect, it } from "vitest";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import {
  asJson,
  documentOf,
  FOUR_COUNCILS,
  fixture,
  fourCouncils,
  inventedCouncil,
  releaseZip,
  textOf,
} from "@/testing/published-documents";
import { section251Outturn } from "./publication";

const millions = textOf(fixture(import.meta.url, "fixtures/in-millions.csv"));
const pounds = textOf(fixture(import.meta.url, "fixtures/in-pounds.csv"));

const read = (csv: string) =>
  section251Outturn.read(
    documentOf(releaseZip({ "data/s251_alleducation(2).csv": csv, "data-guidance.txt": "x" })),
  );

/** All findings above a note, as the reader and the checks raise them. */
function serious(csv: string, councils = fourCouncils) {
  const draft = read(csv);
  const findings = [...draft.findings, ...section251Outturn.check(draft, councils, "live")];
  return findings
    .filter(({ severity }) => severity !== "note")
    .map(({ kind, severity }) => `${severity} ${kind}`);
}

function deficits(csv: string) {
  return read(csv).figures.flatMap((figure) =>
    figure.type === "outturn" ? [[figure.asAt, figure.council.name, figure.deficit]] : [],
  );
}

describe("approved readings", () => {
  it.each(["in-millions", "in-pounds"])("%s", (name) => {
    const draft = read(name === "in-millions" ? millions : pounds);
    const golden = JSON.parse(textOf(fixture(import.meta.url, `golden/${name}.json`)));
    expect(asJson({ draft, check: section251Outturn.check(draft, fourCouncils, "live") })).toEqual(golden);
  });
});

describe("what is read", () => {
  it("positive is a deficit, £ million and £ alike", () => {
    expect(deficits(millions)).toContainEqual([
      "2024-03-31",
      "Exampleshire",
      { kind: "value", value: 2_011_111_000 },
    ]);
    expect(deficits(millions)).toContainEqual([
      "2024-03-31",
      "Sampleton",
      { kind: "value", value: -90_000_000 },
    ]);
    expect(deficits(pounds)).toContainEqual([
      "2025-03-31",
      "Exampleshire",
      { kind: "value", value: 2_500_012_300 },
    ]);
  });

  it("leaves out years before 2019-20, whose sign isn't known, and says so", () => {
    expect(deficits(millions).map(([asAt]) => asAt)).not.toContain("2019-03-31");
    expect(read(millions).findings).toMatchObject([
      { severity: "note", message: expect.stringContaining("2018-19") },
    ]);
    const yearLater = millions.replaceAll("201819", "201920");
    expect(deficits(yearLater).map(([asAt]) => asAt)).toContain("2020-03-31");
    expect(read(yearLater).findings).toEqual([]);
  });

  it.each([
    ["2025-03-31", "202425", "no"],
    ["2026-03-31", "202526", "unknown"],
  ])("at %s whether it is after the stability grant: %s", (asAt, period, stabilityGrant) => {
    const draft = read(pounds.replaceAll("202425", period));
    expect(draft.figures[0]).toMatchObject({
      asAt,
      basis: "net",
      scope: "dsg",
      after: { safetyValve: "yes", stabilityGrant, localContribution: "unknown" },
    });
  });

  it.each([
    ["z", "not-applicable"],
    ["x", "not-available"],
    ["c", "confidential"],
    ["low", "low"],
    ["k", "low"],
    ["~", "low"],
    ["u", "not-available"],
    [":", "not-available"],
  ])("the symbol %s stands for a reason: %s", (symbol, reason) => {
    expect(deficits(pounds.replace(/,c$/m, `,${symbol}`))).toContainEqual([
      "2025-03-31",
      "Mockham",
      { kind: "missing", reason },
    ]);
  });

  it("takes the key of the edition from the latest year, so that an amended release has the same", () => {
    expect(read(millions).edition).toMatchObject({ key: "2023-24", financialYear: "2023-24" });
    expect(read(pounds).edition).toMatchObject({ key: "2024-25", financialYear: "2024-25" });
  });

  it("finds the file by its columns among others, by the lines in it where two have the columns", () => {
    const others = millions.replaceAll(
      "1.9.3 Dedicated Schools Grant carried forward to next year",
      "1.0.1 Schools",
    );
    const zip = releaseZip({
      "data/renamed.csv": millions,
      "data/other.csv": others,
      "data/third.csv": "a,b\n1,2\n",
    });
    expect(section251Outturn.read(documentOf(zip)).figures[0]?.locator.path).toBe("data/renamed.csv");
  });
});

describe("faults", () => {
  const england = (value: string) =>
    millions.replace(/^(202324,Financial year,National.*1\.9\.3.*),34\.46111,/m, `$1,${value},`);
  const line = (start: RegExp) => millions.split("\n").find((candidate) => start.test(candidate)) ?? "";
  const testbury = line(/^202324.*Testbury.*1\.9\.3/);

  it.each([
    ["none in the fixture itself", millions, []],
    ["a renamed column", millions.replace("gross_expenditure", "gross_spend"), ["stop missing-heading"]],
    [
      "a repeated column",
      millions.replace("net_expenditure", "gross_expenditure"),
      ["stop unexpected-layout"],
    ],
    [
      "a renamed line",
      millions.replaceAll("1.9.3 Dedicated Schools Grant carried forward to next year", "Reserve"),
      ["stop unexpected-layout"],
    ],
    [
      "an academic year",
      millions.replaceAll("202324,Financial year,National", "202324,Academic year,National"),
      ["stop unexpected-layout"],
    ],
    ["England not printed: a note", millions.replace(/^202324,Financial year,National.*\n/gm, ""), []],
    ["a wrong sum", england("34.47111"), ["stop total-differs"]],
    ["a sum that is off by rounding", england("34.46112"), []],
    ["a sum that is off by more than rounding", england("34.46114"), ["stop total-differs"]],
    [
      "a council printed twice",
      millions.replace(testbury, `${testbury}\n${testbury}`),
      ["stop duplicate-row", "stop total-differs"],
    ],
    ["a council left out", millions.replace(`${testbury}\n`, ""), ["stop total-differs"]],
    [
      "words instead of a figure",
      millions.replace(testbury, testbury.replace(",11.5,", ",see note,")),
      ["doubt unreadable-cell", "doubt total-differs"],
    ],
    [
      "a blank instead of a figure",
      millions.replace(testbury, testbury.replace(",11.5,", ",,")),
      ["doubt unreadable-cell", "doubt total-differs"],
    ],
    [
      "a row with a cell too many",
      millions.replace(testbury, `${testbury},`),
      ["doubt unreadable-row", "stop total-differs"],
    ],
    ["a symbol while England counts it", pounds.replace(",19876543", ",x"), ["doubt total-differs"]],
    [
      "a year in £ among years in £ million",
      millions.replace(/^(202223.*Exampleshire.*1\.9\.3.*),12\.34567,/m, "$1,12345670,"),
      ["stop unexpected-layout"],
    ],
    [
      "a turned sign in a year after 2023-24",
      pounds.replaceAll(/,(\d{7,8})$/gm, ",-$1"),
      ["stop unexpected-layout"],
    ],
    [
      "a balance opened other than closed",
      millions.replace(/^(202324.*Testbury.*1\.9\.2.*),8\.00001,/m, "$1,7.5,"),
      ["doubt total-differs"],
    ],
    ["an empty file", "", ["stop missing-heading"]],
    ["a web page", "<!DOCTYPE html><html></html>", ["stop missing-heading"]],
  ])("%s", (_, csv, findings) => {
    expect(serious(csv)).toEqual(findings);
  });

  it("marks the balance as doubtful that the next year doesn't open with, and no other", () => {
    const draft = read(millions.replace(/^(202324.*Testbury.*1\.9\.2.*),8\.00001,/m, "$1,7.5,"));
    const doubted = draft.figures.filter(({ checked }) => checked === false);
    expect(doubted).toMatchObject([{ asAt: "2023-03-31", council: { name: "Testbury" } }]);
  });

  it("an opening balance of the other sign is the same size, and no doubt", () => {
    expect(serious(millions.replace(/^(202324.*Testbury.*1\.9\.2.*),8\.00001,/m, "$1,-8.00001,"))).toEqual(
      [],
    );
  });

  it("reads nothing of a release that isn't understood", () => {
    expect(read(millions.replace("gross_expenditure", "gross_spend"))).toMatchObject({
      edition: null,
      figures: [],
      findings: [
        {
          expected: expect.stringContaining("gross_expenditure"),
          met: expect.stringContaining("gross_expenditure"),
        },
      ],
    });
  });

  it("keeps the edition whose sum is wrong, to be approved or not", () => {
    expect(read(england("34.47111")).edition?.key).toBe("2023-24");
  });

  it.each([0, 10, 200, 700])("a zip cut after %i bytes", (length) => {
    const zip = releaseZip({ "data/a.csv": millions });
    expect(zip.length).toBeGreaterThan(length);
    expect(section251Outturn.read(documentOf(zip.subarray(0, length)))).toMatchObject({
      edition: null,
      findings: [{ kind: "unreadable-document", severity: "stop" }],
    });
  });

  it("an error page instead of the zip", () => {
    expect(section251Outturn.read(documentOf("<html>Service unavailable</html>"))).toMatchObject({
      edition: null,
      findings: [{ kind: "unreadable-document", severity: "stop", met: "the file isn't a zip" }],
    });
  });

  it("two files with the figures: not guessed at", () => {
    const zip = releaseZip({ "data/a.csv": millions, "data/b.csv": millions });
    expect(section251Outturn.read(documentOf(zip)).findings).toMatchObject([
      { kind: "unexpected-layout", severity: "stop", met: "data/a.csv, data/b.csv" },
    ]);
  });
});

describe("councils that should be there", () => {
  const more = (count: number) =>
    new CouncilRegister([
      ...FOUR_COUNCILS,
      ...Array.from({ length: count }, (_, index) =>
        inventedCouncil(`Y0${index}`, `Absentham ${"abcdefgh"[index]}`),
      ),
    ]);
  const missing = (councils: CouncilRegister) =>
    section251Outturn.check(read(pounds), councils, "live").filter(({ kind }) => kind === "council-missing");

  it("up to five missing are noted, each by name", () => {
    expect(missing(more(5)).map(({ severity }) => severity)).toEqual([
      "note",
      "note",
      "note",
      "note",
      "note",
    ]);
  });

  it("six stop the edition", () => {
    expect(missing(more(6))).toMatchObject([{ severity: "stop", met: "6 missing" }]);
  });

  it("those without an allocation may be missing or there", () => {
    const city = inventedCouncil("201", "City of London");
    expect(missing(new CouncilRegister([...FOUR_COUNCILS, city]))).toEqual([]);
  });

  it.each([
    ["2025-03-30", []],
    ["2025-03-31", ["council-missing"]],
  ])("one that ended on %s: %j", (validTo, kinds) => {
    const ended = inventedCouncil("Y01", "Absentham", { validTo: validTo as never });
    expect(missing(new CouncilRegister([...FOUR_COUNCILS, ended])).map(({ kind }) => kind)).toEqual(kinds);
  });

  it("one that didn't exist at the year's end is noted", () => {
    const later = inventedCouncil("X04", "Mockham", { validFrom: "2025-04-01" as never });
    const findings = section251Outturn.check(
      read(pounds),
      new CouncilRegister([...FOUR_COUNCILS.slice(0, 3), later]),
      "live",
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: "council-unexpected", severity: "note", council: "Mockham" }),
    );
  });

  it("an unknown council still counts in the sum, and is for the common check to name", () => {
    expect(serious(millions, new CouncilRegister(FOUR_COUNCILS.slice(0, 3)))).toEqual([]);
  });
});

it.each([
  ["2026-11-23", "2027-01-31"],
  ["2027-01-31", "2027-01-31"],
  ["2027-02-01", "2028-01-31"],
])("on %s the next edition is expected by %s", (today, expected) => {
  expect(section251Outturn.nextExpected(today as never)).toBe(expected);
});
