import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarDate } from "@/domain/calendar-date";
import { financialYearStarting } from "@/domain/financial-year";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import { moneyOf } from "@/domain/money";
import { present } from "@/domain/published-value";
import { approveReading } from "@/review/approve-reading";
import type { Publication } from "@/sources/publication";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inventedCouncil, textOf } from "@/testing/published-documents";
import { createTestContext, type InventedPublisher, type TestContext } from "@/testing/test-context";
import { ingestPublication } from "./ingest-publication";
import { storePublications } from "./store-publication";
import { openRun } from "./store-run";

/** What an invented publisher prints: pounds by council code, for one year. */
interface Sheet {
  readonly year: number;
  readonly publishedOn: string;
  readonly councils: Readonly<Record<string, number>>;
}

const COUNCILS = Array.from({ length: 151 }, (_, index) =>
  inventedCouncil(`X${String(index + 1).padStart(3, "0")}`, `Council ${index + 1}`),
);
const councils = new CouncilRegister(COUNCILS);
const HOST = "https://publisher.example";

function publication(parserVersion = "1", correction = 0): Publication {
  return {
    id: "dsg-allocations",
    title: "Invented allocations",
    publisher: "The Example Department",
    licence: "Open Government Licence v3.0",
    landingPage: HOST,
    cadence: "yearly",
    parserVersion,
    readsListing: false,
    fixedDocuments: Array.from({ length: 9 }, (_, index) => ({
      ...{ url: `${HOST}/${index}.json`, title: `Sheet ${index}`, purpose: "figures" },
    })),
    listings: () => [],
    findDocuments: () => ({ documents: [], findings: [] }),
    read({ bytes }) {
      const { year, publishedOn, councils: pounds } = JSON.parse(textOf(bytes)) as Sheet;
      const financialYear = financialYearStarting(year);
      return {
        edition: {
          key: `${financialYear}@${publishedOn}`,
          title: "Allocations",
          publishedOn: publishedOn as CalendarDate,
          financialYear,
        },
        figures: Object.entries(pounds).map(([dfeCode, amount]) => ({
          type: "allocation",
          council: { dfeCode, name: councils.current(dfeCode)?.name ?? dfeCode },
          financialYear,
          publishedOn: publishedOn as CalendarDate,
          beforeDeductions: present(moneyOf(amount + correction, "pound")),
          afterDeductions: present(moneyOf(amount - 1, "pound")),
          locator: { sheet: "Allocations", cell: `C${dfeCode.slice(1)}` },
        })),
        findings: [],
      };
    },
    check: () => [],
    nextExpected: () => null,
  };
}

let database: TestDatabase;
let context: TestContext;
let runs = 0;

beforeEach(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  await storePublications(context, [publication()]);
  await context.database.authority.createMany({
    data: COUNCILS.map(({ dfeCode, slug }) => ({ dfeCode, slug, firstSeenAt: context.clock.now() })),
  });
  return async () => {
    await context.close();
    await database.drop();
  };
});

async function run(from: InventedPublisher = context.fetchers.live, read = publication()) {
  context.clock.forward(24);
  runs += 1;
  const runId = `figures-${runs}`;
  await openRun(context, runId, "ingest", "test");
  await ingestPublication(context, read, from, runId, councils);
  await context.database.ingestionRun.update({ where: { id: runId }, data: { status: "ok" } });
}

const publish = (index: number, sheet: Sheet, on: InventedPublisher = context.fetchers.live) =>
  on.publish(`${HOST}/${index}.json`, JSON.stringify(sheet));

const everyCouncil = (pounds: number) => Object.fromEntries(COUNCILS.map(({ dfeCode }) => [dfeCode, pounds]));

/** The changes of the newest run. */
async function told() {
  const rows = await context.database.change.findMany({
    where: { runId: `figures-${runs}` },
    orderBy: { id: "asc" },
  });
  return rows.map(({ kind, dfeCode, financialYear, subject, sizePence, notNews }) =>
    [kind, dfeCode, financialYear, subject, sizePence === null ? "" : String(sizePence), notNews ?? "news"]
      .filter((part) => part !== "")
      .join(" "),
  );
}

const first = { year: 2024, publishedOn: "2024-12-18", councils: { X001: 1000, X002: 2000 } };

