import { describe, expect, it } from "vitest";
import {
  COUNCILS,
  documentOf,
  EDITION,
  ENGLAND,
  FIGURES,
  HEADINGS,
  INFORMATION,
  MERGES,
  ROWS,
  summary,
  WORKINGS,
} from "@/testing/allocation-editions";
import { makeOds, makeXlsx, type SheetPlan, type Value } from "@/testing/make-workbook";
import { checkAllocations } from "./expectations";
import { readAllocations } from "./read-allocations";

function read(sheets: readonly SheetPlan[], given: Parameters<typeof documentOf>[1] = {}) {
  const draft = readAllocations(documentOf(sheets, given));
  const findings = [...draft.findings, ...checkAllocations(draft, COUNCILS, "live")];
  const allocations = draft.figures.filter((figure) => figure.type === "allocation");
  const totals = draft.figures.filter((figure) => figure.type === "national-total");
  return { ...draft, findings, allocations, totals };
}

const kinds = (findings: readonly { severity: string; kind: string }[]) =>
  findings.map((finding) => `${finding.severity} ${finding.kind}`);

describe("an edition as the department publishes it", () => {
  const { edition, allocations, totals, findings } = read(EDITION);

  it("is known by its year and its publication date", () => {
    expect(edition).toEqual({
      key: "2023-24@2023-07-20",
      title: "Dedicated schools grant (DSG): 2023 to 2024 allocations",
      publishedOn: "2023-07-20",
      financialYear: "2023-24",
    });
  });

  it("gives each council's high needs block, in pence, with its cell", () => {
    expect(allocations).toHaveLength(3);
    expect(allocations[0]).toEqual({
      type: "allocation",
      council: { dfeCode: "991", name: "Exampleshire" },
      financialYear: "2023-24",
      publishedOn: "2023-07-20",
      beforeDeductions: { kind: "value", value: 501_759_000_100 },
      afterDeductions: { kind: "value", value: 437_959_000_100 },
      locator: { sheet: "Allocations_summary", row: 6, cell: "D6" },
    });
  });

  it("gives ENGLAND at both stages, each with its own cell", () => {
    expect(totals.map(({ measure, value, locator }) => [measure, value, locator.cell])).toEqual([
      ["high-needs-block-before-deductions", ENGLAND[0] * 100, "D5"],
      ["high-needs-block-after-deductions", ENGLAND[1] * 100, "G5"],
    ]);
  });

  it("raises nothing: regions, notes and a title that still says provisional are nothing new", () => {
    expect(findings).toEqual([]);
  });
});

/** Moves each row's cells into another order of columns. */
function reordered(rows: readonly (readonly Value[])[], order: readonly (number | null)[]): Value[][] {
  return rows.map((row) => order.map((from) => (from === null ? null : (row[from] ?? null))));
}

const million = (pounds: number) => pounds / 1_000_000;
const IN_MILLIONS: readonly (readonly Value[])[] = ROWS.map((row) =>
  row.map((value, column) => (typeof value === "number" && column > 1 ? million(value) : value)),
);
const UNIT_MILLION = HEADINGS.map((row) =>
  row.map((value) => (typeof value === "string" ? value.replace("(£s)", "\n(£ million)") : value)),
);
const unmerged = (headings: readonly (readonly Value[])[], rows = ROWS): SheetPlan => ({
  name: "Allocations_summary",
  rows: [...headings, ...rows],
});
const codes = (write: (code: number) => Value) =>
  summary(ROWS.map(([code, ...rest]) => [typeof code === "number" ? write(code) : (code ?? null), ...rest]));
const reworded = (change: (text: string, column: number) => string) =>
  summary(
    ROWS,
    HEADINGS.map((row) =>
      row.map((value, column) => (typeof value === "string" ? change(value, column) : value)),
    ),
  );
/** Two more columns, one within the first group and one after the last; headings in row 2. */
const withColumn = (rows: readonly (readonly Value[])[], inside: Value, after: Value) =>
  reordered(rows, [0, 1, 2, 3, null, 4, 5, 6, 7, null]).map((row, index) => {
    if (typeof inside === "string" ? index !== 1 : typeof row[3] !== "number") return row;
    return row.with(4, inside).with(9, after);
  });
const twoHeadings = (before: string, after: string): SheetPlan =>
  unmerged(
    [
      ["DSG 2023 to 2024", null, null, null],
      ["LA code", "Local authority", before, after],
    ],
    reordered(ROWS, [0, 1, 3, 6]),
  );

