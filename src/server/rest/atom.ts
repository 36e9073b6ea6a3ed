/** An entry of a feed; times are ISO 8601, addresses absolute. */
export interface AtomEntry {
  /** A tag URI: it never changes, whatever becomes of the address. */
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: string;
  readonly summary: string;
  readonly category?: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** Of the newest entry, or of the store where there is none. */
  readonly updated: string;
  readonly self: string;
  readonly alternate: string;
  readonly rights: string;
  readonly entries: readonly AtomEntry[];
}

export const ATOM = "application/atom+xml; charset=utf-8";

/** A feed as Atom (RFC 4287). */
export function toAtom(feed: AtomFeed): string {
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.subtitle),
    element("updated", feed.updated),
    `<author>${element("name", feed.author)}</author>`,
    element("rights", feed.rights),
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.alternate)}"/>`,
    ...feed.entries.map(entryOf),
    "</feed>",
  ].join("\n")}\n`;
}

function entryOf(entry: AtomEntry): string {
  return [
    "<entry>",
    element("id", entry.id),
    element("title", entry.title),
    element("updated", entry.updated),
    `<link rel="alternate" type="text/html" href="${escaped(entry.link)}"/>`,
    ...(entry.category === undefined ? [] : [`<category term="${escaped(entry.category)}"/>`]),
    element("summary", entry.summary),
    "</entry>",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

/** Also without the characters that XML 1.0 can't hold at all. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
