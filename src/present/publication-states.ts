import type { CalendarDate } from "@/domain/calendar-date";
import type { Origin } from "@/domain/provenance";
import type { Edition, Finding, Prisma, Publication, SourceAddress } from "@/generated/prisma/client";
import type { PublicationState, PublishedFinding } from "@/shapes/api-shapes";
import { type EditionCalendar, overdueEdition } from "@/sources/due-edition";
import { editionsAtHand, type StoredEditionAtHand } from "@/store/editions-at-hand";
import { countingFigures } from "./current-figures";
import { compareEditions, figureSource } from "./figure-source";
import { groupBy } from "./grouping";
import { type Reading, today } from "./summaries";

/** What only the code knows of a publication: when its next edition is usually out, and when it's late. */
export interface PublicationCalendar extends EditionCalendar {
  readonly id: string;
  nextExpected(today: CalendarDate): CalendarDate | null;
}

const CURRENT_READING = {
  id: true,
  publicationId: true,
  origin: true,
  snapshotSha256: true,
  publication: { select: { landingPage: true, licence: true } },
  capture: {
    select: { url: true, title: true, retrievedAt: true, citationTitle: true, citationUrl: true, note: true },
  },
} as const satisfies Prisma.ReadingSelect;
type CurrentReading = Prisma.ReadingGetPayload<{ select: typeof CURRENT_READING }>;

interface CurrentEdition {
  readonly edition: Edition;
  readonly reading: CurrentReading;
  readonly figures: number;
}

/** Each publication as it stands: when asked, what met, what its figures rest on. In the order of `calendars`. */
export async function publicationStates(
  reading: Reading,
  calendars: readonly PublicationCalendar[],
): Promise<PublicationState[]> {
  const { database } = reading;
  const [publications, addresses, findings, statuses, editions, atHand] = await Promise.all([
    database.publication.findMany(),
    database.sourceAddress.findMany(),
    database.finding.findMany({
      where: { resolvedAt: null },
      orderBy: [{ raisedAt: "desc" }, { id: "asc" }],
    }),
    lastStatuses(reading),
    currentEditions(reading),
    editionsAtHand(database),
  ]);
  const addressesOf = groupBy(addresses, ({ publicationId }) => publicationId);
  const findingsOf = groupBy(findings, ({ publicationId }) => publicationId);
  const editionsOf = groupBy(editions, ({ edition }) => edition.publicationId);
  const atHandOf = groupBy(atHand, ({ publicationId }) => publicationId);
  const byId = new Map(publications.map((publication) => [publication.id, publication]));

  return calendars.flatMap((calendar) => {
    const publication = byId.get(calendar.id);
    if (!publication) return [];
    const current = (editionsOf.get(calendar.id) ?? []).sort((a, b) => compareEditions(a.edition, b.edition));
    return {
      ...identityOf(publication),
      ...checksOf(addressesOf.get(calendar.id) ?? []),
      ...expectationOf(calendar, atHandOf.get(calendar.id) ?? [], today(reading)),
      origin: (current.at(-1)?.edition.origin as Origin | undefined) ?? null,
      status: statusOf(statuses.get(calendar.id)),
      edition: current.at(-1)?.edition.key ?? null,
      editions: current.map(presentEdition),
      findings: (findingsOf.get(calendar.id) ?? []).map(presentFinding),
    };
  });
}

/** How the newest run that asked for it ended, by publication. */
async function lastStatuses({ database }: Reading): Promise<ReadonlyMap<string, string>> {
  const rows = await database.$queryRaw<{ publicationId: string; status: string }[]>`
    SELECT DISTINCT ON (source."publicationId") source."publicationId", source."status"
    FROM "RunSource" source JOIN "IngestionRun" run ON run."id" = source."runId"
    ORDER BY source."publicationId", run."startedAt" DESC`;
  return new Map(rows.map(({ publicationId, status }) => [publicationId, status]));
}

async function currentEditions({ database }: Reading): Promise<CurrentEdition[]> {
  const counting = await countingFigures(database);
  const editions = await database.edition.findMany({
    where: { id: { in: [...counting.keys()] }, currentReadingId: { not: null } },
  });
  const readings = await database.reading.findMany({
    where: { id: { in: editions.flatMap(({ currentReadingId }) => currentReadingId ?? []) } },
    select: CURRENT_READING,
  });
  const readingById = new Map(readings.map((row) => [row.id, row]));
  return editions.flatMap((edition) => {
    const reading = readingById.get(edition.currentReadingId ?? 0);
    return reading ? { edition, reading, figures: counting.get(edition.id) ?? 0 } : [];
  });
}

function identityOf({ id, title, publisher, landingPage, licence, cadence }: Publication) {
  return { id, title, publisher, landingPage, licence, cadence };
}

function checksOf(addresses: readonly SourceAddress[]) {
  const latest = (times: readonly (Date | null)[]) =>
    times
      .filter((time) => time !== null)
      .map((time) => time.toISOString())
      .sort()
      .at(-1) ?? null;
  return {
    lastCheckedAt: latest(addresses.map(({ lastCheckedAt }) => lastCheckedAt)),
    // Our own copy is always at hand: only an answer of the publisher's is news.
    lastReachedAt: latest(
      addresses.map(({ origin, lastReachedAt }) => (origin === "archive" ? null : lastReachedAt)),
    ),
    lastChangedAt: latest(addresses.map(({ lastChangedAt }) => lastChangedAt)),
  };
}

function expectationOf(
  calendar: PublicationCalendar,
  atHand: readonly StoredEditionAtHand[],
  day: CalendarDate,
) {
  const late = overdueEdition(calendar, atHand, day);
  return {
    nextExpected: calendar.nextExpected(day),
    overdue: late !== null,
    overdueEdition: late && { name: late.name, dueBy: late.dueBy },
  };
}

const RUN_STATUSES = ["ok", "unchanged", "partial", "held", "failed"] as const;

function statusOf(stored: string | undefined): PublicationState["status"] {
  return RUN_STATUSES.find((status) => status === stored) ?? "never-checked";
}

function presentEdition({ edition, reading, figures }: CurrentEdition): PublicationState["editions"][number] {
  const document = {
    snapshotSha256: reading.snapshotSha256,
    locator: {},
    confidence: null,
    citationTitle: null,
    citationUrl: null,
  };
  return {
    key: edition.key,
    title: edition.title,
    origin: edition.origin as Origin,
    publishedOn: edition.publishedOn,
    figures,
    source: figureSource(document, reading),
  };
}

function presentFinding(row: Finding): PublishedFinding {
  return {
    kind: row.kind,
    severity: row.severity as PublishedFinding["severity"],
    message: row.message,
    ...(row.expected === null ? {} : { expected: row.expected }),
    ...(row.met === null ? {} : { met: row.met }),
    ...(row.council === null ? {} : { council: row.council }),
    ...(row.url === null ? {} : { url: row.url }),
    raisedAt: row.raisedAt.toISOString(),
  };
}
