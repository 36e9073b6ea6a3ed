import type { RuleName } from "@/domain/flags/flag";
import { type Finding, Prisma, type PrismaClient } from "@/generated/prisma/client";
import type { Status } from "@/shapes/api-shapes";
import type { DryRun, ToldSourceOutcome, WouldChange } from "@/shapes/run-shapes";
import { NEWEST_FIRST, presentChanges } from "./changes";
import { loadCouncils } from "./councils";
import { currentFigures, FIGURE_MODELS } from "./current-figures";
import { type Reading, today } from "./summaries";

/** A page can hold so many changes; of more the number is told. */
const MOST_CHANGES = 200;

/** How things stood before a run, for what is told by comparison. */
export interface Standing {
  readonly figures: FigureCounts;
  readonly openFindings: readonly Finding[];
  readonly lastFlagChange: number;
  readonly statuses: ReadonlyMap<string, string>;
}

/** By publication: how many figures have ever counted, and how many of them no longer do. */
type FigureCounts = ReadonlyMap<string, { readonly counted: number; readonly ended: number }>;

export async function standingNow({ database }: Pick<Reading, "database">): Promise<Standing> {
  const [figures, openFindings, { _max }, statuses] = await Promise.all([
    countFigures(database),
    findOpenFindings(database),
    database.flagChange.aggregate({ _max: { id: true } }),
    database.councilStatus.findMany({ select: { dfeCode: true, status: true } }),
  ]);
  return {
    figures,
    openFindings,
    lastFlagChange: _max.id ?? 0,
    statuses: new Map(statuses.map(({ dfeCode, status }) => [dfeCode, status])),
  };
}

/**
 * What a run has done to a store that is thrown away, by its meaning: changes, figures, findings, flags.
 *
 * @param before how the store stood when the run began
 */
export async function whatWouldChange(
  reading: Reading,
  before: Standing,
  run: {
    readonly runId: string;
    readonly status: DryRun["status"];
    readonly sources: readonly ToldSourceOutcome[];
  },
): Promise<DryRun> {
  const { database } = reading;
  const councils = await loadCouncils(currentFigures(database), today(reading));
  const nameOf = (dfeCode: string) => councils.current(dfeCode)?.record.commonName ?? dfeCode;
  const [figures, openFindings] = await Promise.all([countFigures(database), findOpenFindings(database)]);
  const sources: WouldChange[] = [];
  for (const source of run.sources) {
    sources.push({
      ...source,
      ...figuresOf(source.source, before.figures, figures),
      ...(await changesOf(reading, run.runId, source.source)),
      ...findingsOf(source.source, before.openFindings, openFindings),
    });
  }
  const [flagChanges, statuses] = await Promise.all([
    database.flagChange.findMany({
      where: { id: { gt: before.lastFlagChange } },
      include: { flag: { select: { dfeCode: true, rule: true } } },
      orderBy: { id: "asc" },
    }),
    database.councilStatus.findMany({ orderBy: { dfeCode: "asc" } }),
  ]);
  return {
    kind: "dry-run",
    status: run.status,
    sources,
    flags: flagChanges.map(({ kind, severity, summary, flag }) => ({
      kind: kind as DryRun["flags"][number]["kind"],
      ...{ severity, summary, rule: flag.rule as RuleName, council: nameOf(flag.dfeCode) },
    })),
    statuses: statuses.flatMap(({ dfeCode, status }) => {
      const stood = before.statuses.get(dfeCode) ?? null;
      if (stood === status) return [];
      return { council: nameOf(dfeCode), before: stood as Status | null, after: status as Status };
    }),
  };
}

async function changesOf(reading: Reading, runId: string, publicationId: string) {
  const where = { runId, publicationId };
  const [rows, changesInAll] = await Promise.all([
    reading.database.change.findMany({ where, orderBy: [...NEWEST_FIRST], take: MOST_CHANGES }),
    reading.database.change.count({ where }),
  ]);
  const changes = await presentChanges(reading, rows);
  return {
    changesInAll,
    changes: changes.map(({ summary, authority, notNews }) => ({
      summary,
      council: authority?.name ?? null,
      notNews: notNews ?? null,
    })),
  };
}

function findOpenFindings(database: PrismaClient): Promise<Finding[]> {
  return database.finding.findMany({ where: { resolvedAt: null }, orderBy: { id: "asc" } });
}

/** A document that is read again says again what it said: that is neither raised nor resolved. */
function findingsOf(publicationId: string, before: readonly Finding[], after: readonly Finding[]) {
  const identity = ({ url, kind, message }: Finding) => `${url} ${kind} ${message}`;
  const notIn = (others: readonly Finding[]) => {
    const said = new Set(others.map(identity));
    return (finding: Finding) => finding.publicationId === publicationId && !said.has(identity(finding));
  };
  const told = ({ severity, message, url }: Finding) => ({
    severity: severity as WouldChange["findingsRaised"][number]["severity"],
    message,
    url,
  });
  return {
    findingsRaised: after.filter(notIn(before)).map(told),
    findingsResolved: before.filter(notIn(after)).map(told),
  };
}

function figuresOf(publicationId: string, before: FigureCounts, after: FigureCounts) {
  const none = { counted: 0, ended: 0 };
  const [then, now] = [before.get(publicationId) ?? none, after.get(publicationId) ?? none];
  return { figuresAdded: now.counted - then.counted, figuresEnded: now.ended - then.ended };
}

async function countFigures(database: PrismaClient): Promise<FigureCounts> {
  const counts = [...FIGURE_MODELS].map(
    (model) => Prisma.sql`
      SELECT "publicationId", count(*)::int AS "counted", count("currentUntil")::int AS "ended"
      FROM ${Prisma.raw(`"${model}"`)} AS figure JOIN "Reading" ON "Reading"."id" = figure."readingId"
      WHERE "currentFrom" IS NOT NULL GROUP BY "publicationId"`,
  );
  const rows = await database.$queryRaw<{ publicationId: string; counted: number; ended: number }[]>`
    SELECT "publicationId", sum("counted")::int AS "counted", sum("ended")::int AS "ended"
    FROM (${Prisma.join(counts, " UNION ALL ")}) AS counts GROUP BY "publicationId"`;
  return new Map(rows.map(({ publicationId, counted, ended }) => [publicationId, { counted, ended }]));
}
