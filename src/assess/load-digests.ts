import type { PrismaClient } from "@/generated/prisma/client";

/** From what a council was judged last, and when. */
export interface LastAssessment {
  readonly digest: string;
  readonly assessedAt: Date;
}

/** Every council's last assessment, by DfE code. */
export async function loadDigests(database: PrismaClient): Promise<ReadonlyMap<string, LastAssessment>> {
  const rows = await database.councilStatus.findMany({
    select: { dfeCode: true, digest: true, assessedAt: true },
  });
  return new Map(rows.map(({ dfeCode, ...last }) => [dfeCode, last]));
}
