import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CHART_SIZES } from "./balance-plan";
import { nationalStack } from "./national-stack";
import { rankedBar, reachOf } from "./ranked-bar";

const numbers = (markup: string, attribute: string) =>
  [...markup.matchAll(new RegExp(`<rect[^>]* ${attribute}="([\\d.]+)"`, "g"))].map(([, found]) =>
    Number(found),
  );

describe("ranked bars", () => {
  const bar = (amountGbp: number, of: "missed" | "gap" | "deficit", amounts: readonly number[]) =>
    renderToStaticMarkup(rankedBar({ amountGbp, of, reach: reachOf(amounts) }, "bar"));

  it("share one zero and one scale: twice the amount is twice the length", () => {
    const all = [100, 200, -50];
    const [short = 0] = numbers(bar(100, "gap", all), "width");
    const [long = 0] = numbers(bar(200, "gap", all), "width");
    expect(long).toBeCloseTo(2 * short, 0);
  });

  it("go to the left of zero below the plan, and are hollow there", () => {
    const below = bar(-50, "gap", [100, -50]);
    const above = bar(100, "gap", [100, -50]);
    expect(below).toContain('fill="none"');
    const [from = 0] = numbers(below, "x");
    const [width = 0] = numbers(below, "width");
    expect(from + width).toBeCloseTo(numbers(above, "x")[0] ?? Number.NaN, 0);
  });

  it.each([
    ["missed", true],
    ["gap", false],
    ["deficit", false],
  ] as const)("are red for what is judged to be missed alone: %s, %s", (of, red) => {
    expect(bar(100, of, [100]).includes("--missed")).toBe(red);
  });

  it("are grey and hatched where they stand against no plan, never red", () => {
    const deficit = bar(100, "deficit", [100]);
    expect(deficit).toContain('fill="url(#bar)"');
  });

  it.each([[[]], [[0]], [[-5]], [[5]]])("have a zero whatever there is: %j", (amounts) => {
    const { low, high } = reachOf(amounts);
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThan(0);
  });
});

describe("the national stack", () => {
  const markup = renderToStaticMarkup(
    nationalStack(
      {
        title: "By year",
        description: "three years",
        nothing: ["we do not", "hold it"],
        layerNames: ["signed", "others", "surpluses"],
        bars: [
          {
            ...{ key: "2022", name: ["2022"], basis: "worked out", sum: "£400" },
            layers: [
              { amount: 100, text: "£100" },
              { amount: 300, text: "£300" },
              { amount: -50, text: "£50" },
            ],
          },
          { key: "2023", name: ["2023"], basis: "", sum: "", layers: null },
          {
            ...{ key: "2024", name: ["2024"], basis: "outturn", sum: "£500" },
            layers: [
              { amount: 200, text: "£200" },
              { amount: 300, text: "£300" },
              { amount: -50, text: "£50" },
            ],
          },
        ],
      },
      CHART_SIZES.wide,
      "stack",
    ),
  );

  it("joins no two years: there is no line but the zero", () => {
    expect(markup).not.toContain("<polyline");
    expect(markup.match(/<line /g)).toHaveLength(1);
  });

  it("stacks what is owed from zero up and hangs surpluses below it", () => {
    const [y = [], heights = []] = [numbers(markup, "y"), numbers(markup, "height")].map((all) => all);
    const bottoms = y.map((top, index) => top + (heights[index] ?? 0));
    const zero = Number(/<line [^>]*y1="([\d.]+)"/.exec(markup)?.[1]);
    expect(bottoms[0]).toBeCloseTo(zero, 3);
    expect(bottoms[1]).toBeCloseTo(y[0] ?? Number.NaN, 3);
    expect(y[2]).toBeCloseTo(zero, 3);
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(3, 3);
  });

  it("writes what is owed in all over each", () => {
    expect(markup).toContain(">£400</text>");
    expect(markup).toContain(">£500</text>");
  });

  it("says how each year's figures came about, and that a year between is not held", () => {
    expect(markup).toContain("worked out");
    expect(markup).toContain("outturn");
    expect(markup).toContain("we do not");
  });
});
