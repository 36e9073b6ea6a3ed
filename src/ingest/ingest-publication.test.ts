import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarDate } from "@/domain/calendar-date";
import type { AllocationDraft } from "@/domain/dsg/draft-figures";
import { financialYearStarting } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import { CouncilRegister, type PrintedCouncil } from "@/domain/local-authority/council-register";
import { moneyOf } from "@/domain/money";
import { present } from "@/domain/published-value";
import type { Publication } from "@/sources/publication";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type InventedPublisher, type TestContext } from "@/testing/test-context";
import { ingestPublication } from "./ingest-publication";
import { storePublications } from "./store-publication";
import { openRun } from "./store-run";

const DOCUMENT = "https://publisher.example/allocations.json";

/** What an invented publisher prints: pounds by council code. */
interface Sheet {
  readonly key?: string;
  readonly year?: number;
  readonly councils: Readonly<Record<string, number>>;
  readonly wrongTotal?: boolean;
}

const NAMES: Readonly<Record<string, string>> = { X01: "Exampleshire", X02: "Northexample", X99: "Nowhere" };

function allocation(code: string, pounds: number, year: number): AllocationDraft<PrintedCouncil> {
  return {
    type: "allocation",
    council: { dfeCode: code, name: NAMES[code] ?? code },
    financialYear: financialYearStarting(year),
    publishedOn: null,
    beforeDeductions: present(moneyOf(pounds, "pound")),
    afterDeductions: { kind: "missing", reason: "not-held" },
    locator: { sheet: "Allocations", cell: `C${code.slice(1)}` },
  };
}

function inventedPublication(parserVersion = "1", correction = 0): Publication {
  return {
    id: "dsg-allocations",
    title: "Invented allocations",
    publisher: "The Example Department",
    licence: "Open Government Licence v3.0",
    landingPage: "https://publisher.example/",
    cadence: "yearly",
    parserVersion,
    readsListing: false,
    fixedDocuments: [{ url: DOCUMENT, title: "Allocations", purpose: "figures" }],
    listings: () => [],
    findDocuments: () => ({ documents: [], findings: [] }),
    read({ bytes }) {
      const text = new TextDecoder().decode(bytes);
      if (text === "break the reader") throw new Error("an index ran out of range");
      const sheet = JSON.parse(text) as Sheet;
      const year = sheet.year ?? 2023;
      const wrong: Finding = {
        kind: "total-differs",
        severity: "stop",
        message: "The councils don't add up to ENGLAND.",
      };
      return {
        edition: {
          key: sheet.key ?? `${financialYearStarting(year)}@undated`,
          title: "Allocations",
          publishedOn: null,
          financialYear: financialYearStarting(year),
        },
        figures: Object.entries(sheet.councils).map(([code, pounds]) =>
          allocation(code, pounds + correction, year),
        ),
        findings: sheet.wrongTotal ? [wrong] : [],
      };
    },
    check: () => [],
    nextExpected: () => null,
  };
}

const councils = new CouncilRegister(
  ["X01", "X02"].map((dfeCode) => ({
    dfeCode,
    gssCode: `X9900000${dfeCode.slice(1)}`,
    name: NAMES[dfeCode] ?? "",
    slug: (NAMES[dfeCode] ?? "").toLowerCase(),
    region: "Example",
    type: "unitary",
    validFrom: "2009-04-01" as CalendarDate,
    validTo: null,
    predecessorGssCodes: [],
    successorGssCodes: [],
    spellings: [],
    centroid: null,
  })),
);

let database: TestDatabase;
let context: TestContext;
let runs = 0;

beforeEach(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  await storePublications(context, [inventedPublication()]);
  await context.database.authority.createMany({
    data: ["X01", "X02"].map((dfeCode) => ({ dfeCode, slug: dfeCode, firstSeenAt: context.clock.now() })),
  });
  return async () => {
    await context.close();
    await database.drop();
  };
});
async function run(from: InventedPublisher = context.fetchers.live, publication = inventedPublication()) {
  context.clock.forward(24);
  runs += 1;
  const runId = `run-${runs}`;
  await openRun(context, runId, "ingest", "test");
  return ingestPublication(context, publication, from, runId, councils);
}

const publish = (sheet: Sheet, on: InventedPublisher = context.fetchers.live) =>
  on.publish(DOCUMENT, JSON.stringify(sheet));

async function counting(at?: Date): Promise<Record<string, number>> {
  const rows = await context.database.allocation.findMany({
    where: at
      ? { currentFrom: { lte: at }, OR: [{ currentUntil: null }, { currentUntil: { gt: at } }] }
      : { currentFrom: { not: null }, currentUntil: null },
    orderBy: { dfeCode: "asc" },
  });
  return Object.fromEntries(rows.map((row) => [row.dfeCode, Number(row.beforeDeductionsPence) / 100]));
}

