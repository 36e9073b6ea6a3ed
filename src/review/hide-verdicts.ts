import type { Context } from "@/context";
import type { Transaction } from "@/store/figure-tables";
import { loadHidings } from "@/store/load-hidings";
import { lockCouncil } from "@/store/lock-council";
import { recordAudit } from "@/store/record-audit";
import { formatInstant } from "@/wording/dates";
import { ReviewProblem } from "./review-problem";
import { statedReason } from "./stated-reason";

export interface HidingRequest {
  readonly dfeCode: string;
  /** Why, in the words of the person who decides: everybody reads it. */
  readonly reason: string;
}

/** What was decided about a council's verdicts, as it stands in the record. */
export interface HidingDecided {
  readonly hidingId: number;
  readonly dfeCode: string;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

/**
 * Shows nothing any more of what we make of a council's figures: verdicts, flags, status and trend. In their place
 * stands the reason. What was published stays where it is. The council goes on being judged, out of sight.
 *
 * @throws ReviewProblem when it's hidden already, or nothing is judged of it; nothing is changed then
 */
export async function hideVerdicts(
  context: Pick<Context, "database" | "clock" | "actor">,
  { dfeCode, reason }: HidingRequest,
): Promise<HidingDecided> {
  const stated = statedReason(reason);
  return context.database.$transaction(async (transaction) => {
    const standing = await lockHiding(transaction, dfeCode);
    if (standing) {
      const { actor, hiddenAt } = standing;
      throw new ReviewProblem(
        "already-decided",
        `Already hidden by ${actor} on ${formatInstant(hiddenAt.toISOString())}.`,
      );
    }
    const judged = await transaction.councilStatus.findUnique({ where: { dfeCode } });
    if (!judged || judged.status === "no-agreement") {
      throw new ReviewProblem(
        "wrong-state",
        "Nothing is judged of this council, so there is nothing to hide.",
      );
    }
    const { id, actor, hiddenAt } = await transaction.verdictHiding.create({
      data: { dfeCode, reason: stated, actor: context.actor, hiddenAt: context.clock.now() },
    });
    await recordAudit(transaction, {
      ...{ actor, at: hiddenAt, reason: stated, verb: "verdicts.hide" },
      subject: { kind: "council", id: dfeCode },
      before: { hidden: false },
      after: { hidden: true, hiding: id },
    });
    return { hidingId: id, dfeCode, reason: stated, actor, at: hiddenAt };
  });
}

/**
 * Shows a council's verdicts, flags, status and trend again, as they stand today.
 *
 * @throws ReviewProblem when they aren't hidden
 */
export async function showVerdicts(
  context: Pick<Context, "database" | "clock" | "actor">,
  { dfeCode, reason }: HidingRequest,
): Promise<HidingDecided> {
  const stated = statedReason(reason);
  return context.database.$transaction(async (transaction) => {
    const standing = await lockHiding(transaction, dfeCode);
    if (!standing) throw new ReviewProblem("wrong-state", "Its verdicts aren't hidden.");
    const { actor, endedAt } = await transaction.verdictHidingEnd.create({
      data: {
        ...{ hidingId: standing.id, dfeCode, reason: stated },
        ...{ actor: context.actor, endedAt: context.clock.now() },
      },
    });
    await recordAudit(transaction, {
      ...{ actor, at: endedAt, reason: stated, verb: "verdicts.show" },
      subject: { kind: "council", id: dfeCode },
      before: { hidden: true, hiding: standing.id },
      after: { hidden: false },
    });
    return { hidingId: standing.id, dfeCode, reason: stated, actor, at: endedAt };
  });
}

async function lockHiding(transaction: Transaction, dfeCode: string) {
  const council = await transaction.authority.findUnique({ where: { dfeCode } });
  if (!council) throw new ReviewProblem("no-such-council", `There is no council "${dfeCode}".`);
  await lockCouncil(transaction, dfeCode);
  return (await loadHidings(transaction)).get(dfeCode) ?? null;
}
