import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/generated/prisma/client";
import { openDatabase } from "@/io/database";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, fixedClock, type StoredEdition } from "@/testing/factories";
import { agreementHistory } from "./agreement-history";

describe("the history of an agreement", () => {
  let testDatabase: TestDatabase;
  let database: PrismaClient;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = openDatabase(testDatabase.url);
    const store = fillStore(database);
    const list = await store.edition({ publication: "local-authorities", key: "list" });
    const register = await store.edition({
      publication: "evidence-register",
      key: "agreements",
      origin: "register",
    });
    await store.council(list, { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" });
    await store.council(list, { dfeCode: "X02", gssCode: "X99000002", name: "Sampleton" });
    await store.agreement(register, {
      ...{
        dfeCode: "X01",
        version: "original",
        cohort: "2022-23",
        currentFrom: new Date(),
        totalPence: 4_000_000_000n,
      },
    });
    await store.agreement(register, {
      dfeCode: "X02",
      version: "original",
      cohort: "2022-23",
      currentFrom: new Date(),
    });
    const paper = async (key: string, day: string) =>
      store.edition({
        ...{ publication: "safety-valve-agreements", key: `agreement-${key}`, origin: "live" },
        capture: {
          ...{ url: `https://example.org/${key}.pdf`, title: `Agreement ${key}` },
          retrievedAt: new Date(`${day}T09:00:00Z`),
        },
      });
    const state = async (edition: StoredEdition, version: string, balanceBy: string, deficit: bigint) => {
      await store.agreement(edition, {
        ...{ dfeCode: "X01", version, cohort: "2022-23", balanceBy, totalPence: 5_000_000_000n },
        currentFrom: new Date(),
        locator: { page: 1 },
      });
      await store.profilePoint(edition, {
        ...{ dfeCode: "X01", agreementVersion: version, financialYear: "2024-25", deficitPence: deficit },
        currentFrom: new Date(),
        locator: { page: 2, row: 4 },
      });
      await store.condition(edition, {
        ...{ dfeCode: "X01", agreementVersion: version, position: 1, text: "Report often." },
        currentFrom: new Date(),
      });
    };
    await state(await paper("a", "2026-11-01"), "2022-23-a", "2025-26", 2_050_000_000n);
    await state(await paper("b", "2026-11-20"), "2022-23-b", "2027-28", 2_200_000_000n);
    // What became of the agreement is known from elsewhere: it's no term of the document.
    await store.payment(register, {
      ...{ dfeCode: "X01", agreementVersion: "2022-23-b", financialYear: "2024-25", status: "paid" },
      ...{ amountPence: 100_000_000n, currentFrom: new Date() },
    });
  });
  afterAll(async () => {
    await database.$disconnect();
    await testDatabase.drop();
  });

  const history = (code: string, asked = {}) =>
    agreementHistory({ database, clock: fixedClock }, code, asked);

  it("sets the version that stands against the one before, with the place of each term", async () => {
    const found = await history("exampleshire");
    expect(found?.versions.map(({ version, current }) => [version, current])).toEqual([
      ["original", false],
      ["2022-23-a", false],
      ["2022-23-b", true],
    ]);
    expect(found?.compared).toMatchObject({ from: "2022-23-a", to: "2022-23-b", partly: false });
    expect(found?.compared?.differences.map(({ summary }) => summary)).toEqual([
      "Balance year moved from 2025 to 2026 to 2027 to 2028",
      "Planned deficit at 31 March 2025 raised from £20.5 million to £22 million (up £1.5 million)",
    ]);
    expect(found?.compared?.differences[1]?.evidence).toMatchObject({
      before: { url: "https://example.org/a.pdf", locator: { page: 2, row: 4 } },
      after: { url: "https://example.org/b.pdf", locator: { page: 2, row: 4 } },
    });
  });

  it("the other way round when asked, and of what the register knows only what both give", async () => {
    const back = await history("X01", { from: "2022-23-b", to: "2022-23-a" });
    expect(back?.compared?.differences[0]?.summary).toBe(
      "Balance year moved from 2027 to 2028 to 2025 to 2026",
    );
    const partly = await history("X01", { from: "original", to: "2022-23-b" });
    expect(partly?.compared).toMatchObject({ partly: true });
    expect(partly?.compared?.differences.map(({ summary }) => summary)).toEqual([
      "Total that DfE pays raised from £40 million to £50 million (up £10 million)",
    ]);
  });

  it.each([
    ["one version", "X02", {}, 1],
    ["a version against itself", "X01", { from: "2022-23-a", to: "2022-23-a" }, 3],
  ])("compares nothing with %s", async (_, code, asked, versions) => {
    const found = await history(code, asked);
    expect(found?.versions).toHaveLength(versions);
    expect(found?.compared).toBeNull();
  });

  it("falls back to the usual pair for versions that aren't held; no council, no history", async () => {
    expect((await history("X01", { from: "x", to: "y" }))?.compared).toMatchObject({
      from: "2022-23-a",
      to: "2022-23-b",
    });
    expect(await history("X77")).toBeNull();
  });
});
