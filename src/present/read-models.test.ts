import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/io/database";
import { authorityAnswerShape, authorityRowsAnswerShape, nationalAnswerShape } from "@/shapes/answer-shapes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, fixedClock, NOW } from "@/testing/factories";
import { authorityProfile } from "./authority-profile";
import { authorityTable } from "./authority-table";
import { exportTable } from "./export-table";
import { presentMeta, restsOn } from "./meta";
import { nationalOverview } from "./national-overview";
import { publicationStates } from "./publication-states";
import type { Reading } from "./summaries";

/**
 * Exampleshire (X01) signed and was revised; Oldshire (X02) ended in 2021 and became Newshire (X03); City
 * of Sample (X04) is in Delivering Better Value.
 */
describe("read models", () => {
  let testDatabase: TestDatabase;
  let reading: Reading;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const database = openDatabase(testDatabase.url);
    reading = { database, clock: fixedClock };
    await fill(database);
  });
  afterAll(async () => {
    await reading.database.$disconnect();
    await testDatabase.drop();
  });

  async function profile(code: string) {
    const found = await authorityProfile(reading, code);
    if (!found) throw new Error(`No council ${code}.`);
    return found;
  }

  describe("England", () => {
    it("adds up councils in whole pounds, pence dropped, ended councils included, for each version", async () => {
      const { allocations } = await nationalOverview(reading);
      expect(
        allocations.map(({ financialYear, publishedOn, latest, councils, beforeDeductionsGbp }) => ({
          financialYear,
          publishedOn,
          latest,
          councils,
          beforeDeductionsGbp,
        })),
      ).toEqual([
        {
          financialYear: "2020-21",
          publishedOn: null,
          latest: true,
          councils: 2,
          beforeDeductionsGbp: 300,
        },
        {
          financialYear: "2023-24",
          publishedOn: "2023-07-20",
          latest: false,
          councils: 2,
          beforeDeductionsGbp: 1_000 + 2_000,
        },
        {
          financialYear: "2023-24",
          publishedOn: "2024-03-28",
          latest: true,
          councils: 2,
          beforeDeductionsGbp: 1_100 + 2_200,
        },
      ]);
    });

    it("gives a sum after deductions only where every council has one", async () => {
      const { allocations } = await nationalOverview(reading);
      expect(allocations.map(({ afterDeductionsGbp }) => afterDeductionsGbp)).toEqual([null, 2_700, null]);
    });

    it("sets the total as printed beside the sum, of the same version only", async () => {
      const { allocations } = await nationalOverview(reading);
      expect(allocations.map((row) => row.printedBeforeDeductionsGbp)).toEqual([null, 3_001, null]);
      expect(allocations[1]?.source.locator).toMatchObject({ cell: expect.stringMatching(/^B/) });
      expect(allocations[2]?.source.locator).toEqual({ sheet: "Figures" });
    });

    it("keeps deficits and surpluses apart, each date and kind on its own, and says who is missing", async () => {
      const { deficits } = await nationalOverview(reading);
      expect(deficits).toMatchObject([
        {
          asAt: "2020-03-31",
          kind: "derived",
          councilsInDeficit: 1,
          councilsInSurplus: 1,
          // X04 and Y01 existed then and no figure of theirs is held; X03 didn't exist yet.
          councilsMissing: 2,
          deficitsGbp: 500,
          surplusesGbp: 200,
          netDeficitGbp: 300,
        },
        {
          asAt: "2024-03-31",
          kind: "outturn",
          basis: "net",
          scope: "dsg",
          councilsInDeficit: 1,
          councilsInSurplus: 0,
          councilsMissing: 3,
          deficitsGbp: 67_167_405,
          surplusesGbp: 0,
          netDeficitGbp: 67_167_405,
        },
      ]);
    });

    it("counts plans of the newest release that states a year", async () => {
      const { ehcPlans } = await nationalOverview(reading);
      expect(ehcPlans.map(({ year, plans, councils, printed }) => [year, plans, councils, printed])).toEqual([
        [2024, 111, 1, null],
        [2025, 120, 1, 120],
      ]);
    });

    it("counts signatories by the first year any source gives, and statuses without a verdict", async () => {
      const { cohorts, safetyValveCouncils, statuses, councils } = await nationalOverview(reading);
      expect(councils).toBe(4);
      expect(safetyValveCouncils).toBe(2);
      expect(cohorts).toEqual([
        { cohort: "2020-21", councils: 1 },
        { cohort: "2022-23", councils: 1 },
      ]);
      expect(statuses).toEqual({ missed: 0, "at-risk": 0, unknown: 2, "on-track": 0, "no-agreement": 2 });
    });

    it("is of the promised shape", async () => {
      const answer = { data: await nationalOverview(reading), meta: await presentMeta(reading) };
      expect(nationalAnswerShape.parse(answer)).toEqual(answer);
    });
  });

  describe("the table of councils", () => {
    it("has the live councils by name, each with its newest figures", async () => {
      const rows = await authorityTable(reading);
      expect(authorityRowsAnswerShape.shape.data.parse(rows)).toEqual(rows);
      expect(rows.map(({ name, programme, status }) => [name, programme, status])).toEqual([
        ["Exampleshire", "safety-valve", "unknown"],
        ["Newshire", "unknown", "no-agreement"],
        ["Pageshire", "safety-valve", "unknown"],
        ["Sample", "delivering-better-value", "no-agreement"],
      ]);
      expect(rows[0]).toMatchObject({
        latestAllocation: { financialYear: "2023-24", beforeDeductionsGbp: 1_100 },
        latestEhcPlans: { year: 2025, plans: 120 },
        latestOutturn: { asAt: "2024-03-31", deficitGbp: 67_167_405, basis: "net" },
        balanceHistory: [
          { asAt: "2020-03-31", deficitGbp: 500 },
          { asAt: "2024-03-31", deficitGbp: 67_167_405 },
        ],
      });
      expect(rows[3]).toMatchObject({
        latestAllocation: null,
        latestEhcPlans: null,
        latestNetOutturn: null,
        balanceHistory: [],
      });
    });

    it("gives the last point of the comparable line with its source", async () => {
      const [first] = await authorityTable(reading);
      expect(first?.latestNetOutturn).toMatchObject({
        asAt: "2024-03-31",
        deficitGbp: 67_167_405,
        basis: "net",
        scope: "dsg",
        source: { publication: "section-251-outturn" },
      });
    });

    it("knows other names and codes, those of councils it continues included, but not its own twice", async () => {
      const rows = await authorityTable(reading);
      const newshire = rows.find(({ name }) => name === "Newshire");
      expect(newshire?.alsoKnownAs).toEqual(expect.arrayContaining(["Oldshire", "X02", "X99000002"]));
      expect(newshire?.alsoKnownAs).not.toContain("Newshire");
      const exampleshire = rows.find(({ name }) => name === "Exampleshire");
      expect(exampleshire?.alsoKnownAs).toContain("X99000001");
    });
  });

  describe("one council", () => {
    it.each([
      ["its abolished ONS code", "X99000001", "X99000011"],
      ["its address name", "exampleshire", "X99000011"],
      ["an ended council", "X02", "X99000002"],
    ])("by %s", async (_, code, gssCode) => {
      expect((await profile(code)).gssCode).toBe(gssCode);
    });

    it("unknown, is nobody", async () => {
      expect(await authorityProfile(reading, "nowhere")).toBeNull();
    });

    it("is of the promised shape", async () => {
      const answer = { data: await profile("X01"), meta: await presentMeta(reading) };
      expect(authorityAnswerShape.parse(answer)).toEqual(answer);
    });

    it("knows what it came from and what it went into", async () => {
      expect((await profile("X01")).predecessors.map(({ gssCode }) => gssCode)).toEqual(["X99000001"]);
      expect((await profile("X02")).successors.map(({ slug }) => slug)).toEqual(["newshire"]);
      expect((await profile("X02")).validTo).toBe("2021-03-31");
    });

    it("lists agreements oldest first, the newest current, each with its own terms", async () => {
      const { agreements } = await profile("X01");
      expect(
        agreements.map(({ version, supersedes, current, profile, payments, conditions }) => ({
          version,
          supersedes,
          current,
          years: profile.map(({ financialYear }) => financialYear),
          payments: payments.map(({ status, plannedGbp, paidGbp, withheldGbp, amountUnknown }) =>
            Object.entries({ status, plannedGbp, paidGbp, withheldGbp, amountUnknown }).filter(
              ([, value]) => value !== undefined,
            ),
          ),
          conditions,
        })),
      ).toEqual([
        {
          version: "original",
          supersedes: undefined,
          current: false,
          years: ["2020-21", "2021-22"],
          payments: [
            [
              ["status", "paid"],
              ["paidGbp", 4_000_000],
            ],
          ],
          conditions: ["First.", "Second."],
        },
        {
          version: "revised-2024",
          supersedes: "original",
          current: true,
          // The source says neither which version it means nor how much was withheld.
          years: ["2023-24"],
          payments: [
            [
              ["status", "withheld"],
              ["amountUnknown", true],
            ],
          ],
          conditions: [],
        },
      ]);
    });

    it("keeps both versions of a year and marks the latest", async () => {
      const { allocations } = await profile("X01");
      expect(
        allocations.map((row) => [row.financialYear, row.publishedOn, row.latest, row.beforeDeductionsGbp]),
      ).toEqual([
        ["2020-21", null, true, 100],
        ["2023-24", "2023-07-20", false, 1_000],
        ["2023-24", "2024-03-28", true, 1_100],
      ]);
    });

    it("tells events by date, undated ones last", async () => {
      expect((await profile("X01")).events.map(({ summary }) => summary)).toEqual([
        "Signed.",
        "Revised.",
        "Some day.",
      ]);
    });
  });

  describe("where a figure comes from", () => {
    it.each([
      [
        "archive",
        "X01",
        (found: Awaited<ReturnType<typeof profile>>) => found.allocations[1]?.source,
        {
          origin: "archive",
          title: "The workbook itself",
          url: "https://example.org/the-workbook",
          note: "Rebuilt from published figures; cell of our facsimile. Figures taken from: The workbook itself",
        },
      ],
      [
        "archive without a citation",
        "X01",
        (found: Awaited<ReturnType<typeof profile>>) => found.allocations[0]?.source,
        {
          origin: "archive",
          title: "Document 2020-21",
          url: "https://example.org/dsg-allocations",
          note: "Rebuilt from published figures; cell of our facsimile.",
        },
      ],
      [
        "live",
        "X01",
        (found: Awaited<ReturnType<typeof profile>>) => found.allocations[2]?.source,
        {
          origin: "live",
          title: "Document 2023-24@2024-03-28",
          url: "https://example.org/dsg-allocations/2023-24@2024-03-28.csv",
        },
      ],
      [
        "register",
        "X01",
        (found: Awaited<ReturnType<typeof profile>>) => found.agreements[0]?.source,
        {
          origin: "register",
          title: "Cabinet paper",
          url: "https://example.org/cabinet",
          confidence: "high",
        },
      ],
    ])("%s", async (_, code, pick, expected) => {
      const source = pick(await profile(code));
      expect(source).toMatchObject({ ...expected, retrievedAt: NOW.toISOString() });
      expect(source && "note" in source).toBe("note" in expected);
    });
  });

  describe("exports", () => {
    const SOURCE = "sourceTitle,sourceUrl,locator,origin,retrievedAt";
    it.each([
      ["ehc-plans", `gssCode,dfeCode,name,year,plans,missing,${SOURCE}`],
      [
        "allocations",
        `gssCode,dfeCode,name,financialYear,publishedOn,beforeDeductionsGbp,afterDeductionsGbp,latest,${SOURCE}`,
      ],
      [
        "outturns",
        `gssCode,dfeCode,name,asAt,asAtInferred,deficitGbp,errorGbp,basis,scope,afterSafetyValve,afterStabilityGrant,afterLocalContribution,kind,edition,publishedOn,supersedes,missing,${SOURCE}`,
      ],
      [
        "in-year-balances",
        `gssCode,dfeCode,name,financialYear,balanceGbp,kind,how,bound,basis,scope,blockTransferGbp,localContributionGbp,priorYearAdjustmentGbp,${SOURCE}`,
      ],
      [
        "profile",
        `gssCode,dfeCode,name,version,financialYear,deficitGbp,basis,scope,localContributions,planSource,${SOURCE}`,
      ],
      ["events", `gssCode,dfeCode,name,date,kind,summary,${SOURCE}`],
      ["changes", `gssCode,dfeCode,name,at,kind,summary,${SOURCE}`],
    ] as const)("%s has its promised columns", async (name, columns) => {
      expect((await exportTable(reading, name)).columns.join(",")).toBe(columns);
    });

    it("gives every row every column", async () => {
      const { columns, rows } = await exportTable(reading, "authorities");
      expect(columns.slice(0, 8)).toEqual([
        ...["gssCode", "dfeCode", "name", "slug", "region", "type", "programme", "status"],
      ]);
      expect(columns).toContain("latestOutturnAfterSafetyValve");
      expect(columns).toContain("latestOutturnLocator");
      for (const row of rows) expect(Object.keys(row)).toEqual(columns);
    });

    it("gives ended councils under their own codes, so that a year adds up to England", async () => {
      const { rows } = await exportTable(reading, "allocations");
      const year = rows.filter(({ financialYear }) => financialYear === "2020-21");
      expect(year.map(({ gssCode, dfeCode }) => [gssCode, dfeCode])).toEqual([
        ["X99000011", "X01"],
        ["X99000002", "X02"],
      ]);
      expect(year.reduce((sum, row) => sum + Number(row.beforeDeductionsGbp), 0)).toBe(300);
    });

    it("says in words where a figure stands", async () => {
      const { rows } = await exportTable(reading, "ehc-plans");
      expect(rows[0]?.locator).toMatch(/^sheet Figures, cell B\d+$/);
    });

    it("leaves national events to nobody's row", async () => {
      const { rows } = await exportTable(reading, "events");
      expect(rows.map(({ summary }) => summary)).toEqual(["Signed.", "Revised.", "Some day."]);
    });
  });

  describe("publications", () => {
    const calendars = [
      {
        id: "dsg-allocations",
        nextExpected: (today: string) => (today < "2025-01-01" ? "2024-12-31" : "2026-12-31"),
      },
      { id: "never-heard-of", nextExpected: () => null },
    ] as unknown as Parameters<typeof publicationStates>[1];

    it("say what they rest on and what is due", async () => {
      const states = await publicationStates(reading, calendars);
      expect(states).toMatchObject([
        {
          id: "dsg-allocations",
          origin: "live",
          edition: "2023-24@2024-03-28",
          nextExpected: "2026-12-31",
          // The newest edition held is of March 2024; another was due by the end of that year.
          overdue: true,
          status: "partial",
          lastReachedAt: "2026-11-22T06:00:00.000Z",
          findings: [{ kind: "unusual-name", severity: "note", message: "Open." }],
        },
      ]);
      expect(states[0]?.editions.map(({ key, origin, figures }) => [key, origin, figures])).toEqual([
        ["2020-21", "archive", 2],
        ["2023-24", "archive", 3],
        ["2023-24@2024-03-28", "live", 2],
      ]);
    });
  });

  describe("meta", () => {
    it("says what the store rests on and when a publisher last answered", async () => {
      expect(await presentMeta(reading)).toMatchObject({
        generatedAt: NOW.toISOString(),
        restsOn: "mixed",
        liveLastReachedAt: "2026-11-22T06:00:00.000Z",
      });
    });

    it.each([
      ["nothing", []],
      ["archive", ["archive"]],
      ["live", ["live"]],
      ["mixed", ["archive", "live"]],
      ["nothing", ["register"]],
      ["live", ["live", "register"]],
    ])("%s rests on %j", (expected, origins) => {
      expect(restsOn(origins.map((origin) => ({ publicationId: "ehc-plans", origin })))).toBe(expected);
    });

    it("takes the reference list for no sign of where figures come from", () => {
      expect(restsOn([{ publicationId: "local-authorities", origin: "archive" }])).toBe("nothing");
    });
  });
});

