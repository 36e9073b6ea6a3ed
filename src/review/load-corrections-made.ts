import type { Context } from "@/context";
import type { CorrectionState } from "@/domain/corrections/correction";
import { figureNamed } from "@/domain/corrections/figure-named";
import { correctedTable, loadCorrections, type StoredCorrection } from "@/store/load-corrections";
import { correctedFigureName } from "@/wording/changed-figures";
import { findFigure } from "./correctable-figure";

export interface CorrectionMade {
  readonly correction: StoredCorrection;
  readonly state: CorrectionState;
  /** Which figure: "Deficit at 31 March 2025, after DfE money (net)". */
  readonly figure: string;
}

/** Every correction ever recorded, newest first, for a person who keeps the record. */
export async function loadCorrectionsMade({
  database,
}: Pick<Context, "database">): Promise<CorrectionMade[]> {
  const made: CorrectionMade[] = [];
  for (const { correction, state } of (await loadCorrections(database)).reverse()) {
    const table = correctedTable(correction);
    const row = await findFigure(database, { table, id: correction.figureId });
    if (!row) throw new Error(`Correction ${correction.id} is of a figure that isn't in the store.`);
    const { subject, financialYear } = figureNamed(table, correction.column, row);
    const figure = correctedFigureName(subject, financialYear ?? undefined).replace(/,$/, "");
    made.push({ correction, state, figure });
  }
  return made;
}
