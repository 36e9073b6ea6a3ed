import { type Confidence, describeLocator, type Locator, type Origin } from "@/domain/provenance";

const ORIGIN = {
  live: "live, fetched from the publisher",
  archive: "our archive copy, rebuilt from published figures",
  register: "evidence register, gathered by hand with a citation",
} as const satisfies Record<Origin, string>;

const SHORT = {
  live: "live",
  archive: "archive copy",
  register: "evidence register",
} as const satisfies Record<Origin, string>;

export function originWords(origin: Origin): string {
  return ORIGIN[origin];
}

export function shortOriginWords(origin: Origin): string {
  return SHORT[origin];
}

const CONFIDENCE = {
  high: "high: an official document says it",
  medium: "medium: reported, or taken from a compilation",
  low: "low: approximate, or from one press report",
} as const satisfies Record<Confidence, string>;

export function confidenceWords(confidence: Confidence): string {
  return CONFIDENCE[confidence];
}

/** Where in its document a figure stands. In a rebuilt copy the cell is ours, and says so. */
export function placeWords(locator: Locator, origin: Origin): string {
  const place = describeLocator(locator);
  if (place === "") return "the document as a whole";
  return origin === "archive" ? `${place} of our facsimile` : place;
}
