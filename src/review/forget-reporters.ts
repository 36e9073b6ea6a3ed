import type { Context } from "@/context";
import { REPORTER_DAYS } from "@/domain/reports/report";

const DAY_MS = 24 * 60 * 60_000;

/**
 * Erases the addresses of those who reported something: 30 days after the last decision about it, and after a year
 * at the latest. What they reported stays.
 *
 * @returns how many
 */
export async function forgetReporters({
  database,
  clock,
}: Pick<Context, "database" | "clock">): Promise<number> {
  const before = (days: number) => new Date(clock.now().getTime() - days * DAY_MS);
  const { count } = await database.errorReport.updateMany({
    where: {
      email: { not: null },
      OR: [
        { state: { not: "open" }, decidedAt: { lte: before(REPORTER_DAYS.afterDecision) } },
        { reportedAt: { lte: before(REPORTER_DAYS.atMost) } },
      ],
    },
    data: { email: null },
  });
  return count;
}
