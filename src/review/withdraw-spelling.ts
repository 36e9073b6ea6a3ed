import type { Context } from "@/context";
import { lockPublication } from "@/store/lock-publication";
import { recordAudit } from "@/store/record-audit";
import { formatInstant } from "@/wording/dates";
import { ReviewProblem } from "./review-problem";
import { statedReason } from "./stated-reason";

/**
 * Takes a spelling back: whose rows they are isn't known again, once the documents are read again.
 *
 * @throws ReviewProblem when there is no such spelling, or it was taken back before
 */
export async function withdrawSpelling(
  context: Pick<Context, "database" | "clock" | "actor">,
  request: { readonly spellingId: number; readonly reason: string },
): Promise<{ readonly spelling: string }> {
  const reason = statedReason(request.reason);
  return context.database.$transaction(async (transaction) => {
    await lockPublication(transaction, "local-authorities");
    const known = await transaction.councilSpelling.findUnique({
      where: { id: request.spellingId },
      include: { withdrawal: true },
    });
    if (!known) throw new ReviewProblem("no-such-spelling", `There is no spelling ${request.spellingId}.`);
    if (known.withdrawal) {
      const { actor, withdrawnAt } = known.withdrawal;
      throw new ReviewProblem(
        "already-decided",
        `Already taken back by ${actor} on ${formatInstant(withdrawnAt.toISOString())}.`,
      );
    }
    await transaction.councilSpellingWithdrawal.create({
      data: { spellingId: known.id, reason, withdrawnAt: context.clock.now(), actor: context.actor },
    });
    await recordAudit(transaction, {
      ...{ actor: context.actor, reason, at: context.clock.now(), verb: "spelling.take-back" },
      subject: { kind: "spelling", id: known.id },
      before: { spelling: known.spelling, dfeCode: known.dfeCode },
    });
    return { spelling: known.spelling };
  });
}
