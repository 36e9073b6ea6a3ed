import type { Context } from "@/context";
import { LONGEST_NOTE } from "@/domain/reports/report";
import type { CorrectionNote } from "@/generated/prisma/client";
import type { Transaction } from "@/store/figure-tables";
import { recordAudit } from "@/store/record-audit";
import { lockReport } from "./decide-report";
import { ReviewProblem } from "./review-problem";
import { statedWords } from "./stated-words";

type Deciding = Pick<Context, "database" | "clock" | "actor">;

/** A note as it's published, whatever led to it. */
export type NoteWords = Pick<CorrectionNote, "reportId" | "figure" | "flagId" | "dfeCode" | "about" | "text">;

/**
 * Says in public that something was wrong here: beside the corrections on the council's page, and with the changes.
 *
 * @throws ReviewProblem unless the report was answered with "it was wrong" and no note stands for it
 */
export async function publishNote(
  context: Deciding,
  { reportId, text }: { readonly reportId: number; readonly text: string },
): Promise<CorrectionNote> {
  const stated = statedWords("The note", text, LONGEST_NOTE);
  return context.database.$transaction(async (transaction) => {
    const { figure, flagId, dfeCode, about, state } = await lockReport(transaction, reportId);
    const answer = await transaction.reportDecision.findFirst({
      where: { reportId },
      orderBy: { id: "desc" },
    });
    if (state !== "answered" || answer?.wrong !== true) {
      throw new ReviewProblem(
        "wrong-state",
        "A note follows an answer that says that it was wrong. Answer the report first.",
      );
    }
    const standing = await transaction.correctionNote.count({ where: { reportId, withdrawal: null } });
    if (standing > 0) {
      throw new ReviewProblem("already-decided", "A note stands for this report. Take that one back first.");
    }
    return addNote(transaction, context, { reportId, figure, flagId, dfeCode, about, text: stated });
  });
}

/** A note as it was published before, in a store that is rebuilt: reports stay where they were sent. */
export function publishNoteAgain(context: Deciding, note: NoteWords): Promise<CorrectionNote> {
  return context.database.$transaction((transaction) => addNote(transaction, context, note));
}

async function addNote(
  transaction: Transaction,
  { clock, actor }: Deciding,
  words: NoteWords,
): Promise<CorrectionNote> {
  const note = await transaction.correctionNote.create({
    data: { ...words, actor, publishedAt: clock.now() },
  });
  await recordAudit(transaction, {
    ...{ actor, at: note.publishedAt, verb: "note.publish" },
    subject: { kind: "correction note", id: note.id },
    after: { report: words.reportId, text: words.text },
  });
  return note;
}
