import { describe, expect, it } from "vitest";
import { visitsAfter, writtenVisits } from "./visits";

describe("the days of a visitor's visits", () => {
  it.each([
    ["nothing", null, "2026-11-24", null],
    ["a visit on an earlier day", "2026-11-20", "2026-11-24 2026-11-20", "2026-11-20"],
    ["a second look on the same day", "2026-11-24 2026-11-20", "2026-11-24 2026-11-20", "2026-11-20"],
    ["a second look on the first day", "2026-11-24", "2026-11-24", null],
    ["two earlier days", "2026-11-20 2026-11-01", "2026-11-24 2026-11-20", "2026-11-20"],
    ["a day to come: the clock was wrong", "2027-01-01", "2026-11-24", null],
    ["something else", "{}", "2026-11-24", null],
  ])("%s", (_, kept, written, before) => {
    const visits = visitsAfter(kept, "2026-11-24");
    expect(visits.before).toBe(before);
    expect(writtenVisits(visits)).toBe(written);
  });
});
