import type { Context } from "@/context";
import type { Thresholds } from "@/domain/verdicts/thresholds";
import type { Threshold } from "@/generated/prisma/client";

/** By whom, when and why each measure was set last; one that nobody has set isn't in it. */
export async function loadThresholdsSet({
  database,
}: Pick<Context, "database">): Promise<ReadonlyMap<keyof Thresholds, Threshold>> {
  const rows = await database.threshold.findMany({ orderBy: { id: "asc" } });
  return new Map(rows.map((row) => [row.name as keyof Thresholds, row]));
}
