import type { Context } from "@/context";
import { londonDay } from "@/domain/calendar-date";
import { recordAudit } from "@/store/record-audit";
import { lockFlag } from "./decide-flag";
import { ReviewProblem } from "./review-problem";
import { statedAddress } from "./stated-address";
import { statedDay } from "./stated-day";
import { statedReason } from "./stated-reason";
import { statedWords } from "./stated-words";

export interface ReplyRequest {
  readonly flagId: string;
  /** What the council says, in its own words: plain text. */
  readonly text: string;
  /** Who speaks for it: an office, never a person's name. */
  readonly saidBy: string;
  /** The day on which it was said: `2026-01-31`. */
  readonly saidOn: string;
  /** Where the council itself has published it; null where it hasn't. */
  readonly url: string | null;
  /** How we know that it is the council's, in the words of the person who records it; not shown. */
  readonly reason: string;
}

/** A reply as it stands in the record. */
export interface RecordedReply {
  readonly id: number;
  readonly flagId: string;
  readonly dfeCode: string;
  readonly text: string | null;
  readonly actor: string;
  readonly recordedAt: Date;
}

export const LONGEST_REPLY = 4_000;
const LONGEST_OFFICE = 200;

/**
 * Puts a council's reply beside a flag. An earlier one stays in the record and under the newer one.
 *
 * @throws ReviewProblem when it can't be recorded; nothing is changed then
 */
export async function recordReply(
  context: Pick<Context, "database" | "clock" | "actor">,
  { flagId, ...request }: ReplyRequest,
): Promise<RecordedReply> {
  const reason = statedReason(request.reason);
  const now = context.clock.now();
  const reply = {
    text: statedWords("The reply", request.text, LONGEST_REPLY),
    saidBy: statedWords("Who speaks for the council", request.saidBy, LONGEST_OFFICE),
    saidOn: statedDay(request.saidOn, londonDay(now)),
    url: request.url === null ? null : statedAddress(request.url),
  };
  return context.database.$transaction(async (transaction) => {
    const { dfeCode } = await lockFlag(transaction, flagId);
    const row = await transaction.flagReply.create({
      data: { flagId, dfeCode, ...reply, reason, actor: context.actor, recordedAt: now },
    });
    await recordAudit(transaction, {
      ...{ actor: row.actor, at: row.recordedAt, reason, verb: "reply.record" },
      subject: { kind: "flag", id: flagId },
      after: { reply: row.id, saidOn: reply.saidOn, url: reply.url },
    });
    return { id: row.id, flagId, dfeCode, text: row.text, actor: row.actor, recordedAt: row.recordedAt };
  });
}

/**
 * Takes a council's reply down, as when it asks for that. What it said stays in the record, unseen.
 *
 * @throws ReviewProblem when there is none
 */
export async function takeReplyDown(
  context: Pick<Context, "database" | "clock" | "actor">,
  { flagId, reason }: Pick<ReplyRequest, "flagId" | "reason">,
): Promise<RecordedReply> {
  const stated = statedReason(reason);
  return context.database.$transaction(async (transaction) => {
    const { dfeCode } = await lockFlag(transaction, flagId);
    const last = await transaction.flagReply.findFirst({ where: { flagId }, orderBy: { id: "desc" } });
    if (!last?.text) throw new ReviewProblem("wrong-state", "No reply stands beside this flag.");
    const row = await transaction.flagReply.create({
      data: { flagId, dfeCode, reason: stated, actor: context.actor, recordedAt: context.clock.now() },
    });
    await recordAudit(transaction, {
      ...{ actor: row.actor, at: row.recordedAt, reason: stated, verb: "reply.take-down" },
      subject: { kind: "flag", id: flagId },
      before: { reply: last.id },
      after: { reply: null },
    });
    return { id: row.id, flagId, dfeCode, text: null, actor: row.actor, recordedAt: row.recordedAt };
  });
}
