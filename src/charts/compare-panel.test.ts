import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { formatShortGbp } from "@/wording/money";
import { comparePanel, type PanelLine, panelFrame } from "./compare-panel";

const line = (
  key: string,
  values: readonly (readonly [string, number])[],
  kind: PanelLine["kind"] = "actual",
) => ({
  key,
  kind,
  points: values.map(([at, value]) => ({ at, value })),
});

function draw(lines: readonly PanelLine[], others: readonly PanelLine[] = []): string {
  const frame = panelFrame([...lines, ...others], formatShortGbp);
  return renderToStaticMarkup(
    comparePanel({ id: "p", title: "Exampleshire", description: "A course.", lines, others, frame }),
  );
}

const course = line("own", [
  ["2020-03-31", 10_000_000],
  ["2021-03-31", 20_000_000],
  ["2024-03-31", 67_167_405],
]);

describe("a panel of a comparison", () => {
  it("prints the first and last value, and says what it is", () => {
    const svg = draw([course]);
    const labels = svg.slice(svg.indexOf('font-weight="600"')).match(/£[\d.]+m/g);
    expect(labels).toEqual(["£67.2m", "£10m"]);
    expect(svg).toContain('<title id="pt">Exampleshire</title>');
  });

  it("draws years between which one isn't held as a gap", () => {
    const dashes = [
      ...draw([course]).matchAll(/stroke-linecap="round"(?: stroke-dasharray="([^"]+)")?/g),
    ].map(([, dash]) => dash ?? "whole");
    expect(dashes).toEqual(["whole", "2 5"]);
  });

  it("joins no two lines, and marks forecasts and plans", () => {
    const lines = [
      line("a", [["2024-03-31", 5]], "forecast"),
      line("b", [["2024-03-31", 6]], "planned"),
      line("c", [["2023-03-31", 4]]),
    ];
    const svg = draw(lines);
    expect(svg).not.toContain("stroke-linecap");
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg.match(/<circle[^>]*fill="var\(--paper\)"/g)).toHaveLength(2);
  });

  it("has the other councils behind, in the same frame", () => {
    const other = line("other", [
      ["2020-03-31", 0],
      ["2024-03-31", 500_000_000],
    ]);
    expect(draw([course]).match(/<polyline/g)).toBeNull();
    const svg = draw([course], [other]);
    expect(svg.match(/<polyline/g)).toHaveLength(1);
    expect(svg).toContain(">£600m<");
  });

  it("keeps everything inside its edges, whatever the values", () => {
    const value = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 });
    const dates = ["2019-03-31", "2020-03-31", "2021-06-30", "2024-03-31", "2032-03-31"];
    const lines = fc.array(
      fc.uniqueArray(fc.constantFrom(...dates), { minLength: 1 }).chain((at) =>
        fc.tuple(...at.map(() => value)).map((values) =>
          line(
            `${at}${values}`,
            at.sort().map((date, i) => [date, values[i] ?? 0] as const),
          ),
        ),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(lines, (drawn) => {
        const svg = draw(drawn);
        expect(svg).not.toContain("NaN");
        for (const [, x, y] of svg.matchAll(/<circle cx="([^"]+)" cy="([^"]+)"/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(328);
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(176);
        }
      }),
    );
  });
});
