import { Prisma, type PrismaClient } from "@/generated/prisma/client";
import type { SiteMap } from "@/shapes/site-map-shape";
import { currentFigures, FIGURE_MODELS, JUDGED_MODELS } from "./current-figures";
import type { Reading } from "./summaries";

/** Sums of all councils are no council's. */
const OF_NO_COUNCIL: ReadonlySet<string> = new Set<Prisma.ModelName>(["NationalTotal", "NationalFigure"]);

/**
 * Pages of councils and flags with the instant at which what they show last changed: a figure or verdict that began
 * or ceased to count, a flag's history, a change that was met. A run that found nothing new changes no page.
 */
export async function siteMap({ database }: Pick<Reading, "database">): Promise<SiteMap> {
  const figures = currentFigures(database);
  const [authorities, records, changedAt, flags, changes] = await Promise.all([
    figures.authority.findMany({ select: { dfeCode: true, slug: true }, orderBy: { slug: "asc" } }),
    figures.authorityRecord.findMany({ select: { dfeCode: true } }),
    lastChanges(database),
    figures.flagChange.findMany({
      select: { flagId: true, at: true },
      orderBy: [{ flagId: "asc" }, { at: "asc" }],
    }),
    database.change.aggregate({ _max: { detectedAt: true } }),
  ]);
  const listed = new Set(records.map(({ dfeCode }) => dfeCode));
  const newest = Math.max(...[...changedAt.values()].map(Number));
  return {
    councils: authorities
      .filter(({ dfeCode }) => listed.has(dfeCode))
      .map(({ dfeCode, slug }) => ({ name: slug, changedAt: written(changedAt.get(dfeCode)) })),
    flags: [...new Map(flags.map(({ flagId, at }) => [flagId, at]))].map(([name, at]) => ({
      name,
      changedAt: written(at),
    })),
    figuresChangedAt: Number.isFinite(newest) ? new Date(newest).toISOString() : null,
    newestChangeAt: written(changes._max.detectedAt),
  };
}

/** By DfE code. */
async function lastChanges(database: PrismaClient): Promise<ReadonlyMap<string, Date>> {
  const models = [...FIGURE_MODELS, ...JUDGED_MODELS].filter((model) => !OF_NO_COUNCIL.has(model));
  // What is held back for a person has no beginning, and shows nowhere.
  const counted = models.map(
    (model) => Prisma.sql`
      SELECT "dfeCode", greatest(max("currentFrom"), max("currentUntil")) AS "at"
      FROM ${Prisma.raw(`"${model}"`)} WHERE "currentFrom" IS NOT NULL GROUP BY "dfeCode"`,
  );
  const others = [
    Prisma.sql`SELECT "dfeCode", max("detectedAt") AS "at" FROM "Change" GROUP BY "dfeCode"`,
    Prisma.sql`
      SELECT "dfeCode", max("FlagChange"."at") AS "at"
      FROM "FlagChange" JOIN "Flag" ON "Flag"."id" = "flagId" GROUP BY "dfeCode"`,
    Prisma.sql`SELECT "dfeCode", max("recordedAt") AS "at" FROM "FlagReply" GROUP BY "dfeCode"`,
    Prisma.sql`SELECT "dfeCode", max("hiddenAt") AS "at" FROM "VerdictHiding" GROUP BY "dfeCode"`,
    Prisma.sql`SELECT "dfeCode", max("endedAt") AS "at" FROM "VerdictHidingEnd" GROUP BY "dfeCode"`,
  ];
  const rows = await database.$queryRaw<{ dfeCode: string; at: Date }[]>`
    SELECT "dfeCode", max("at") AS "at" FROM (${Prisma.join([...counted, ...others], " UNION ALL ")}) AS "times"
    WHERE "dfeCode" IS NOT NULL GROUP BY "dfeCode"`;
  return new Map(rows.map(({ dfeCode, at }) => [dfeCode, at]));
}

function written(instant: Date | null | undefined): string | null {
  return instant?.toISOString() ?? null;
}
