import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CalendarDate } from "@/domain/calendar-date";
import { publications } from "@/sources/registry";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { FAULTED_SOURCES } from "@/testing/faulted-sources";
import { type FaultBed, openFaultBed, trialsOf } from "@/testing/source-faults";

// A few of each source's trials; `npm run bench -- faults` puts every source through all of them.
const CHOSEN: Readonly<Record<string, readonly string[]>> = {
  "safety-valve-agreements": ["document: truncated", "document: not-found", "changed: replaced-agreement"],
  "dsg-allocations": ["listing: gone", "document: announced-too-short", "changed: renamed-heading"],
  "section-251-outturn": ["listing: server-fault", "document: wrong-type", "changed: renamed-heading"],
  "ehc-plans": ["listing: redirect-abroad", "document: stall", "changed: changed-markup"],
};

describe.each(FAULTED_SOURCES)(
  "$id: nothing is half-stored, yesterday's figures stand, and the next good run heals",
  (source) => {
    let database: TestDatabase;
    let bed: FaultBed;

    beforeAll(async () => {
      database = await createTestDatabase();
      bed = await openFaultBed(database.url, source);
      return async () => {
        await bed.close();
        await database.drop();
      };
    });

    it.each(CHOSEN[source.id] ?? [])("%s", async (name) => {
      const withstand = trialsOf(source).get(name);
      expect(withstand).toBeDefined();
      expect(await withstand?.(bed)).toEqual([]);
    });
  },
);

it("every publication with a live path is put through them", () => {
  const today = "2026-11-23" as CalendarDate;
  const live = publications.filter((publication) => publication.listings(today).length > 0);
  expect(FAULTED_SOURCES.map(({ id }) => id).sort()).toEqual(live.map(({ id }) => id).sort());
});

describe("the trials", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("notice a source that doesn't withstand", async () => {
    const [source] = FAULTED_SOURCES;
    if (!source) throw new Error("There are no sources.");
    const bed = await openFaultBed(database.url, {
      ...source,
      status: { listing: "failed", document: "as usual" },
    });
    const wrong = await trialsOf(source).get("document: not-found")?.(bed);
    expect(wrong).toEqual(["the source's status is partial, not ok", "the run's status is partial, not ok"]);
    const elsewhere = { ...bed, source: { ...source, addresses: { listing: /^-$/, document: /^-$/ } } };
    const unasked = await trialsOf(source).get("document: not-found")?.(elsewhere);
    expect(unasked).toContain("the address that was to fail wasn't asked");
    await bed.close();
  });
});
