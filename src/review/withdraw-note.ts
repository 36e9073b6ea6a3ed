import type { Context } from "@/context";
import { recordAudit } from "@/store/record-audit";
import { ReviewProblem } from "./review-problem";
import { statedReason } from "./stated-reason";

/**
 * Takes a correction note back. It stays where it is, said to be taken back, with the reason.
 *
 * @throws ReviewProblem when there is no such note, or it was taken back before; nothing is changed then
 */
export async function withdrawNote(
  { database, clock, actor }: Pick<Context, "database" | "clock" | "actor">,
  { noteId, reason }: { readonly noteId: number; readonly reason: string },
): Promise<void> {
  const stated = statedReason(reason);
  const now = clock.now();
  await database.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "CorrectionNote" WHERE "id" = ${noteId} FOR UPDATE`;
    const note = await transaction.correctionNote.findUnique({
      where: { id: noteId },
      include: { withdrawal: true },
    });
    if (!note) throw new ReviewProblem("no-such-note", `There is no correction note ${noteId}.`);
    if (note.withdrawal) throw new ReviewProblem("already-decided", "The note was taken back before.");
    await transaction.correctionNoteWithdrawal.create({
      data: { noteId, reason: stated, actor, withdrawnAt: now },
    });
    await recordAudit(transaction, {
      ...{ actor, at: now, reason: stated, verb: "note.take-back" },
      subject: { kind: "correction note", id: noteId },
      before: { text: note.text },
      after: null,
    });
  });
}
