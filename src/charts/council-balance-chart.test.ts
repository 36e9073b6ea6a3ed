import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { TimeMark } from "./balance-labels";
import { CHART_SIZES, planBalanceChart } from "./balance-plan";
import type { BalancePoint, BalanceSeries } from "./balance-series";
import { councilBalanceChart } from "./council-balance-chart";
import { touch } from "./place-labels";

const EMPTY: BalanceSeries = { net: [], segments: [], ranges: [], unlike: [], forecasts: [], planned: [] };

function point(asAt: string, deficitGbp: number, derived = false): BalancePoint {
  return { asAt, deficitGbp, errorGbp: derived ? 62_000 : null, derived, provisional: false };
}

function joined(net: readonly BalancePoint[]): Pick<BalanceSeries, "net" | "segments"> {
  return {
    net,
    segments: net.slice(1).flatMap((to, index) => {
      const from = net[index];
      return from === undefined ? [] : [{ from, to, plain: true }];
    }),
  };
}

const crowded: BalanceSeries = {
  ...joined([
    point("2020-03-31", 21_503_000, true),
    point("2021-03-31", 51_024_000, true),
    point("2022-03-31", 97_581_000, true),
    point("2024-03-31", 67_167_405),
    point("2025-03-31", 97_500_000),
  ]),
  ranges: [],
  unlike: [
    { ...point("2022-03-31", 97_000_000), basis: "gross", scope: "dsg" },
    { ...point("2024-03-31", 68_000_000), basis: "unknown", scope: "unknown" },
    { ...point("2024-03-31", 68_500_000), basis: "net", scope: "high-needs" },
  ],
  forecasts: [
    { asAt: "2026-03-31", deficitGbp: 136_000_000, basis: "net", scope: "dsg", publishedOn: "2026-01-20" },
  ],
  planned: [
    {
      version: "original",
      basis: "gross",
      scope: "dsg",
      planSource: "agreement",
      points: [
        { asAt: "2024-03-31", deficitGbp: 121_000_000 },
        { asAt: "2026-03-31", deficitGbp: 118_000_000 },
      ],
    },
  ],
};
const timeMarks: readonly TimeMark[] = [
  { date: "2023-03", text: "signed Mar 2023" },
  { date: "2023-09", text: "suspended Sep 2023" },
  { date: "2028-03-31", text: "to balance by Mar 2028" },
];

const sizes = Object.entries(CHART_SIZES);

describe("what a label calls its figure", () => {
  const labelOf = (series: Partial<BalanceSeries>) =>
    planBalanceChart({ ...EMPTY, ...series }, [], CHART_SIZES.wide).labels.map(({ text }) => text);
  const points = [{ asAt: "2026-03-31", deficitGbp: 118_000_000 }];
  const plan = { version: "original", basis: "gross", scope: "dsg", points } as const;
  const forecast = { asAt: "2026-03-31", deficitGbp: 118_000_000, scope: "dsg", publishedOn: null } as const;

  it.each([
    ["agreement", "£118m planned, gross"],
    ["plan", "£118m planned, gross"],
    ["press", "£118m planned, says the press, gross"],
    ["aim", "£118m aimed at, gross"],
    ["computed", "£118m worked back, gross"],
  ] as const)("from %s: %s", (planSource, label) =>
    expect(labelOf({ planned: [{ ...plan, planSource }] })).toEqual([label]),
  );

  it.each([
    ["gross", "£118m forecast, gross"],
    ["net", "£118m forecast"],
  ] as const)("a %s forecast: %s", (basis, label) =>
    expect(labelOf({ forecasts: [{ ...forecast, basis }] })).toEqual([label]),
  );
});

describe.each(sizes)("the balance chart, %s", (name, size) => {
  const plan = planBalanceChart(crowded, timeMarks, size);

  it("has no label on another", () => {
    const boxes = [...plan.labels, ...plan.marks].map(({ box }) => box);
    for (const [index, box] of boxes.entries()) {
      expect(boxes.slice(index + 1).some((other) => touch(box, other))).toBe(false);
    }
  });

  it("always names the latest net figure", () => {
    expect(plan.labels.map(({ text }) => text)).toContain("£97.5m net");
  });

  it("keeps its year ends apart, the last one named", () => {
    const ats = plan.xTicks.map(({ at }) => at);
    for (const [index, at] of ats.slice(1).entries()) expect(at - (ats[index] ?? 0)).toBeGreaterThan(30);
    expect(plan.xTicks.at(-1)?.lines.join(" ")).toBe("Mar 2028");
  });

  it("shows zero", () => {
    expect(plan.yTicks.filter(({ zero }) => zero)).toHaveLength(1);
  });

  it("stays inside its frame", () => {
    for (const { box } of [...plan.labels, ...plan.marks]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(size.width);
    }
  });

  it("says what it is without being seen", () => {
    const markup = renderToStaticMarkup(
      councilBalanceChart({ council: "Exampleshire", series: crowded, timeMarks }, size, name),
    );
    expect(markup).toContain(`<title id="${name}-title">Published balance of Exampleshire</title>`);
    expect(markup).toContain("£67.2m in Mar 2024");
    expect(markup).toContain(
      "Mar 2022: a deficit of £97,581,000 ± £62,000, worked out from published figures",
    );
  });

  it("writes no style attribute, which the content security policy would refuse", () => {
    const markup = renderToStaticMarkup(
      councilBalanceChart({ council: "Exampleshire", series: crowded, timeMarks }, size, name),
    );
    expect(markup).not.toContain("style=");
  });
});

describe("the scale of a balance chart", () => {
  const size = CHART_SIZES.wide;

  it("grows upwards with what is owed", () => {
    const { y } = planBalanceChart(crowded, [], size);
    expect(y(100_000_000)).toBeLessThan(y(0));
  });

  it("puts a surplus below zero", () => {
    const { y, plot } = planBalanceChart(
      { ...EMPTY, ...joined([point("2020-03-31", -5_000_000), point("2021-03-31", 1_000_000)]) },
      [],
      size,
    );
    expect(y(-5_000_000)).toBeGreaterThan(y(0));
    expect(y(-5_000_000)).toBeLessThanOrEqual(plot.y + plot.height);
  });

  it("holds every figure, whatever they are", () => {
    const deficit = fc.integer({ min: -300_000_000, max: 900_000_000 });
    fc.assert(
      fc.property(fc.array(deficit, { minLength: 1, maxLength: 8 }), (deficits) => {
        const net = deficits.map((gbp, index) => point(`${2019 + index}-03-31`, gbp));
        const { plot, x, y } = planBalanceChart({ ...EMPTY, ...joined(net) }, [], CHART_SIZES.narrow);
        for (const { asAt, deficitGbp } of net) {
          expect(x(asAt)).toBeGreaterThanOrEqual(plot.x);
          expect(x(asAt)).toBeLessThanOrEqual(plot.x + plot.width);
          expect(y(deficitGbp)).toBeGreaterThanOrEqual(plot.y - 0.001);
          expect(y(deficitGbp)).toBeLessThanOrEqual(plot.y + plot.height + 0.001);
        }
      }),
    );
  });

  it("refuses to be drawn of nothing", () => {
    expect(() => planBalanceChart(EMPTY, [], size)).toThrow("at least one figure");
  });
});
