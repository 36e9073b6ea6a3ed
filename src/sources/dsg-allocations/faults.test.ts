import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import {
  COUNCILS,
  documentOf,
  EDITION,
  ENGLAND,
  FIGURES,
  HEADINGS,
  INFORMATION,
  ROWS,
  summary,
} from "@/testing/allocation-editions";
import { makeOds, type SheetPlan, type Value } from "@/testing/make-workbook";
import { inventedCouncil } from "@/testing/published-documents";
import { checkAllocations } from "./expectations";
import { readAllocations } from "./read-allocations";

type Rows = readonly (readonly Value[])[];

/** What an admin is told, and how many councils would be published: none if anything stops. */
function outcome(bytes: Uint8Array | readonly SheetPlan[]) {
  const draft = readAllocations(documentOf(bytes));
  const findings = [...draft.findings, ...checkAllocations(draft, COUNCILS, "live")];
  return {
    findings,
    kinds: findings.map(({ severity, kind }) => `${severity} ${kind}`),
    councils: draft.figures.filter((figure) => figure.type === "allocation").length,
    understood: draft.edition !== null,
  };
}

const edition = (rows: Rows, headings: Rows = HEADINGS) => [INFORMATION, summary(rows, headings)];
const change = (code: Value, column: number, value: Value): Rows =>
  ROWS.map((row) => (row[0] === code ? row.with(column, value) : row));
const without = (code: Value): Rows => ROWS.filter((row) => row[0] !== code);
const rename = (from: string, to: string): Rows =>
  HEADINGS.map((row) => row.map((text) => (typeof text === "string" ? text.replace(from, to) : text)));
const exampleshire = ROWS[1] ?? [];
const million = (value: Value, column: number) =>
  typeof value === "number" && column > 1 ? value / 1_000_000 : value;

describe("faults in the layout: the edition isn't understood and nothing of it is published", () => {
  it.each<[string, readonly SheetPlan[], string, RegExp, RegExp]>([
    [
      "the block before deductions renamed",
      edition(ROWS, rename("High needs block (£s)", "Elevated needs block (£s)")),
      "stop missing-heading",
      /lacks a column "High needs block" under a heading "before recoupment and deductions"/,
      /Elevated needs block \(£s\)/,
    ],
    [
      "the block after deductions renamed",
      edition(ROWS, rename("High needs block allocation", "Elevated needs block")),
      "stop missing-heading",
      /"after deductions"/,
      /Elevated needs block/,
    ],
    [
      "a block renamed, with a sheet of workings that still has it",
      [
        INFORMATION,
        summary(ROWS, rename("High needs block (£s)", "Elevated needs block (£s)")),
        ...EDITION.slice(2),
      ],
      "stop missing-heading",
      /Allocations_summary/,
      /Elevated/,
    ],
    [
      "no word of before or after",
      edition(ROWS, [
        [...(HEADINGS[0] ?? [])].map((text) => (text === null ? null : "2023 to 2024 DSG")),
        ...HEADINGS.slice(1),
      ]),
      "stop missing-heading",
      /Columns D and G name the high needs block, but nothing above says before or after/,
      /High needs block/,
    ],
    [
      "two columns with different figures",
      edition(
        ROWS,
        HEADINGS.map((row, index) => (index === 1 ? row.with(4, "High needs block total (£s)") : row)),
      ),
      "stop unexpected-layout",
      /Several columns .* before deductions, with different figures: D, E/,
      /E "High needs block/,
    ],
    [
      "no year anywhere",
      [
        summary(
          ROWS,
          HEADINGS.map((row) =>
            row.map((text) => (typeof text === "string" ? text.replaceAll("2023 to 2024", "") : text)),
          ),
        ),
      ],
      "stop unexpected-layout",
      /which financial year/,
      /before recoupment/,
    ],
    ["no sheet of councils", [INFORMATION], "stop unexpected-layout", /No sheet/, /Information_2023_to_2024/],
    [
      "a summary without codes",
      [INFORMATION, summary(ROWS.map((row) => ["n/a", ...row.slice(1)])), ...EDITION.slice(2)],
      "stop unexpected-layout",
      /No sheet/,
      /Allocations_summary/,
    ],
  ])("%s", (_, sheets, kind, message, met) => {
    const { findings, kinds, councils, understood } = outcome(sheets);
    expect(kinds).toEqual([kind]);
    expect(findings[0]?.message).toMatch(message);
    expect(findings[0]?.met).toMatch(met);
    expect(councils).toBe(0);
    expect(understood).toBe(false);
  });
});

