import type { VerdictHiding } from "@/generated/prisma/client";

interface Hidings {
  readonly verdictHiding: {
    findMany(args: { where: { ending: null }; orderBy: { id: "asc" } }): Promise<VerdictHiding[]>;
  };
}

/** By DfE code, the councils of which no verdict, flag, status or trend may be shown or told today, and why. */
export async function loadHidings(database: Hidings): Promise<ReadonlyMap<string, VerdictHiding>> {
  const rows = await database.verdictHiding.findMany({ where: { ending: null }, orderBy: { id: "asc" } });
  return new Map(rows.map((row) => [row.dfeCode, row]));
}
