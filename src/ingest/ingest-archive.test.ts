import { read, utils, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicationId } from "@/sources/publication";
import { ArchivePublisher } from "@/testing/archive-publisher";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { ingest } from "./ingest";

const WORKBOOK =
  "https://skillsfunding.service.gov.uk/view-latest-funding/national-funding-allocations/DSG/2022-to-2023/facsimile/dedicated-schools-grant_2022-to-2023_published-20-07-2023.ods";
const EHC_ZIP =
  "https://content.explore-education-statistics.service.gov.uk/api/releases/facsimile-2025/files";
const S251_ZIP =
  "https://content.explore-education-statistics.service.gov.uk/api/releases/facsimile-2023-24/files";

let database: TestDatabase;
let context: TestContext;
let publisher: ArchivePublisher;
let runs = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  publisher = new ArchivePublisher();
  context = await createTestContext(database.url, publisher);
});
afterAll(async () => {
  await context.close();
  await database.drop();
});

async function run(mode: "archive" | "auto" = "archive", ...only: PublicationId[]) {
  context.clock.forward(24);
  runs += 1;
  return ingest(context, {
    runId: `run-${runs}`,
    job: "ingest",
    trigger: "test",
    mode,
    only,
    progress: () => undefined,
  });
}

async function figuresThatCount(): Promise<Record<string, number>> {
  const where = { currentFrom: { not: null }, currentUntil: null };
  const { authorityRecord, allocation, outturn, ehcPlanCount, agreement, agreementDocument } =
    context.database;
  return {
    authorityRecords: await authorityRecord.count({ where }),
    allocations: await allocation.count({ where }),
    outturns: await outturn.count({ where }),
    ehcPlans: await ehcPlanCount.count({ where }),
    agreements: await agreement.count({ where }),
    agreementDocuments: await agreementDocument.count({ where }),
  };
}

describe("the bundled archive", () => {
  it("is read whole, and nothing in it is doubtful", async () => {
    const outcome = await run();
    expect(outcome.sources.map(({ source, status, error }) => ({ source, status, error }))).toEqual(
      [
        "local-authorities",
        "dsg-allocations",
        "section-251-outturn",
        "ehc-plans",
        "safety-valve-agreements",
        "evidence-register",
      ].map((source) => ({ source, status: "ok", error: undefined })),
    );
    expect(await figuresThatCount()).toMatchObject({
      authorityRecords: 165,
      allocations: 149 + 149 + 150 + 150 + 151 + 151,
      ehcPlans: 1064,
      agreements: 40,
      agreementDocuments: 38,
    });
  });

  it("says unchanged, source by source, and writes nothing the second time", async () => {
    const before = await figuresThatCount();
    const outcome = await run();
    expect(outcome).toMatchObject({ status: "ok" });
    expect(new Set(outcome.sources.map(({ status, figures }) => `${status} ${figures}`))).toEqual(
      new Set(["unchanged 0"]),
    );
    expect(await figuresThatCount()).toEqual(before);
    expect(await context.database.change.count()).toBe(0);
  });

  it("is what a machine without internet settles on, with one line and no finding", async () => {
    context.fetchers.live.otherwise = { kind: "unreachable", reason: "its name isn't known here" };
    const outcome = await run("auto");
    expect(outcome.status).toBe("ok");
    expect(outcome.note).toBe(
      "No publisher can be reached from here (its name isn't known here): the figures rest on the bundled archive.",
    );
    expect(
      await context.database.finding.count({ where: { resolvedAt: null, severity: { not: "note" } } }),
    ).toBe(0);
  });
});

type Cells = (string | number | null)[][];

/** The 2022-23 workbook with its summary sheet altered. */
async function alteredWorkbook(alter: (rows: Cells) => void): Promise<Uint8Array> {
  const book = read(await publisher.original(WORKBOOK));
  const name = book.SheetNames.find((sheet) => /summary/i.test(sheet)) ?? "";
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error("The workbook has no summary sheet.");
  const rows = utils.sheet_to_json<Cells[number]>(sheet, { header: 1, defval: null });
  alter(rows);
  const altered = utils.aoa_to_sheet(rows);
  altered["!merges"] = sheet["!merges"];
  book.Sheets[name] = altered;
  return write(book, { type: "buffer", bookType: "ods" });
}

