import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, NOW, type StoredEdition, type StoreFiller } from "@/testing/factories";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { assess } from "./assess";

/*
 * Exampleshire (X01) and Oldshire (X02) each plan £20 million before DfE money for 31 March 2025, in terms read from
 * their agreements; Newshire (X03) never signed. Tests change what was published and judge again.
 */

const NOTHING = { raised: 0, worsened: 0, eased: 0, cleared: 0 };

let database: TestDatabase;
let context: TestContext;
let store: StoreFiller;
let papers: StoredEdition;

beforeEach(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  store = fillStore(context.database);
  const list = await store.edition({ publication: "local-authorities", key: "list" });
  const documents = await store.edition({ publication: "safety-valve-agreements", key: "documents" });
  papers = await store.edition({ publication: "evidence-register", key: "actuals", origin: "register" });
  for (const [dfeCode, name] of [
    ["X01", "Exampleshire"],
    ["X02", "Oldshire"],
    ["X03", "Newshire"],
  ] as const) {
    await store.council(list, { dfeCode, name, gssCode: `X990000${dfeCode.slice(1)}` });
    if (dfeCode === "X03") continue;
    await store.agreement(documents, {
      ...{ dfeCode, version: "2022", cohort: "2021-22", signedOn: "2022-03-01", totalPence: millions(20) },
      ...{ fromYear: "2021-22", toYear: "2026-27", balanceBy: "2026-27", balanceBySource: "agreement" },
    });
    await store.profilePoint(documents, {
      ...{ dfeCode, agreementVersion: "2022", financialYear: "2024-25", localContributions: "included" },
      deficitPence: millions(20),
    });
    await publish(dfeCode, 19);
  }
});
afterEach(async () => {
  await context.close();
  await database.drop();
});

const millions = (amount: number) => BigInt(amount * 100_000_000);

/** Another figure for 31 March 2025 in place of the one before. */
async function publish(dfeCode: string, deficit: number): Promise<void> {
  await context.database.outturn.updateMany({
    where: { dfeCode, currentUntil: null },
    data: { currentUntil: context.clock.now() },
  });
  await store.outturn(papers, {
    ...{ dfeCode, asAt: "2025-03-31", deficitPence: millions(deficit), basis: "gross" },
    ...{ afterSafetyValve: "no", afterLocalContribution: "yes" },
    ...{ citationTitle: "Outturn report", citationUrl: "https://oldshire.example/outturn" },
  });
}

function judge() {
  context.clock.forward(1);
  return assess(context);
}

async function statusOf(dfeCode: string): Promise<string | undefined> {
  return (await context.database.councilStatus.findUnique({ where: { dfeCode } }))?.status;
}

const theFlag = () =>
  context.database.flag.findUniqueOrThrow({
    where: { id: "X01-deficit-above-profile" },
    include: { history: { orderBy: { id: "asc" } } },
  });

describe("an assessment", () => {
  it("keeps verdicts, flags and a status of each council, and says how many it looked at", async () => {
    expect(await judge()).toMatchObject({ councils: 3, unchanged: 0 });
    expect(await Promise.all(["X01", "X02", "X03"].map(statusOf))).toEqual([
      ...["on-track", "on-track", "no-agreement"],
    ]);
    const verdicts = await context.database.verdict.findMany({ orderBy: { dfeCode: "asc" } });
    expect(verdicts).toMatchObject([
      { dfeCode: "X01", financialYear: "2024-25", verdict: "met", gapPence: -millions(1) },
      { dfeCode: "X02", financialYear: "2024-25", verdict: "met" },
    ]);
  });

  it("looks anew only at the council whose figure changed", async () => {
    await judge();
    expect(await judge()).toMatchObject({ ...NOTHING, unchanged: 3 });
    await publish("X01", 25);
    expect(await judge()).toMatchObject({ unchanged: 2, raised: 1 });
    expect(await statusOf("X01")).toBe("missed");
    expect(await statusOf("X02")).toBe("on-track");
  });

  it("looks at those that signed again on another day, and finds the same", async () => {
    await judge();
    context.clock.forward(24);
    expect(await judge()).toMatchObject({ ...NOTHING, unchanged: 1 });
  });

  it("looks at all again when a threshold is set", async () => {
    await publish("X01", 25);
    await judge();
    await context.database.threshold.create({
      data: {
        ...{ name: "toleranceFloor", value: String(millions(10)), setAt: NOW },
        ...{ actor: "admin@example.org", reason: "A trial." },
      },
    });
    expect(await judge()).toMatchObject({ unchanged: 0, cleared: 1 });
    expect(await statusOf("X01")).toBe("on-track");
  });

  it("ends the verdicts that changed, adds what took their place and leaves the rest", async () => {
    await judge();
    await publish("X01", 25);
    await judge();
    const rows = await context.database.verdict.findMany({
      orderBy: [{ dfeCode: "asc" }, { id: "asc" }],
    });
    expect(
      rows.map(({ dfeCode, verdict, currentUntil }) => [dfeCode, verdict, currentUntil === null]),
    ).toEqual([
      ["X01", "met", false],
      ["X01", "missed", true],
      ["X02", "met", true],
    ]);
    expect(rows[0]?.currentUntil).toEqual(rows[1]?.currentFrom);
  });
});