const openFindings = () =>
  context.database.finding.findMany({ where: { resolvedAt: null }, orderBy: { id: "asc" } });

describe("a figure far from the ones held", () => {
  const publication: Publication = {
    ...inventedPublication(),
    checkAgainstHeld: (_draft, _councils, held) =>
      held.map(({ dfeCode, financialYear, beforeDeductions }) => ({
        kind: "year-on-year-jump",
        severity: "stop",
        message: `${dfeCode} ${financialYear} ${beforeDeductions}`,
      })),
  };

  it("is held beside those that count for the years around, and only those", async () => {
    publish({ year: 2021, councils: { X01: 1 } });
    await run();
    publish({ year: 2022, councils: { X01: 2 } });
    await run();
    publish({ year: 2022, councils: { X01: 3 } });
    await run();
    publish({ year: 2023, councils: { X01: 30 } });
    expect(await run(undefined, publication)).toMatchObject({ status: "held", figures: 0 });
    expect((await openFindings()).map(({ message }) => message)).toEqual(["X01 2022-23 300"]);
  });
});

describe("a listing with two addresses", () => {
  const API = "https://publisher.example/api/page";
  const HTML = "https://publisher.example/page";
  const publication: Publication = {
    ...inventedPublication(),
    fixedDocuments: [],
    listings: () => [{ addresses: [API, HTML], required: true }],
    findDocuments: ({ bytes }) =>
      new TextDecoder().decode(bytes) === "the list"
        ? { documents: [{ url: DOCUMENT, title: "Allocations", purpose: "figures" }], findings: [] }
        : {
            documents: [],
            findings: [{ kind: "unreadable-document", severity: "stop", message: "The page can't be read." }],
          },
  };
  const answers = (api: string | null, html: string | null) => {
    publish({ councils: { X01: 5 } });
    if (api !== null) context.fetchers.live.publish(API, api);
    if (html !== null) context.fetchers.live.publish(HTML, html);
  };

  it.each([
    ["the first answers", "the list", null],
    ["the first is absent", null, "the list"],
    ["the first answers with an error page", "<h1>Sorry</h1>", "the list"],
  ])("%s", async (_, api, html) => {
    answers(api, html);
    expect(await run(undefined, publication)).toMatchObject({ status: "ok", figures: 1, findings: 0 });
  });

  it("neither can be read", async () => {
    answers("<h1>Sorry</h1>", "<h1>Sorry</h1>");
    expect(await run(undefined, publication)).toMatchObject({ status: "failed", findings: 1 });
  });
});

describe("a publication that is read again and again", () => {
  it("is stored with its snapshot and the place of each figure", async () => {
    publish({ councils: { X01: 1000, X02: 2000 } });
    expect(await run()).toMatchObject({ status: "ok", snapshots: 1, unchanged: 0, figures: 2, findings: 0 });

    const row = await context.database.allocation.findFirstOrThrow({ where: { dfeCode: "X01" } });
    expect(row.locator).toEqual({ sheet: "Allocations", cell: "C01" });
    const bytes = await context.snapshots.read(row.snapshotSha256);
    expect(JSON.parse(new TextDecoder().decode(bytes ?? undefined))).toEqual({
      councils: { X01: 1000, X02: 2000 },
    });
  });

  it("writes nothing when nothing has changed", async () => {
    publish({ councils: { X01: 1000 } });
    await run();
    expect(await run()).toMatchObject({ status: "unchanged", snapshots: 1, unchanged: 1, figures: 0 });
    expect(await context.database.allocation.count()).toBe(1);
    expect(await context.database.capture.count()).toBe(1);
  });

  it("adds what is new, ends what says something else, and leaves the rest alone", async () => {
    publish({ councils: { X01: 1000, X02: 2000 } });
    await run();
    const before = await context.database.allocation.findFirstOrThrow({ where: { dfeCode: "X01" } });
    const yesterday = context.clock.now();

    publish({ councils: { X01: 1000, X02: 2500 } });
    expect(await run()).toMatchObject({ status: "ok", figures: 1 });
    expect(await counting()).toEqual({ X01: 1000, X02: 2500 });
    expect(await context.database.allocation.findUnique({ where: { id: before.id } })).toEqual(before);
    expect(await counting(yesterday)).toEqual({ X01: 1000, X02: 2000 });
    const ended = await context.database.allocation.findFirstOrThrow({
      where: { currentUntil: { not: null } },
    });
    expect(ended).toMatchObject({ dfeCode: "X02", endedBecause: "revised" });
  });

  it("ends a figure that the publisher has taken out", async () => {
    publish({ councils: { X01: 1000, X02: 2000 } });
    await run();
    publish({ councils: { X01: 1000 } });
    await run();
    expect(await counting()).toEqual({ X01: 1000 });
  });

  it("takes an earlier file that comes back for news", async () => {
    publish({ councils: { X01: 1000 } });
    await run();
    publish({ councils: { X01: 1500 } });
    await run();
    publish({ councils: { X01: 1000 } });
    expect(await run()).toMatchObject({ status: "ok", figures: 1 });
    expect(await counting()).toEqual({ X01: 1000 });
    expect(await run()).toMatchObject({ status: "unchanged" });
  });

  it("keeps another edition beside the first", async () => {
    publish({ councils: { X01: 1000 } });
    await run();
    publish({ key: "2023-24@2024-03-18", councils: { X01: 1100 } });
    await run();
    const versions = await context.database.allocation.findMany({ where: { currentUntil: null } });
    expect(versions.map(({ beforeDeductionsPence }) => Number(beforeDeductionsPence))).toEqual([
      100_000, 110_000,
    ]);
  });

  it("reads stored bytes again with a better reader, which is no news of the publisher", async () => {
    publish({ councils: { X01: 1000 } });
    await run();
    context.fetchers.live.answer(DOCUMENT, { kind: "not-modified" });
    expect(await run(context.fetchers.live, inventedPublication("2", 7))).toMatchObject({
      status: "ok",
      figures: 1,
    });
    expect(await counting()).toEqual({ X01: 1007 });
    const ended = await context.database.allocation.findFirstOrThrow({
      where: { currentUntil: { not: null } },
    });
    expect(ended.endedBecause).toBe("reading-changed");
  });
});

