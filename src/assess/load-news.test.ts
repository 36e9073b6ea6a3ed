import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, type StoredEdition, type StoreFiller } from "@/testing/factories";
import { createTestContext, FrozenClock, type TestContext } from "@/testing/test-context";
import { assess } from "./assess";

/*
 * Exampleshire (X01) plans £20 million before DfE money for 31 March 2025. It has been judged once, by £19 million;
 * then £35 million takes that place, for whatever reason, and it's judged again.
 */

let database: TestDatabase;
let context: TestContext;
let store: StoreFiller;
let documents: StoredEdition;
let papers: StoredEdition;

beforeAll(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  store = fillStore(context.database);
  const list = await store.edition({ publication: "local-authorities", key: "list" });
  documents = await store.edition({ publication: "safety-valve-agreements", key: "documents" });
  papers = await store.edition({ publication: "evidence-register", key: "actuals", origin: "register" });
  await store.council(list, { dfeCode: "X01", name: "Exampleshire", gssCode: "X99000001" });
  await store.agreement(documents, {
    ...{ dfeCode: "X01", version: "2022", cohort: "2021-22", signedOn: "2022-03-01" },
    ...{ fromYear: "2021-22", toYear: "2026-27", balanceBy: "2026-27", balanceBySource: "agreement" },
    totalPence: 2_000_000_000n,
  });
  await store.profilePoint(documents, {
    ...{ dfeCode: "X01", agreementVersion: "2022", financialYear: "2024-25" },
    ...{ localContributions: "included", deficitPence: 2_000_000_000n },
  });
});
beforeEach(async () => {
  context = { ...context, clock: new FrozenClock("2026-11-24T09:00:00Z") };
  await context.database.$executeRaw`
    TRUNCATE "Outturn", "Statement", "Change", "ReviewDecision", "Flag", "Verdict", "CouncilStatus" CASCADE`;
  await publish(19);
});
afterAll(async () => {
  await context.close();
  await database.drop();
});

async function publish(millions: number): Promise<void> {
  const now = context.clock.now();
  await context.database.outturn.updateMany({ where: { currentUntil: null }, data: { currentUntil: now } });
  await store.outturn(papers, {
    ...{ dfeCode: "X01", asAt: "2025-03-31", deficitPence: BigInt(millions * 100_000_000), basis: "gross" },
    ...{ afterSafetyValve: "no", afterLocalContribution: "yes", currentFrom: now },
  });
}

async function change(of: object = {}): Promise<void> {
  await context.database.change.create({
    data: {
      ...{
        identity: "change",
        kind: "outturn-published",
        publicationId: "evidence-register",
        dfeCode: "X01",
      },
      ...{ origin: "live", detectedAt: context.clock.now(), runId: "run-of-the-test", ...of },
    },
  });
}

function judge() {
  context.clock.forward(1);
  return assess(context);
}

async function toldOf(rule: string): Promise<boolean[]> {
  const rows = await context.database.flagChange.findMany({
    where: { flag: { rule } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ news }) => news);
}

describe("what an assessment records as news", () => {
  it("is nothing that a council's first assessment finds", async () => {
    await publish(35);
    await change();
    await judge();
    expect(await toldOf("deficit-above-profile")).toEqual([false]);
  });

  it.each<[string, () => Promise<void>, boolean]>([
    ["a publisher's change that is news", () => change(), true],
    ["our copy replaced by the publisher's own", () => change({ notNews: "archive-superseded" }), false],
    ["a better reading", () => change({ notNews: "reading-changed" }), false],
    ["a past year filled in", () => change({ notNews: "backfill" }), false],
    ["news of another council", () => change({ dfeCode: null }), false],
    ["nothing that anybody has recorded", async () => undefined, false],
  ])("with %s behind it: %#", async (_, happen, news) => {
    await judge();
    context.clock.forward(1);
    await publish(35);
    await happen();
    await judge();
    expect(await toldOf("deficit-above-profile")).toEqual([news]);
  });

  it("isn't made by what was news before the last assessment", async () => {
    await change();
    await judge();
    context.clock.forward(1);
    await publish(35);
    await judge();
    expect(await toldOf("deficit-above-profile")).toEqual([false]);
  });

  it("is made by a person who confirms the terms", async () => {
    await judge();
    context.clock.forward(1);
    await publish(35);
    await context.database.reviewDecision.create({
      data: {
        ...{ readingId: documents.readingId, publicationId: "safety-valve-agreements", verb: "confirm" },
        ...{ snapshotSha256: documents.snapshotSha256, figuresDigest: "digest", actor: "somebody" },
        ...{ reason: "Compared", decidedAt: context.clock.now() },
      },
    });
    await judge();
    expect(await toldOf("deficit-above-profile")).toEqual([true]);
  });

  it.each([
    ["said lately", "2026-10-01", "new", true],
    ["said long ago", "2026-09-01", "new", false],
    ["said on no known day", null, "new", false],
    ["cited before and read again", "2026-10-01", "known", false],
  ])("is made by a statement newly cited: %s", async (_, date, fingerprint, news) => {
    const statement = {
      ...{ dfeCode: "X01", by: "council", kind: "off-track", value: null, summary: "Off track" },
      ...{ date, series: "statement", fingerprint, checked: true, locator: {}, ...papers },
    };
    const before = context.clock.now();
    await context.database.statement.create({
      data: {
        ...{ ...statement, fingerprint: "known", kind: "on-track" },
        ...{ currentFrom: before, currentUntil: before },
      },
    });
    await judge();
    context.clock.forward(1);
    await context.database.statement.create({ data: { ...statement, currentFrom: context.clock.now() } });
    await judge();
    expect(await toldOf("says-off-track")).toEqual([news]);
  });
});
