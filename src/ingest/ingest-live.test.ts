import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context, Fetcher } from "@/context";
import { createLiveFetcher } from "@/io/live-fetcher";
import type { PublicationId } from "@/sources/publication";
import { ArchivePublisher } from "@/testing/archive-publisher";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { type Replica, startReplica } from "@/testing/replica-server";
import { createTestContext, type FrozenClock } from "@/testing/test-context";
import { ingest, type SourceMode } from "./ingest";

const RAW = "../shared/facts/raw";
const FUNDING = "https://skillsfunding.service.gov.uk/view-latest-funding/national-funding-allocations/DSG";

let database: TestDatabase;
let context: Context & { readonly clock: FrozenClock };
let site: ArchivePublisher;
let replica: Replica;
let runs = 0;

beforeAll(async () => {
  site = new ArchivePublisher("live");
  replica = await startReplica(site);
});
afterAll(() => replica.close());

beforeEach(async () => {
  database = await createTestDatabase();
  const onTest = await createTestContext(database.url, new ArchivePublisher());
  const live = createLiveFetcher({ proxy: replica.address, userAgent: "test", clock: onTest.clock });
  context = { ...onTest, fetchers: { ...onTest.fetchers, live } };
  return async () => {
    await onTest.close();
    await database.drop();
  };
});

async function run(mode: SourceMode, ...only: PublicationId[]) {
  context.clock.forward(24);
  runs += 1;
  return ingest(context, {
    runId: `live-${runs}`,
    job: "ingest",
    trigger: "test",
    mode,
    only,
    progress: () => undefined,
  });
}

const origins = async () => {
  const rows = await context.database.allocation.findMany({
    where: { currentFrom: { not: null }, currentUntil: null },
    select: { reading: { select: { origin: true } } },
  });
  return rows.reduce<Record<string, number>>((counts, { reading: { origin } }) => {
    counts[origin] = (counts[origin] ?? 0) + 1;
    return counts;
  }, {});
};

describe("asking publishers through a replica", () => {
  it("fills an empty store, and the publishers' own addresses are recorded", async () => {
    const outcome = await run("live");
    expect(outcome.sources.map(({ source, origin, error }) => [source, origin, error])).toEqual([
      ["local-authorities", "archive", undefined],
      ["dsg-allocations", "live", undefined],
      ["section-251-outturn", "live", undefined],
      ["ehc-plans", "live", undefined],
      ["safety-valve-agreements", "live", undefined],
      ["evidence-register", "register", undefined],
    ]);
    expect(await origins()).toEqual({ live: 900 });
    const capture = await context.database.capture.findFirstOrThrow({
      where: { publicationId: "ehc-plans", origin: "live" },
    });
    expect(capture.url).toMatch(/^https:\/\/(content\.)?explore-education-statistics\.service\.gov\.uk\//);
  });

  it("takes the archive's place in auto, and a second run changes nothing", async () => {
    await run("archive");
    expect(await origins()).toEqual({ archive: 900 });
    expect(await context.database.finding.count({ where: { origin: "archive" } })).toBeGreaterThan(0);
    await run("auto");
    expect(await origins()).toEqual({ live: 900 });
    const stale = { origin: "archive", resolvedAt: null, publicationId: { not: "local-authorities" } };
    expect(await context.database.finding.count({ where: stale })).toBe(0);
    const again = await run("auto");
    expect(again.sources.map(({ figures }) => figures)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await context.database.change.count({ where: { notNews: null } })).toBe(0);
    await run("archive");
    expect(await origins()).toEqual({ live: 900 });
  });

  it("once reached, a publisher that falls silent is a fault, and its figures stand", async () => {
    await run("auto", "ehc-plans");
    const silent: Fetcher = {
      origin: "live",
      fetch: async () => ({ kind: "unreachable", reason: "nobody answers" }),
    };
    context = { ...context, fetchers: { ...context.fetchers, live: silent } };
    const outcome = await run("auto", "ehc-plans");
    expect(outcome).toMatchObject({
      status: "partial",
      sources: [{ status: "failed", origin: "live", figures: 0 }],
    });
    const where = { currentFrom: { not: null }, currentUntil: null };
    expect(await context.database.ehcPlanCount.count({ where })).toBe(1064);
  });

  it.skipIf(!existsSync(RAW))(
    "reads the workbooks as DfE published them (needs ../shared/facts/raw)",
    async () => {
      const published = [
        ["2020-to-2021", "dedicated-schools-grant_2021_11_18.ods", 149, 7_063_230_381],
        ["2023-to-2024", "dedicated-schools-grant_2024_07_20.ods", 151, 9_952_172_126],
      ] as const;
      for (const [year, file] of published) {
        site.publish(
          `${FUNDING}/${year}`,
          `<main><a href="/download/${file}">Download DSG allocations for all local authorities and regions</a></main>`,
          "text/html; charset=utf-8",
        );
        site.publish(
          `https://skillsfunding.service.gov.uk/download/${file}`,
          readFileSync(`${RAW}/${file}`),
          "application/vnd.oasis.opendocument.spreadsheet",
        );
      }
      const outcome = await run("live", "dsg-allocations");
      expect(outcome.sources.at(-1)).toMatchObject({ source: "dsg-allocations", findings: 0 });
      for (const [year, , councils, england] of published) {
        const rows = await context.database.allocation.findMany({
          where: { financialYear: `${year.slice(0, 4)}-${year.slice(-2)}`, currentFrom: { not: null } },
        });
        expect(rows).toHaveLength(councils);
        expect(rows.reduce((sum, row) => sum + Number(row.beforeDeductionsPence), 0) / 100).toBe(england);
      }
      for (const [year] of published) site.restore(`${FUNDING}/${year}`);
    },
  );
});
