import type { Context } from "@/context";
import type { Edition, Reading } from "@/generated/prisma/client";
import type { Transaction } from "@/store/figure-tables";
import { lockPublication } from "@/store/lock-publication";
import { recordAudit } from "@/store/record-audit";
import { type StandingDecision, standingDecisions } from "@/store/standing-decisions";
import { formatInstant } from "@/wording/dates";
import { replacedReadings } from "./replaced-readings";
import { ReviewProblem } from "./review-problem";
import { statedReason } from "./stated-reason";

export type Verb = "approve" | "reject" | "confirm" | "undo";

export interface DecisionRequest {
  readonly readingId: number;
  /** Why, in the words of the person who decides; shown with the decision for good. */
  readonly reason: string;
}

/** What was decided, as it stands in the record. */
export interface Decision {
  readonly id: number;
  readonly readingId: number;
  readonly verb: Verb;
  readonly actor: string;
  readonly reason: string;
  readonly decidedAt: Date;
  /** The reading's status from now on. */
  readonly status: string;
  /** How many figures were written because of it. */
  readonly written: number;
}

/** A reading about which somebody decides, locked against everybody else who would. */
export interface Subject {
  readonly transaction: Transaction;
  readonly reading: Reading;
  readonly edition: Edition | null;
  /** Decisions about these bytes that nobody has taken back, oldest first. */
  readonly standing: readonly StandingDecision[];
  /** Later than anything that has happened to this publication. */
  readonly now: Date;
}

export interface Outcome {
  readonly figuresDigest: string;
  readonly written: number;
  readonly undoesId?: number;
  readonly reading: Pick<Reading, "status" | "decidedAt" | "decidedBy" | "decisionReason">;
}

/**
 * Decides about one reading, whole or not at all: checks the reason, locks the publication, lets the verb
 * act, and adds the row that says who decided what, when and why.
 *
 * @throws ReviewProblem when it can't be decided; nothing is changed then
 */
export async function decide(
  context: Pick<Context, "database" | "clock" | "actor">,
  { readingId, reason }: DecisionRequest,
  verb: Verb,
  act: (subject: Subject, reason: string) => Promise<Outcome>,
): Promise<Decision> {
  const stated = statedReason(reason);
  return context.database.$transaction(
    async (transaction) => {
      const subject = await lockSubject(transaction, readingId, context.clock.now());
      const { publicationId, snapshotSha256 } = subject.reading;
      const outcome = await act(subject, stated);
      await transaction.reading.update({ where: { id: readingId }, data: outcome.reading });
      const row = await transaction.reviewDecision.create({
        data: {
          readingId,
          publicationId,
          snapshotSha256,
          verb,
          figuresDigest: outcome.figuresDigest,
          actor: context.actor,
          reason: stated,
          decidedAt: subject.now,
          undoesId: outcome.undoesId ?? null,
        },
      });
      const { id, actor, decidedAt } = row;
      await recordAudit(transaction, {
        ...{ actor, at: decidedAt, reason: stated, verb: `reading.${verb}` },
        subject: { kind: "reading", id: readingId },
        before: { status: subject.reading.status },
        after: { status: outcome.reading.status, decision: id, figures: outcome.written },
      });
      const { status } = outcome.reading;
      return { id, readingId, verb, actor, reason: stated, decidedAt, status, written: outcome.written };
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
}

async function lockSubject(transaction: Transaction, readingId: number, now: Date): Promise<Subject> {
  const known = await transaction.reading.findUnique({ where: { id: readingId } });
  if (!known) throw new ReviewProblem("no-such-reading", `There is no reading ${readingId}.`);
  await lockPublication(transaction, known.publicationId);
  const { edition, ...reading } = await transaction.reading.findUniqueOrThrow({
    where: { id: readingId },
    include: { edition: true },
  });
  const standing = await standingDecisions(transaction, reading);
  return { transaction, reading, edition, standing, now: await after(transaction, reading, now) };
}

/** Figures count from one instant until another: nothing else of the publication may share this one. */
async function after(transaction: Transaction, { publicationId }: Reading, now: Date): Promise<Date> {
  const read = await transaction.reading.aggregate({ where: { publicationId }, _max: { readAt: true } });
  const decided = await transaction.reviewDecision.aggregate({
    where: { publicationId },
    _max: { decidedAt: true },
  });
  const last = Math.max(read._max.readAt?.getTime() ?? 0, decided._max.decidedAt?.getTime() ?? 0);
  return new Date(Math.max(now.getTime(), last + 1));
}

const PARTICIPLES: Readonly<Record<string, string>> = {
  approve: "approved",
  reject: "rejected",
  confirm: "confirmed",
};

/** @throws ReviewProblem when the last decision that stands is this one already */
export function refuseTwice({ standing }: Subject, verb: Verb): void {
  const last = standing.at(-1);
  if (last?.verb !== verb) return;
  throw new ReviewProblem("already-decided", `Already ${described(last)}.`);
}

function described({ verb, actor, decidedAt }: StandingDecision): string {
  return `${PARTICIPLES[verb] ?? verb} by ${actor} on ${formatInstant(decidedAt.toISOString())}`;
}

/** @throws ReviewProblem when a newer document, or a newer reading of the same one, took its place */
export async function refuseReplaced({ transaction, reading, edition }: Subject): Promise<void> {
  const replaced =
    reading.status === "published"
      ? edition?.currentReadingId !== reading.id
      : (await replacedReadings(transaction, [reading])).has(reading.id);
  if (!replaced) return;
  throw new ReviewProblem(
    "replaced",
    "A newer document, or a newer reading of this one, has taken its place. Decide about that one.",
  );
}

const STATES: Readonly<Record<string, string>> = {
  published: "Its figures count already",
  held: "It is held: its figures don't count yet",
  "not-understood": "The document was not understood, so there are no figures",
  superseded: "It is our copy of an edition that the publisher's own has replaced",
  repeated: "It is an edition that was met at another address too",
  rejected: "It was rejected",
};

/** The problem of a verb that doesn't fit the reading's state. */
export function wrongState({ reading, standing }: Subject, instead: string): ReviewProblem {
  const last = standing.at(-1);
  const state =
    reading.status === "rejected" && last?.verb === "reject"
      ? `It was ${described(last)}`
      : (STATES[reading.status] ?? `It is ${reading.status}`);
  return new ReviewProblem("wrong-state", `${state}. ${instead}`);
}

/** Findings that held something back are settled by a decision; notes stay. */
export async function resolveFindings(
  { transaction, reading, now }: Subject,
  severities: readonly string[],
): Promise<void> {
  await transaction.finding.updateMany({
    where: { readingId: reading.id, resolvedAt: null, severity: { in: [...severities] } },
    data: { resolvedAt: now },
  });
}
