import cron from "node-cron";
import { describe, expect, it } from "vitest";
import { publications } from "@/sources/registry";
import { SCHEDULE } from "./schedule";

const minutesAndHours = SCHEDULE.flatMap(({ source, at }) => {
  const [minute = "", hours = ""] = at.split(" ");
  return hours.split(",").map((hour) => ({ source, hour: Number(hour), minute: Number(minute) }));
});

describe("the schedule", () => {
  it("has an hour for every publication, and no other", () => {
    expect(SCHEDULE.map(({ source }) => source).sort()).toEqual(publications.map(({ id }) => id).sort());
  });

  it.each(SCHEDULE)("$source: $at can be understood", ({ at }) => {
    expect(cron.validate(at)).toBe(true);
  });

  it.each(minutesAndHours)(
    "$source isn't asked in the hour that the clock change doubles or drops",
    ({ hour }) => {
      expect(hour).not.toBe(1);
    },
  );

  it("asks no two sources in the same minute", () => {
    const moments = minutesAndHours.map(({ hour, minute }) => `${hour}:${minute}`);
    expect(new Set(moments).size).toBe(moments.length);
  });

  it("asks no publisher more often than once an hour", () => {
    for (const { at } of SCHEDULE) {
      const [minute = ""] = at.split(" ");
      expect(minute).toMatch(/^\d+$/);
    }
  });
});
