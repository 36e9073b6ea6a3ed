import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Point, theilSen } from "./theil-sen";

const points = (...amounts: readonly number[]): Point[] => amounts.map((amount, at) => ({ at, amount }));

describe("the Theil-Sen slope", () => {
  it.each<[string, Point[], [number, number, number]]>([
    ["of two points is theirs", points(3, 5), [2, 2, 2]],
    ["of a line is the line's", points(10, 7, 4, 1), [-3, -3, -3]],
    ["of a level is nothing", points(4, 4, 4), [0, 0, 0]],
    [
      "with a year missing counts the years between",
      [
        { at: 0, amount: 0 },
        { at: 3, amount: 9 },
      ],
      [3, 3, 3],
    ],
    ["isn't carried away by one point", points(0, 1, 2, 3, 100), [1, 1, 53.8]],
    ["of three uneven points", points(0, 1, 4), [2, 1.2, 2.8]],
  ])("%s", (_, given, [median, low, high]) => {
    const slopes = theilSen(given);
    expect(slopes?.median).toBeCloseTo(median, 9);
    expect(slopes?.low).toBeCloseTo(low, 9);
    expect(slopes?.high).toBeCloseTo(high, 9);
  });

  it.each<[string, Point[]]>([
    ["no point", []],
    ["one", points(1)],
    [
      "two at one time",
      [
        { at: 1, amount: 1 },
        { at: 1, amount: 2 },
      ],
    ],
  ])("%s has none", (_, given) => {
    expect(theilSen(given)).toBeNull();
  });
});

const clouds = fc.uniqueArray(
  fc.record({ at: fc.integer({ min: 2010, max: 2040 }), amount: fc.integer({ min: -1e10, max: 1e11 }) }),
  { minLength: 3, maxLength: 9, selector: ({ at }) => at },
);
const close = (a: number | undefined, b: number) => expect((a ?? Number.NaN) - b).toBeCloseTo(0, 1);

describe("for any points", () => {
  it("moving all of them changes nothing, neither in time nor in amount", () => {
    fc.assert(
      fc.property(
        clouds,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -1e10, max: 1e10 }),
        (cloud, years, by) => {
          const before = theilSen(cloud);
          const moved = theilSen(cloud.map(({ at, amount }) => ({ at: at + years, amount: amount + by })));
          expect(moved).toEqual(before);
        },
      ),
    );
  });

  it("a line laid on top adds its slope", () => {
    fc.assert(
      fc.property(clouds, fc.integer({ min: -1e9, max: 1e9 }), (cloud, slope) => {
        const before = theilSen(cloud);
        const tilted = theilSen(
          cloud.map(({ at, amount }) => ({ at, amount: amount + slope * (at - 2010) })),
        );
        close(tilted?.median, (before?.median ?? 0) + slope);
        close(tilted?.low, (before?.low ?? 0) + slope);
        close(tilted?.high, (before?.high ?? 0) + slope);
      }),
    );
  });

  it("what is doubled grows twice as fast, and what is turned over falls", () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const before = theilSen(cloud);
        close(
          theilSen(cloud.map(({ at, amount }) => ({ at, amount: amount * 2 })))?.median,
          (before?.median ?? 0) * 2,
        );
        const over = theilSen(cloud.map(({ at, amount }) => ({ at, amount: -amount })));
        close(over?.median, -(before?.median ?? 0));
        close(over?.low, -(before?.high ?? 0));
      }),
    );
  });

  it("the order never matters, and the range holds the median", () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const slopes = theilSen(cloud);
        expect(theilSen(cloud.toReversed())).toEqual(slopes);
        expect(slopes?.low).toBeLessThanOrEqual(slopes?.median ?? Number.NaN);
        expect(slopes?.high).toBeGreaterThanOrEqual(slopes?.median ?? Number.NaN);
      }),
    );
  });

  it("an exact line is found", () => {
    fc.assert(
      fc.property(clouds, fc.integer({ min: -1e9, max: 1e9 }), (cloud, slope) => {
        const line = theilSen(cloud.map(({ at }) => ({ at, amount: slope * at })));
        expect(line).toEqual({ median: slope, low: slope, high: slope });
      }),
    );
  });
});