describe("allocations", () => {
  it("held for the first time, and read again: nothing", async () => {
    publish(0, first);
    await run();
    await run();
    expect(await context.database.change.count()).toBe(0);
  });

  it("a later edition of a year held restates exactly the councils that differ", async () => {
    publish(0, first);
    await run();
    publish(1, { ...first, publishedOn: "2025-03-20", councils: { X001: 1000, X002: 2500 } });
    await run();
    expect(await told()).toEqual([
      "allocation-restated X002 2024-25 after-deductions 50000 news",
      "allocation-restated X002 2024-25 before-deductions 50000 news",
    ]);
    await run();
    expect(await told()).toEqual([]);
  });

  it("a new year is published, a past one and an older edition are filled in", async () => {
    publish(0, first);
    await run();
    publish(1, { ...first, year: 2025, publishedOn: "2025-12-18" });
    publish(2, { ...first, year: 2023, publishedOn: "2023-12-18" });
    publish(3, { ...first, publishedOn: "2024-07-20", councils: { X001: 900 } });
    await run();
    expect(await told()).toEqual([
      "allocation-published X001 2025-26 before-deductions news",
      "allocation-published X002 2025-26 before-deductions news",
      "allocation-published X001 2023-24 before-deductions backfill",
      "allocation-published X002 2023-24 before-deductions backfill",
      "allocation-published X001 2024-25 before-deductions backfill",
    ]);
  });

  it("the publisher's own for our copy, and a newer reader: no news", async () => {
    publish(0, first, context.fetchers.bundled);
    await run(context.fetchers.bundled);
    publish(0, first);
    await run();
    expect(await told()).toEqual([]);
    publish(0, { ...first, publishedOn: "2025-03-20", councils: { X001: 1100, X002: 2000 } });
    await run();
    expect((await told()).filter((change) => change.endsWith("news"))).toHaveLength(2);
    await run(context.fetchers.live, publication("2", 7));
    expect(await told()).toEqual([
      "allocation-restated X001 2024-25 before-deductions 700 reading-changed",
      "allocation-restated X002 2024-25 before-deductions 700 reading-changed",
    ]);
  });

  it("our copy replaced by another edition of the publisher's: no news", async () => {
    publish(0, first, context.fetchers.bundled);
    await run(context.fetchers.bundled);
    publish(0, { ...first, publishedOn: "2025-03-20", councils: { X001: 1100, X002: 2000 } });
    await run();
    expect(await told()).toEqual([
      "allocation-restated X001 2024-25 after-deductions 10000 archive-superseded",
      "allocation-restated X001 2024-25 before-deductions 10000 archive-superseded",
    ]);
  });

  it("an edition held for a person tells nothing until it counts", async () => {
    publish(0, first);
    await run();
    const crossing: Publication = {
      ...publication(),
      check: () => [{ kind: "total-differs", severity: "stop", message: "They don't add up." }],
    };
    publish(0, { ...first, councils: { X001: 5000, X002: 2000 } });
    await run(context.fetchers.live, crossing);
    expect(await told()).toEqual([]);

    const held = await context.database.reading.findFirstOrThrow({ where: { status: "held" } });
    await approveReading(context, { readingId: held.id, reason: "The total is printed wrongly." });
    const approved = [
      "allocation-restated X001 2024-25 after-deductions 400000 news",
      "allocation-restated X001 2024-25 before-deductions 400000 news",
    ];
    expect(await told()).toEqual(approved);
    await run(context.fetchers.live, crossing);
    expect(await told()).toEqual([]);
  });

  it("nine years of 151 councils, restated at once", async () => {
    for (let index = 0; index < 9; index += 1) {
      publish(index, { year: 2017 + index, publishedOn: "2025-01-01", councils: everyCouncil(1000) });
    }
    await run();
    for (let index = 0; index < 9; index += 1) {
      publish(index, { year: 2017 + index, publishedOn: "2025-06-01", councils: everyCouncil(1001) });
    }
    await run();
    const changes = await context.database.change.groupBy({ by: ["kind", "notNews"], _count: true });
    expect(changes).toEqual([{ kind: "allocation-restated", notNews: null, _count: 151 * 9 * 2 }]);
  });
});
