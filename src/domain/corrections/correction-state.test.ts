import { describe, expect, it } from "vitest";
import { type CountingFigure, correctionState } from "./correction-state";

const corrected = {
  ...{ table: "outturn", series: "outturn|X01|2025-03-31", fingerprint: "wrong", withdrawn: false },
};
const figure: CountingFigure = {
  ...{ table: "outturn", series: corrected.series, fingerprint: "wrong" },
  ...{ statedBy: "section-251-outturn", footing: "net, dsg", edition: "2025-09-30 2024-25" },
};
const mended = { fingerprint: "mended", edition: "2026-09-30 2025-26" };

describe("a correction", () => {
  it.each<[string, string, Partial<CountingFigure>[]]>([
    ["the figure counts", "applies", [{}]],
    ["nothing of its series counts", "overtaken", []],
    ["the edition says otherwise now", "overtaken", [{ fingerprint: "mended" }]],
    ["a newer edition repeats the error", "applies", [{}, { edition: mended.edition }]],
    ["a newer edition says otherwise", "overtaken", [{}, mended]],
    ["an older edition says otherwise", "applies", [{}, { ...mended, edition: "2024-09-30 2023-24" }]],
    ["the same edition says otherwise too", "applies", [{}, { ...mended, edition: figure.edition }]],
    ["the publisher goes back to the error", "applies", [{}, mended, { edition: "2027-09-30 2026-27" }]],
    ["somebody else says otherwise", "applies", [{}, { ...mended, statedBy: "a council paper" }]],
    ["a newer edition says it on another footing", "applies", [{}, { ...mended, footing: "gross, dsg" }]],
    ["a newer edition says otherwise of another day", "applies", [{}, { ...mended, series: "other" }]],
    ["another table has a series of that name", "overtaken", [{ table: "inYearBalance" }]],
  ])("%s: it %s", (_, state, counting) => {
    const figures = counting.map((one) => ({ ...figure, ...one }));
    expect(correctionState(corrected, figures)).toBe(state);
    expect(correctionState({ ...corrected, withdrawn: true }, figures)).toBe("withdrawn");
  });
});
