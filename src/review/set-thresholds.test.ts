import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadThresholds } from "@/store/load-thresholds";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { readThresholds, setThresholds } from "./set-thresholds";

let database: TestDatabase;
let context: TestContext;

beforeEach(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
});
afterEach(async () => {
  await context.close();
  await database.drop();
});

const PAGE = "https://www.gov.uk/government/publications/a-page";
const set = (typed: Parameters<typeof setThresholds>[1]["typed"], source: string | null = null) =>
  setThresholds(context, { typed, reason: "Agreed in November.", source });

describe("setting thresholds", () => {
  it("adds a row for each that changes, and leaves the others as they are", async () => {
    const typed = { toleranceFloor: "£300,000", toleranceBasisPoints: "1", staleAfterMonths: "14" };
    expect(await set(typed)).toEqual([
      { name: "toleranceFloor", before: "25000000", after: "30000000" },
      { name: "staleAfterMonths", before: "12", after: "14" },
    ]);
    expect(await loadThresholds(context.database)).toMatchObject({
      ...{ toleranceFloor: 30_000_000, toleranceBasisPoints: 100, staleAfterMonths: 14 },
    });
    await set({ toleranceFloor: "250,000" });
    expect(await context.database.threshold.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { name: "toleranceFloor", value: "30000000", actor: "test", reason: "Agreed in November." },
      { name: "staleAfterMonths", value: "14" },
      { name: "toleranceFloor", value: "25000000" },
    ]);
  });

  it("is in the audit log, one line for each, with what it rests on", async () => {
    await set({ staleAfterMonths: "14", judgedThrough: "2026-27" }, PAGE);
    await expect(set({ staleAfterMonths: "14" })).rejects.toThrow(/in force already/);
    const line = { actor: "test", verb: "threshold.set", subjectKind: "threshold" };
    expect(await context.database.auditEntry.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      {
        ...line,
        subjectId: "staleAfterMonths",
        before: { value: "12" },
        after: { value: "14", source: PAGE },
      },
      { ...line, subjectId: "judgedThrough", before: { value: "2025-26" }, after: { value: "2026-27" } },
    ]);
  });

  it("is all or nothing: what can't be read, what is in force already, and no reason are told", async () => {
    for (const [typed, kind] of [
      [{ toleranceFloor: "300,000", staleAfterMonths: "soon" }, "amount"],
      [{ toleranceFloor: "250,000" }, "wrong-state"],
      [{}, "wrong-state"],
    ] as const) {
      await expect(set(typed)).rejects.toMatchObject({ kind });
    }
    await expect(
      setThresholds(context, { typed: { staleAfterMonths: "14" }, reason: " ", source: null }),
    ).rejects.toMatchObject({ kind: "reason" });
    expect(await context.database.threshold.count()).toBe(0);
  });

  it("judges no year after 2025-26 without a record of what DfE's page says, with its address", async () => {
    await expect(set({ judgedThrough: "2026-27" })).rejects.toMatchObject({ kind: "source" });
    await expect(set({ judgedThrough: "2026-27" }, "the page")).rejects.toMatchObject({ kind: "source" });
    expect(await context.database.threshold.count()).toBe(0);
    await set({ judgedThrough: "2024-25" });
    await set({ judgedThrough: "2026-27" }, PAGE);
    expect(await context.database.threshold.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { value: "2024-25", source: null },
      { value: "2026-27", source: PAGE },
    ]);
  });

  it("by two people at once: the second is told that it's in force", async () => {
    const both = await Promise.allSettled([set({ staleAfterMonths: "14" }), set({ staleAfterMonths: "14" })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await context.database.threshold.count()).toBe(1);
  });

  it("can be looked at before: what would change, and what can't be read", async () => {
    const read = await readThresholds(context, { toleranceBasisPoints: "2", onTrackWithinMonths: "never" });
    expect(read).toMatchObject({
      problems: [{ name: "onTrackWithinMonths" }],
      changes: [{ name: "toleranceBasisPoints", before: "100", after: "200" }],
      proposed: { toleranceBasisPoints: 200, onTrackWithinMonths: 20 },
    });
    expect(await context.database.threshold.count()).toBe(0);
  });
});
