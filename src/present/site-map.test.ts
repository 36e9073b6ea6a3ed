import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/io/database";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, fixedClock, NOW } from "@/testing/factories";
import { siteMap } from "./site-map";
import type { Reading } from "./summaries";

const day = (number: number) => new Date(Date.UTC(2026, 10, number, 6));

describe("the map of the site", () => {
  let testDatabase: TestDatabase;
  let reading: Reading;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const database = openDatabase(testDatabase.url);
    reading = { database, clock: fixedClock };
  });
  afterAll(async () => {
    await reading.database.$disconnect();
    await testDatabase.drop();
  });

  it("has no dates while nothing is held", async () => {
    expect(await siteMap(reading)).toEqual({
      councils: [],
      flags: [],
      figuresChangedAt: null,
      newestChangeAt: null,
    });
  });

  describe("of four councils and a flag", () => {
    beforeAll(async () => {
      const { database } = reading;
      const store = fillStore(database);
      const edition = await store.edition({ publication: "ehc-plans", key: "2025" });
      for (const [dfeCode, name] of [
        ["X01", "Exampleshire"],
        ["X02", "Mockham"],
        ["X03", "Sampleton"],
      ] as const) {
        await store.council(edition, {
          dfeCode,
          gssCode: `X9900000${dfeCode.slice(-1)}`,
          name,
          currentFrom: day(1),
        });
      }
      await store.council(edition, {
        ...{ dfeCode: "X04", gssCode: "X99000004", name: "Oldshire", validTo: "2019-03-31" },
        currentFrom: day(1),
      });
      // Begun, and ended later; begun; held back for a person.
      await store.ehcPlans(edition, {
        ...{ dfeCode: "X01", year: 2024, plans: 120, currentFrom: day(2), currentUntil: day(5) },
      });
      await store.ehcPlans(edition, { dfeCode: "X02", year: 2025, plans: 90, currentFrom: day(3) });
      await store.ehcPlans(edition, {
        ...{ dfeCode: "X03", year: 2025, plans: 80, currentFrom: null, currentUntil: day(20) },
      });
      const common = {
        ruleVersion: "1",
        severity: "unknown",
        checked: true,
        summary: "Not known.",
        evidence: [],
      };
      await database.flag.create({
        data: {
          ...{ id: "X02-not-judged", dfeCode: "X02", rule: "not-judged", subject: "", state: "open" },
          ...{ ...common, fingerprint: "f", raisedAt: day(4) },
          history: {
            create: [
              { ...common, kind: "raised", at: day(4) },
              { ...common, kind: "restated", at: day(7) },
            ],
          },
        },
      });
    });

    it("tells of each council when its own figures last changed, ended councils too", async () => {
      const { councils } = await siteMap(reading);
      expect(councils).toEqual([
        { name: "exampleshire", changedAt: day(5).toISOString() },
        { name: "mockham", changedAt: day(7).toISOString() },
        { name: "oldshire", changedAt: day(1).toISOString() },
        { name: "sampleton", changedAt: day(1).toISOString() },
      ]);
    });

    it("tells of each flag when something last became of it", async () => {
      expect((await siteMap(reading)).flags).toEqual([
        { name: "X02-not-judged", changedAt: day(7).toISOString() },
      ]);
    });

    it("tells when anything at all changed, which isn't when somebody last looked", async () => {
      const { figuresChangedAt, newestChangeAt } = await siteMap(reading);
      expect(figuresChangedAt).toBe(day(7).toISOString());
      expect(figuresChangedAt).not.toBe(NOW.toISOString());
      expect(newestChangeAt).toBeNull();
    });
  });
});
