import type { Context } from "@/context";
import type { PlacedRow } from "@/store/figure-tables";
import { figuresDigest } from "@/store/figures-digest";
import {
  type Decision,
  type DecisionRequest,
  decide,
  refuseReplaced,
  refuseTwice,
  resolveFindings,
  type Subject,
  wrongState,
} from "./decide";
import { countingFigures, draftFigures } from "./edition-figures";
import { withdrawReading } from "./withdraw-reading";

const REJECTABLE = ["held", "not-understood", "published"];

/**
 * The figures of a reading never count. If they did, they're ended, and what they had replaced counts again.
 * Holds for the same bytes met again, as long as they are read the same.
 *
 * @throws ReviewProblem
 */
export function rejectReading(
  context: Pick<Context, "database" | "clock" | "actor">,
  request: DecisionRequest,
): Promise<Decision> {
  return decide(context, request, "reject", async (subject, reason) => {
    const { reading, edition, now } = subject;
    refuseTwice(subject, "reject");
    if (!REJECTABLE.includes(reading.status)) {
      throw wrongState(subject, "There is nothing to reject.");
    }
    await refuseReplaced(subject);
    const figures = await figuresOf(subject);
    const written =
      reading.status === "published" && edition ? await withdrawReading(subject, edition, "rejected") : 0;
    await resolveFindings(subject, ["stop", "doubt", "note"]);
    return {
      figuresDigest: figuresDigest(figures),
      written,
      reading: { status: "rejected", decidedAt: now, decidedBy: context.actor, decisionReason: reason },
    };
  });
}

async function figuresOf({ transaction, reading, edition }: Subject): Promise<readonly PlacedRow[]> {
  if (reading.status === "published" && edition) return countingFigures(transaction, edition.id);
  return draftFigures(transaction, reading.id);
}