async function fill(database: Reading["database"]): Promise<void> {
  const store = fillStore(database);
  const list = await store.edition({ publication: "local-authorities", key: "list" });
  await store.council(list, {
    ...{ dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" },
    validTo: "2023-03-31",
  });
  await store.council(list, {
    ...{ dfeCode: "X01", gssCode: "X99000011", name: "Exampleshire" },
    validFrom: "2023-04-01",
    predecessorGssCodes: ["X99000001"],
  });
  await store.council(list, {
    ...{ dfeCode: "X02", gssCode: "X99000002", name: "Oldshire" },
    validTo: "2021-03-31",
    successorGssCodes: ["X99000003"],
  });
  await store.council(list, {
    ...{ dfeCode: "X03", gssCode: "X99000003", name: "Newshire" },
    validFrom: "2021-04-01",
  });
  await store.council(list, {
    ...{ dfeCode: "X04", gssCode: "X99000004", name: "Sample, City of" },
    commonName: "Sample",
    slug: "sample",
  });
  await store.council(list, { dfeCode: "Y01", gssCode: "X99000005", name: "Pageshire" });

  const undated = await store.edition({ publication: "dsg-allocations", key: "2020-21" });
  const july = await store.edition({
    ...{ publication: "dsg-allocations", key: "2023-24", publishedOn: "2023-07-20" },
    capture: { citationTitle: "The workbook itself", citationUrl: "https://example.org/the-workbook" },
  });
  const march = await store.edition({
    ...{ publication: "dsg-allocations", key: "2023-24@2024-03-28", publishedOn: "2024-03-28" },
    origin: "live",
  });
  const in2020 = { financialYear: "2020-21", publishedOn: null };
  await store.allocation(undated, { dfeCode: "X01", ...in2020, beforeDeductionsPence: 10_099n });
  await store.allocation(undated, { dfeCode: "X02", ...in2020, beforeDeductionsPence: 20_099n });
  const inJuly = { financialYear: "2023-24", publishedOn: "2023-07-20" };
  await store.allocation(july, {
    ...{ dfeCode: "X01", ...inJuly },
    beforeDeductionsPence: 100_050n,
    afterDeductionsPence: 90_050n,
  });
  await store.allocation(july, {
    ...{ dfeCode: "X03", ...inJuly },
    beforeDeductionsPence: 200_050n,
    afterDeductionsPence: 180_050n,
  });
  await store.nationalTotal(july, {
    ...{ measure: "high-needs-block-before-deductions", period: "2023-24" },
    value: 300_100n,
  });
  const inMarch = { financialYear: "2023-24", publishedOn: "2024-03-28" };
  await store.allocation(march, {
    ...{ dfeCode: "X01", ...inMarch },
    beforeDeductionsPence: 110_000n,
    afterDeductionsPence: 100_000n,
  });
  await store.allocation(march, { dfeCode: "X03", ...inMarch, beforeDeductionsPence: 220_000n });

  const section251 = await store.edition({
    ...{ publication: "section-251-outturn", key: "2023-24", publishedOn: "2024-12-12" },
  });
  const derived = await store.edition({
    ...{ publication: "evidence-register", key: "derived_balances", origin: "register" },
  });
  const balance = { asAt: "2020-03-31", kind: "derived" };
  await store.outturn(derived, { dfeCode: "X01", ...balance, deficitPence: 50_000n, errorPence: 900n });
  await store.outturn(derived, { dfeCode: "X02", ...balance, deficitPence: -20_000n });
  await store.outturn(section251, { dfeCode: "X01", asAt: "2024-03-31", deficitPence: 6_716_740_599n });

  const plans2024 = await store.edition({ publication: "ehc-plans", key: "2024" });
  const plans2025 = await store.edition({ publication: "ehc-plans", key: "2025" });
  await store.ehcPlans(plans2024, { dfeCode: "X01", year: 2024, plans: 110 });
  await store.ehcPlans(plans2025, { dfeCode: "X01", year: 2024, plans: 111 });
  await store.ehcPlans(plans2025, { dfeCode: "X01", year: 2025, plans: 120 });
  await store.ehcPlans(plans2025, { dfeCode: "X03", year: 2025, missing: "not-available" });
  await store.nationalTotal(plans2025, { measure: "ehc-plans", period: "2025", value: 120n });

  const terms = await store.edition({
    ...{ publication: "evidence-register", key: "agreements", origin: "register" },
  });
  const page = await store.edition({ publication: "safety-valve-agreements", key: "page" });
  const cited = {
    ...{ citationTitle: "Cabinet paper", citationUrl: "https://example.org/cabinet" },
    confidence: "high",
  };
  await store.agreement(terms, { dfeCode: "X01", version: "revised-2024", cohort: "2020-21", ...cited });
  await store.agreement(terms, { dfeCode: "X01", version: "original", cohort: "2020-21", ...cited });
  // The page lists it under a later year than the one in which it first signed, and lists Pageshire.
  await store.agreementDocument(page, { dfeCode: "X01", title: "Exampleshire", signedYear: "2021-22" });
  await store.agreementDocument(page, { dfeCode: "Y01", title: "Pageshire", signedYear: "2022-23" });
  const original = { dfeCode: "X01", agreementVersion: "original" };
  const unclear = { dfeCode: "X01", agreementVersion: "unclear" };
  await store.profilePoint(terms, { ...original, financialYear: "2021-22", deficitPence: 100n });
  await store.profilePoint(terms, { ...original, financialYear: "2020-21", deficitPence: 200n });
  await store.profilePoint(terms, { ...unclear, financialYear: "2023-24", deficitPence: 300n });
  await store.payment(terms, {
    ...{ ...original, financialYear: "2020-21", status: "paid" },
    amountPence: 400_000_000n,
  });
  await store.payment(terms, { ...unclear, financialYear: "2023-24", status: "withheld" });
  await store.condition(terms, { ...original, position: 2, text: "Second." });
  await store.condition(terms, { ...original, position: 1, text: "First." });
  await store.event(terms, { dfeCode: "X01", date: null, kind: "other", summary: "Some day." });
  await store.event(terms, { dfeCode: "X01", date: "2024-03", kind: "revised", summary: "Revised." });
  await store.event(terms, { dfeCode: "X01", date: "2021-03-19", kind: "signed", summary: "Signed." });
  await store.event(terms, { dfeCode: null, date: "2021", kind: "policy", summary: "National." });
  await store.programmeMember(terms, "X04");
  await store.programmeMember(terms, "X01");

  const publicationId = "dsg-allocations";
  await database.sourceAddress.create({
    data: {
      ...{ publicationId, url: "https://example.org/listing", origin: "live", lastOutcome: "fetched" },
      lastCheckedAt: NOW,
      lastReachedAt: new Date("2026-11-22T06:00:00.000Z"),
    },
  });
  const runs = [
    { id: "earlier", startedAt: new Date("2026-11-21T06:00:00.000Z"), status: "ok" },
    { id: "later", startedAt: new Date("2026-11-22T06:00:00.000Z"), status: "partial" },
  ];
  for (const { id, startedAt, status } of runs) {
    await database.ingestionRun.create({
      data: { id, job: "ingest", trigger: "test", status, startedAt, finishedAt: startedAt },
    });
    const counts = { snapshots: 1, unchanged: 0, figures: 0, findings: 0, durationMs: 1 };
    await database.runSource.create({
      data: { runId: id, publicationId, origin: "live", status, ...counts },
    });
  }
  const finding = {
    ...{ publicationId, origin: "live", kind: "unusual-name", severity: "note" },
    ...{ raisedAt: NOW, runId: "later" },
  };
  await database.finding.create({ data: { ...finding, message: "Open." } });
  await database.finding.create({ data: { ...finding, message: "Resolved.", resolvedAt: NOW } });
}
