import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarDate } from "@/domain/calendar-date";
import type { DraftFigure } from "@/domain/dsg/draft-figures";
import { financialYearStarting } from "@/domain/financial-year";
import { moneyOf } from "@/domain/money";
import type { DraftReading, FetchedDocument, Publication } from "@/sources/publication";
import { safetyValveAgreements } from "@/sources/safety-valve-agreements/publication";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { sha256Of } from "@/testing/factories";
import { fourCouncils, textOf } from "@/testing/published-documents";
import { createTestContext, type InventedPublisher, type TestContext } from "@/testing/test-context";
import { ingestPublication } from "./ingest-publication";
import { storePublications } from "./store-publication";
import { openRun } from "./store-run";

const [PAGE = "", WEB_PAGE = ""] = safetyValveAgreements
  .listings("2026-11-23" as CalendarDate)
  .flatMap(({ addresses }) => addresses);
const ASSETS = "https://assets.publishing.service.gov.uk/media";
const signedYear = financialYearStarting(2022);

/** What an invented agreement says: the form in which these tests print one. */
interface Printed {
  readonly council?: string;
  readonly balanceBy?: number;
  readonly total?: number;
  readonly profile?: Readonly<Record<string, number>>;
  readonly conditions?: readonly string[];
  readonly unreadable?: boolean;
}

const A: Printed = {
  balanceBy: 2025,
  total: 50,
  profile: { 2023: 18, 2024: 20.5 },
  conditions: ["Report three times a year to the department.", "Open two hundred places in special schools."],
};
const B: Printed = {
  ...A,
  balanceBy: 2027,
  profile: { 2023: 18, 2024: 22 },
  conditions: ["Appoint an independent chair for the board.", ...(A.conditions ?? [])],
};
const A_TO_B = [
  "attachment-replaced",
  "balance-year-changed 2025-26 > 2027-28",
  "profile-point-changed 2024-25 20.5 > 22",
  "condition-changed 1",
];

function readPrinted({ bytes, title }: FetchedDocument, correction: number): DraftReading {
  const printed = JSON.parse(textOf(bytes)) as Printed;
  if (printed.unreadable) {
    const message = "The layout isn't understood.";
    return {
      edition: null,
      figures: [],
      findings: [{ kind: "unexpected-layout", severity: "stop", message }],
    };
  }
  const sha256 = sha256Of(bytes);
  const version = `${signedYear}-${sha256.slice(0, 8)}`;
  const of = { council: { name: printed.council ?? "Exampleshire" }, agreementVersion: version };
  const year = (start: number) => financialYearStarting(start);
  const figures: DraftFigure[] = [
    {
      ...{ type: "agreement", council: of.council, version, cohort: signedYear, places: {} },
      ...{ from: year(2022), to: year(2027), clearedBy: year(2027), suspended: false },
      balanceBy: printed.balanceBy === undefined ? null : year(printed.balanceBy),
      balanceBySource: "agreement",
      total: printed.total === undefined ? null : moneyOf(printed.total + correction, "million"),
      ...{ status: null, statusDate: null, signedOn: null, publishedOn: null, endedOn: null },
      ...{ supersedes: null, note: null, monitoring: null, review: null, locator: { page: 1 } },
    },
    ...Object.entries(printed.profile ?? {}).map(
      ([start, deficit], row): DraftFigure => ({
        ...{ ...of, type: "profile-point", financialYear: year(Number(start)) },
        ...{ deficit: moneyOf(deficit, "million"), basis: "gross", scope: "dsg", wording: null },
        ...{ localContributions: "excluded", planSource: "agreement", locator: { page: 2, row } },
      }),
    ),
    ...(printed.conditions ?? []).map(
      (text, index): DraftFigure => ({
        ...of,
        type: "condition",
        position: index + 1,
        text,
        locator: { page: 3 },
      }),
    ),
  ];
  return {
    edition: {
      key: `agreement-${sha256.slice(0, 12)}`,
      title: title ?? "An agreement",
      publishedOn: null,
      financialYear: null,
    },
    figures,
    findings: [],
  };
}

/** The real page, its attachments read as these tests print them. */
function publication(parserVersion = "1", correction = 0): Publication {
  return {
    ...safetyValveAgreements,
    parserVersion,
    findDocuments(listing) {
      const { documents, findings } = safetyValveAgreements.findDocuments(listing);
      return { findings, documents: documents.map((document) => ({ ...document, purpose: "figures" })) };
    },
    read: (document) =>
      document.url.startsWith(ASSETS)
        ? readPrinted(document, correction)
        : safetyValveAgreements.read(document),
    check: () => [],
  };
}

const titleOf = (council: string) => `${council}: dedicated schools grant ‘safety valve’ agreement 2022-2023`;

interface Listed {
  readonly title?: string;
  readonly file?: string;
  readonly printed?: Printed;
}

