import { textWidth } from "./text-width";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const SIDES = [
  "right",
  "left",
  "above",
  "below",
  "above-right",
  "above-left",
  "below-right",
  "below-left",
] as const;
export type Side = (typeof SIDES)[number];

/** A text that wants to stand beside a point. */
export interface LabelRequest {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Between the point and the text, in px. */
  readonly gap: number;
  readonly size: number;
  /** Tried in this order; the other sides follow. */
  readonly prefer: readonly Side[];
}

export interface PlacedLabel {
  readonly key: string;
  readonly text: string;
  /** Start, middle or end of the baseline, as `anchor` says. */
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly size: number;
  readonly box: Box;
}

/**
 * Places labels in the order given, the important ones first, so that none touches another label,
 * an obstacle or the edge. One that finds no room is left out: the table beside the chart has it.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  { bounds, obstacles }: { readonly bounds: Box; readonly obstacles: readonly Box[] },
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const request of requests) {
    const label = sidesOf(request)
      .map((side) => at(request, side))
      .find(
        ({ box }) =>
          inside(box, bounds) &&
          !placed.some((other) => touch(box, other.box)) &&
          !obstacles.some((obstacle) => touch(box, obstacle)),
      );
    if (label) placed.push(label);
  }
  return placed;
}

function sidesOf({ prefer }: LabelRequest): readonly Side[] {
  return [...prefer, ...SIDES.filter((side) => !prefer.includes(side))];
}

function at({ key, text, x, y, gap, size }: LabelRequest, side: Side): PlacedLabel {
  const width = textWidth(text, size);
  const height = size * 1.2;
  const diagonal = gap * 0.7;
  const across = side.endsWith("right") ? "start" : side.endsWith("left") ? "end" : "middle";
  const reach = side.includes("-") ? diagonal : gap;
  const anchorX = across === "start" ? x + reach : across === "end" ? x - reach : x;
  const left = across === "start" ? anchorX : across === "end" ? anchorX - width : anchorX - width / 2;
  const top = side.startsWith("above")
    ? y - reach - height
    : side.startsWith("below")
      ? y + reach
      : y - height / 2;
  return {
    key,
    text,
    x: anchorX,
    // The baseline lies a fifth of the line above its foot.
    y: top + height * 0.79,
    anchor: across,
    size,
    box: { x: left, y: top, width, height },
  };
}

export function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}

/** A line as a row of small boxes, for labels to keep clear of. */
export function alongLine(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Box[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6));
  return Array.from({ length: steps + 1 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / steps - 1.5,
    y: from.y + ((to.y - from.y) * step) / steps - 1.5,
    width: 3,
    height: 3,
  }));
}
