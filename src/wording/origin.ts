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

const RETRIEVED = {
  live: "Fetched",
  archive: "Our copy read",
  register: "Our register read",
} as const satisfies Record<Origin, string>;

/** What the time beside a figure is the time of: only live documents were fetched from anybody. */
export function retrievedWords(origin: Origin): string {
  return RETRIEVED[origin];
}

const GITHUB_FILE = /^https:\/\/github\.com\/([^/]+)\/[^/]+\/blob\/[^/]+\/(?:[^?#]*\/)?([^/?#]+)/;

/**
 * A source as people would name it. Where only the site is known, that is its name; but a site that holds
 * everybody's files names none of them, so there it is the file and whose it is.
 */
export function sourceName({ title, url }: { readonly title: string; readonly url: string }): string {
  const [, owner, file] = (title === "github.com" && GITHUB_FILE.exec(url)) || [];
  return owner === undefined || file === undefined ? title : `${file} (${owner} on github.com)`;
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
