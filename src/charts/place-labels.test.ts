import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alongLine, type LabelRequest, placeLabels, touch } from "./place-labels";
import { textWidth } from "./text-width";

const bounds = { x: 0, y: 0, width: 300, height: 200 };

function request(key: string, x: number, y: number, text = "£67.2m"): LabelRequest {
  return { key, text, x, y, gap: 10, size: 12, prefer: ["right"] };
}

describe("labels", () => {
  it("take their preferred side where there is room", () => {
    const [label] = placeLabels([request("a", 100, 100)], { bounds, obstacles: [] });
    expect(label).toMatchObject({ x: 110, anchor: "start" });
  });

  it("go to the other side at the edge", () => {
    const [label] = placeLabels([request("a", 290, 100)], { bounds, obstacles: [] });
    expect(label).toMatchObject({ x: 280, anchor: "end" });
  });

  it("keep clear of a line", () => {
    const line = alongLine({ x: 100, y: 100 }, { x: 200, y: 100 });
    const [label] = placeLabels([request("a", 100, 100)], { bounds, obstacles: line });
    expect(label).toBeDefined();
    expect(line.some((box) => label && touch(label.box, box))).toBe(false);
  });

  it("are left out, the less important first, where there is no room", () => {
    const tight = { x: 60, y: 80, width: 120, height: 40 };
    const keys = placeLabels(
      Array.from({ length: 12 }, (_, index) => request(String(index), 120, 100)),
      { bounds: tight, obstacles: [] },
    ).map(({ key }) => key);
    expect(keys[0]).toBe("0");
    expect(keys.length).toBeLessThan(12);
  });

  it("never touch each other, an obstacle or the edge, whatever the figures", () => {
    const spot = fc.record({ x: fc.integer({ min: -20, max: 320 }), y: fc.integer({ min: -20, max: 220 }) });
    const text = fc.constantFrom("£1m", "£118.4m gross", "£136m forecast", "−£5.3m");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(spot, text), { maxLength: 25 }),
        fc.array(spot, { maxLength: 10 }),
        (wants, marks) => {
          const obstacles = marks.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }));
          const placed = placeLabels(
            wants.map(([{ x, y }, words], index) => request(String(index), x, y, words)),
            { bounds, obstacles },
          );
          for (const [index, { box }] of placed.entries()) {
            expect(box.x).toBeGreaterThanOrEqual(bounds.x);
            expect(box.y).toBeGreaterThanOrEqual(bounds.y);
            expect(box.x + box.width).toBeLessThanOrEqual(bounds.x + bounds.width);
            expect(box.y + box.height).toBeLessThanOrEqual(bounds.y + bounds.height);
            expect(obstacles.some((obstacle) => touch(box, obstacle))).toBe(false);
            expect(placed.slice(index + 1).some((other) => touch(box, other.box))).toBe(false);
          }
        },
      ),
    );
  });
});

describe("the width of a text", () => {
  it("grows with its length and size", () => {
    expect(textWidth("£67.2m", 24)).toBeCloseTo(textWidth("£67.2m", 12) * 2);
    expect(textWidth("£67.2m net", 12)).toBeGreaterThan(textWidth("£67.2m", 12));
  });
});
