import { readCalendarDate } from "@/domain/calendar-date";
import { formatDate } from "@/wording/dates";
import { ReviewProblem } from "./review-problem";

/** The first day of the dedicated schools grant: nobody has said anything of it before. */
const FIRST_DAY = "2006-04-01";

/**
 * A day on which somebody said something, such as `2026-01-31`.
 *
 * @throws ReviewProblem when it isn't a day, is yet to come, or was before there was such a grant
 */
export function statedDay(text: string, today: string): string {
  const day = readCalendarDate(text.trim());
  if (day === null) throw new ReviewProblem("date", `"${text}" isn't a day. It is written like 2026-01-31.`);
  if (day > today) {
    throw new ReviewProblem("date", `${formatDate(day)} is yet to come: it has been said already.`);
  }
  if (day < FIRST_DAY) {
    throw new ReviewProblem("date", `${formatDate(day)} is before there was a dedicated schools grant.`);
  }
  return day;
}
