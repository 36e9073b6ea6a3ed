import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/io/database";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillStore, NOW, type StoredEdition, type StoreFiller } from "@/testing/factories";
import { countingFigures, currentFigures, FIGURE_MODELS, JUDGED_MODELS } from "./current-figures";

describe("current figures", () => {
  let testDatabase: TestDatabase;
  let database: ReturnType<typeof openDatabase>;
  let store: StoreFiller;
  let edition: StoredEdition;
  const year = (financialYear: string) => ({ dfeCode: "X01", financialYear, beforeDeductionsPence: 100n });

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = openDatabase(testDatabase.url);
    store = fillStore(database);
    edition = await store.edition({ publication: "dsg-allocations", key: "2023-24" });
    await store.council(edition, { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" });
    await store.allocation(edition, year("2021-22"));
    await store.allocation(edition, { ...year("2022-23"), currentFrom: null });
    await store.allocation(edition, { ...year("2023-24"), currentUntil: NOW });
  });
  afterAll(async () => {
    await database.$disconnect();
    await testDatabase.drop();
  });

  it("shows neither a figure that is held back nor one that has ended", async () => {
    const rows = await currentFigures(database).allocation.findMany();
    expect(rows.map(({ financialYear }) => financialYear)).toEqual(["2021-22"]);
  });

  it.each([
    ["2021-22", 1],
    ["2022-23", 0],
    ["2023-24", 0],
  ])("keeps to that beside a condition of one's own: %s", async (financialYear, count) => {
    const rows = await currentFigures(database).allocation.findMany({ where: { OR: [{ financialYear }] } });
    expect(rows).toHaveLength(count);
  });

  it.each([
    [{ dfeCode: true }, true],
    [{ beforeDeductionsPence: true, series: true, fingerprint: true }, true],
    [{ beforeDeductionsPence: true }, false],
    [{ beforeDeductionsPence: true, series: true }, false],
  ])("gives no sum of which it can't tell whether it was corrected: %j", async (select, given) => {
    const rows = currentFigures(database).allocation.findMany({ select });
    if (given) expect(await rows).toHaveLength(1);
    else await expect(rows).rejects.toThrow(/series and fingerprint/);
  });

  it("counts what an edition still stands for", async () => {
    expect(await countingFigures(database)).toEqual(new Map([[edition.editionId, 2]]));
  });

  it("knows every model whose rows can end", () => {
    const schema = readFileSync("prisma/schema.prisma", "utf8");
    const models = [...schema.matchAll(/^model (\w+) \{([^}]*)\}/gm)];
    const ending = models.flatMap(([, name, body]) => (body?.includes("currentUntil") ? [name] : []));
    expect(ending.length).toBeGreaterThan(10);
    expect(new Set(ending)).toEqual(new Set([...FIGURE_MODELS, ...JUDGED_MODELS]));
  });
});
