import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ingest } from "@/ingest/ingest";
import { publications } from "@/sources/registry";
import { ArchivePublisher } from "@/testing/archive-publisher";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { usualSite } from "@/testing/factories";
import { createTestContext, type TestContext } from "@/testing/test-context";
import type { RequestContext } from "./context";
import { exportEndpoint } from "./rest/export";
import { appRouter } from "./routers/app-router";

/** The bundled archive, read by the real stages and asked as anybody asks it. Real figures, as published. */
describe("what the archive says in the end", () => {
  let database: TestDatabase;
  let testContext: TestContext;
  let context: RequestContext;

  beforeAll(async () => {
    database = await createTestDatabase();
    testContext = await createTestContext(database.url, new ArchivePublisher());
    await ingest(testContext, {
      ...{ runId: "archive", job: "ingest", trigger: "test", mode: "archive", only: [] },
      progress: () => undefined,
    });
    context = { ...testContext, ...usualSite, publications };
  });
  afterAll(async () => {
    await testContext.close();
    await database.drop();
  });

  const caller = () => appRouter.createCaller(context);

  it("England's high needs block before deductions, by year and version", async () => {
    const { data } = await caller().national.overview();
    expect(
      data.allocations.map(({ financialYear, publishedOn, latest, beforeDeductionsGbp }) => ({
        financialYear,
        dated: publishedOn !== null,
        latest,
        beforeDeductionsGbp,
      })),
    ).toEqual([
      {
        financialYear: "2019-20",
        dated: expect.any(Boolean),
        latest: true,
        beforeDeductionsGbp: 6_279_123_065,
      },
      {
        financialYear: "2020-21",
        dated: expect.any(Boolean),
        latest: true,
        beforeDeductionsGbp: 7_063_230_381,
      },
      {
        financialYear: "2021-22",
        dated: expect.any(Boolean),
        latest: true,
        beforeDeductionsGbp: 7_906_348_577,
      },
      {
        financialYear: "2022-23",
        dated: expect.any(Boolean),
        latest: true,
        beforeDeductionsGbp: 8_988_258_915,
      },
      {
        financialYear: "2023-24",
        dated: expect.any(Boolean),
        latest: false,
        beforeDeductionsGbp: expect.any(Number),
      },
      { financialYear: "2023-24", dated: true, latest: true, beforeDeductionsGbp: expect.any(Number) },
    ]);
    const versions = data.allocations.filter(({ financialYear }) => financialYear === "2023-24");
    expect(versions.map(({ beforeDeductionsGbp }) => beforeDeductionsGbp).sort()).toEqual([
      9_952_172_126, 9_953_984_391,
    ]);
  });

  it("153 live councils, 38 safety valve councils, 5 / 9 / 20 / 4 by cohort", async () => {
    const { data } = await caller().national.overview();
    expect(data.councils).toBe(153);
    expect(data.safetyValveCouncils).toBe(38);
    expect(data.cohorts).toEqual([
      { cohort: "2020-21", councils: 5 },
      { cohort: "2021-22", councils: 9 },
      { cohort: "2022-23", councils: 20 },
      { cohort: "2023-24", councils: 4 },
    ]);
    expect(data.statuses).toMatchObject({ unknown: 38, "no-agreement": 115 });
  });

  it("638,745 EHC plans in January 2025", async () => {
    const { data } = await caller().national.overview();
    expect(data.ehcPlans.at(-1)).toMatchObject({
      year: 2025,
      plans: 638_745,
      printed: 638_745,
      source: { origin: "archive" },
    });
  });

  it("Kent's balance at 31 March 2024, with the place where it stands", async () => {
    const { data } = await caller().authorities.bySlug({ slug: "kent" });
    const atMarch2024 = data.outturns.filter(
      ({ asAt, source }) => asAt === "2024-03-31" && source.publication === "section-251-outturn",
    );
    expect(atMarch2024).toMatchObject([
      { deficitGbp: 67_167_405, basis: "net", scope: "dsg", kind: "outturn", source: { origin: "archive" } },
    ]);
    expect(Object.keys(atMarch2024[0]?.source.locator ?? {})).not.toHaveLength(0);
    expect(atMarch2024[0]?.source.note).toContain("cell of our facsimile");
  });

  it("one row for each council in the table, each with a line of balances where one is held", async () => {
    const { data, meta } = await caller().authorities.table();
    expect(meta.restsOn).toBe("archive");
    expect(data).toHaveLength(153);
    const kent = data.find(({ slug }) => slug === "kent");
    expect(kent?.balanceHistory.map(({ asAt }) => asAt)).toEqual([
      "2020-03-31",
      "2021-03-31",
      "2022-03-31",
      "2024-03-31",
    ]);
  });

  it("exports whose councils add up to England, ended ones included", async () => {
    const request = new Request("http://localhost/api/v1/export/allocations.json");
    const answer = await exportEndpoint.answer(context, { file: "allocations.json" }, request);
    const rows: { financialYear: string; beforeDeductionsGbp: number; dfeCode: string }[] = JSON.parse(
      String(answer.body),
    );
    const ofYear = rows.filter(({ financialYear }) => financialYear === "2019-20");
    expect(ofYear.map(({ dfeCode }) => dfeCode)).toEqual(expect.arrayContaining(["928", "909"]));
    expect(ofYear.reduce((sum, row) => sum + row.beforeDeductionsGbp, 0)).toBe(6_279_123_065);
  });

  it("each publication as it stands", async () => {
    const { data } = await caller().sources.list();
    expect(data.map(({ id, status, origin }) => ({ id, status, origin }))).toEqual(
      publications.map(({ id, bundledAs }) => ({ id, status: "ok", origin: bundledAs ?? "archive" })),
    );
  });

  it("what was due since and isn't in the archive", async () => {
    const { data } = await caller().sources.list();
    expect(
      data.map(({ id, overdue, overdueEdition }) => [
        id,
        overdue,
        overdueEdition?.name,
        overdueEdition?.dueBy,
      ]),
    ).toEqual([
      ["local-authorities", false, undefined, undefined],
      ["dsg-allocations", true, "the update of July 2026", "2026-07-31"],
      ["section-251-outturn", true, "the outturn of 2024 to 2025", "2026-01-31"],
      ["ehc-plans", true, "the count of January 2026", "2026-06-30"],
      ["safety-valve-agreements", false, undefined, undefined],
      ["evidence-register", false, undefined, undefined],
    ]);
    const outturn = data.find(({ id }) => id === "section-251-outturn");
    expect(outturn?.findings.filter(({ kind }) => kind === "edition-overdue")).toMatchObject([
      {
        severity: "note",
        message:
          'The bundled archive ends with "LA and school expenditure 2023-24"; the outturn of 2024 to 2025 was due by 31 January 2026. It may be out at the publisher\'s.',
      },
    ]);
  });
});