describe("layouts that mean the same", () => {
  it.each<[string, SheetPlan]>([
    ["codes as numbers", summary()],
    ["codes as text", codes(String)],
    ["codes as 991.0", codes((code) => `${code}.0`)],
    ["£ million, with line breaks in headings", { ...summary(IN_MILLIONS, UNIT_MILLION) }],
    [
      "£m",
      summary(
        IN_MILLIONS,
        UNIT_MILLION.map((row) =>
          row.map((v) => (typeof v === "string" ? v.replace("(£ million)", "£m") : v)),
        ),
      ),
    ],
    ["prior to recoupment", reworded((text) => text.replace("before recoupment", "prior to recoupment"))],
    [
      "after recoupment and deductions",
      reworded((text) =>
        text.replace("after deductions for academies recoupment", "after recoupment and deductions"),
      ),
    ],
    [
      "DfE instead of ESFA",
      reworded((text) =>
        text
          .replace("ESFA", "DfE")
          .replace("Education and Skills Funding Agency", "Department for Education"),
      ),
    ],
    ["identical headings in both groups", reworded((text) => text.replace(" allocation (£s)", " (£s)"))],
    [
      "allocation in both groups",
      reworded((text) => text.replace("High needs block (£s)", "High needs block allocation (£s)")),
    ],
    [
      "other case and spaces, and a footnote mark",
      reworded((text) => text.replace(/High needs block/, " HIGH  needs block [note 2]")),
    ],
    [
      "a unit in the group's heading only",
      reworded((text) => (text.includes("DSG allocations,") ? `${text} (£s)` : text.replace("(£s)", ""))),
    ],
    ["groups not merged", unmerged(HEADINGS)],
    [
      "groups in the other order",
      {
        name: "Allocations_summary",
        rows: reordered([...HEADINGS, ...ROWS], [0, 1, 5, 6, 7, 2, 3, 4]),
        merges: MERGES,
      },
    ],
    [
      "columns in another order",
      {
        name: "Allocations_summary",
        rows: reordered([...HEADINGS, ...ROWS], [0, 1, 2, 4, 3, 5, 7, 6]),
        merges: MERGES,
      },
    ],
    [
      "region and code columns before the council's",
      unmerged(
        reordered(HEADINGS, [null, 0, 1, 2, 3, 4, 5, 6, 7]),
        ROWS.map((row, i) => [typeof row[0] === "number" ? "Nowhere" : null, ...row, i]),
      ),
    ],
    [
      "ENGLAND below the councils, footnotes after",
      summary([
        ...ROWS.slice(1),
        ROWS[0] ?? [],
        [null, "Source: DfE"],
        ["2. London includes the City of London."],
      ]),
    ],
    [
      "England in the name column",
      summary(ROWS.map((row) => (row[0] === "ENGLAND" ? ["E92000001", "England", ...row.slice(2)] : row))),
    ],
    ["regions with their codes", summary([...ROWS, ["E12000007", "Greater London", 1, 17, 2, 1, 16, 2]])],
    [
      "title rows above",
      { name: "Allocations_summary", rows: [["Department for Education"], [], ...HEADINGS, ...ROWS] },
    ],
    [
      "stage in each heading",
      twoHeadings(
        "High needs block before recoupment and deductions (£s)",
        "High needs block after deductions (£s)",
      ),
    ],
    [
      "stage first",
      twoHeadings("Before deductions: high needs block (£)", "After deductions: high needs block (£)"),
    ],
    [
      "stage under the block",
      {
        name: "Allocations_summary",
        rows: [
          ["2023 to 2024", null, "High needs block", null],
          [null, null, "Before deductions (£s)", "After deductions (£s)"],
          ...reordered(ROWS, [0, 1, 3, 6]),
        ],
        merges: ["C1:D1"],
      },
    ],
    [
      "a column repeated with the same figures",
      { name: "Allocations_summary", rows: reordered([...HEADINGS, ...ROWS], [0, 1, 2, 3, 3, 4, 5, 6, 7]) },
    ],
    [
      "extra columns about high needs",
      unmerged(
        withColumn(
          HEADINGS,
          "Change in high needs block from 2022 to 2023 (%)",
          "High needs block deductions (£s)",
        ),
        withColumn(ROWS, 4, 5),
      ),
    ],
    [
      "amounts as text",
      summary(
        ROWS.map((row) =>
          row.map((value, column) =>
            typeof value === "number" && column > 1 ? `£${value.toLocaleString("en-GB")}` : value,
          ),
        ),
      ),
    ],
  ])("%s", (_, sheet) => {
    const { allocations, totals, findings, edition } = read([INFORMATION, sheet]);
    expect(findings).toEqual([]);
    expect(edition?.key).toBe("2023-24@2023-07-20");
    expect(
      allocations.map(({ council, beforeDeductions, afterDeductions }) => [
        council.dfeCode,
        council.name,
        beforeDeductions,
        afterDeductions,
      ]),
    ).toEqual(
      [
        ["991", "Exampleshire"],
        ["992", "Sampleton"],
        ["993", "Newford"],
      ].map(([code, name]) => [
        code,
        name,
        ...FIGURES[code as keyof typeof FIGURES].map((pounds) => ({ kind: "value", value: pounds * 100 })),
      ]),
    );
    expect(totals.map((total) => total.value)).toEqual(ENGLAND.map((pounds) => pounds * 100));
  });

  it.each([
    ["ODS", makeOds(EDITION)],
    ["XLSX", makeXlsx(EDITION)],
  ])("%s", (_, bytes) => {
    const draft = readAllocations(documentOf(bytes));
    expect(draft.findings).toEqual([]);
    expect(draft.figures).toEqual(readAllocations(documentOf(EDITION)).figures);
  });
});

