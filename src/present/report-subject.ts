import { type FigurePlace, readFigurePlace, writeFigurePlace } from "@/domain/figure-place";
import type { Locator } from "@/domain/provenance";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { ReportAddress, ReportSubject } from "@/shapes/report-shapes";
import { COUNTING, FIGURE_TABLES, type FigureTable, tableOf } from "@/store/figure-tables";
import { loadApplyingCorrections } from "@/store/load-corrections";
import { flagName } from "@/wording/flags";
import { formatExactGbp } from "@/wording/money";
import { placeWords } from "@/wording/origin";
import { linesRead } from "@/wording/reading-lines";
import { standingOf } from "@/wording/standing";
import { authorityProfile } from "./authority-profile";
import { type Councils, loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { type FigureRow, figureSource, SOURCE_READING, type SourceReading } from "./figure-source";
import { flagWithHistory } from "./flags";
import { gbpOf } from "./pounds";
import { type Reading, today } from "./summaries";

/** What somebody reports as wrong, as it stands now. */
export interface FoundSubject {
  readonly subject: ReportSubject;
  /** The readings that its figures come from. */
  readonly readings: readonly number[];
}

/**
 * What a report's address leads to: the figures that were read at a place of a document, a flag, or what is said of a
 * council. Of held documents nothing is told.
 *
 * @returns null when it leads to nothing
 */
export async function reportSubject(
  reading: Reading,
  { figure, flag, council }: ReportAddress,
): Promise<FoundSubject | null> {
  if (figure !== undefined) {
    const place = readFigurePlace(figure);
    return place && subjectAt(reading, place);
  }
  if (flag !== undefined) return withoutReadings(await subjectOfFlag(reading, flag));
  return council === undefined ? null : withoutReadings(await subjectOfCouncil(reading, council));
}

function withoutReadings(subject: ReportSubject | null): FoundSubject | null {
  return subject && { subject, readings: [] };
}

async function subjectOfFlag(reading: Reading, id: string): Promise<ReportSubject | null> {
  const flag = await flagWithHistory(reading, id);
  if (flag === null) return null;
  const { authority, summary, evidence } = flag;
  return {
    ...{ kind: "flag", title: `${authority.name}: ${flagName(flag)}`, dfeCode: authority.dfeCode },
    ...{ path: `/flags/${encodeURIComponent(id)}`, today: null, source: null },
    lines: [
      { label: "What it says", value: summary, corrected: null },
      ...evidence.flatMap(({ label, valueGbp }) =>
        valueGbp === undefined ? [] : [{ label, value: formatExactGbp(valueGbp), corrected: null }],
      ),
    ],
  };
}

async function subjectOfCouncil(reading: Reading, code: string): Promise<ReportSubject | null> {
  const profile = await authorityProfile(reading, code);
  if (profile === null) return null;
  return {
    ...{ kind: "council", title: `${profile.name}: what is said of it`, dfeCode: profile.dfeCode },
    ...{ path: `/authorities/${profile.slug}`, today: null, source: null },
    lines: [{ label: "What we say", value: standingOf(profile).sentence, corrected: null }],
  };
}

type PlacedFigure = FigureRow & {
  readonly table: FigureTable;
  readonly series: string;
  readonly fingerprint: string;
  readonly currentUntil: Date | null;
  readonly reading: SourceReading;
};

async function subjectAt(reading: Reading, place: FigurePlace): Promise<FoundSubject | null> {
  const { database } = reading;
  const snapshot = await database.snapshot.findFirst({ where: { sha256: { startsWith: place.document } } });
  if (!snapshot) return null;
  const [found, councils] = await Promise.all([
    figuresAt(database, snapshot.sha256, place.locator),
    loadCouncils(currentFigures(database), today(reading)),
  ]);
  const [first] = found;
  if (first === undefined) return subjectOfDocument(database, snapshot.sha256, place.locator);
  const address = addressOf(snapshot.sha256, place.locator);
  const corrections = await loadApplyingCorrections(database);
  const lines = found.flatMap((row) =>
    linesAt(row, address).map(({ label, value, column }) => {
      const made = corrections.find(
        (one) =>
          one.table === row.table &&
          one.column === column &&
          one.series === row.series &&
          one.fingerprint === row.fingerprint,
      );
      return { label, value, corrected: made ? formatExactGbp(gbpOf(made.correctedPence)) : null };
    }),
  );
  const dfeCode = councilOf(first);
  const council = dfeCode === null ? undefined : councils.current(dfeCode);
  return {
    subject: {
      ...{ kind: "figure", dfeCode, title: titleOf(found, lines, councils) },
      path: council === undefined ? "/" : `/authorities/${council.slug}`,
      lines,
      today: first.currentUntil === null ? null : await todayOf(database, found),
      source: figureSource(first, first.reading),
    },
    readings: [...new Set(found.map(({ readingId }) => readingId))],
  };
}

interface Figures {
  findMany(args: {
    where: Record<string, unknown>;
    include: { reading: { select: typeof SOURCE_READING } };
    orderBy: { id: "desc" };
    take: number;
  }): Promise<Omit<PlacedFigure, "table">[]>;
}

/** As many rows as one place can have had, each time that it was read anew. */
const MOST_AT_A_PLACE = 100;

/** What counts at a place; where nothing does any more, what counted there last. Never what is held back. */
async function figuresAt(
  database: PrismaClient,
  snapshotSha256: string,
  locator: Locator,
): Promise<PlacedFigure[]> {
  const address = addressOf(snapshotSha256, locator);
  const rows = await Promise.all(
    FIGURE_TABLES.map(async (table) => {
      const found = await (database[table] as unknown as Figures).findMany({
        where: {
          ...{ snapshotSha256, currentFrom: { not: null } },
          // The terms of an agreement may have places of their own, within its row.
          ...(table === "agreement" ? {} : { locator: { equals: locator as Prisma.InputJsonObject } }),
        },
        include: { reading: { select: SOURCE_READING } },
        orderBy: { id: "desc" },
        take: MOST_AT_A_PLACE,
      });
      return found.map((row) => ({ ...row, table })).filter((row) => linesAt(row, address).length > 0);
    }),
  );
  const all = rows.flat();
  const counting = all.filter(({ currentUntil }) => currentUntil === null);
  if (counting.length > 0) return counting;
  const lastOfSeries = new Map(all.toReversed().map((row) => [`${row.table} ${row.series}`, row]));
  return [...lastOfSeries.values()];
}

interface Line {
  readonly label: string;
  readonly value: string;
  readonly column: string | null;
}

/** What a row says at that place: of an agreement, the terms that stand there. */
function linesAt(row: PlacedFigure, address: string): Line[] {
  const columns = row as unknown as Readonly<Record<string, unknown>>;
  const places = (columns.places ?? {}) as Readonly<Record<string, Locator | undefined>>;
  const own = addressOf(row.snapshotSha256, row.locator as Locator);
  return linesRead(row.table, columns).flatMap(({ label, value, term }, index) => {
    const place = term === undefined ? undefined : places[term];
    const stands = place === undefined ? own : addressOf(row.snapshotSha256, place);
    return stands === address || own === address
      ? [{ label, value, column: columnOf(row.table, index, term) }]
      : [];
  });
}

/** Which sum a line is of; null for what is none. */
function columnOf(table: FigureTable, index: number, term: string | undefined): string | null {
  switch (table) {
    case "allocation":
      return index === 0 ? "beforeDeductionsPence" : "afterDeductionsPence";
    case "agreement":
      return term === "total" ? "totalPence" : null;
    case "outturn":
    case "profilePoint":
      return "deficitPence";
    case "inYearBalance":
      return "balancePence";
    case "payment":
    case "localContribution":
      return "amountPence";
    default:
      return null;
  }
}

function addressOf(snapshotSha256: string, locator: Locator): string {
  return writeFigurePlace({ snapshotSha256, locator });
}

function councilOf(row: PlacedFigure): string | null {
  const { dfeCode } = row as unknown as { readonly dfeCode?: unknown };
  return typeof dfeCode === "string" ? dfeCode : null;
}

function titleOf(
  found: readonly PlacedFigure[],
  lines: readonly { readonly label: string }[],
  councils: Councils,
): string {
  const codes = [...new Set(found.map(councilOf))];
  const [code] = codes;
  const name = code && codes.length === 1 ? `${councils.current(code)?.record.commonName ?? code}: ` : "";
  const more = lines.length - 1;
  const what = lines[0]?.label ?? "a figure";
  return `${name}${what}${more < 1 ? "" : more === 1 ? " and what stands with it" : ` and ${more} more at its place`}`;
}

/** What counts today of what no longer does. */
async function todayOf(
  database: PrismaClient,
  found: readonly PlacedFigure[],
): Promise<NonNullable<ReportSubject["today"]>> {
  const rows = await Promise.all(
    found.map(async ({ table, series }) =>
      (await tableOf(database, table).findMany({ where: { series, ...COUNTING } })).flatMap((row) =>
        linesRead(table, row),
      ),
    ),
  );
  return rows.flat().map(({ label, value }) => ({ label, value }));
}

/** A sum of many figures names their document: no one figure is meant. */
async function subjectOfDocument(
  database: PrismaClient,
  snapshotSha256: string,
  locator: Locator,
): Promise<FoundSubject | null> {
  const published = await database.reading.findFirst({
    where: { snapshotSha256, status: { in: ["published", "superseded"] } },
    select: SOURCE_READING,
    orderBy: { id: "desc" },
  });
  if (!published) return null;
  const citation = { snapshotSha256, locator: { ...locator } as Prisma.JsonObject, confidence: null };
  const source = figureSource({ ...citation, citationTitle: null, citationUrl: null }, published);
  return {
    subject: {
      ...{ kind: "figure", dfeCode: null, path: "/", today: null, source, lines: [] },
      title: `Worked out from “${source.title}”, ${placeWords(source.locator, source.origin)}`,
    },
    readings: [published.id],
  };
}
