import { describe, expect, it } from "vitest";
import type { CalendarDate } from "@/domain/calendar-date";
import { dueAfter } from "./publication-states";

const everyJune = {
  id: "yearly",
  nextExpected: (today: CalendarDate) => {
    const year = Number(today.slice(0, 4));
    return (today <= `${year}-06-30` ? `${year}-06-30` : `${year + 1}-06-30`) as CalendarDate;
  },
};

describe("the day by which the next edition is usually out", () => {
  it.each([
    ["days ahead of its usual day", "2025-06-26", "2026-06-30"],
    ["on its usual day", "2025-06-30", "2026-06-30"],
    ["a little late", "2025-07-05", "2026-06-30"],
    ["two months ahead", "2025-04-29", "2026-06-30"],
    ["longer ahead: a late one of the year before", "2025-04-28", "2025-06-30"],
  ])("after one that came out %s", (_, publishedOn, due) => {
    expect(dueAfter(publishedOn as CalendarDate, everyJune)).toBe(due);
  });

  it("is unknown where nothing is ever due", () => {
    expect(dueAfter("2025-06-26" as CalendarDate, { id: "never", nextExpected: () => null })).toBeNull();
  });
});