let database: TestDatabase;
let context: TestContext;
let runs = 0;

beforeEach(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  await storePublications(context, [safetyValveAgreements]);
  await context.database.authority.createMany({
    data: fourCouncils.authorities.map(({ dfeCode, slug }) => ({
      dfeCode,
      slug,
      firstSeenAt: context.clock.now(),
    })),
  });
  return async () => {
    await context.close();
    await database.drop();
  };
});

function pageOf(listed: readonly Listed[], rest: object = {}): string {
  return JSON.stringify({
    title: "Dedicated schools grant: very high deficit intervention",
    base_path: "/government/publications/dedicated-schools-grant-very-high-deficit-intervention",
    public_updated_at: "2026-04-01T09:00:00Z",
    details: {
      body: "<p>Agreements with councils.</p>",
      attachments: listed.map(({ title = titleOf("Exampleshire"), file = "a.pdf" }) => ({
        ...{ attachment_type: "file", id: file, title, url: `${ASSETS}/${file}` },
      })),
    },
    ...rest,
  });
}

function publish(listed: readonly Listed[], on: InventedPublisher = context.fetchers.live): void {
  on.publish(PAGE, pageOf(listed));
  for (const { file = "a.pdf", printed } of listed) {
    if (printed) on.publish(`${ASSETS}/${file}`, JSON.stringify(printed), "application/pdf");
  }
}

async function run(read = publication(), from = context.fetchers.live) {
  context.clock.forward(24);
  runs += 1;
  const runId = `agreements-${runs}`;
  await openRun(context, runId, "ingest", "test");
  const outcome = await ingestPublication(context, read, from, runId, fourCouncils);
  await context.database.ingestionRun.update({ where: { id: runId }, data: { status: "ok" } });
  return outcome;
}

const record = () => context.database.change.findMany({ orderBy: { id: "asc" } });

/** The changes of the newest run, in words. */
async function told(): Promise<string[]> {
  const rows = (await record()).filter(({ runId }) => runId === `agreements-${runs}`);
  const words = (value: unknown) => {
    const known = value as { kind: string; pence: number; year: string } | null;
    return known?.kind === "money" ? String(known.pence / 100_000_000) : (known?.year ?? known?.kind);
  };
  return rows.map(({ kind, financialYear, subject, before, after, notNews }) => {
    const sides = kind === "condition-changed" ? subject : `${words(before)} > ${words(after)}`;
    const detail = kind.startsWith("attachment") ? "" : sides;
    return [kind, financialYear ?? "", detail, notNews ? `(${notNews})` : ""]
      .filter((part) => part)
      .join(" ");
  });
}