async function alteredCsv(zip: string, alter: (csv: string) => string): Promise<Uint8Array> {
  const files = unzipSync(await publisher.original(zip));
  const name = Object.keys(files).find((path) => path.startsWith("data/") && path.endsWith(".csv")) ?? "";
  files[name] = strToU8(alter(strFromU8(files[name] ?? new Uint8Array())));
  return zipSync(files);
}

const rowOf = (rows: Cells, code: string) => rows.findIndex((row) => String(row[0]) === code);

const FAULTS: [string, string, () => Promise<Uint8Array>, RegExp][] = [
  [
    "a workbook with a renamed heading",
    WORKBOOK,
    () =>
      alteredWorkbook((rows) => {
        for (const row of rows.slice(0, 4))
          row.forEach((cell, column) => {
            if (typeof cell === "string")
              row[column] = cell.replace(/high needs block/gi, "elevated requirements block");
          });
      }),
    /high needs/i,
  ],
  [
    "a workbook with a council missing",
    WORKBOOK,
    () => alteredWorkbook((rows) => void rows.splice(rowOf(rows, "886"), 1)),
    /Kent|add up/,
  ],
  [
    "a workbook with a council missing and taken off the total",
    WORKBOOK,
    () =>
      alteredWorkbook((rows) => {
        const [kent] = rows.splice(rowOf(rows, "886"), 1);
        const england = rows.find((row) => row[0] === "ENGLAND");
        kent?.forEach((cell, column) => {
          if (england && typeof cell === "number" && column > 1)
            england[column] = Number(england[column]) - cell;
        });
      }),
    /Kent/,
  ],
  [
    "a workbook with a wrong total",
    WORKBOOK,
    () =>
      alteredWorkbook((rows) => {
        const england = rows.find((row) => row[0] === "ENGLAND");
        england?.forEach((cell, column) => {
          if (typeof cell === "number") england[column] = cell + 1_000;
        });
      }),
    /ENGLAND/,
  ],
  [
    "a workbook that breaks off",
    WORKBOOK,
    async () => (await publisher.original(WORKBOOK)).slice(0, 20_000),
    /./,
  ],
  [
    "an error page in place of a workbook",
    WORKBOOK,
    async () => strToU8("<!DOCTYPE html><title>Sorry</title>"),
    /./,
  ],
  ["a zip that breaks off", EHC_ZIP, async () => (await publisher.original(EHC_ZIP)).slice(0, 50_000), /./],
  [
    "a CSV with a renamed column",
    EHC_ZIP,
    () => alteredCsv(EHC_ZIP, (csv) => csv.replace("ehcplans", "support_plans")),
    /ehcplans/i,
  ],
  [
    "a CSV whose councils don't add up",
    EHC_ZIP,
    () => alteredCsv(EHC_ZIP, (csv) => csv.replace(/,638745,/, ",638746,")),
    /add up|638/,
  ],
  [
    "a CSV with a renamed column (section 251)",
    S251_ZIP,
    () => alteredCsv(S251_ZIP, (csv) => csv.replace("gross_expenditure", "expenditure_gross")),
    /gross_expenditure/,
  ],
];

describe("a document gone wrong publishes nothing, leaves yesterday's figures and says why", () => {
  it.each(FAULTS)("%s", async (_, url, fault, reason) => {
    const before = await figuresThatCount();
    publisher.publish(url, await fault(), "application/octet-stream");
    const outcome = await run();
    expect(outcome.status).toBe("partial");
    const source = outcome.sources.find(({ error }) => error !== undefined);
    expect(source?.error).toMatch(reason);
    expect(source?.error?.length).toBeGreaterThan(40);
    expect(source?.figures).toBe(0);
    expect(await figuresThatCount()).toEqual(before);

    publisher.restore(url);
    const healed = await run();
    expect(healed.status).toBe("ok");
    expect(await figuresThatCount()).toEqual(before);
    expect(
      await context.database.finding.count({ where: { resolvedAt: null, severity: { not: "note" } } }),
    ).toBe(0);
  });
});
