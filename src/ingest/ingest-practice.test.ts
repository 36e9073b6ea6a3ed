import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import { practiceStages } from "@/io/practice-stages";
import { dsgAllocations } from "@/sources/dsg-allocations/publication";
import { ehcPlans } from "@/sources/ehc-plans/publication";
import type { DraftReading, FetchedDocument, Publication } from "@/sources/publication";
import { section251Outturn } from "@/sources/section-251-outturn/publication";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { type IngestOutcome, ingest } from "./ingest";
import { loadCouncils } from "./load-councils";

let database: TestDatabase;
let context: TestContext;
const outcomes = new Map<string, IngestOutcome>();

beforeAll(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  for (const { day, fetcher } of practiceStages()) {
    const clock = { now: () => new Date(`${day}T12:00:00Z`) };
    const outcome = await ingest(
      { ...context, clock, fetchers: { ...context.fetchers, bundled: fetcher } },
      {
        ...{ runId: day, job: "load-archive", trigger: `practice ${day}`, mode: "archive" },
        ...{ only: [], progress: () => undefined },
      },
    );
    outcomes.set(day, outcome);
  }
});
afterAll(async () => {
  await context.close();
  await database.drop();
});

const counts = { currentFrom: { not: null }, currentUntil: null };

describe("the practice archive", () => {
  it("is read whole at each stage; only Pretendford's terms are in doubt, since its own money stands outside the profile", async () => {
    const troubled = [...outcomes].flatMap(([day, { sources }]) =>
      sources
        .filter(({ status }) => status !== "ok" && status !== "unchanged")
        .map(({ source, status, findings, error }) => ({ day, source, status, findings, error })),
    );
    const inDoubt = { source: "safety-valve-agreements", status: "partial", findings: 1, error: undefined };
    expect(troubled).toEqual([...outcomes.keys()].map((day) => ({ day, ...inDoubt })));
    const open = await context.database.finding.findMany({
      where: { resolvedAt: null, severity: { not: "note" } },
      select: { publicationId: true, kind: true, severity: true },
    });
    expect(open).toEqual([
      { publicationId: "safety-valve-agreements", kind: "implausible-terms", severity: "doubt" },
    ]);
  });

  it("holds a dozen councils, six years of blocks and plans, five year ends", async () => {
    const { database: store } = context;
    expect({
      councils: await store.authorityRecord.count({ where: counts }),
      allocations: await store.allocation.count({ where: counts }),
      yearEnds: await store.outturn.count({
        where: { ...counts, reading: { publicationId: "section-251-outturn" } },
      }),
      listed: await store.agreementDocument.count({ where: counts }),
    }).toEqual({ councils: 12, allocations: 12 * 8, yearEnds: 12 * (3 + 4 + 5), listed: 11 });
  });

  it.each([
    ["X01", 1],
    ["X02", 2],
    ["X04", 2],
    ["X05", 2],
    ["X08", 1],
    ["X09", 1],
    ["X10", 1],
    ["X12", 1],
  ])(
    "%s has %i versions of its agreement from documents, each with its profile",
    async (dfeCode, versions) => {
      const { agreement, profilePoint } = context.database;
      const held = await agreement.findMany({
        where: { dfeCode, currentFrom: { not: null }, reading: { publicationId: "safety-valve-agreements" } },
        select: { version: true },
      });
      expect(new Set(held.map(({ version }) => version)).size).toBe(versions);
      for (const { version } of held) {
        expect(
          await profilePoint.count({
            where: { dfeCode, agreementVersion: version, currentFrom: { not: null } },
          }),
        ).toBeGreaterThan(4);
      }
    },
  );

  it("has a history: what was restated and revised from stage to stage is a change", async () => {
    const found = await context.database.change.findMany({
      where: { notNews: null },
      select: { kind: true, dfeCode: true },
    });
    const seen = new Set(found.map(({ kind, dfeCode }) => `${kind} ${dfeCode}`));
    for (const change of [
      "outturn-restated X04",
      "allocation-restated X09",
      "ehc-plans-restated X08",
      "review-status-changed X04",
      "balance-year-changed X05",
      "total-changed X05",
      "payment-changed X02",
    ]) {
      expect([...seen].sort()).toContain(change);
    }
  });
});

describe("held against the bounds", () => {
  it("an edition without one of the dozen is held, whichever it is", async () => {
    const councils = await loadCouncils(context);
    expect(councils.extent.country).toBe("practice");
    for (const publication of [dsgAllocations, section251Outturn, ehcPlans]) {
      const draft = await currentReading(publication);
      expect(stops(publication, draft, councils)).toEqual([]);
      const lessOne = {
        ...draft,
        figures: draft.figures.filter(
          (figure) => !("council" in figure) || figure.council?.name !== "Oldshire",
        ),
      };
      expect(stops(publication, lessOne, councils)).toContain("council-missing");
    }
  });
});

function stops(publication: Publication, draft: DraftReading, councils: CouncilRegister): string[] {
  return [...draft.findings, ...publication.check(draft, councils, "archive")]
    .filter(({ severity }) => severity === "stop")
    .map(({ kind }) => kind);
}

/** The publication's first document of the last stage, as its reader reads it. */
async function currentReading(publication: Publication): Promise<DraftReading> {
  const { fetcher, day } = lastStage();
  const at = async (url: string): Promise<FetchedDocument | null> => {
    const answer = await fetcher.fetch(url, { etag: null, lastModified: null });
    if (answer.kind !== "fetched") return null;
    return { url, title: answer.title, mediaType: answer.mediaType, bytes: answer.bytes, origin: "archive" };
  };
  for (const { addresses } of publication.listings(day).toReversed()) {
    const listing = await at(addresses[0] ?? "");
    const [link] = listing ? publication.findDocuments(listing).documents : [];
    const document = link?.url ? await at(link.url) : null;
    if (document) return publication.read(document);
  }
  throw new Error(`The practice archive has no document of ${publication.id}.`);
}

function lastStage() {
  const stage = practiceStages().at(-1);
  if (!stage) throw new Error("There is no stage.");
  return stage;
}
