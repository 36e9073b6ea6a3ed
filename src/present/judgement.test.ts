import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import { flagWithHistoryShape, methodologyShape } from "@/shapes/judgement-shapes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillJudgedEngland } from "@/testing/judged-england";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { authorityProfile } from "./authority-profile";
import { exportTable } from "./export-table";
import { flagNews, flagWithHistory, listFlags } from "./flags";
import { listAuthorities } from "./list-authorities";
import { presentMethodology } from "./methodology";
import { nationalOverview } from "./national-overview";

describe("what was judged, as it is shown", () => {
  let database: TestDatabase;
  let context: TestContext;

  beforeAll(async () => {
    database = await createTestDatabase();
    context = await createTestContext(database.url);
    await fillJudgedEngland(context.database);
  });
  afterAll(async () => {
    await context.close();
    await database.drop();
  });

  const exampleshire = async () => {
    const council = await authorityProfile(context, "X01");
    if (!council) throw new Error("Exampleshire isn't there.");
    return council;
  };
  const statuses = async () =>
    (await listAuthorities(context)).map(({ name, status, openFlags }) => [name, status, openFlags > 0]);

  it("before the first assessment nothing is judged, and nothing looks kept", async () => {
    expect(await statuses()).toEqual([
      ["Exampleshire", "unknown", false],
      ["Sampleton", "unknown", false],
      ["Testbury", "no-agreement", false],
    ]);
    expect(await exampleshire()).toMatchObject({ verdicts: [], flags: [], trend: null, noTrend: null });
    expect(await nationalOverview(context)).toMatchObject({ assessedAt: null });
  });

  describe("after it", () => {
    beforeAll(async () => {
      await assess(context);
    });

    it("each council has its status and its open flags", async () => {
      expect(await statuses()).toEqual([
        ["Exampleshire", "missed", true],
        ["Sampleton", "unknown", true],
        ["Testbury", "no-agreement", false],
      ]);
      const [first] = await listAuthorities(context);
      expect(first?.openFlags).toBe((await listFlags(context, { dfeCode: "X01", state: "open" })).length);
    });

    it("verdicts have every amount in pounds, a sentence, and the source of both sides", async () => {
      const { verdicts } = await exampleshire();
      expect(verdicts.map(({ financialYear, verdict }) => [financialYear, verdict])).toEqual([
        ["2022-23", "cannot-compare"],
        ["2023-24", "missed"],
      ]);
      expect(verdicts[1]).toMatchObject({
        ...{ against: "both", basis: "gross", scope: "dsg", baseline: false, planSource: "agreement" },
        ...{ promisedGbp: 18_000_000, actualLowGbp: 22_000_000, actualHighGbp: 22_000_000 },
        ...{ gapGbp: 4_000_000, toleranceGbp: 250_000, checked: true },
        summary:
          "At 31 March 2024 the deficit before DfE money was £22 million, against £18 million planned in the agreement: above the plan by £4 million, more than the tolerance of £250,000.",
        evidence: [
          {
            ...{ label: "Planned deficit at 31 March 2024, before DfE money", valueGbp: 18_000_000 },
            source: {
              origin: "live",
              url: "https://example.org/exampleshire.pdf",
              locator: { page: 2, row: 4 },
            },
          },
          { valueGbp: 17_000_000, date: "2024-12-12", source: { publication: "section-251-outturn" } },
          { valueGbp: 5_000_000, source: { origin: "register", url: "https://example.org/cabinet" } },
        ],
      });
    });

    it("a flag has its evidence with sources, and beside it what no document says", async () => {
      const [flag] = await listFlags(context, { rule: "deficit-above-profile" });
      expect(flag).toMatchObject({
        ...{ id: "X01-deficit-above-profile", severity: "missed", state: "open", checked: false },
        authority: { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire", slug: "exampleshire" },
        ...{ financialYear: "2023-24", raisedAt: "2026-11-23T09:00:00.000Z" },
        working: [
          { label: "Deficit before DfE money, worked out", valueGbp: 22_000_000 },
          { label: "Tolerance", valueGbp: 250_000 },
        ],
      });
      expect(flag?.evidence.map(({ valueGbp }) => valueGbp)).toEqual([18_000_000, 17_000_000, 5_000_000]);
    });

    it.each([
      [{ severity: "missed" }, ["deficit-above-profile", "in-year-balance-missed"]],
      [{ severity: "info" }, []],
      [{ dfeCode: "X03" }, []],
      [{ state: "cleared" }, []],
      [{ rule: "deficit-above-profile", dfeCode: "X02" }, []],
    ] as const)("flags asked for by %j", async (filter, rules) => {
      expect((await listFlags(context, filter)).map(({ rule }) => rule)).toEqual(rules);
    });

    it("flags stand worst first, whatever the order in which they were raised", async () => {
      const order = ["missed", "at-risk", "unknown", "info"];
      const ranks = (await listFlags(context, {})).map(({ severity }) => order.indexOf(severity));
      expect(ranks.length).toBeGreaterThan(2);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    });

    it("no trend is drawn through two year ends, and the answer says why", async () => {
      expect(await exampleshire()).toMatchObject({
        trend: null,
        noTrend: { reason: "fewer-than-three-year-ends" },
      });
    });

    it("the balance of a year worked out from two year ends names both, and how sure it is", async () => {
      const { inYearBalances } = await exampleshire();
      expect(inYearBalances).toMatchObject([
        { financialYear: "2023-24", how: "difference", bound: "at-most", basis: "gross", kind: "outturn" },
      ]);
      expect(inYearBalances[0]?.sources.length).toBeGreaterThanOrEqual(2);
      const { rows } = await exportTable(context, "in-year-balances");
      expect(rows).toMatchObject([{ dfeCode: "X01", how: "difference" }]);
    });

    it("England's counts are those of its councils; the signing year is in none", async () => {
      const { statuses: all, safetyValveStatuses, verdicts, assessedAt } = await nationalOverview(context);
      expect(all).toEqual({ missed: 1, "at-risk": 0, unknown: 1, "on-track": 0, "no-agreement": 1 });
      expect(safetyValveStatuses).toEqual({ ...all, "no-agreement": 0 });
      expect(verdicts).toMatchObject({ missed: 1, "cannot-compare": 1, met: 0 });
      expect(assessedAt).toBe("2026-11-23T09:00:00.000Z");
    });

    it("the method: measures in force, an example of each rule that stands somewhere, none made up", async () => {
      const method = await presentMethodology(context);
      expect(methodologyShape.parse(method)).toEqual(method);
      const of = (name: string) => method.rules.find(({ rule }) => rule === name);
      expect(of("deficit-above-profile")).toMatchObject({
        open: 1,
        example: { authority: { name: "Exampleshire" } },
      });
      expect(of("fall-is-grant")).toEqual({ rule: "fall-is-grant", open: 0, example: null });
      expect(method.verdicts).toEqual({ judged: 2, missed: 1 });
      expect(method.sensitivity).toEqual([
        { basisPoints: 50, changed: 0, missed: 1 },
        { basisPoints: 200, changed: 0, missed: 1 },
        { basisPoints: 500, changed: 0, missed: 1 },
      ]);
      expect(method.backTests).toEqual([]);
    });

    it("a threshold that somebody has set since is the one shown", async () => {
      const set = async (value: string) => {
        const row = { name: "toleranceFloor", value, actor: "test", reason: "Tried." };
        await context.database.threshold.create({ data: { ...row, setAt: context.clock.now() } });
        return (await presentMethodology(context)).thresholds.toleranceFloorGbp;
      };
      expect(await set("40000000")).toBe(400_000);
      expect(await set("25000000")).toBe(250_000);
    });

    it("tables to take away name whose judgement it is and the first figure it rests on", async () => {
      const verdicts = await exportTable(context, "verdicts");
      expect(verdicts.columns.slice(0, 12)).toEqual([
        ...["gssCode", "dfeCode", "name", "financialYear", "agreementVersion", "against", "basis", "scope"],
        ...["baseline", "promisedGbp", "actualLowGbp", "actualHighGbp"],
      ]);
      expect(verdicts.rows.at(-1)).toMatchObject({
        ...{ name: "Exampleshire", verdict: "missed", gapGbp: 4_000_000 },
        ...{ sourceUrl: "https://example.org/exampleshire.pdf", locator: "page 2, table Profile, row 4" },
      });
      const flags = await exportTable(context, "flags");
      expect(flags.columns.slice(0, 14)).toEqual([
        ...["gssCode", "dfeCode", "name", "id", "rule", "ruleVersion", "severity", "financialYear", "state"],
        ...["checked", "raisedAt", "clearedAt", "summary", "reply"],
      ]);
      expect(flags.rows.map(({ dfeCode }) => dfeCode)).toContain("X02");
    });

    describe("and after the cause is gone", () => {
      beforeAll(async () => {
        context.clock.forward(24);
        await context.database.outturn.updateMany({
          where: { asAt: "2024-03-31" },
          data: { currentUntil: context.clock.now(), endedBecause: "revised" },
        });
        await assess(context);
      });

      it("the flag keeps its address, its evidence and what became of it", async () => {
        const flag = await flagWithHistory(context, "X01-deficit-above-profile");
        expect(flagWithHistoryShape.parse(flag)).toEqual(flag);
        expect(flag).toMatchObject({ state: "cleared", clearedAt: "2026-11-24T09:00:00.000Z" });
        expect(flag?.history.map(({ kind, at }) => [kind, at.slice(0, 10)])).toEqual([
          ["raised", "2026-11-23"],
          ["cleared", "2026-11-24"],
        ]);
        expect(flag?.evidence[1]).toMatchObject({
          valueGbp: 17_000_000,
          source: { publication: "section-251-outturn" },
        });
      });

      it("the status follows, and news says so, newest first", async () => {
        expect((await statuses())[0]).toEqual(["Exampleshire", "unknown", true]);
        const news = await flagNews(context, { dfeCode: "X01", limit: 50 });
        expect(news.map(({ rule, kind }) => [rule, kind])).toContainEqual([
          "deficit-above-profile",
          "cleared",
        ]);
        const times = news.map(({ at }) => at);
        expect(times).toEqual(times.toSorted().toReversed());
        expect(await flagNews(context, { dfeCode: "X03", limit: 50 })).toEqual([]);
      });
    });

    it("there is no flag that never was", async () => {
      expect(await flagWithHistory(context, "X01-no-such-flag")).toBeNull();
    });
  });
});
