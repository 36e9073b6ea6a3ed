import { type CalendarDate, readCalendarDate } from "@/domain/calendar-date";

/**
 * The days at which the practice archive can be looked at, oldest first: what had been published by then, and
 * nothing later. Loaded one after another they give the store a history, with figures restated and agreements
 * revised. Each comes soon after a year's section 251 outturn.
 */
export const STAGES: readonly CalendarDate[] = ["2024-01-31", "2025-01-31", "2026-01-31", "2026-11-23"].map(
  (text) => {
    const day = readCalendarDate(text);
    if (!day) throw new Error(`${text} isn't a day.`);
    return day;
  },
);

/** Whether something published on a day was there at a stage; without a day it always was. */
export function isOutBy(stage: string, day: string | null): boolean {
  return day === null || day <= stage;
}
