import type { Correction as AppliedCorrection, CorrectableColumn } from "@/domain/corrections/correction";
import { figureNamed } from "@/domain/corrections/figure-named";
import type { PrismaClient } from "@/generated/prisma/client";
import type { Correction, RecordedCorrection } from "@/shapes/api-shapes";
import { correctedTable, type HeldCorrection, loadCorrections } from "@/store/load-corrections";
import { correctedFigureName } from "@/wording/changed-figures";
import { type FigureRow, figureSource, SOURCE_READING, type SourceReading } from "./figure-source";
import { groupBy } from "./grouping";
import { gbpOf } from "./pounds";

/** What was corrected in a row of `currentFigures`, as a part of the figure's shape; nothing where it stands as published. */
export function correctionOf(
  row: FigureRow,
  column: CorrectableColumn,
): { readonly correction?: Correction } {
  const correction = correctionIn(row, column);
  return correction ? { correction } : {};
}

export function correctionIn(row: FigureRow, column: CorrectableColumn): Correction | undefined {
  const made = row.corrections?.find((one) => one.column === column);
  return made && presentCorrection(made);
}

export function presentCorrection({
  publishedPence,
  reason,
  citationTitle,
  citationUrl,
  correctedOn,
}: Pick<
  AppliedCorrection,
  "publishedPence" | "reason" | "citationTitle" | "citationUrl" | "correctedOn"
>): Correction {
  return {
    originalGbp: gbpOf(publishedPence),
    reason,
    source: { title: citationTitle, url: citationUrl },
    correctedOn,
  };
}

type CorrectedRow = FigureRow & { readonly reading: SourceReading };

interface CorrectedRows {
  findMany(args: {
    where: { id: { in: number[] } };
    include: { reading: { select: typeof SOURCE_READING } };
  }): Promise<CorrectedRow[]>;
}

/** Every correction ever recorded, of one council or of all, oldest first, with whose figure it is of. */
export async function recordedCorrections(
  database: PrismaClient,
  dfeCode?: string,
): Promise<{ readonly dfeCode: string; readonly value: RecordedCorrection }[]> {
  const held = await loadCorrections(database, dfeCode === undefined ? {} : { dfeCode });
  const rows = new Map<string, CorrectedRow>();
  for (const [table, made] of groupBy(held, ({ correction }) => correctedTable(correction))) {
    const found = await (database[table] as unknown as CorrectedRows).findMany({
      where: { id: { in: made.map(({ correction }) => correction.figureId) } },
      include: { reading: { select: SOURCE_READING } },
    });
    for (const row of found) rows.set(`${table} ${row.id}`, row);
  }
  return held.map((one) => {
    const { id, dfeCode: whose, table, figureId } = one.correction;
    const row = rows.get(`${table} ${figureId}`);
    if (!row) throw new Error(`Correction ${id} is of a figure that isn't in the store.`);
    return { dfeCode: whose, value: presentRecorded(one, row) };
  });
}

function presentRecorded({ correction, state }: HeldCorrection, row: CorrectedRow): RecordedCorrection {
  const named = figureNamed(correctedTable(correction), correction.column, { ...row });
  const { id, correctedPence, recordedAt, withdrawal } = correction;
  return {
    id,
    figure: correctedFigureName(named.subject, named.financialYear ?? undefined).replace(/,$/, ""),
    ...(named.financialYear === null ? {} : { financialYear: named.financialYear }),
    ...(named.agreementVersion === null ? {} : { agreementVersion: named.agreementVersion }),
    correctedGbp: gbpOf(correctedPence),
    correction: presentCorrection(correction),
    state,
    recordedAt: recordedAt.toISOString(),
    ...(withdrawal === null
      ? {}
      : { withdrawn: { at: withdrawal.withdrawnAt.toISOString(), reason: withdrawal.reason } }),
    source: figureSource(row, row.reading),
  };
}
