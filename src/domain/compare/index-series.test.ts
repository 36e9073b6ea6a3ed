import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonBase, indexed } from "./index-series";
import { MEASURES, onOneFooting } from "./measure";

const course = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([at, value]) => ({ at, value }));

describe("the year an index starts from", () => {
  it.each([
    [[{ "2020-03-31": 5, "2021-03-31": 6 }], "2020-03-31"],
    [[{ "2020-03-31": 5, "2021-03-31": 6 }, { "2021-03-31": 9 }], "2021-03-31"],
    [[{ "2020-03-31": -5, "2021-03-31": 6 }], "2021-03-31"],
    [[{ "2020-03-31": 0 }], null],
    [[{ "2020-03-31": 5 }, { "2021-03-31": 9 }], null],
    [[{ "2020-03-31": 5 }, {}], null],
    [[], null],
  ])("of %j is %s", (courses, base) =>
    expect(commonBase((courses as Record<string, number>[]).map(course))).toBe(base),
  );
});

describe("an index", () => {
  it("is 100 at its base and keeps proportions", () => {
    expect(indexed(course({ "2020-03-31": 50, "2021-03-31": 75, "2022-03-31": -25 }), "2020-03-31")).toEqual(
      course({ "2020-03-31": 100, "2021-03-31": 150, "2022-03-31": -50 }),
    );
  });

  it.each([
    [course({ "2020-03-31": -50 }), "2020-03-31"],
    [course({ "2020-03-31": 0 }), "2020-03-31"],
    [course({ "2020-03-31": 50 }), "2021-03-31"],
  ])("of %j from %s isn't there", (values, base) => expect(indexed(values, base)).toBeNull());

  it("can always be made from a common base", () => {
    const values = fc.dictionary(fc.constantFrom("2020-03-31", "2021-03-31", "2022-03-31"), fc.integer());
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 6 }), (councils) => {
        const courses = councils.map(course);
        const base = commonBase(courses);
        return base === null || courses.every((one) => indexed(one, base) !== null);
      }),
    );
  });
});

describe("measures on one footing", () => {
  it("are all but the gross deficit and the promise", () => {
    expect(MEASURES.filter((measure) => !onOneFooting(measure))).toEqual(["gross", "promised"]);
  });
});
