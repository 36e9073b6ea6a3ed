import { Prisma, type PrismaClient } from "@/generated/prisma/client";

/** The models whose rows are figures: each counts from `currentFrom` until `currentUntil`. */
export const FIGURE_MODELS: ReadonlySet<string> = new Set<Prisma.ModelName>([
  "AuthorityRecord",
  "Allocation",
  "NationalTotal",
  "Outturn",
  "InYearBalance",
  "EhcPlanCount",
  "AgreementDocument",
  "Agreement",
  "ProfilePoint",
  "Payment",
  "LocalContribution",
  "Condition",
  "Event",
  "Statement",
  "StabilityGrantItem",
  "ProgrammeMember",
  "NationalFigure",
]);

/** The models whose rows say what was made of figures: they count until something else is. */
export const JUDGED_MODELS: ReadonlySet<string> = new Set<Prisma.ModelName>(["Verdict"]);

/** Held back rows have no `currentFrom`; ended ones have a `currentUntil`. */
const COUNTS = { currentFrom: { not: null }, currentUntil: null } as const;
const STANDS = { currentUntil: null } as const;

function open(database: PrismaClient) {
  return database.$extends({
    query: {
      $allModels: {
        findMany({ model, args, query }) {
          const counts = FIGURE_MODELS.has(model) ? COUNTS : JUDGED_MODELS.has(model) ? STANDS : null;
          if (counts === null) return query(args);
          const where = args.where ? { AND: [args.where, counts] } : counts;
          return query({ ...args, where } as typeof args);
        },
      },
    },
  });
}

type Extended = ReturnType<typeof open>;

/** Lists of rows, and nothing else: other operations aren't filtered, so they can't be asked for. */
export type CurrentFigures = {
  readonly [Model in Uncapitalize<Prisma.ModelName>]: Pick<Extended[Model], "findMany">;
};

const opened = new WeakMap<PrismaClient, CurrentFigures>();

/**
 * The figures that count today, and the tables beside them.
 *
 * Every read model asks through this, so that no query can forget the rule. Figures must not be read
 * through a relation of another table (`include: { outturns: true }`): the rule doesn't reach those.
 */
export function currentFigures(database: PrismaClient): CurrentFigures {
  let figures = opened.get(database);
  if (!figures) {
    figures = open(database);
    opened.set(database, figures);
  }
  return figures;
}

/**
 * How many figures of each edition count, by edition: an edition on which nothing rests any more isn't among them.
 */
export async function countingFigures(database: PrismaClient): Promise<ReadonlyMap<number, number>> {
  const counts = [...FIGURE_MODELS].map(
    (model) => Prisma.sql`
      SELECT "editionId", count(*)::int AS "figures" FROM ${Prisma.raw(`"${model}"`)}
      WHERE "currentFrom" IS NOT NULL AND "currentUntil" IS NULL GROUP BY "editionId"`,
  );
  const rows = await database.$queryRaw<{ editionId: number; figures: number }[]>`
    SELECT "editionId", sum("figures")::int AS "figures"
    FROM (${Prisma.join(counts, " UNION ALL ")}) AS "counts" GROUP BY "editionId"`;
  return new Map(rows.map(({ editionId, figures }) => [editionId, figures]));
}
