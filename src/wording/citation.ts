import { formatDay } from "./dates";

/**
 * How a page can be named in somebody else's text: the site, the page, the state of its figures, where it stands
 * for good. When it was looked at is for the writer to add: only they know.
 */
export function citationText({
  title,
  address,
  generatedAt,
  practice,
}: {
  readonly title: string;
  readonly address: string;
  /** When the store was last brought up to date, ISO 8601. */
  readonly generatedAt: string;
  readonly practice: boolean;
}): string {
  const site = practice
    ? "Safety Valve Tracker (practice: everything in it is invented)"
    : "Safety Valve Tracker";
  return `${site}, “${title}”. Figures as they stood on ${formatDay(generatedAt)}. ${address}`;
}
