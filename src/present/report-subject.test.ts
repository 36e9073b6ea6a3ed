import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import { writeFigurePlace } from "@/domain/figure-place";
import { moneyOf } from "@/domain/money";
import type { Locator } from "@/domain/provenance";
import { recordCorrection } from "@/review/record-correction";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, type StoredEdition } from "@/testing/factories";
import { fillJudgedEngland } from "@/testing/judged-england";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { reportSubject } from "./report-subject";

let testDatabase: TestDatabase;
let context: TestContext;
let workbook: StoredEdition;
let held: StoredEdition;

const at = (locator: Locator, { snapshotSha256 } = workbook) => ({
  figure: writeFigurePlace({ snapshotSha256, locator }),
});

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  context = await createTestContext(testDatabase.url);
  await fillJudgedEngland(context.database);
  const store = fillStore(context.database);
  workbook = await store.edition({ publication: "dsg-allocations", key: "2023-24" });
  const of = { dfeCode: "X02", financialYear: "2023-24", publishedOn: "2023-12-19" };
  await store.allocation(workbook, {
    ...{ ...of, beforeDeductionsPence: 900_000_000n, afterDeductionsPence: 800_000_000n },
    locator: { sheet: "High needs", cell: "C5" },
  });
  await store.ehcPlans(workbook, {
    ...{ dfeCode: "X03", year: 2024, plans: 1_234, locator: { path: "plans.csv", row: 7 } },
    ...{ series: "plans", currentUntil: context.clock.now(), endedBecause: "revised" },
  });
  await store.ehcPlans(workbook, {
    ...{ dfeCode: "X03", year: 2024, plans: 1_240, locator: { path: "plans.csv", row: 8 }, series: "plans" },
  });
  await store.nationalTotal(workbook, {
    ...{ measure: "ehc-plans", period: "2024", value: 575_963n, locator: { path: "plans.csv", row: 1 } },
  });
  await store.agreement(workbook, {
    ...{ dfeCode: "X02", version: "revised", cohort: "2021-22", totalPence: 4_200_000_000n },
    ...{ balanceBy: "2026-27", locator: { page: 1 }, places: { balanceBy: { page: 2, row: 3 } } },
  });
  held = await store.edition({ publication: "section-251-outturn", key: "2024-25" });
  await store.outturn(held, {
    ...{ dfeCode: "X01", asAt: "2025-03-31", deficitPence: 1n, currentFrom: null, locator: { row: 1 } },
  });
  await context.database.reading.update({ where: { id: held.readingId }, data: { status: "held" } });
  await assess(context);
});
afterAll(async () => {
  await context.close();
  await testDatabase.drop();
});

describe("a report's address leads to", () => {
  it.each<[string, Locator, object]>([
    [
      "both sums of a row",
      { sheet: "High needs", cell: "C5" },
      {
        title: "Sampleton: High needs block for 2023 to 2024, before deductions and what stands with it",
        dfeCode: "X02",
        path: "/authorities/sampleton",
        lines: [{ value: "£9,000,000" }, { value: "£8,000,000" }],
        today: null,
        source: { locator: { sheet: "High needs", cell: "C5" } },
      },
    ],
    [
      "what is no council's",
      { path: "plans.csv", row: 1 },
      { dfeCode: null, path: "/", lines: [{ value: "575,963" }] },
    ],
    [
      "a figure that counts no longer, with the one in its place",
      { path: "plans.csv", row: 7 },
      {
        title: "Testbury: EHC plans in January 2024",
        lines: [{ value: "1,234" }],
        today: [{ label: "EHC plans in January 2024", value: "1,240" }],
      },
    ],
    [
      "a term with a place of its own",
      { page: 2, row: 3 },
      {
        title: "Sampleton: Year by which the in-year balance is positive",
        lines: [{ value: "2026 to 2027" }],
      },
    ],
    [
      "a document, for what is worked out from many figures of it",
      { path: "plans.csv" },
      { title: "Worked out from “Document 2023-24”, plans.csv of our facsimile", lines: [], dfeCode: null },
    ],
  ])("%s", async (_what, locator, subject) => {
    expect((await reportSubject(context, at(locator)))?.subject).toMatchObject({
      kind: "figure",
      ...subject,
    });
  });

  it("the readings that a figure came from, to be reviewed", async () => {
    const found = await reportSubject(context, at({ sheet: "High needs", cell: "C5" }));
    expect(found?.readings).toEqual([workbook.readingId]);
  });

  it("a flag with what it says and rests on", async () => {
    const found = await reportSubject(context, { flag: "X01-deficit-above-profile" });
    expect(found?.subject).toMatchObject({ kind: "flag", path: "/flags/X01-deficit-above-profile" });
    expect(found?.subject.lines.length).toBeGreaterThan(1);
  });

  it.each(["testbury", "X03", "X99000003"])("a council by %s, with what is said of it", async (council) => {
    expect((await reportSubject(context, { council }))?.subject).toMatchObject({
      ...{ kind: "council", dfeCode: "X03", path: "/authorities/testbury" },
      lines: [{ label: "What we say", value: expect.stringMatching(/\w/) }],
    });
  });

  it("a corrected figure as published, with what is shown instead", async () => {
    const row = await context.database.allocation.findFirstOrThrow({ where: { dfeCode: "X02" } });
    await recordCorrection(context, {
      figure: { table: "allocation", id: row.id, column: "afterDeductionsPence" },
      corrected: moneyOf(7_500_000, "pound"),
      source: { title: "Erratum", url: null },
      ...{ correctedOn: "2026-01-31", reason: "Two digits changed places." },
    });
    const found = await reportSubject(context, at({ sheet: "High needs", cell: "C5" }));
    expect(found?.subject.lines).toMatchObject([
      { value: "£9,000,000", corrected: null },
      { value: "£8,000,000", corrected: "£7,500,000" },
    ]);
  });

  it.each<[string, () => object]>([
    ["no address at all", () => ({})],
    ["an address of no kind of ours", () => ({ figure: "outturn:1" })],
    ["a document that isn't held", () => ({ figure: "000000000000;row=1" })],
    ["a flag that never was", () => ({ flag: "X01-never-was" })],
    ["a council of nowhere", () => ({ council: "atlantis" })],
    ["a held document's figure, which nobody is shown", () => at({ row: 1 }, held)],
    ["a held document", () => at({}, held)],
  ])("nothing, of %s", async (_what, address) => expect(await reportSubject(context, address())).toBeNull());
});