describe("a flag's history", () => {
  it("tells how it was raised, worsened, eased and cleared, and raised again under its own address", async () => {
    const course = [25, 30, 27, 19, 26];
    const told: object[] = [];
    for (const deficit of course) {
      await publish("X01", deficit);
      const { raised, worsened, eased, cleared } = await judge();
      told.push({ raised, worsened, eased, cleared });
    }
    expect(told).toEqual([
      { ...NOTHING, raised: 1 },
      { ...NOTHING, worsened: 1 },
      { ...NOTHING, eased: 1 },
      { ...NOTHING, cleared: 1 },
      { ...NOTHING, raised: 1 },
    ]);
    const { history, state, clearedAt, raisedAt, size } = await theFlag();
    expect(history.map(({ kind, sizeBefore, sizeAfter }) => [kind, sizeBefore, sizeAfter])).toEqual([
      ["raised", null, millions(5)],
      ["worsened", millions(5), millions(10)],
      ["eased", millions(10), millions(7)],
      ["cleared", millions(7), null],
      ["raised", millions(7), millions(6)],
    ]);
    expect({ state, clearedAt, size }).toEqual({ state: "open", clearedAt: null, size: millions(6) });
    expect(raisedAt).toEqual(history.at(-1)?.at);
  });

  it("keeps a withdrawn flag withdrawn while the same is found, and without a say in the status", async () => {
    await publish("X01", 25);
    await judge();
    await context.database.flag.update({
      where: { id: "X01-deficit-above-profile" },
      data: { state: "withdrawn", withdrawnReason: "The figure was printed wrongly." },
    });
    await context.database.councilStatus.update({
      where: { dfeCode: "X01" },
      data: { digest: "asked again" },
    });
    expect(await judge()).toMatchObject(NOTHING);
    expect((await theFlag()).state).toBe("withdrawn");
    expect(await statusOf("X01")).not.toBe("missed");

    await publish("X01", 26);
    expect(await judge()).toMatchObject({ raised: 1 });
    expect(await theFlag()).toMatchObject({ state: "open", withdrawnReason: null });
    expect(await statusOf("X01")).toBe("missed");
  });
});

describe("an assessment that breaks off", () => {
  it("leaves each council whole, before or after, and is finished by the next", async () => {
    await judge();
    await publish("X01", 25);
    await publish("X02", 25);
    await context.database.$executeRawUnsafe(`
      CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF NEW."flagId" LIKE 'X02-%' THEN RAISE 'broken off'; END IF; RETURN NEW; END $$`);
    await context.database.$executeRawUnsafe(
      `CREATE TRIGGER break_off BEFORE INSERT ON "FlagChange" FOR EACH ROW EXECUTE FUNCTION break_off()`,
    );
    await expect(judge()).rejects.toThrow(/broken off/);
    expect(await Promise.all(["X01", "X02"].map(statusOf))).toEqual(["missed", "on-track"]);
    expect(await context.database.flag.count({ where: { dfeCode: "X02" } })).toBe(0);
    const standing = { dfeCode: "X02", currentUntil: null };
    expect(await context.database.verdict.findMany({ where: standing })).toMatchObject([{ verdict: "met" }]);

    await context.database.$executeRawUnsafe(`DROP TRIGGER break_off ON "FlagChange"`);
    expect(await judge()).toMatchObject({ unchanged: 2, raised: 1 });
    expect(await statusOf("X02")).toBe("missed");
    expect(await context.database.verdict.findMany({ where: standing })).toMatchObject([
      { verdict: "missed" },
    ]);
  });
});
