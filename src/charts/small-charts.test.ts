import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CHART_SIZES } from "./balance-plan";
import { sparkline } from "./sparkline";
import { yearBars } from "./year-bars";

describe("a sparkline", () => {
  it("says in words where it starts and ends", () => {
    const drawn = sparkline([
      { asAt: "2020-03-31", deficitGbp: 21_503_000 },
      { asAt: "2024-03-31", deficitGbp: 67_167_405 },
    ]);
    expect(drawn && renderToStaticMarkup(drawn)).toContain('aria-label="Mar 2020 £21.5m, Mar 2024 £67.2m"');
  });

  it.each([[[]], [[{ asAt: "2024-03-31", deficitGbp: 1 }]]])("isn't drawn of %o", (points) => {
    expect(sparkline(points)).toBeNull();
  });
});

describe("bars by year", () => {
  const bars = yearBars(
    {
      title: "High needs block",
      description: "two versions of the last year",
      bars: [
        { key: "2022-23", name: ["2022 to", "2023"], versions: [{ amount: 50, text: "£50", latest: true }] },
        {
          key: "2023-24",
          name: ["2023 to", "2024"],
          versions: [
            { amount: 99, text: "£99", latest: false },
            { amount: 100, text: "£100", latest: true },
          ],
        },
      ],
    },
    { ...CHART_SIZES.narrow, height: 200 },
    "bars",
  );
  const markup = renderToStaticMarkup(bars);

  it("draw every version, the older ones as a dashed edge", () => {
    expect(markup).toContain("<title>£99</title>");
    expect(markup.match(/stroke-dasharray/g)).toHaveLength(1);
    expect(markup.match(/<rect/g)).toHaveLength(2);
  });

  it("begin at zero: half the amount is half the height", () => {
    const heights = [...markup.matchAll(/<rect[^>]* height="(?<height>[\d.]+)"/g)].map(({ groups }) =>
      Number(groups?.height),
    );
    expect((heights[0] ?? 0) * 2).toBeCloseTo(heights[1] ?? 0, 3);
  });
});
