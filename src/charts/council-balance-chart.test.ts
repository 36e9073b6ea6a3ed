import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { source } from "@/testing/sample-source";
import { CHART_SIZES, planBalanceChart } from "./balance-plan";
import type { BalancePoint, BalanceSeries, PlannedPoint } from "./balance-series";
import { councilBalanceChart } from "./council-balance-chart";
import type { Trajectory } from "./council-trajectory";
import { touch } from "./place-labels";
import { pointTargets } from "./point-targets";

const EMPTY: Trajectory = {
  ...{ net: [], segments: [], ranges: [], unlike: [], forecasts: [], planned: [] },
  ...{ gross: [], brackets: [], gap: null, timeMarks: [] },
};

function point(asAt: string, deficitGbp: number, derived = false): BalancePoint {
  return { asAt, deficitGbp, errorGbp: derived ? 62_000 : null, derived, provisional: false, source };
}

function promise(asAt: string, deficitGbp: number): PlannedPoint {
  return { asAt, deficitGbp, source };
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

const crowded: Trajectory = {
  ...EMPTY,
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
    {
      ...{ asAt: "2026-03-31", deficitGbp: 136_000_000, basis: "net", scope: "dsg", source },
      publishedOn: "2026-01-20",
    },
  ],
  planned: [
    {
      ...{ version: "original", role: "first", basis: "gross", scope: "dsg", planSource: "agreement" },
      points: [promise("2024-03-31", 121_000_000), promise("2025-03-31", 118_000_000)],
    },
    {
      ...{ version: "revised", role: "current", basis: "gross", scope: "dsg", planSource: "agreement" },
      points: [promise("2024-03-31", 131_000_000), promise("2025-03-31", 138_000_000)],
    },
  ],
  gross: [
    { asAt: "2024-03-31", low: 130_000_000, high: 150_000_000, how: "reckoned", source },
    { asAt: "2025-03-31", low: 160_500_000, high: 190_000_000, how: "reckoned", source },
  ],
  brackets: [{ asAt: "2025-03-31", net: 97_500_000, gross: 160_500_000, sumGbp: 63_000_000, atLeast: true }],
  gap: {
    ...{ asAt: "2025-03-31", planned: 138_000_000, actual: 160_500_000, tone: "missed" },
    text: "at least £22.5m above plan",
  },
  timeMarks: [
    { date: "2023-03", text: "signed Mar 2023" },
    { date: "2023-09", text: "suspended Sep 2023" },
    { date: "2028-03-31", text: "to balance by Mar 2028" },
    { date: "2028-03-31", text: "override ends Mar 2028" },
  ],
};

const sizes = Object.entries(CHART_SIZES);

describe("what a label calls its figure", () => {
  const labelOf = (trajectory: Partial<Trajectory>) =>
    planBalanceChart({ ...EMPTY, ...trajectory }, CHART_SIZES.wide).labels.map(({ text }) => text);
  const points = [promise("2026-03-31", 118_000_000)];
  const plan = { version: "original", role: "only", basis: "gross", scope: "dsg", points } as const;
  const spot = { asAt: "2026-03-31", deficitGbp: 118_000_000 } as const;
  const forecast = { ...spot, scope: "dsg", publishedOn: "2026-01-20", source } as const;

  it.each([
    ["agreement", "only", "£118m promised, gross"],
    ["agreement", "first", "£118m first promise, gross"],
    ["agreement", "current", "£118m promised now, gross"],
    ["plan", "only", "£118m planned, gross"],
    ["press", "only", "£118m promised, says the press, gross"],
    ["aim", "only", "£118m aimed at, gross"],
    ["computed", "only", "£118m worked back, gross"],
  ] as const)("from %s, %s: %s", (planSource, role, label) =>
    expect(labelOf({ planned: [{ ...plan, planSource, role }] })).toEqual([label]),
  );

  it.each([
    ["gross", "£118m forecast, gross, Jan 2026"],
    ["net", "£118m forecast, Jan 2026"],
    ["unknown", "£118m forecast, basis not stated, Jan 2026"],
  ] as const)("a %s forecast: %s", (basis, label) =>
    expect(labelOf({ forecasts: [{ ...forecast, basis }] })).toEqual([label]),
  );

  it.each([
    [36_472_048, "£36.5m after DfE money"],
    [-36_472_048, "£36.5m surplus after DfE money"],
  ])("a net deficit of %d: %s", (deficitGbp, label) =>
    expect(labelOf({ net: [point("2024-03-31", deficitGbp)] })).toEqual([label]),
  );

  it.each([
    [1, 1, "£1 before DfE money"],
    [61_000_000, 91_000_000, "£61m to £91m before DfE money"],
    [61_000_000, null, "at least £61m before DfE money"],
  ])("gross from %d to %s: %s", (low, high, label) =>
    expect(labelOf({ gross: [{ asAt: "2025-03-31", low, high, how: "reckoned", source }] })).toEqual([label]),
  );
});

