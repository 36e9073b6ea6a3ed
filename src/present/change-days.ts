import { londonDay } from "@/domain/calendar-date";
import { NEWEST_FIRST, whereOf } from "./changes";
import type { Reading } from "./summaries";

const LOOKED_THROUGH = 5_000;

/** The latest days on which changes were found, newest first, with how many on each. */
export async function changeDays({
  database,
}: Pick<Reading, "database">): Promise<{ day: string; changes: number }[]> {
  const found = await database.change.findMany({
    where: whereOf({}, null),
    select: { detectedAt: true },
    orderBy: [...NEWEST_FIRST],
    take: LOOKED_THROUGH,
  });
  const days = new Map<string, number>();
  for (const { detectedAt } of found) {
    const day = londonDay(detectedAt);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days].map(([day, changes]) => ({ day, changes }));
}
