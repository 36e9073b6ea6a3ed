import type { CorrectableColumn, CorrectableTable } from "@/domain/corrections/correction";
import type { Reading } from "@/generated/prisma/client";
import type { StoredFigure, Transaction } from "@/store/figure-tables";
import { lockPublication } from "@/store/lock-publication";
import type { FigureAddress } from "./figure-address";
import { ReviewProblem } from "./review-problem";

/** A published sum that counts, locked against everybody else who would change it. */
export interface CorrectableFigure {
  readonly table: CorrectableTable;
  readonly column: CorrectableColumn;
  readonly dfeCode: string;
  readonly row: FigureOfReading;
  readonly publishedPence: bigint;
}

export type FigureOfReading = StoredFigure & { readonly reading: Reading };

interface FiguresOfReadings {
  findUnique(args: { where: { id: number }; include: { reading: true } }): Promise<FigureOfReading | null>;
}

/** A figure's row as it was read, whether or not it still counts; null when there is none. */
export function findFigure(
  transaction: Transaction,
  { table, id }: Pick<FigureAddress, "table" | "id">,
): Promise<FigureOfReading | null> {
  const figures = transaction[table] as unknown as FiguresOfReadings;
  return figures.findUnique({ where: { id }, include: { reading: true } });
}

/** @throws ReviewProblem for a figure that doesn't exist, doesn't count, or was published as missing */
export async function lockFigure(
  transaction: Transaction,
  address: FigureAddress,
): Promise<CorrectableFigure> {
  const known = await findFigure(transaction, address);
  if (!known) {
    throw new ReviewProblem("no-such-figure", `There is no figure ${address.table} ${address.id}.`);
  }
  await lockPublication(transaction, known.reading.publicationId);
  const row = (await findFigure(transaction, address)) ?? known;
  if (row.currentFrom === null) {
    throw new ReviewProblem(
      "wrong-state",
      "The figure is held back: nobody is shown it. Decide about its reading.",
    );
  }
  if (row.currentUntil !== null) {
    throw new ReviewProblem("replaced", "The figure doesn't count any more: another has taken its place.");
  }
  const published = row[address.column];
  if (typeof published !== "bigint") {
    throw new ReviewProblem(
      "wrong-state",
      "No sum was published there. What somebody else says of it is an entry of the evidence register.",
    );
  }
  const { table, column } = address;
  return { table, column, row, dfeCode: String(row.dfeCode), publishedPence: published };
}
