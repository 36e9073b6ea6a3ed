import { describe, expect, it } from "vitest";
import { MOST_ATTEMPTS, pauseBeforeNext } from "./next-attempt";

const minutes = (pause: number | null) => pause && pause / 60_000;

describe("the pause before the next attempt", () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [9, 256],
    [10, 480],
    [11, 480],
    [12, null],
    [13, null],
  ])("after %i is %j minutes on average", (attempts, expected) => {
    expect(minutes(pauseBeforeNext(attempts, 0.5))).toBe(expected);
  });

  it("is a quarter shorter or longer by chance", () => {
    expect(minutes(pauseBeforeNext(3, 0))).toBe(3);
    expect(minutes(pauseBeforeNext(3, 1))).toBe(5);
  });

  it("adds up to about a day", () => {
    let total = 0;
    for (let attempts = 1; attempts < MOST_ATTEMPTS; attempts += 1)
      total += pauseBeforeNext(attempts, 0.5) ?? 0;
    expect(total / 3_600_000).toBeGreaterThan(24);
    expect(total / 3_600_000).toBeLessThan(26);
  });
});