describe("faults in the bytes", () => {
  const ods = makeOds(EDITION);
  it.each<[string, Uint8Array, RegExp]>([
    ["nothing at all", new Uint8Array(), /the file is empty/],
    ["a PDF", strToU8("%PDF-1.4"), /the file is a PDF/],
    [
      "an error page",
      strToU8("<!doctype html><html><h1>Sorry, the service is unavailable</h1></html>"),
      /a web page/,
    ],
    ...[1, 2, 3, 4, 40, 0.3, 0.6, 0.99].map((cut): [string, Uint8Array, RegExp] => {
      const length = cut < 1 ? Math.floor(ods.length * cut) : cut;
      return [
        `a workbook cut to ${cut < 1 ? `${cut * 100}%` : `${cut} bytes`}`,
        ods.subarray(0, length),
        length < 2 ? /starts with "P"/ : /cut short/,
      ];
    }),
  ])("%s", (_, bytes, message) => {
    const { findings, kinds, councils, understood } = outcome(bytes);
    expect(kinds).toEqual(["stop unreadable-document"]);
    expect(findings[0]?.message).toMatch(message);
    expect(councils).toBe(0);
    expect(understood).toBe(false);
  });
});

describe("faults against the bounds: the edition is held", () => {
  it.each<[string, readonly SheetPlan[], string[], RegExp]>([
    [
      "a council's row is missing",
      edition(without(992)),
      ["stop council-missing"],
      /1 council .* Sampleton \(992\)/,
    ],
    [
      "several rows are missing",
      edition(without(992).filter((row) => row[0] !== 991)),
      ["stop council-missing"],
      /2 councils .* Exampleshire \(991\), Sampleton \(992\)/,
    ],
    [
      "a council that had ended",
      edition([...ROWS, [994, "Oldshire", 1, 0, 1, 1, 0, 1]]),
      ["stop council-unexpected"],
      /Oldshire \(994\)/,
    ],
    [
      "one that has no allocation",
      edition([...ROWS, [201, "City of London", 1, 0, 1, 1, 0, 1]]),
      ["stop council-unexpected"],
      /City of London \(201\)/,
    ],
    [
      "ENGLAND a pound too high before deductions",
      edition(change("ENGLAND", 3, ENGLAND[0] + 1)),
      ["stop total-differs"],
      /before deductions in 2023-24 add up to £9,952,172,126, but ENGLAND is printed as £9,952,172,127: £1 more/,
    ],
    [
      "ENGLAND a pound too low after deductions",
      edition(change("ENGLAND", 6, ENGLAND[1] - 1)),
      ["stop total-differs"],
      /after deductions .* £1 less/,
    ],
    [
      "one council's figure changed",
      edition(change(991, 3, 1)),
      ["stop total-differs"],
      /£5,017,590,000 more/,
    ],
    [
      "a round total a million out",
      edition(
        ROWS.map((row, index) =>
          index > 3
            ? row
            : row
                .with(3, index === 0 ? 9_001_000_000 : 3_000_000_000)
                .with(6, index === 0 ? 9_000_000_000 : 3_000_000_000),
        ),
      ),
      ["stop total-differs"],
      /£1,000,000 more/,
    ],
    [
      "no ENGLAND",
      edition(without("ENGLAND")),
      ["stop total-not-printed", "stop total-not-printed"],
      /no ENGLAND total/,
    ],
    [
      "ENGLAND blank at one stage",
      edition(change("ENGLAND", 6, null)),
      ["stop total-not-printed"],
      /after deductions/,
    ],
    [
      "two ENGLANDs",
      edition([...ROWS, ["ENGLAND", null, 1, 5, 1, 1, 5, 1]]),
      ["stop duplicate-row"],
      /ENGLAND stands twice/,
    ],
    [
      "millions under a heading in pounds",
      edition(ROWS.map((row) => row.map(million))),
      ["stop unexpected-layout", "stop unexpected-layout"],
      /reads as £9,952.17, which can't be right/,
    ],
  ])("%s", (_, sheets, expected, message) => {
    const { findings, kinds, understood } = outcome(sheets);
    expect(kinds).toEqual(expected);
    expect(findings[0]?.message).toMatch(message);
    expect(understood).toBe(true);
  });
});

