import type { Flag, PrismaClient } from "@/generated/prisma/client";

export type LoadedFlag = Flag;

/** The flags that a person has withdrawn, by the DfE code of their council. */
export async function loadWithdrawnFlags(
  database: PrismaClient,
): Promise<ReadonlyMap<string, readonly LoadedFlag[]>> {
  const rows = await database.flag.findMany({ where: { state: "withdrawn" } });
  const byCouncil = new Map<string, LoadedFlag[]>();
  for (const row of rows) byCouncil.set(row.dfeCode, [...(byCouncil.get(row.dfeCode) ?? []), row]);
  return byCouncil;
}
