import cron from "node-cron";
import { describe, expect, it } from "vitest";
import { publications } from "@/sources/registry";
import { jobs } from "./jobs";
import { JOB_SCHEDULE, SCHEDULE } from "./schedule";

const appointments = [
  ...SCHEDULE.map(({ source, at }) => ({ what: `${source}`, at })),
  ...JOB_SCHEDULE.map(({ job, at }) => ({ what: job, at })),
];
const minutesAndHours = appointments.flatMap(({ what, at }) => {
  const [minute = "", hours = ""] = at.split(" ");
  return hours.split(",").map((hour) => ({ what, hour: Number(hour), minute: Number(minute) }));
});

describe("the schedule", () => {
  it("has an hour for every publication, and no other", () => {
    expect(SCHEDULE.map(({ source }) => source).sort()).toEqual(publications.map(({ id }) => id).sort());
  });

  it.each(JOB_SCHEDULE)("$job is a job", ({ job }) => {
    expect(jobs.map(({ name }) => name)).toContain(job);
  });

  it.each(appointments)("$what: $at can be understood", ({ at }) => {
    expect(cron.validate(at)).toBe(true);
  });

  it.each(minutesAndHours)(
    "$what isn't at work in the hour that the clock change doubles or drops",
    ({ hour }) => {
      expect(hour).not.toBe(1);
    },
  );

  it("begins no two things in the same minute", () => {
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
