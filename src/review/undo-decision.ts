import type { Context } from "@/context";
import type { Edition } from "@/generated/prisma/client";
import { storeCounting } from "@/store/counting-figures";
import { figuresDigest } from "@/store/figures-digest";
import type { StandingDecision } from "@/store/standing-decisions";
import {
  type Decision,
  type DecisionRequest,
  decide,
  type Outcome,
  refuseReplaced,
  type Subject,
  wrongState,
} from "./decide";
import { countingFigures, draftFigures, figuresBefore, rowsWhere } from "./edition-figures";
import { publishReading } from "./publish-reading";
import { ReviewProblem } from "./review-problem";
import { withdrawReading } from "./withdraw-reading";

/**
 * Takes back the last decision about a reading that stands. Both stay in the record; the reading, and the
 * figures that count, are again as that decision found them.
 *
 * @throws ReviewProblem
 */
export function undoDecision(
  context: Pick<Context, "database" | "clock" | "actor">,
  request: DecisionRequest,
): Promise<Decision> {
  return decide(context, request, "undo", async (subject) => {
    const decision = await lastDecision(subject);
    if (!decision) {
      throw new ReviewProblem("wrong-state", "Nothing has been decided about it that could be taken back.");
    }
    await refuseReplaced(subject);
    const { status, written } = await takeBack(subject, decision);
    await reopenFindings(subject, decision);
    const earlier = subject.standing.filter(
      ({ id, verb, readingId }) => id < decision.id && verb !== "confirm" && readingId === subject.reading.id,
    );
    const last = earlier.at(-1);
    return {
      figuresDigest: decision.figuresDigest,
      undoesId: decision.id,
      written,
      reading: {
        status,
        decidedAt: last?.decidedAt ?? null,
        decidedBy: last?.actor ?? null,
        decisionReason: last?.reason ?? null,
      },
    };
  });
}

/** Made about this reading, or about an earlier reading of the same bytes that said the same. */
async function lastDecision(subject: Subject): Promise<StandingDecision | undefined> {
  const { transaction, reading, edition, standing } = subject;
  if (reading.status === "rejected") return standing.filter(({ verb }) => verb === "reject").at(-1);
  const own = standing.filter(({ readingId }) => readingId === reading.id).at(-1);
  if (own || reading.status !== "published" || !edition) return own;
  const digest = figuresDigest(await countingFigures(transaction, edition.id));
  return standing.filter(({ figuresDigest: decidedOn }) => decidedOn === digest).at(-1);
}

type TakenBack = Pick<Outcome["reading"], "status"> & Pick<Outcome, "written">;

async function takeBack(subject: Subject, decision: StandingDecision): Promise<TakenBack> {
  const { transaction, reading, edition } = subject;
  const drafts = await draftFigures(transaction, reading.id);
  if (decision.verb === "reject") {
    if (!edition) return { status: "not-understood", written: 0 };
    const approved = subject.standing.some(
      ({ id, verb, figuresDigest: decidedOn }) =>
        verb === "approve" && id < decision.id && decidedOn === decision.figuresDigest,
    );
    if (drafts.length > 0 && !approved) return { status: "held", written: 0 };
    const figures = await figuresBefore(transaction, edition.id, decision.decidedAt);
    return { status: "published", written: await publishReading(subject, edition, figures, "undone") };
  }
  if (!edition) throw wrongState(subject, "There is nothing to take back.");
  if (decision.verb === "confirm") {
    return { status: reading.status, written: await unconfirm(subject, edition, decision) };
  }
  if (drafts.length === 0) {
    throw wrongState(subject, "Read by a newer reader it crosses no bound; reject it if it mustn't count.");
  }
  return { status: "held", written: await withdrawReading(subject, edition, "undone") };
}

/** What was confirmed by that decision is machine-read or doubtful again. */
async function unconfirm(
  { transaction, now }: Subject,
  edition: Edition,
  { decidedAt }: StandingDecision,
): Promise<number> {
  const said = ({ series, fingerprint }: { series: string; fingerprint: string }) =>
    `${series} ${fingerprint}`;
  const confirmed = await rowsWhere(transaction, {
    editionId: edition.id,
    endedBecause: "confirmed",
    currentUntil: decidedAt,
  });
  const doubtful = new Set(confirmed.filter(({ columns }) => !columns.checked).map(said));
  const figures = await countingFigures(transaction, edition.id);
  const before = figures.map((row) =>
    doubtful.has(said(row)) ? { ...row, columns: { ...row.columns, checked: false } } : row,
  );
  return storeCounting(transaction, edition.id, before, now, "undone");
}

/** What the decision, or meeting the document again under it, had settled. */
async function reopenFindings(
  { transaction, reading }: Subject,
  { decidedAt }: StandingDecision,
): Promise<void> {
  await transaction.finding.updateMany({
    where: { readingId: reading.id, resolvedAt: { gte: decidedAt } },
    data: { resolvedAt: null },
  });
}
