import {
  CORRECTABLE_TABLES,
  type CorrectableTable,
  type Correction,
  type CorrectionState,
  isCorrectableTable,
} from "@/domain/corrections/correction";
import { type CountingFigure, correctionState } from "@/domain/corrections/correction-state";
import type { Prisma } from "@/generated/prisma/client";
import { COUNTING, type StoredFigure, type Transaction } from "./figure-tables";

const WITH_WITHDRAWAL = { withdrawal: true } as const satisfies Prisma.CorrectionInclude;
export type StoredCorrection = Prisma.CorrectionGetPayload<{ include: typeof WITH_WITHDRAWAL }>;

export interface HeldCorrection {
  readonly correction: StoredCorrection;
  readonly state: CorrectionState;
}

const REGISTER = "evidence-register";

/** The corrections ever recorded, oldest first, each with whether it still counts. */
export async function loadCorrections(
  database: Transaction,
  where: Prisma.CorrectionWhereInput = {},
): Promise<HeldCorrection[]> {
  const corrections = await database.correction.findMany({
    where,
    include: WITH_WITHDRAWAL,
    orderBy: { id: "asc" },
  });
  if (corrections.length === 0) return [];
  const counting = await countingVersions(database, corrections);
  return corrections.map((correction) => ({
    correction,
    state: correctionState({ ...correction, withdrawn: correction.withdrawal !== null }, counting),
  }));
}

/** The corrections that apply today, oldest first. */
export async function loadApplyingCorrections(database: Transaction): Promise<readonly Correction[]> {
  const held = await loadCorrections(database, { withdrawal: null });
  return held.flatMap(({ correction, state }) => (state === "applies" ? [correction] : []));
}

type Version = StoredFigure & { readonly reading: { readonly publicationId: string } };

interface Versions {
  findMany(args: {
    where: Record<string, unknown>;
    include: { reading: { select: { publicationId: true } } };
  }): Promise<Version[]>;
}

/** Every figure that counts of the series in which something was corrected. */
async function countingVersions(
  database: Transaction,
  corrections: readonly StoredCorrection[],
): Promise<CountingFigure[]> {
  const versions: (Version & { readonly table: string })[] = [];
  for (const table of CORRECTABLE_TABLES) {
    const series = corrections.filter((one) => one.table === table).map((one) => one.series);
    if (series.length === 0) continue;
    const rows = await (database[table] as unknown as Versions).findMany({
      where: { ...COUNTING, series: { in: [...new Set(series)] } },
      include: { reading: { select: { publicationId: true } } },
    });
    versions.push(...rows.map((row) => ({ ...row, table })));
  }
  const editions = await database.edition.findMany({
    where: { id: { in: [...new Set(versions.map(({ editionId }) => editionId))] } },
    select: { id: true, key: true, publishedOn: true },
  });
  const editionById = new Map(editions.map((edition) => [edition.id, edition]));
  return versions.map(({ table, series, fingerprint, editionId, reading, ...row }) => {
    const edition = editionById.get(editionId);
    return {
      ...{ table, series, fingerprint },
      // Rows of the register are sources of their own: none restates another.
      statedBy: reading.publicationId === REGISTER ? `${REGISTER} ${row.id}` : reading.publicationId,
      footing: `${row.basis ?? ""}, ${row.scope ?? ""}`,
      edition: `${edition?.publishedOn ?? ""} ${edition?.key ?? ""}`,
    };
  });
}

/** @throws for a row of a table whose sums can't be corrected: nothing of ours writes one */
export function correctedTable({ id, table }: Pick<StoredCorrection, "id" | "table">): CorrectableTable {
  if (isCorrectableTable(table)) return table;
  throw new Error(`Correction ${id} is of "${table}", whose sums can't be corrected.`);
}