describe.each(sizes)("the balance chart, %s", (name, size) => {
  const plan = planBalanceChart(crowded, size);

  it("has no label on another", () => {
    const boxes = [...plan.labels, ...plan.marks].map(({ box }) => box);
    for (const [index, box] of boxes.entries()) {
      expect(boxes.slice(index + 1).some((other) => touch(box, other))).toBe(false);
    }
  });

  it("always names the latest net figure", () => {
    expect(plan.labels.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^£97\.5m(?: net| after DfE money)$/)]),
    );
  });

  it("names the gap and every vertical line", () => {
    expect(plan.labels.some(({ text }) => text.startsWith("at least £22.5m"))).toBe(true);
    expect(plan.marks.map(({ text }) => text)).toEqual(crowded.timeMarks.map(({ text }) => text));
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
      councilBalanceChart({ council: "Exampleshire", trajectory: crowded }, size, name),
    );
    expect(markup).toContain(`<title id="${name}-title">Published balance of Exampleshire</title>`);
    expect(markup).toContain("£67.2m in Mar 2024");
    expect(markup).toContain(
      "Mar 2022: a deficit of £97,581,000 ± £62,000, worked out from published figures",
    );
  });

  it("writes no style attribute, which the content security policy would refuse", () => {
    const markup = renderToStaticMarkup(
      councilBalanceChart({ council: "Exampleshire", trajectory: crowded }, size, name),
    );
    expect(markup).not.toContain("style=");
  });
});

describe("the points of a balance chart", () => {
  const markup = renderToStaticMarkup(pointTargets(crowded, CHART_SIZES.narrow, "cards"));

  it("are each a button with its name, amount, basis and source", () => {
    expect(markup).toContain(
      'aria-label="£97,500,000, deficit, after DfE money (net), 31 March 2025: where from?"',
    );
    expect(markup).toContain("£160,500,000 to £190,000,000");
    expect(markup).toContain("forecast, published 20 January 2026");
    expect(markup).toContain("from the agreement, since replaced");
    expect(markup.match(/<button/g)).toHaveLength(5 + 2 + 3 + 1 + 4);
  });

  it("open cards by number, in the order of time", () => {
    const opened = [...markup.matchAll(/popovertarget="cards-(\d+)"/gi)].map(([, index]) => Number(index));
    expect(opened).toEqual(opened.map((_, index) => index));
  });
});

describe("the scale of a balance chart", () => {
  const size = CHART_SIZES.wide;

  it("grows upwards with what is owed", () => {
    const { y } = planBalanceChart(crowded, size);
    expect(y(100_000_000)).toBeLessThan(y(0));
  });

  it("puts a surplus below zero", () => {
    const { y, plot } = planBalanceChart(
      { ...EMPTY, ...joined([point("2020-03-31", -5_000_000), point("2021-03-31", 1_000_000)]) },
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
        const { plot, x, y } = planBalanceChart({ ...EMPTY, ...joined(net) }, CHART_SIZES.narrow);
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
    expect(() => planBalanceChart(EMPTY, size)).toThrow("at least one figure");
  });
});