describe("which edition it is", () => {
  const withoutDate: SheetPlan = { ...INFORMATION, rows: INFORMATION.rows.slice(0, 1) };
  const file = (name: string) => ({ url: `https://skillsfunding.service.gov.uk/download/${name}` });

  it.each<[string, readonly SheetPlan[], Parameters<typeof documentOf>[1], string, string[]]>([
    ["the information sheet's date", EDITION, {}, "2023-24@2023-07-20", []],
    [
      "a file named for the same day",
      EDITION,
      file("dsg_published-20-07-2023.ods"),
      "2023-24@2023-07-20",
      [],
    ],
    [
      "a misnamed file: the sheet decides",
      EDITION,
      file("dedicated-schools-grant_2024_07_20.ods"),
      "2023-24@2023-07-20",
      ["note stale-title"],
    ],
    [
      "a file named for another year: the sheet decides",
      EDITION,
      file("dedicated-schools-grant_2024-to-2025.ods"),
      "2023-24@2023-07-20",
      ["note stale-title"],
    ],
    [
      "no date in the sheet, one in the file name",
      [withoutDate, summary()],
      file("dsg_2023-to-2024_published-18-03-2024.ods"),
      "2023-24@2024-03-18",
      [],
    ],
    [
      "no date in the sheet, one in the title",
      [withoutDate, summary()],
      { title: "Allocations (published 20 July 2023)" },
      "2023-24@2023-07-20",
      [],
    ],
    ["no date anywhere", [withoutDate, summary()], {}, "2023-24@undated", []],
    [
      "a date that is none",
      [{ ...INFORMATION, rows: [[null, "Publication date:", "to be confirmed"]] }, summary()],
      {},
      "2023-24@undated",
      ["note stale-title"],
    ],
    ...(
      [
        ["as the number a spreadsheet keeps", 45127],
        ["with that number as text", "45,127"],
        ["with a remark", "20 July 2023 (revised)"],
        ["with a time", "2023-07-20T00:00:00"],
        ["with hyphens", "20-Jul-2023"],
        ["with dots", "20.07.2023"],
      ] as const
    ).map(([how, printed]): [string, SheetPlan[], object, string, string[]] => [
      `a date ${how}`,
      [{ ...INFORMATION, rows: [[null, "Date published:", printed]] }, summary()],
      {},
      "2023-24@2023-07-20",
      [],
    ]),
    [
      "a date in the label's own cell",
      [{ ...INFORMATION, rows: [["Publication date: 20 July 2023"]] }, summary()],
      {},
      "2023-24@2023-07-20",
      [],
    ],
    ["no information sheet", [summary()], {}, "2023-24@undated", []],
    [
      "a stale title over the summary",
      [
        INFORMATION,
        reworded((text, column) => (column === 0 ? text.replace("2023 to 2024", "2022 to 2023") : text)),
      ],
      {},
      "2023-24@2023-07-20",
      ["note stale-title"],
    ],
    [
      "a stale information sheet against title and groups",
      [{ ...INFORMATION, rows: [[null, "2022 to 2023 financial year allocations"]] }, summary()],
      {},
      "2023-24@undated",
      ["note stale-title"],
    ],
  ])("%s", (_, sheets, given, key, expected) => {
    const { edition, findings } = read(sheets, given);
    expect(edition?.key).toBe(key);
    expect(kinds(findings)).toEqual(expected);
  });
});

