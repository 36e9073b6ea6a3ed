import type { Context } from "@/context";
import type { CorrectableColumn } from "@/domain/corrections/correction";
import { correctedTable, loadCorrections } from "@/store/load-corrections";
import { lockPublication } from "@/store/lock-publication";
import { recordAudit } from "@/store/record-audit";
import { formatInstant } from "@/wording/dates";
import { findFigure } from "./correctable-figure";
import { ReviewProblem } from "./review-problem";
import { statedReason } from "./stated-reason";
import { storeCorrectionChange } from "./store-correction-change";

export interface WithdrawalRequest {
  readonly correctionId: number;
  readonly reason: string;
}

export interface Withdrawal {
  readonly correctionId: number;
  readonly reason: string;
  readonly actor: string;
  readonly withdrawnAt: Date;
  /** False: it had been overtaken, so no figure changes by it. */
  readonly applied: boolean;
}

/**
 * Takes a correction back: the figure is shown and judged by as published again. Both stay in the record.
 *
 * @throws ReviewProblem when there is no such correction, or it was withdrawn before; nothing is changed then
 */
export async function withdrawCorrection(
  context: Pick<Context, "database" | "clock" | "actor">,
  { correctionId, reason }: WithdrawalRequest,
): Promise<Withdrawal> {
  const stated = statedReason(reason);
  const now = context.clock.now();
  return context.database.$transaction(async (transaction) => {
    const known = await transaction.correction.findUnique({ where: { id: correctionId } });
    const table = known && correctedTable(known);
    const row = known && table && (await findFigure(transaction, { table, id: known.figureId }));
    if (!row) throw new ReviewProblem("no-such-correction", `There is no correction ${correctionId}.`);
    await lockPublication(transaction, row.reading.publicationId);
    const [held] = await loadCorrections(transaction, { id: correctionId });
    const before = held?.correction.withdrawal;
    if (before) {
      throw new ReviewProblem(
        "already-decided",
        `Already withdrawn by ${before.actor} on ${formatInstant(before.withdrawnAt.toISOString())}.`,
      );
    }
    const { actor } = context;
    await transaction.correctionWithdrawal.create({
      data: { correctionId, reason: stated, withdrawnAt: now, actor },
    });
    const applied = held?.state === "applies";
    await recordAudit(transaction, {
      ...{ actor, reason: stated, at: now, verb: "figure.withdraw-correction" },
      subject: { kind: "correction", id: correctionId },
      before: { pence: String(known.correctedPence), applied },
      after: { pence: String(known.publishedPence) },
    });
    if (applied) {
      const { dfeCode, column } = known;
      const figure = { table, column: column as CorrectableColumn, dfeCode, row };
      await storeCorrectionChange(transaction, "correction-withdrawn", known, figure, now);
    }
    return { correctionId, reason: stated, actor, withdrawnAt: now, applied };
  });
}
