import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { touch } from "./place-labels";
import { placeTimeMarks, rowsOf } from "./place-time-marks";

const across = { from: 0, to: 340 };
const x = (date: string) => (Number(date.slice(0, 4)) - 2020) * 30 + Number(date.slice(5, 7)) * 2;
const place = (marks: readonly { date: string; text: string }[]) =>
  placeTimeMarks(marks, x, across, { size: 12, foot: 100 });

describe("the words of vertical lines", () => {
  it("stand in one row where they have room", () => {
    const marks = [
      { date: "2021-03", text: "signed" },
      { date: "2028-03", text: "override ends" },
    ];
    expect(rowsOf(marks, x, across, 12)).toBe(1);
  });

  it("stand one over the other at the same day", () => {
    const placed = place([
      { date: "2028-03", text: "to balance by Mar 2028" },
      { date: "2028-03", text: "override ends Mar 2028" },
    ]);
    expect(placed.map(({ at }) => at)).toEqual([246, 246]);
    expect(placed[0]?.y).toBeGreaterThan(placed[1]?.y ?? 0);
  });

  it("are all there, over one another nowhere and inside the picture, whatever the days", () => {
    const date = fc
      .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);
    const text = fc.constantFrom("signed Mar 2021", "suspended Mar 2024", "first to balance by Mar 2026");
    fc.assert(
      fc.property(fc.array(fc.record({ date, text }), { maxLength: 6 }), (marks) => {
        const placed = place(marks);
        expect(placed).toHaveLength(marks.length);
        for (const [index, { box }] of placed.entries()) {
          expect(placed.slice(index + 1).some((other) => touch(box, other.box))).toBe(false);
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(across.to);
        }
      }),
    );
  });
});
