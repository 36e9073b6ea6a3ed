import { londonDay } from "@/domain/calendar-date";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { CorrectionNote } from "@/shapes/report-shapes";

const WITH_WITHDRAWAL = { withdrawal: true } as const satisfies Prisma.CorrectionNoteInclude;

/** What we have said in public of errors of ours, of one council or of all, newest first; those taken back too. */
export async function correctionNotes(
  database: Pick<PrismaClient, "correctionNote">,
  dfeCode?: string,
): Promise<CorrectionNote[]> {
  const notes = await database.correctionNote.findMany({
    where: dfeCode === undefined ? {} : { dfeCode },
    include: WITH_WITHDRAWAL,
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  return notes.map(({ id, about, text, publishedAt, withdrawal }) => ({
    ...{ id, about, text, publishedOn: londonDay(publishedAt) },
    ...(withdrawal === null
      ? {}
      : { withdrawn: { on: londonDay(withdrawal.withdrawnAt), reason: withdrawal.reason } }),
  }));
}
