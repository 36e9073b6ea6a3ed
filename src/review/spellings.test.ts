import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import { ingestPublication } from "@/ingest/ingest-publication";
import { readingWithSpellings } from "@/ingest/reading-with-spellings";
import { rereadPublication } from "@/ingest/reread-publication";
import { storePublications } from "@/ingest/store-publication";
import { openRun } from "@/ingest/store-run";
import type { Publication } from "@/sources/publication";
import { loadSpellings } from "@/store/load-spellings";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { ALLOCATIONS_ADDRESS, inventedAllocations } from "@/testing/invented-allocations";
import { inventedCouncil } from "@/testing/published-documents";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { loadUnknownSpellings } from "./load-spellings-met";
import { mapSpelling } from "./map-spelling";
import { withdrawSpelling } from "./withdraw-spelling";

let database: TestDatabase;
let context: TestContext;
let runs = 0;

/** The invented publisher names X02 by a spelling that nobody knows, and X03 oddly, under its own code. */
function allocations(): Publication {
  const published = inventedAllocations();
  return {
    ...published,
    async read(document) {
      const draft = await published.read(document);
      return {
        ...draft,
        figures: draft.figures.map((figure) => {
          if (figure.type !== "allocation" || !figure.council) return figure;
          const { dfeCode } = figure.council;
          if (dfeCode === "X02") return { ...figure, council: { name: "Sampelton" } };
          return dfeCode === "X03" ? { ...figure, council: { dfeCode, name: "Testburgh" } } : figure;
        }),
      };
    },
  };
}

beforeEach(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  runs = 0;
  await storePublications(context, [
    { ...inventedAllocations(), id: "local-authorities" },
    inventedAllocations(),
  ]);
  const codes = ["X01", "X02", "X03"];
  await context.database.authority.createMany({
    data: codes.map((dfeCode) => ({
      dfeCode,
      slug: dfeCode.toLowerCase(),
      firstSeenAt: context.clock.now(),
    })),
  });
  context.fetchers.live.publish(
    ALLOCATIONS_ADDRESS,
    JSON.stringify({ councils: { X01: 100, X02: 200, X03: 300 } }),
  );
});
afterEach(async () => {
  await context.close();
  await database.drop();
});

async function begin() {
  context.clock.forward(24);
  runs += 1;
  const runId = `run-${runs}`;
  await openRun(context, runId, "ingest", "test");
  const councils = new CouncilRegister(
    [
      inventedCouncil("X01", "Exampleshire"),
      inventedCouncil("X02", "Sampleton"),
      inventedCouncil("X03", "Testbury"),
    ],
    undefined,
    await loadSpellings(context.database),
  );
  return { runId, councils, reader: readingWithSpellings(allocations(), councils) };
}

async function ingest() {
  const { runId, councils, reader } = await begin();
  return ingestPublication(context, reader, context.fetchers.live, runId, councils);
}

async function reread() {
  const { runId, councils, reader } = await begin();
  return rereadPublication(context, reader, runId, councils, {});
}

const counting = async () =>
  (
    await context.database.allocation.findMany({
      where: { currentFrom: { not: null }, currentUntil: null },
      orderBy: { dfeCode: "asc" },
    })
  ).map(({ dfeCode, checked }) => (checked ? dfeCode : `${dfeCode}?`));

const sampelton = { spelling: "Sampelton ", dfeCode: "X02", reason: "A slip of the publisher's." };

describe("a spelling that nobody knows", () => {
  it("waits for a person to say whose it is", async () => {
    await ingest();
    expect(await counting()).toEqual(["X01", "X03?"]);
    expect(await loadUnknownSpellings(context)).toMatchObject([
      { spelling: "Sampelton", kind: "unknown-council", metIn: [{ publicationId: "dsg-allocations" }] },
      { spelling: "Testburgh", kind: "unusual-name" },
    ]);
  });

  it("once mapped is known for good: what was set aside counts when it's read again, and nobody is asked", async () => {
    await ingest();
    const checked = await context.database.sourceAddress.findMany();
    expect(await mapSpelling(context, sampelton)).toMatchObject({
      spelling: "Sampelton",
      metIn: ["dsg-allocations"],
    });
    await mapSpelling(context, { ...sampelton, spelling: "Testburgh", dfeCode: "X03" });
    expect(await reread()).toMatchObject({ status: "ok", figures: 2, findings: 0, snapshots: 1 });
    expect(await counting()).toEqual(["X01", "X02", "X03"]);
    expect(await loadUnknownSpellings(context)).toEqual([]);
    expect(await context.database.sourceAddress.findMany()).toEqual(checked);
    expect(await context.database.change.count({ where: { notNews: null } })).toBe(0);
    expect(await ingest()).toMatchObject({ status: "unchanged" });
  });

  it("is nobody's again once the mapping is taken back", async () => {
    await ingest();
    const { id } = await mapSpelling(context, sampelton);
    await reread();
    await withdrawSpelling(context, { spellingId: id, reason: "It was another council." });
    await reread();
    expect(await counting()).toEqual(["X01", "X03?"]);
    expect(await loadUnknownSpellings(context)).toHaveLength(2);
    expect(await mapSpelling(context, sampelton)).toMatchObject({ metIn: ["dsg-allocations"] });
  });

  it("isn't decided about twice, nor without a council, a name or a reason", async () => {
    await ingest();
    const { id } = await mapSpelling(context, sampelton);
    await expect(mapSpelling(context, { ...sampelton, spelling: "SAMPELTON" })).rejects.toMatchObject({
      kind: "already-decided",
    });
    await withdrawSpelling(context, { spellingId: id, reason: "A test." });
    const refused = [
      [{ dfeCode: "Y99" }, "no-such-council"],
      [{ spelling: " 12 " }, "spelling"],
      [{ spelling: "x".repeat(201) }, "spelling"],
      [{ reason: " " }, "reason"],
    ] as const;
    for (const [other, kind] of refused) {
      await expect(mapSpelling(context, { ...sampelton, ...other })).rejects.toMatchObject({ kind });
    }
    await expect(withdrawSpelling(context, { spellingId: id, reason: "Again." })).rejects.toMatchObject({
      kind: "already-decided",
    });
    await expect(withdrawSpelling(context, { spellingId: 999, reason: "None." })).rejects.toMatchObject({
      kind: "no-such-spelling",
    });
  });
});

describe("stored documents read again", () => {
  it("change nothing where there's nothing new to make of them", async () => {
    await ingest();
    const kept = await context.database.runAnswer.count();
    expect(await reread()).toMatchObject({ figures: 0, unchanged: 1, snapshots: 1 });
    expect(await context.database.runAnswer.count()).toBe(kept);
  });

  it("are not those of which another has taken the place", async () => {
    await ingest();
    context.fetchers.live.publish(ALLOCATIONS_ADDRESS, JSON.stringify({ councils: { X01: 150 } }));
    await ingest();
    await mapSpelling(context, sampelton);
    await reread();
    expect(await counting()).toEqual(["X01"]);
  });
});
