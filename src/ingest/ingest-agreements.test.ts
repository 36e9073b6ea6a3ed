import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/context";
import { createLiveFetcher } from "@/io/live-fetcher";
import { fy } from "@/testing/agreements/invented-agreement";
import {
  agreementAddress,
  manyAgreements,
  manyCouncil,
  publishAgreement,
  publishReferenceList,
  termsOfMany,
} from "@/testing/agreements/many-agreements";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { type Replica, startReplica } from "@/testing/replica-server";
import { createTestContext, type InventedPublisher, type TestContext } from "@/testing/test-context";
import { ingest } from "./ingest";

const COUNCILS = 12;

describe("a page that lists an agreement of each of many councils, and an empty store", () => {
  let database: TestDatabase;
  let context: Context & Pick<TestContext, "clock">;
  let site: InventedPublisher;
  let replica: Replica;
  let close: () => Promise<void>;
  let runs = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    site = await manyAgreements(COUNCILS);
    replica = await startReplica(site);
    const onTest = await createTestContext(database.url);
    publishReferenceList(onTest.fetchers.bundled, COUNCILS);
    const live = createLiveFetcher({ proxy: replica.address, userAgent: "test", clock: onTest.clock });
    context = { ...onTest, fetchers: { ...onTest.fetchers, live } };
    close = onTest.close;
  });
  afterAll(async () => {
    await close();
    await replica.close();
    await database.drop();
  });

  async function run() {
    context.clock.forward(24);
    runs += 1;
    const outcome = await ingest(context, {
      runId: `agreements-${runs}`,
      job: "ingest",
      trigger: "test",
      mode: "live",
      only: ["safety-valve-agreements"],
      progress: () => undefined,
    });
    const source = outcome.sources.find(({ source }) => source === "safety-valve-agreements");
    if (!source) throw new Error("The agreements weren't asked for.");
    return source;
  }

  const counting = { where: { currentFrom: { not: null }, currentUntil: null } } as const;

  it("is filled from it: agreements, profiles, payments and conditions of all, none of them taken for checked", async () => {
    expect(await run()).toMatchObject({ status: "ok", snapshots: COUNCILS + 1 });
    const agreements = await context.database.agreement.findMany(counting);
    const read = agreements
      .map(({ dfeCode, totalPence, balanceBy, checked }) => ({ dfeCode, totalPence, balanceBy, checked }))
      .sort((a, b) => a.dfeCode.localeCompare(b.dfeCode));
    expect(read).toEqual(
      Array.from({ length: COUNCILS }, (_, number) => {
        const { total, balanceBy } = termsOfMany(number);
        const { dfeCode } = manyCouncil(number);
        return { dfeCode, totalPence: BigInt(total) * 100_000_000n, balanceBy, checked: false };
      }),
    );
    expect(await context.database.profilePoint.count(counting)).toBe(COUNCILS * 5);
    expect(await context.database.payment.count(counting)).toBe(COUNCILS * 5);
    const conditions = await context.database.condition.groupBy({ by: ["dfeCode"], ...counting });
    expect(conditions).toHaveLength(COUNCILS);
    expect(await context.database.change.count()).toBe(0);
  });

  it("a second run changes nothing", async () => {
    const before = await context.database.reading.count();
    expect(await run()).toMatchObject({ status: "unchanged", figures: 0, unchanged: COUNCILS + 1 });
    expect(await context.database.reading.count()).toBe(before);
    expect(await context.database.change.count()).toBe(0);
  });

  it("one PDF replaced yields the changes that were made to it, and no others", async () => {
    await publishAgreement(site, 3, { ...termsOfMany(3), balanceBy: fy("2026-27") });
    expect(await run()).toMatchObject({ status: "ok", unchanged: COUNCILS });
    const changes = await context.database.change.findMany({ orderBy: { id: "asc" } });
    expect(changes).toMatchObject([
      { kind: "attachment-replaced", dfeCode: "X04", afterUrl: agreementAddress(3), notNews: null },
      {
        kind: "balance-year-changed",
        dfeCode: "X04",
        before: { kind: "year", year: "2024-25" },
        after: { kind: "year", year: "2026-27" },
        notNews: null,
      },
    ]);
    expect(changes).toHaveLength(2);
    expect(await context.database.agreement.count({ where: { dfeCode: "X04", ...counting.where } })).toBe(2);
    expect(await run()).toMatchObject({ status: "unchanged" });
    expect(await context.database.change.count()).toBe(2);
  });
});
