import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moneyOf } from "@/domain/money";
import { THRESHOLDS } from "@/domain/verdicts/thresholds";
import { loadCorrectableFigures } from "@/review/load-correctable-figures";
import { recordCorrection } from "@/review/record-correction";
import { restoreFlag } from "@/review/restore-flag";
import { setThresholds } from "@/review/set-thresholds";
import { withdrawFlag } from "@/review/withdraw-flag";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillJudgedEngland } from "@/testing/judged-england";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { assess } from "./assess";
import { previewThresholds } from "./preview-thresholds";

/*
 * Exampleshire (X01) was £4 million above what it agreed for 31 March 2024, and missed its balance of that year by at
 * least £1 million.
 */

let database: TestDatabase;
let context: TestContext;

beforeAll(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  await fillJudgedEngland(context.database);
  await assess(context);
});
afterAll(async () => {
  await context.close();
  await database.drop();
});

const preview = (toleranceFloor: number) =>
  previewThresholds(context, { ...THRESHOLDS, toleranceFloor: moneyOf(toleranceFloor, "million") });

describe("what other thresholds would change", () => {
  it.each([
    ["the same", 0.25],
    ["another that bears on nothing held", 0.99],
  ])("nothing: %s", async (_, floor) => {
    expect(await preview(floor)).toEqual({ councils: 3, changed: [] });
  });

  it.each([1, 3.9])("a flag alone, where the verdict stands: at £%d million", async (floor) => {
    expect((await preview(floor)).changed).toMatchObject([
      {
        ...{ dfeCode: "X01", verdicts: [], status: { before: "missed", after: "missed" } },
        flags: [{ rule: "in-year-balance-missed", becomes: "cleared" }],
      },
    ]);
  });

  it("says which verdicts, flags and statuses, of the councils concerned alone; nothing is stored", async () => {
    const { changed } = await preview(4);
    expect(changed).toMatchObject([
      {
        dfeCode: "X01",
        verdicts: [{ financialYear: "2023-24", before: "missed", after: "within-tolerance" }],
        flags: [
          { rule: "deficit-above-profile", severity: "missed", becomes: "cleared" },
          { rule: "in-year-balance-missed", severity: "missed", becomes: "cleared" },
        ],
        status: { before: "missed", after: "unknown" },
      },
    ]);
    expect(await context.database.threshold.count()).toBe(0);
    expect((await context.database.councilStatus.findMany()).map(({ status }) => status)).toContain("missed");
  });

  it("is what comes of setting them", async () => {
    const typed = { toleranceFloor: "100,000,000" };
    const then = { ...THRESHOLDS, toleranceFloor: moneyOf(100, "million") };
    const foretold = await previewThresholds(context, then);
    const flagsBefore = await context.database.flag.findMany({ where: { state: "open" } });
    await setThresholds(context, { typed, reason: "A trial.", source: null });
    context.clock.forward(1);
    await assess(context);
    const open = await context.database.flag.findMany({ where: { state: "open" } });
    const [told] = foretold.changed;
    expect(foretold.changed.map(({ dfeCode }) => dfeCode)).toEqual(["X01"]);
    expect(
      flagsBefore.filter(({ id }) => !open.some((flag) => flag.id === id)).map(({ rule }) => rule),
    ).toEqual(told?.flags.filter(({ becomes }) => becomes === "cleared").map(({ rule }) => rule));
    const status = await context.database.councilStatus.findUnique({ where: { dfeCode: "X01" } });
    expect(status?.status).toBe(told?.status.after);
    expect(await previewThresholds(context, then)).toMatchObject({ changed: [] });

    await setThresholds(context, { typed: { toleranceFloor: "250,000" }, reason: "Back.", source: null });
    context.clock.forward(1);
    await assess(context);
  });

  it("counts a withdrawn flag for nothing, before or after", async () => {
    await withdrawFlag(context, { flagId: "X01-deficit-above-profile", reason: "Misread." });
    const { changed } = await preview(4);
    expect(changed).toMatchObject([
      { verdicts: [{ after: "within-tolerance" }], flags: [{ rule: "in-year-balance-missed" }] },
    ]);
    await restoreFlag(context, { flagId: "X01-deficit-above-profile", reason: "Read rightly." });
  });

  it("says what would be worse or better than it is, where another year decides", async () => {
    const [figure] = (await loadCorrectableFigures(context, "X01")).filter(
      ({ publishedPence }) => publishedPence === 1_600_000_000n,
    );
    if (!figure) throw new Error("There is no outturn of £16 million.");
    await recordCorrection(context, {
      ...{ figure: figure.address, corrected: moneyOf(26, "million"), correctedOn: "2024-12-12" },
      ...{ reason: "Misprinted.", source: { title: "Erratum", url: null } },
    });
    const through = async (judgedThrough: string) => {
      const { changed } = await previewThresholds(context, { ...THRESHOLDS, judgedThrough });
      return changed.flatMap(({ flags }) => flags).filter(({ rule }) => rule === "deficit-above-profile");
    };
    expect(await through("2025-26")).toEqual([]);
    expect(await through("2022-23")).toMatchObject([{ becomes: "worsened", financialYear: "2022-23" }]);
    await setThresholds(context, { typed: { judgedThrough: "2022-23" }, reason: "A trial.", source: null });
    expect(await through("2025-26")).toMatchObject([{ becomes: "eased", financialYear: "2023-24" }]);
  });
});
