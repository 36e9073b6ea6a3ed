import type { Trajectory } from "./council-trajectory";

/** How to read the marks that no label explains: only those that the chart really has. */
export function readingHints(trajectory: Trajectory): string[] {
  const { net, segments, ranges, unlike, forecasts, planned, gross } = trajectory;
  const hints: readonly (readonly [boolean, string])[] = [
    [planned.length > 0, "Open circles on dashed steps are planned figures."],
    [
      net.some(({ derived }) => derived),
      "Hollow points of the thick line are worked out from published percentages.",
    ],
    [
      segments.some(({ plain }) => !plain),
      "It is thin where a year end between is not held or the sources differ.",
    ],
    [ranges.length > 0, "An upright bar on it: sources disagree."],
    [
      gross.some(({ low, high }) => low !== high),
      "The band runs from the least to the most it can have been.",
    ],
    [unlike.some(({ basis }) => basis === "gross") || gross.length > 0, "Squares are before DfE money."],
    [unlike.some(({ basis }) => basis === "unknown"), "Diamonds: the basis is not stated."],
    [
      unlike.some(({ basis }) => basis === "net"),
      "Triangles: net, but high needs only or of no stated scope.",
    ],
    [forecasts.length > 0, "Dotted circles are forecasts, grey where their basis is not stated."],
  ];
  return hints.flatMap(([applies, words]) => (applies ? [words] : []));
}
