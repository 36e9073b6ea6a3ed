import type { PrismaClient } from "@/generated/prisma/client";

/** From what each council was judged last, by DfE code. */
export async function loadDigests(database: PrismaClient): Promise<ReadonlyMap<string, string>> {
  const rows = await database.councilStatus.findMany({ select: { dfeCode: true, digest: true } });
  return new Map(rows.map(({ dfeCode, digest }) => [dfeCode, digest]));
}
