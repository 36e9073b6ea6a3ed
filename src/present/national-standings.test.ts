import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import { standingsShape } from "@/shapes/standings-shape";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillJudgedEngland } from "@/testing/judged-england";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { nationalStandings } from "./national-standings";

describe("how every council stands", () => {
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

  const told = async (year: string | null) => {
    const standings = await nationalStandings(context, year);
    expect(standingsShape.parse(standings)).toEqual(standings);
    return standings;
  };
  const ofExampleshire = async (year: string | null) => {
    const [first] = (await told(year)).councils;
    return first;
  };

  it("now: in a word, and in a sentence with its figures", async () => {
    const { year, councils } = await told(null);
    expect(year).toBeNull();
    expect(councils.map(({ name, status }) => [name, status])).toEqual([
      ["Exampleshire", "missed"],
      ["Sampleton", "unknown"],
      ["Testbury", "no-agreement"],
    ]);
    expect(councils[0]?.sentence).toMatch(/^Missed: .*£18 million/);
    expect(councils[0]).toMatchObject({
      verdict: { financialYear: "2023-24", verdict: "missed" },
      netOutturn: { asAt: "2024-03-31", deficitGbp: 17_000_000 },
    });
  });

  it("offers the years from the first signature on that are judged or published", async () => {
    expect((await told(null)).years).toEqual(["2022-23", "2023-24"]);
  });

  it("in a year: by that year's verdict and figures alone", async () => {
    expect(await ofExampleshire("2022-23")).toMatchObject({
      verdict: { financialYear: "2022-23" },
      netOutturn: { asAt: "2023-03-31", deficitGbp: 16_000_000 },
      balanceHistory: [{ asAt: "2023-03-31", deficitGbp: 16_000_000 }],
    });
    expect(await ofExampleshire("2023-24")).toMatchObject({ status: "missed" });
  });

  it.each(["1999-00", "nonsense", ""])("takes %o for no year", async (asked) => {
    expect(await told(asked)).toEqual(await told(null));
  });
});