describe("trouble", () => {
  beforeEach(async () => {
    publish({ councils: { X01: 1000, X02: 2000 } });
    await run();
  });

  const stands = { X01: 1000, X02: 2000 };

  it("holds an edition that crosses a bound: nothing of it counts, and the reason is there", async () => {
    publish({ councils: { X01: 9, X02: 9 }, wrongTotal: true });
    const outcome = await run();
    expect(outcome).toMatchObject({ status: "held", figures: 0, findings: 1 });
    expect(outcome.error).toContain("don't add up");
    expect(await counting()).toEqual(stands);
    expect(await context.database.allocation.count({ where: { currentFrom: null } })).toBe(2);
  });

  it("is still in trouble while the publisher's file is the same", async () => {
    publish({ councils: { X01: 9 }, wrongTotal: true });
    await run();
    expect(await run()).toMatchObject({ status: "held", figures: 0, unchanged: 1, findings: 1 });
    expect(await context.database.allocation.count({ where: { currentFrom: null } })).toBe(1);
  });

  it("heals with the next good file, and the finding is resolved", async () => {
    publish({ councils: { X01: 9 }, wrongTotal: true });
    await run();
    publish({ councils: { X01: 1200, X02: 2000 } });
    expect(await run()).toMatchObject({ status: "ok", figures: 1, findings: 0 });
    expect(await counting()).toEqual({ X01: 1200, X02: 2000 });
    expect(await openFindings()).toEqual([]);
  });

  it("sets aside the row of a council that nobody knows, and publishes the rest", async () => {
    publish({ councils: { X01: 1000, X02: 2600, X99: 5 } });
    expect(await run()).toMatchObject({ status: "partial", figures: 1, findings: 1 });
    expect(await counting()).toEqual({ X01: 1000, X02: 2600 });
    expect(await openFindings()).toMatchObject([
      { kind: "unknown-council", severity: "doubt", council: "Nowhere" },
    ]);
  });

  it("marks a row doubtful whose code and name don't belong together", async () => {
    const confused = inventedPublication();
    const read: Publication["read"] = async (document) => {
      const draft = await confused.read(document);
      const figures = draft.figures.map((figure) =>
        figure.type === "allocation" && figure.council.dfeCode === "X02"
          ? { ...figure, council: { ...figure.council, name: "Southexample" } }
          : figure,
      );
      return { ...draft, figures };
    };
    publish({ councils: { X01: 1000, X02: 2600 } });
    expect(await run(context.fetchers.live, { ...confused, read })).toMatchObject({
      status: "partial",
      figures: 1,
    });
    const row = await context.database.allocation.findFirstOrThrow({
      where: { dfeCode: "X02", currentUntil: null },
    });
    expect(row.checked).toBe(false);
    expect(await openFindings()).toMatchObject([
      { kind: "unusual-name", expected: "Northexample", met: "Southexample" },
    ]);
  });

  it.each([
    ["unreachable", "source-unreachable"],
    ["refused", "source-refused"],
    ["absent", "nothing-listed"],
  ] as const)(
    "says that a source is %s, leaves the figures, and resolves it when it's back",
    async (kind, finding) => {
      context.fetchers.live.answer(DOCUMENT, { kind, reason: "the reason" });
      expect(await run()).toMatchObject({
        status: "failed",
        figures: 0,
        error: expect.stringContaining("the reason"),
      });
      expect(await counting()).toEqual(stands);
      expect(await openFindings()).toMatchObject([{ kind: finding }]);

      await run();
      expect(await openFindings()).toHaveLength(1);

      publish({ councils: stands });
      expect(await run()).toMatchObject({ status: "unchanged", findings: 0 });
      expect(await openFindings()).toEqual([]);
    },
  );

  it("keeps the document on which our own reader breaks, and says so", async () => {
    context.fetchers.live.publish(DOCUMENT, "break the reader");
    expect(await run()).toMatchObject({ status: "failed", figures: 0 });
    expect(await counting()).toEqual(stands);
    expect(await openFindings()).toMatchObject([
      { kind: "unreadable-document", met: "an index ran out of range" },
    ]);
    expect(await context.database.snapshot.count()).toBe(2);
  });

  it("stores a document whole or not at all", async () => {
    await context.database.$executeRaw`
      CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$ LANGUAGE plpgsql`;
    await context.database.$executeRaw`
      CREATE TRIGGER refuse BEFORE UPDATE OF "currentReadingId" ON "Edition" FOR EACH ROW EXECUTE FUNCTION refuse()`;
    publish({ councils: { X01: 1, X02: 2 } });
    await expect(run()).rejects.toThrow("the disk is full");
    expect(await counting()).toEqual(stands);

    await context.database.$executeRaw`DROP TRIGGER refuse ON "Edition"`;
    expect(await run()).toMatchObject({ status: "ok", figures: 2 });
    expect(await counting()).toEqual({ X01: 1, X02: 2 });
  });
});