describe("a compiled workbook of several years", () => {
  const ofYear = (year: string, name: string): SheetPlan => ({
    ...reworded((text) => text.replace("2023 to 2024", year)),
    name,
  });
  const { edition, allocations, totals, findings } = read([
    { name: "Information", rows: [[null, "An amalgamation for 2021-22 through 2023-24"]] },
    ofYear("2023 to 2024", "Allocations_2324"),
    ofYear("2021 to 2022", "Allocations_2122"),
  ]);

  it("is one edition of no single year and no date", () => {
    expect(edition).toEqual({
      key: "compiled",
      title: "Dedicated schools grant (DSG): allocations compiled for 2021-22, 2023-24",
      publishedOn: null,
      financialYear: null,
    });
  });

  it("gives every year's figures, each checked for itself", () => {
    expect(findings).toEqual([]);
    expect(allocations.map((row) => [row.financialYear, row.publishedOn, row.locator.sheet])).toEqual([
      ...Array(3).fill(["2023-24", null, "Allocations_2324"]),
      ...Array(3).fill(["2021-22", null, "Allocations_2122"]),
    ]);
    expect(totals).toHaveLength(4);
  });

  it("isn't understood when two sheets claim the same year", () => {
    const twice = read([
      ofYear("2023 to 2024", "Allocations_2324"),
      ofYear("2023 to 2024", "Allocations_summary"),
    ]);
    expect(twice.edition).toBeNull();
    expect(kinds(twice.findings)).toEqual(["stop unexpected-layout"]);
  });
});

describe("a workbook without a summary", () => {
  const { edition, allocations, findings } = read([INFORMATION, WORKINGS]);

  it("gives the figures before deductions from High_needs_block, and says so", () => {
    expect(edition?.key).toBe("2023-24@2023-07-20");
    expect(kinds(findings)).toEqual(["note unexpected-layout"]);
    expect(allocations[0]).toMatchObject({
      beforeDeductions: { kind: "value", value: FIGURES["991"][0] * 100 },
      afterDeductions: { kind: "missing", reason: "not-available" },
      locator: { sheet: "High_needs_block", cell: "E5", row: 5 },
    });
  });
});

describe("summary and workings that disagree", () => {
  it("keep the summary's figure, marked doubtful, and say which and where", () => {
    const workings = {
      ...WORKINGS,
      rows: WORKINGS.rows.map((row) => (row[0] === 992 ? [...row.slice(0, 4), 1] : row)),
    };
    const { allocations, findings } = read([INFORMATION, summary(), workings]);
    expect(kinds(findings)).toEqual(["doubt total-differs"]);
    expect(findings[0]?.message).toContain("Sampleton (992) £3,094,965,432 in D7, £1 in E6");
    expect(allocations.map((row) => row.checked)).toEqual([undefined, false, undefined]);
  });
});

describe("amounts that aren't there", () => {
  const withCells = (before: Value, after: Value) =>
    summary(ROWS.map((row) => (row[0] === 992 ? [992, "Sampleton", 1, before, 2, 1, after, 2] : row)));
  const ofSampleton = (sheet: SheetPlan, origin: "live" | "archive") => {
    const row = read([sheet], { origin }).allocations.find(({ council }) => council.dfeCode === "992");
    return [row?.beforeDeductions, row?.afterDeductions];
  };
  const value = { kind: "value", value: 100 };
  const missing = (reason: string) => ({ kind: "missing", reason });

  it.each([
    ["both blank", "live", null, null, missing("not-held"), missing("not-held")],
    ["both blank", "archive", null, null, missing("not-held"), missing("not-held")],
    ["one blank", "live", 1, null, value, missing("not-available")],
    ["one blank", "archive", 1, " ", value, missing("not-held")],
    ["the usual marks", "live", "z", "c", missing("not-applicable"), missing("confidential")],
    ["nil", "live", "nil", 0, { kind: "value", value: 0 }, { kind: "value", value: 0 }],
  ] as const)("%s (%s)", (_, origin, before, after, ...expected) => {
    expect(ofSampleton(withCells(before, after), origin)).toEqual(expected);
  });
});

describe("golden readings", () => {
  it.each<[string, readonly SheetPlan[]]>([
    ["2023-24", EDITION],
    [
      "2019-20-in-millions",
      [
        summary(
          IN_MILLIONS.map((row) => (row[0] === 993 ? [994, "Oldshire", ...row.slice(2)] : row)),
          UNIT_MILLION.map((row) =>
            row.map((text) =>
              typeof text === "string"
                ? text.replace("2023 to 2024", "2019-20").replace("before", "prior to")
                : text,
            ),
          ),
        ),
      ],
    ],
  ])("%s", async (name, sheets) => {
    const { edition, figures } = readAllocations(documentOf(sheets));
    await expect(`${JSON.stringify({ edition, figures }, null, 2)}\n`).toMatchFileSnapshot(
      `golden/${name}.json`,
    );
  });
});
