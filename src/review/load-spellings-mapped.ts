import type { Context } from "@/context";
import type { MappedSpelling } from "@/shapes/review-shapes";
import { loadCouncilNames } from "./council-names";

/** Every spelling that somebody has mapped, newest first, those that were taken back too. Actors as they are kept. */
export async function loadMappedSpellings({
  database,
}: Pick<Context, "database">): Promise<MappedSpelling[]> {
  const [rows, names] = await Promise.all([
    database.councilSpelling.findMany({ include: { withdrawal: true }, orderBy: { id: "desc" } }),
    loadCouncilNames(database),
  ]);
  return rows.map(({ id, spelling, dfeCode, reason, actor, mappedAt, withdrawal }) => ({
    ...{ id, spelling, dfeCode, reason, by: actor },
    council: names.get(dfeCode) ?? dfeCode,
    at: mappedAt.toISOString(),
    withdrawn: withdrawal && {
      reason: withdrawal.reason,
      by: withdrawal.actor,
      at: withdrawal.withdrawnAt.toISOString(),
    },
  }));
}