describe("a page that lists documents with doubts", () => {
  const PAGE = "https://publisher.example/page.json";
  const GOOD = "https://publisher.example/good.json";
  const publication: Publication = {
    ...inventedPublication(),
    fixedDocuments: [],
    listings: () => [{ addresses: [PAGE], required: true }],
    findDocuments: ({ bytes }) => ({
      documents: (JSON.parse(new TextDecoder().decode(bytes)) as string[]).map((url) => ({
        url,
        title: url,
        purpose: "figures",
      })),
      findings: [],
    }),
  };
  const list = (...urls: string[]) => context.fetchers.live.publish(PAGE, JSON.stringify(urls));
  const open = async () => (await openFindings()).map(({ kind }) => kind);

  it("keeps them open while the page can't be had, closes them when it lists the document no more, and opens them when it does again", async () => {
    publish({ councils: { X01: 1000, X99: 1 } });
    context.fetchers.live.publish(GOOD, JSON.stringify({ year: 2022, councils: { X01: 900 } }));
    list(DOCUMENT, GOOD);
    await run(undefined, publication);
    expect(await open()).toEqual(["unknown-council"]);

    context.fetchers.live.answer(PAGE, { kind: "refused", reason: "it broke off after 9 of 100 bytes" });
    await run(undefined, publication);
    expect(await open()).toEqual(["unknown-council", "source-refused"]);

    list(GOOD);
    await run(undefined, publication);
    expect(await open()).toEqual([]);

    list(DOCUMENT, GOOD);
    expect(await run(undefined, publication)).toMatchObject({ status: "partial", findings: 1 });
    expect(await open()).toEqual(["unknown-council"]);
  });
});

describe("our archive and the publisher's own", () => {
  const archive = () => context.fetchers.bundled;

  it("the publisher's edition takes the place of the archive's of the same year", async () => {
    publish({ key: "2023-24@2023-07-20", councils: { X01: 1000, X02: 2000 } }, archive());
    await run(archive());
    publish({ key: "2023-24@2024-03-18", councils: { X01: 1111 } });
    await run();
    expect(await counting()).toEqual({ X01: 1111 });
    const ended = await context.database.allocation.findMany({ where: { currentUntil: { not: null } } });
    expect(new Set(ended.map(({ endedBecause }) => endedBecause))).toEqual(new Set(["archive-superseded"]));
  });

  it("the archive's edition of another year stays", async () => {
    publish({ year: 2022, councils: { X01: 900 } }, archive());
    await run(archive());
    publish({ year: 2023, councils: { X02: 2000 } });
    await run();
    expect(await counting()).toEqual({ X01: 900, X02: 2000 });
  });

  it("the archive never comes back over what the publisher says", async () => {
    publish({ councils: { X01: 1111 } });
    await run();
    publish({ councils: { X01: 1000 } }, archive());
    expect(await run(archive())).toMatchObject({ figures: 0 });
    expect(await counting()).toEqual({ X01: 1111 });
  });
});
