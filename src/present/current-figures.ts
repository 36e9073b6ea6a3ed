import { applyCorrections, type CorrectableRow } from "@/domain/corrections/apply-corrections";
import { CORRECTABLE, type CorrectableTable, isCorrectableTable } from "@/domain/corrections/correction";
import { Prisma, type PrismaClient } from "@/generated/prisma/client";
import { loadApplyingCorrections } from "@/store/load-corrections";
import { loadHidings } from "@/store/load-hidings";

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

/** The models whose rows are our own reading of a council's figures: gone from sight while a person hides it. */
const HIDDEN_WITH_THE_COUNCIL: ReadonlySet<string> = new Set<Prisma.ModelName>([
  "Verdict",
  "Flag",
  "FlagChange",
  "CouncilStatus",
]);

/** Held back rows have no `currentFrom`; ended ones have a `currentUntil`. */
const COUNTS = { currentFrom: { not: null }, currentUntil: null } as const;
const STANDS = { currentUntil: null } as const;

function open(database: PrismaClient, said: "corrected" | "as published") {
  return database.$extends({
    query: {
      $allModels: {
        async findMany({ model, args, query }) {
          const conditions: object[] = [];
          if (FIGURE_MODELS.has(model)) conditions.push(COUNTS);
          if (JUDGED_MODELS.has(model)) conditions.push(STANDS);
          if (HIDDEN_WITH_THE_COUNCIL.has(model))
            conditions.push(...(await ofShownCouncils(database, model)));
          if (conditions.length === 0) return query(args);
          const where = { AND: [...(args.where ? [args.where] : []), ...conditions] };
          const asked = { ...args, where } as typeof args;
          const table = said === "corrected" ? correctedIn(model, args) : null;
          if (table === null) return query(asked);
          const [rows, corrections] = await Promise.all([query(asked), loadApplyingCorrections(database)]);
          return applyCorrections(
            table,
            rows as unknown as CorrectableRow[],
            corrections,
          ) as unknown as typeof rows;
        },
      },
    },
  });
}

async function ofShownCouncils(database: PrismaClient, model: string): Promise<object[]> {
  const hidden = [...(await loadHidings(database)).keys()];
  if (hidden.length === 0) return [];
  const shown = { dfeCode: { notIn: hidden } };
  return [model === "FlagChange" ? { flag: shown } : shown];
}

/** The table whose sums the query asks for, if they can be corrected. */
function correctedIn(model: string, { select }: { readonly select?: unknown }): CorrectableTable | null {
  const table = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
  if (!isCorrectableTable(table)) return null;
  if (!select) return table;
  const chosen = select as Readonly<Record<string, unknown>>;
  if (!CORRECTABLE[table].some((column) => chosen[column])) return null;
  if (chosen.series && chosen.fingerprint) return table;
  throw new Error(
    `A sum of ${model} is asked for without series and fingerprint: it may have been corrected.`,
  );
}

type Extended = ReturnType<typeof open>;

/** Lists of rows, and nothing else: other operations aren't filtered, so they can't be asked for. */
export type CurrentFigures = {
  readonly [Model in Uncapitalize<Prisma.ModelName>]: Pick<Extended[Model], "findMany">;
};

const opened = new WeakMap<PrismaClient, CurrentFigures>();

/**
 * The figures that count today, and the tables beside them. What was corrected stands corrected, with the
 * corrections in the row (`correctionOf`). A council whose verdicts a person has hidden looks as if it had never been
 * judged; `loadStatuses` says why.
 *
 * Every read model asks through this, so that no query can forget the rule. Figures must not be read
 * through a relation of another table (`include: { outturns: true }`): the rule doesn't reach those.
 */
export function currentFigures(database: PrismaClient): CurrentFigures {
  let figures = opened.get(database);
  if (!figures) {
    figures = open(database, "corrected");
    opened.set(database, figures);
  }
  return figures;
}

const openedAsPublished = new WeakMap<PrismaClient, CurrentFigures>();

/** The same without corrections: for what documents say, rather than what is so. */
export function publishedFigures(database: PrismaClient): CurrentFigures {
  let figures = openedAsPublished.get(database);
  if (!figures) {
    figures = open(database, "as published");
    openedAsPublished.set(database, figures);
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
