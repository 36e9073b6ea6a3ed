import { type CheerioAPI, load } from "cheerio";

/** Elements that hold nothing, and those whose end pages may leave out. */
const NOT_COUNTED = new Set(
  "area base br col embed hr img input link meta source track wbr param p li td th tr tbody thead tfoot dt dd option optgroup colgroup html head body".split(
    " ",
  ),
);

/** No page of a publisher comes near; parsers take a time that grows with the square of it, or run out of stack. */
const DEEPEST = 256;
const LONGEST = 20_000_000;
const MOST_TAGS = 100_000;

/**
 * A web page to be asked with selectors.
 *
 * @returns null for markup that nobody writes: nested beyond reason, with hundreds of elements never closed, or
 *   of more than 100,000 tags
 */
export function loadMarkup(html: string): CheerioAPI | null {
  if (html.length > LONGEST || depthOf(html) > DEEPEST) return null;
  try {
    return load(html);
  } catch {
    // The parser fails at numbers of letters that are too long to be any.
    return null;
  }
}

/** The most elements that are open at once, as the tags alone tell; one pass over the text. */
function depthOf(html: string): number {
  const open = new Map<string, number>();
  let depth = 0;
  let deepest = 0;
  let tags = 0;
  let at = html.indexOf("<");
  while (at !== -1) {
    const closes = html[at + 1] === "/";
    let end = at + (closes ? 2 : 1);
    while (end < html.length && end - at < 24 && /[a-z0-9]/i.test(html[end] ?? "")) end += 1;
    const name = html.slice(at + (closes ? 2 : 1), end).toLowerCase();
    if (name !== "") tags += 1;
    if (tags > MOST_TAGS) return Number.POSITIVE_INFINITY;
    if (name !== "" && !NOT_COUNTED.has(name)) {
      const count = open.get(name) ?? 0;
      if (!closes) {
        open.set(name, count + 1);
        depth += 1;
        deepest = Math.max(deepest, depth);
      } else if (count > 0) {
        open.set(name, count - 1);
        depth -= 1;
      }
    }
    const after = !closes && (name === "script" || name === "style") ? html.indexOf(`</${name}`, end) : end;
    at = after === -1 ? -1 : html.indexOf("<", after);
  }
  return deepest;
}