describe("faults in one row: it is set aside, the others are published", () => {
  it.each<[string, readonly SheetPlan[], string[], number, RegExp]>([
    [
      "an unknown mark",
      edition(change(992, 3, "see note")),
      ["doubt unreadable-cell"],
      2,
      /Row 7 of sheet Allocations_summary, "Sampleton" \(992\), holds "see note"/,
    ],
    [
      "a row whose code is missing",
      edition(ROWS.map((row) => (row[0] === 992 ? row.with(0, null) : row))),
      ["doubt unreadable-row"],
      2,
      /Row 7 .* neither a council's three-digit code/,
    ],
    [
      "a row printed twice",
      edition([...ROWS, exampleshire]),
      ["doubt duplicate-row"],
      3,
      /"Exampleshire" \(991\) .* rows 6, 14, with the same figures/,
    ],
    [
      "two rows of one council that differ",
      edition([...ROWS, exampleshire.with(3, 5)]),
      ["doubt duplicate-row"],
      2,
      /different figures. All of them were set aside/,
    ],
    [
      "a council without one of its figures",
      edition(change(992, 6, null)),
      ["doubt total-differs"],
      3,
      /1 council in 2023-24 has no high needs block after deductions/,
    ],
  ])("%s", (_, sheets, expected, councils, message) => {
    const found = outcome(sheets);
    expect(found.kinds).toEqual(expected);
    expect(found.councils).toBe(councils);
    expect(found.findings[0]?.message).toMatch(message);
  });

  it("a row that is set aside excuses a shortfall, never an excess", () => {
    const rows = change(992, 3, "see note").map((row) => (row[0] === 991 ? row.with(3, ENGLAND[0]) : row));
    expect(outcome(edition(rows)).kinds).toEqual(["doubt unreadable-cell", "stop total-differs"]);
  });
});

describe("rows set aside in numbers", () => {
  const TEN = Array.from({ length: 10 }, (_, index) => String(971 + index));
  const register = new CouncilRegister(
    TEN.map((code) => inventedCouncil(code, `Council ${"abcdefghij"[Number(code) - 971]}`)),
  );
  const name = (code: string) => register.current(code)?.name ?? "";
  const billion = 1_000_000_000;
  const check = (unread: number) => {
    const rows = TEN.map((code, index) => {
      const amount = index < unread ? "see note" : billion;
      return [Number(code), name(code), 1, amount, 2, 1, amount, 2];
    });
    const england = ["ENGLAND", null, 1, 10 * billion, 2, 1, 10 * billion, 2];
    const draft = readAllocations(documentOf([INFORMATION, summary([england, ...rows])]));
    return checkAllocations(draft, register, "live").map(({ severity, kind }) => `${severity} ${kind}`);
  };

  it.each([
    [5, []],
    [6, ["stop unexpected-layout"]],
    [10, ["stop unexpected-layout"]],
  ])("%i rows that can't be read: %j", (unread, kinds) => {
    expect(check(unread)).toEqual(kinds);
  });
});

describe("rows that are no council's", () => {
  it("excuse no shortfall while every council has its row", () => {
    const rows = [...change(992, 3, 1), ["SHIRE COUNTIES", null, 1, 17, 2, 1, 16, 2]];
    const found = outcome(edition(rows));
    expect(found.kinds).toEqual(["doubt unreadable-row", "stop total-differs"]);
    expect(found.findings[0]?.met).toBe("SHIRE COUNTIES");
  });
});

describe("a unit stated once, in the title", () => {
  const headings = HEADINGS.map((row, index) =>
    row.map((text, column) => {
      if (index === 0 && column === 0) return `${text} (£ million)`;
      return typeof text === "string" ? text.replace(" (£s)", "") : text;
    }),
  );

  it("holds for the columns that state none", () => {
    const rows = ROWS.map((row) => row.map(million));
    expect(outcome([INFORMATION, summary(rows, headings)]).kinds).toEqual([]);
  });
});

describe("sums in £ million", () => {
  const headings = rename("(£s)", "(£ million)").map((row) =>
    row.map((text) =>
      typeof text === "string" ? text.replace("allocation (£s)", "allocation (£ million)") : text,
    ),
  );
  const exact = ROWS.map((row) => row.map(million));

  /** ENGLAND before deductions is set to the councils' sum and this much, in pounds. */
  it.each([
    ["long decimals, three pence out: a penny for each of four amounts is allowed", 0.03, 9, []],
    ["long decimals, five pence out", 0.05, 9, ["stop total-differs"]],
    ["three decimals, £2,000 out: half of £1,000 for each of four amounts", 2_000, 3, []],
    ["three decimals, £3,000 out", 3_000, 3, ["stop total-differs"]],
  ])("%s", (_, out, decimals, expected) => {
    const rounded = (pounds: number) => Number((pounds / 1_000_000).toFixed(decimals));
    const councils = Object.values(FIGURES).map(([before]) => rounded(before + 0.12));
    const rows = exact.map((row, index) => {
      if (index > 3) return row;
      const total = councils.reduce((sum, one) => sum + one, 0) + out / 1_000_000;
      return row.with(3, index === 0 ? Number(total.toFixed(decimals)) : (councils[index - 1] ?? 0));
    });
    expect(outcome(edition(rows, headings)).kinds).toEqual(expected);
  });
});
