import type { Context } from "@/context";
import { figuresDigest } from "@/store/figures-digest";
import { reasonForEnding } from "@/store/reason-for-ending";
import {
  type Decision,
  type DecisionRequest,
  decide,
  refuseReplaced,
  refuseTwice,
  resolveFindings,
  wrongState,
} from "./decide";
import { draftFigures } from "./edition-figures";
import { publishReading } from "./publish-reading";
import { storeApprovedChanges } from "./store-approved-changes";

/**
 * A held edition's figures count from now on. Holds for the same bytes met again, as long as they are read
 * the same; another document is held anew when it crosses a bound.
 *
 * @throws ReviewProblem
 */
export function approveReading(
  context: Pick<Context, "database" | "clock" | "actor">,
  request: DecisionRequest,
): Promise<Decision> {
  return decide(context, request, "approve", async (subject, reason) => {
    const { transaction, reading, edition, now } = subject;
    refuseTwice(subject, "approve");
    if (reading.status !== "held" || !edition)
      throw wrongState(subject, "Only what is held can be approved.");
    await refuseReplaced(subject);
    const figures = await draftFigures(transaction, reading.id);
    const because = await reasonForEnding(transaction, edition.currentReadingId, reading.snapshotSha256);
    await storeApprovedChanges(subject, edition, figures);
    const written = await publishReading(subject, edition, figures, because);
    await resolveFindings(subject, ["stop", "doubt"]);
    return {
      figuresDigest: figuresDigest(figures),
      written,
      reading: { status: "published", decidedAt: now, decidedBy: context.actor, decisionReason: reason },
    };
  });
}
