import type { Context } from "@/context";
import type { Prisma } from "@/generated/prisma/client";

const WITH_DECISIONS = {
  decisions: { orderBy: { id: "asc" } },
} as const satisfies Prisma.ErrorReportInclude;
export type HeldReport = Prisma.ErrorReportGetPayload<{ include: typeof WITH_DECISIONS }>;

const WITH_WITHDRAWAL = { withdrawal: true } as const satisfies Prisma.CorrectionNoteInclude;
export type HeldNote = Prisma.CorrectionNoteGetPayload<{ include: typeof WITH_WITHDRAWAL }>;

/** As many of those that are decided as somebody looks through. */
const DECIDED_SHOWN = 50;

/** Reports that wait, the oldest first, and those decided lately, the last first. */
export async function loadReports({ database }: Pick<Context, "database">): Promise<{
  readonly open: readonly HeldReport[];
  readonly decided: readonly HeldReport[];
}> {
  const [open, decided] = await Promise.all([
    database.errorReport.findMany({
      where: { state: "open" },
      include: WITH_DECISIONS,
      orderBy: { id: "asc" },
    }),
    database.errorReport.findMany({
      where: { state: { not: "open" } },
      include: WITH_DECISIONS,
      orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
      take: DECIDED_SHOWN,
    }),
  ]);
  return { open, decided };
}

/** One report with the notes that it led to, the last first; null when there is none of that number. */
export async function loadReport(
  { database }: Pick<Context, "database">,
  reportId: number,
): Promise<{ readonly report: HeldReport; readonly notes: readonly HeldNote[] } | null> {
  const [report, notes] = await Promise.all([
    database.errorReport.findUnique({ where: { id: reportId }, include: WITH_DECISIONS }),
    database.correctionNote.findMany({
      where: { reportId },
      include: WITH_WITHDRAWAL,
      orderBy: { id: "desc" },
    }),
  ]);
  return report && { report, notes };
}

/** How many wait for somebody, and since when the first of them does. */
export async function countOpenReports({ database }: Pick<Context, "database">): Promise<{
  readonly count: number;
  readonly oldestAt: Date | null;
}> {
  const { _count, _min } = await database.errorReport.aggregate({
    where: { state: "open" },
    _count: true,
    _min: { reportedAt: true },
  });
  return { count: _count, oldestAt: _min.reportedAt };
}
