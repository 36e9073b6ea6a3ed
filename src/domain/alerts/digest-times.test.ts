import { describe, expect, it } from "vitest";
import type { CalendarDate, PartialDate } from "../calendar-date";
import { reasonToWait } from "./batch-size";
import { lastDigest } from "./digest-times";
import { isRecent } from "./is-recent";

describe("the moment at which a digest was last due", () => {
  it.each([
    ["winter, at eight", "daily", "2026-11-24T08:00:00.000Z", "2026-11-23T08:00"],
    ["winter, just after eight", "daily", "2026-11-24T08:00:00.001Z", "2026-11-24T08:00"],
    ["summer, at eight in London", "daily", "2026-07-01T07:00:00.000Z", "2026-06-30T07:00"],
    ["summer, just after eight in London", "daily", "2026-07-01T07:00:00.001Z", "2026-07-01T07:00"],
    ["the morning on which clocks go forward", "daily", "2026-03-29T07:00:00.001Z", "2026-03-29T07:00"],
    ["the morning on which clocks go back", "daily", "2026-10-25T08:00:00.001Z", "2026-10-25T08:00"],
    [
      "after midnight in London, still the day before in UTC",
      "daily",
      "2026-06-30T23:30:00.000Z",
      "2026-06-30T07:00",
    ],
    ["a Monday at eight", "weekly", "2026-11-23T08:00:00.000Z", "2026-11-16T08:00"],
    ["a Monday just after eight", "weekly", "2026-11-23T08:00:00.001Z", "2026-11-23T08:00"],
    ["a Sunday", "weekly", "2026-11-29T23:00:00.000Z", "2026-11-23T08:00"],
    ["the Monday after clocks went back", "weekly", "2026-10-26T08:00:00.001Z", "2026-10-26T08:00"],
  ] as const)("%s", (_, frequency, now, at) => {
    expect(lastDigest(frequency, new Date(now))).toEqual({ day: at.slice(0, 10), at: new Date(`${at}:00Z`) });
  });
});

describe("what was said a while ago", () => {
  it.each([
    ["2026-09-30", true],
    ["2026-09-29", false],
    ["2026-10", true],
    ["2026-09", false],
    ["2026", false],
    ["2026-12-01", true],
    [null, false],
  ])("on 29 November 2026 something of %s is news: %s", (date, news) => {
    expect(isRecent(date as PartialDate | null, "2026-11-29" as CalendarDate)).toBe(news);
  });
});

describe("a batch of alerts", () => {
  it.each([
    [40, 50_000, false],
    [41, 1, true],
    [1, 50_001, true],
    [500, 0, false],
    [0, 0, false],
  ])("of %i for %i recipients waits for a person: %s", (alerts, recipients, waits) => {
    expect(reasonToWait({ alerts, recipients }) !== null).toBe(waits);
  });
});
