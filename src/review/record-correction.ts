import type { Context } from "@/context";
import { londonDay } from "@/domain/calendar-date";
import { canBeNegative } from "@/domain/corrections/correction";
import { type Money, PENCE_PER } from "@/domain/money";
import type { Transaction } from "@/store/figure-tables";
import { loadCorrections } from "@/store/load-corrections";
import { recordAudit } from "@/store/record-audit";
import { formatInstant } from "@/wording/dates";
import { type CorrectableFigure, lockFigure } from "./correctable-figure";
import type { FigureAddress } from "./figure-address";
import { ReviewProblem } from "./review-problem";
import { statedAddress } from "./stated-address";
import { statedDay } from "./stated-day";
import { statedReason } from "./stated-reason";
import { storeCorrectionChange } from "./store-correction-change";

export interface CorrectionRequest {
  readonly figure: FigureAddress;
  /** What the figure should have been, signed as it was published: a deficit is positive. */
  readonly corrected: Money;
  /** Why, in the words of the person who records it; shown beside the figure. */
  readonly reason: string;
  /** Who says so: the publisher's erratum, the council's letter. */
  readonly source: { readonly title: string; readonly url: string | null };
  /** The day on which they said so: `2026-01-31`. */
  readonly correctedOn: string;
}

/** A correction as it stands in the record. */
export interface RecordedCorrection {
  readonly id: number;
  readonly dfeCode: string;
  readonly publishedPence: bigint;
  readonly correctedPence: bigint;
  readonly reason: string;
  readonly actor: string;
  readonly recordedAt: Date;
}

const LONGEST_TITLE = 300;
/** Ten times the whole of England's high needs block: beyond it somebody has mistaken pence for pounds. */
const LARGEST_POUNDS = 100_000_000_000;

/**
 * Records that a figure was published wrongly, and what it should have been. The figure's row stays as it is;
 * wherever it is shown or judged by, the corrected sum takes its place, with reason and source. One row is added
 * to the record of changes. Takes hold with the next assessment.
 *
 * @throws ReviewProblem when it can't be recorded; nothing is changed then
 */
export async function recordCorrection(
  context: Pick<Context, "database" | "clock" | "actor">,
  request: CorrectionRequest,
): Promise<RecordedCorrection> {
  const reason = statedReason(request.reason);
  const now = context.clock.now();
  const source = statedSource(request.source);
  const correctedOn = statedDay(request.correctedOn, londonDay(now));
  return context.database.$transaction(async (transaction) => {
    const figure = await lockFigure(transaction, request.figure);
    checkAmount(figure, request.corrected);
    await refuseTwice(transaction, figure);
    const { table, column, row, publishedPence } = figure;
    const correction = await transaction.correction.create({
      data: {
        ...{ table, column, figureId: row.id, dfeCode: figure.dfeCode },
        ...{ series: row.series, fingerprint: row.fingerprint, publishedPence },
        correctedPence: BigInt(request.corrected),
        ...{ reason, citationTitle: source.title, citationUrl: source.url, correctedOn },
        ...{ recordedAt: now, actor: context.actor },
      },
    });
    await refuseOvertaken(transaction, correction.id);
    await storeCorrectionChange(transaction, "figure-corrected", correction, figure, now);
    const { id, dfeCode, correctedPence, actor, recordedAt } = correction;
    await recordAudit(transaction, {
      ...{ actor, reason, at: recordedAt, verb: "figure.correct" },
      subject: { kind: "correction", id },
      before: { table, figure: row.id, column, pence: String(publishedPence) },
      after: { pence: String(correctedPence), source: source.title, correctedOn },
    });
    return { id, dfeCode, publishedPence, correctedPence, reason, actor, recordedAt };
  });
}

function statedSource({ title, url }: CorrectionRequest["source"]): CorrectionRequest["source"] {
  const stated = title.trim();
  if (stated === "") throw new ReviewProblem("source", "Say who corrected it: a correction needs a source.");
  if (stated.length > LONGEST_TITLE) {
    throw new ReviewProblem(
      "source",
      `Keep the source's title to ${LONGEST_TITLE} characters; it has ${stated.length}.`,
    );
  }
  if (url === null) return { title: stated, url };
  return { title: stated, url: statedAddress(url) };
}

function checkAmount({ column, publishedPence }: CorrectableFigure, corrected: Money): void {
  if (BigInt(corrected) === publishedPence) {
    throw new ReviewProblem("amount", "That is what was published: there is nothing to correct.");
  }
  if (corrected < 0 && !canBeNegative(column)) {
    throw new ReviewProblem("amount", "What is allotted, paid or promised can't be below zero.");
  }
  if (Math.abs(corrected) > LARGEST_POUNDS * PENCE_PER.pound) {
    throw new ReviewProblem("amount", "That is more than all of England is given. Amounts are in pounds.");
  }
}

/** A correction is mended by withdrawing it and recording another, so that both stay in the record. */
async function refuseTwice(
  transaction: Transaction,
  { table, column, row }: CorrectableFigure,
): Promise<void> {
  const { series, fingerprint } = row;
  const same = await loadCorrections(transaction, { table, column, series, fingerprint, withdrawal: null });
  const last = same.at(-1)?.correction;
  if (!last) return;
  throw new ReviewProblem(
    "already-decided",
    `Already corrected by ${last.actor} on ${formatInstant(last.recordedAt.toISOString())} (correction ${last.id}). Withdraw that one first.`,
  );
}

/** An older edition's figure still counts as what that edition said, but nobody is judged by it. */
async function refuseOvertaken(transaction: Transaction, id: number): Promise<void> {
  const [held] = await loadCorrections(transaction, { id });
  if (held?.state === "applies") return;
  throw new ReviewProblem(
    "replaced",
    "A newer edition gives the figure anew. Correct that one, if it needs to be.",
  );
}
