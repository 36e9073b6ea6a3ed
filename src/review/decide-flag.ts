import type { Context } from "@/context";
import type { Severity } from "@/domain/flags/flag";
import { type CouncilStatus, statusFrom } from "@/domain/flags/status-of";
import type { Flag, Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/store/figure-tables";
import { lockCouncil } from "@/store/lock-council";
import { recordAudit } from "@/store/record-audit";
import { ReviewProblem } from "./review-problem";
import { statedReason } from "./stated-reason";

export type FlagVerb = "withdraw" | "restore";

export interface FlagDecisionRequest {
  readonly flagId: string;
  /** Why, in the words of the person who decides: everybody reads it. */
  readonly reason: string;
}

/** What was decided about a flag, as it stands in the record. */
export interface FlagDecided {
  readonly id: number;
  readonly flagId: string;
  readonly dfeCode: string;
  readonly verb: FlagVerb;
  readonly reason: string;
  readonly actor: string;
  readonly decidedAt: Date;
  readonly stateBefore: string;
  readonly state: string;
  /** How the council stands from now on; null for one that was never judged. */
  readonly status: CouncilStatus | null;
}

type Outcome = Pick<Prisma.FlagUncheckedUpdateInput, "state" | "clearedAt" | "withdrawnReason"> & {
  readonly state: "open" | "cleared" | "withdrawn";
};

const TOLD: Readonly<Record<FlagVerb, string>> = { withdraw: "withdrawn", restore: "restored" };

/**
 * Decides about one flag, whole or not at all: locks its council, lets the verb say what becomes of it, tells it in
 * the flag's history, and sets the council's status by the flags that are open then. No assessment is needed for it,
 * and the next one finds the same.
 *
 * @throws ReviewProblem when it can't be decided; nothing is changed then
 */
export async function decideFlag(
  context: Pick<Context, "database" | "clock" | "actor">,
  { flagId, reason }: FlagDecisionRequest,
  verb: FlagVerb,
  outcomeOf: (flag: Flag, reason: string, now: Date) => Outcome,
): Promise<FlagDecided> {
  const stated = statedReason(reason);
  return context.database.$transaction(async (transaction) => {
    const flag = await lockFlag(transaction, flagId);
    const now = await afterHistory(transaction, flagId, context.clock.now());
    const outcome = outcomeOf(flag, stated, now);
    await transaction.flag.update({ where: { id: flagId }, data: outcome });
    const { severity, checked, financialYear, size, summary, ruleVersion, dfeCode } = flag;
    await transaction.flagChange.create({
      data: {
        ...{ flagId, kind: TOLD[verb], at: now, severity, checked, financialYear, summary, ruleVersion },
        ...{ sizeBefore: size, sizeAfter: size, reason: stated, news: true },
        evidence: flag.evidence as Prisma.InputJsonValue,
      },
    });
    const { id, actor, decidedAt } = await transaction.flagDecision.create({
      data: { flagId, dfeCode, verb, reason: stated, actor: context.actor, decidedAt: now },
    });
    const status = await setStatus(transaction, dfeCode, now);
    await recordAudit(transaction, {
      ...{ actor, at: decidedAt, reason: stated, verb: `flag.${verb}` },
      subject: { kind: "flag", id: flagId },
      before: { state: flag.state },
      after: { state: outcome.state, decision: id, status },
    });
    return {
      ...{ id, flagId, dfeCode, verb, reason: stated, actor, decidedAt },
      ...{ stateBefore: flag.state, state: outcome.state, status },
    };
  });
}

/** @throws ReviewProblem when there never was such a flag */
export async function lockFlag(transaction: Transaction, flagId: string): Promise<Flag> {
  const known = await transaction.flag.findUnique({ where: { id: flagId } });
  if (!known) throw new ReviewProblem("no-such-flag", `There is no flag "${flagId}".`);
  await lockCouncil(transaction, known.dfeCode);
  return transaction.flag.findUniqueOrThrow({ where: { id: flagId } });
}

/** What happened to a flag is told in its order, whatever the clock says. */
async function afterHistory(transaction: Transaction, flagId: string, now: Date): Promise<Date> {
  const told = await transaction.flagChange.aggregate({ where: { flagId }, _max: { at: true } });
  return new Date(Math.max(now.getTime(), (told._max.at?.getTime() ?? 0) + 1));
}

async function setStatus(
  transaction: Transaction,
  dfeCode: string,
  now: Date,
): Promise<CouncilStatus | null> {
  const before = await transaction.councilStatus.findUnique({ where: { dfeCode } });
  if (!before) return null;
  const open = await transaction.flag.findMany({
    where: { dfeCode, state: "open" },
    select: { severity: true },
  });
  const footing = { signed: before.status !== "no-agreement", kept: before.kept };
  const status = statusFrom(
    footing,
    open.map(({ severity }) => ({ severity: severity as Severity })),
  );
  if (status !== before.status) {
    await transaction.councilStatus.update({ where: { dfeCode }, data: { status, since: now } });
  }
  return status;
}