describe("an agreement's document", () => {
  it("held for the first time is no change", async () => {
    publish([{ printed: A }]);
    expect(await run()).toMatchObject({ status: "ok" });
    publish([
      { printed: A },
      { title: titleOf("Sampleton"), file: "s.pdf", printed: { ...A, council: "Sampleton" } },
    ]);
    await run();
    expect(await told()).toEqual(["attachment-added"]);
  });

  it("replaced at its address: exactly what changed, and nothing the next time", async () => {
    publish([{ printed: A }]);
    await run();
    publish([{ printed: B }]);
    await run();
    expect(await told()).toEqual(A_TO_B);
    const rows = await record();
    const point = rows.find(({ kind }) => kind === "profile-point-changed");
    expect(point).toMatchObject({
      ...{ dfeCode: "X01", sizePence: 150_000_000n, notNews: null, origin: "live" },
      beforeSnapshotSha256: sha256Of(JSON.stringify(A)),
      afterSnapshotSha256: sha256Of(JSON.stringify(B)),
      ...{ beforeLocator: { page: 2, row: 1 }, afterLocator: { page: 2, row: 1 } },
    });
    await run();
    expect(await record()).toEqual(rows);
  });

  it("replaced at a new address under the same title: the same changes", async () => {
    publish([{ printed: A }]);
    await run();
    publish([{ file: "b.pdf", printed: B }]);
    await run();
    expect(await told()).toEqual(A_TO_B);
  });

  it.each([
    ["at its address", "a.pdf"],
    ["at two addresses", "b.pdf"],
  ])("replaced and put back, again and again, %s: each is told", async (_, fileOfB) => {
    const back = [
      "attachment-replaced",
      "balance-year-changed 2027-28 > 2025-26",
      "profile-point-changed 2024-25 22 > 20.5",
      "condition-changed 1",
    ];
    publish([{ printed: A }]);
    await run();
    for (let time = 0; time < 2; time += 1) {
      publish([{ file: fileOfB, printed: B }]);
      await run();
      expect(await told()).toEqual(A_TO_B);
      publish([{ printed: A }]);
      await run();
      expect(await told()).toEqual(back);
      await run();
      expect(await told()).toEqual([]);
    }
  });

  it("the same bytes at a new address, or under a new title: renamed, and no term", async () => {
    publish([{ printed: A }]);
    await run();
    publish([{ file: "moved.pdf", printed: A }]);
    await run();
    expect(await told()).toEqual(["attachment-renamed"]);
    publish([{ file: "moved.pdf", title: titleOf("Borough of Exampleshire"), printed: A }]);
    await run();
    expect(await told()).toEqual(["attachment-renamed"]);
  });

  it("replaced by one that can't be read: that much is told, and the terms once it can be", async () => {
    publish([{ printed: A }]);
    await run();
    publish([{ printed: { ...B, unreadable: true } }]);
    await run();
    expect(await told()).toEqual(["attachment-replaced"]);
    await run(publication("2"));
    expect(await told()).toEqual([]);
    publish([{ printed: B }]);
    await run(publication("2"));
    expect(await told()).toEqual(A_TO_B);
  });

  it("read otherwise by a newer reader: no news", async () => {
    publish([{ printed: A }]);
    await run();
    publish([{ printed: B }]);
    await run();
    await run(publication("2", 5));
    expect(await told()).toEqual(["total-changed 50 > 55 (reading-changed)"]);
    await run(publication("2", 5));
    expect(await told()).toEqual([]);
  });

  it("listed beside the one before it: added, with what it changes", async () => {
    publish([{ printed: A }]);
    await run();
    publish([{ printed: A }, { title: titleOf("Exampleshire: revised"), file: "b.pdf", printed: B }]);
    await run();
    expect(await told()).toEqual(["attachment-added", ...A_TO_B.slice(1)]);
    await run();
    expect(await told()).toEqual([]);
  });

  it("after a crash in the middle nothing is lost and nothing told twice", async () => {
    publish([{ printed: A }]);
    await run();
    await context.database.$executeRaw`
      CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$ LANGUAGE plpgsql`;
    await context.database.$executeRaw`
      CREATE TRIGGER refuse BEFORE INSERT ON "ProfilePoint" FOR EACH ROW EXECUTE FUNCTION refuse()`;
    publish([{ printed: B }]);
    await expect(run()).rejects.toThrow("the disk is full");
    expect(await record()).toEqual([]);
    await context.database.$executeRaw`DROP TRIGGER refuse ON "ProfilePoint"`;
    await run();
    expect(await told()).toEqual(A_TO_B);
  });

  it("missed by a first run that broke off is still no change", async () => {
    publish([{ printed: A }]);
    await run();
    await context.database.ingestionRun.updateMany({ data: { status: "interrupted" } });
    publish([
      { printed: A },
      { title: titleOf("Sampleton"), file: "s.pdf", printed: { ...A, council: "Sampleton" } },
    ]);
    await run();
    expect(await told()).toEqual([]);
  });
});

describe("the page", () => {
  const reviewed = `${titleOf("Exampleshire")} (under review)`;

  it("says that an agreement is under review, and that it no longer is", async () => {
    publish([{ printed: A }]);
    await run();
    publish([{ title: reviewed, printed: A }]);
    await run();
    expect(await record()).toMatchObject([
      {
        ...{ kind: "review-status-changed", dfeCode: "X01", subject: "under-review", notNews: null },
        ...{ before: { kind: "truth", holds: false }, after: { kind: "truth", holds: true } },
      },
    ]);
    publish([{ printed: A }]);
    await run();
    expect(await told()).toEqual(["review-status-changed truth > truth"]);
  });

  it("had as a web page, and then again as an entry, changes nothing; a change meanwhile is told", async () => {
    publish([{ printed: A }]);
    await run();
    context.fetchers.live.answer(PAGE, { kind: "refused", reason: "an error (503)" });
    const link = `<h3 class="gem-c-attachment__title"><a href="${ASSETS}/a.pdf">${titleOf("Exampleshire")}</a></h3>`;
    const web = (body: string) =>
      `<html><h1>Dedicated schools grant: very high deficit intervention</h1><div id="details">${body}</div>${link}</html>`;
    context.fetchers.live.publish(WEB_PAGE, web("<p>Applies to England</p>"), "text/html");
    await run();
    expect(await told()).toEqual([]);
    context.fetchers.live.publish(PAGE, pageOf([{}], { public_updated_at: "2026-05-01T09:00:00Z" }));
    await run();
    expect(await told()).toEqual([]);
    context.fetchers.live.publish(PAGE, pageOf([{}]).replace("Agreements with councils", "Agreements"));
    await run();
    expect(await told()).toEqual(["page-text-changed text > text"]);
  });

  it("takes the place of our copy without being news", async () => {
    publish([{ file: "x.pdf" }, { title: titleOf("Testbury"), file: "t.pdf" }], context.fetchers.bundled);
    await run(publication(), context.fetchers.bundled);
    publish([{ printed: A }]);
    await run();
    expect(await told()).toEqual(["attachment-removed (archive-superseded)"]);
  });
});
