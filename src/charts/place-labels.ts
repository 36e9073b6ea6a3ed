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

/** What a label speaks of: its colour is that of the line. */
export type Tone = "net" | "gross" | "planned" | "first" | "missed" | "above" | "kept" | "soft" | "plain";

/** Near the point if there is room; a little away is still plainly its own. */
const DISTANCES = [1, 1.7, 2.5];

/** A text that wants to stand beside a point. */
export interface LabelRequest {
  readonly key: string;
  readonly text: string;
  /** Said instead where there is no room for the text, the longest first. */
  readonly shorter?: readonly string[];
  readonly tone?: Tone;
  /** One of many alike: away from its point nobody would know which. */
  readonly nearOnly?: boolean;
  /** Tried where this one finds no room at all. */
  readonly orElse?: LabelRequest;
  /** Other points of the same line, for want of room at the first. */
  readonly elsewhere?: readonly { readonly x: number; readonly y: number }[];
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
  readonly tone: Tone;
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
  const room = (request: LabelRequest): PlacedLabel | undefined =>
    candidatesOf(request).find(
      ({ box }) =>
        inside(box, bounds) &&
        !placed.some((other) => touch(withAir(box), other.box)) &&
        !obstacles.some((obstacle) => touch(box, obstacle)),
    ) ?? (request.orElse ? room(request.orElse) : undefined);
  for (const request of requests) {
    const label = room(request);
    if (label) placed.push(label);
  }
  return placed;
}

/** The whole text before a shorter one, its own point before others, near before far. */
function candidatesOf(request: LabelRequest): PlacedLabel[] {
  return [request.text, ...(request.shorter ?? [])].flatMap((text) =>
    [request, ...(request.elsewhere ?? [])].flatMap(({ x, y }) =>
      (request.nearOnly ? [1] : DISTANCES).flatMap((far) =>
        sidesOf(request).map((side) => at({ ...request, text, x, y, gap: request.gap * far }, side)),
      ),
    ),
  );
}

function sidesOf({ prefer }: LabelRequest): readonly Side[] {
  return [...prefer, ...SIDES.filter((side) => !prefer.includes(side))];
}

function at(request: LabelRequest, side: Side): PlacedLabel {
  const { key, text, tone = "plain", x, y, gap, size } = request;
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
    ...{ key, text, tone },
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

/** Two labels of one line need a space between them, or they read as one. */
function withAir({ x, y, width, height }: Box): Box {
  return { x: x - AIR, y, width: width + 2 * AIR, height };
}

const AIR = 5;

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
