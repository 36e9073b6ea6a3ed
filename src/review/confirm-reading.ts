import type { Context } from "@/context";
import { storeCounting } from "@/store/counting-figures";
import { figuresDigest } from "@/store/figures-digest";
import {
  type Decision,
  type DecisionRequest,
  decide,
  refuseReplaced,
  refuseTwice,
  resolveFindings,
  wrongState,
} from "./decide";
import { countingFigures } from "./edition-figures";

/**
 * A person has compared the figures that count with the document: each that was machine-read or doubtful is
 * ended and added again as checked. Holds for these bytes, as long as they are read the same.
 *
 * @throws ReviewProblem
 */
export function confirmReading(
  context: Pick<Context, "database" | "clock" | "actor">,
  request: DecisionRequest,
): Promise<Decision> {
  return decide(context, request, "confirm", async (subject) => {
    const { transaction, reading, edition, now } = subject;
    if (reading.status !== "published" || !edition) {
      throw wrongState(subject, "Only figures that count can be confirmed.");
    }
    await refuseReplaced(subject);
    const figures = await countingFigures(transaction, edition.id);
    const doubts = await transaction.finding.count({
      where: { readingId: reading.id, resolvedAt: null, severity: "doubt" },
    });
    if (doubts === 0 && figures.every(({ columns }) => columns.checked)) {
      refuseTwice(subject, "confirm");
      throw wrongState(subject, "There is nothing left to confirm.");
    }
    const checked = figures.map((row) => ({ ...row, columns: { ...row.columns, checked: true } }));
    const written = await storeCounting(transaction, edition.id, checked, now, "confirmed");
    await resolveFindings(subject, ["doubt"]);
    const { status, decidedAt, decidedBy, decisionReason } = reading;
    return {
      figuresDigest: figuresDigest(figures),
      written,
      reading: { status, decidedAt, decidedBy, decisionReason },
    };
  });
}
