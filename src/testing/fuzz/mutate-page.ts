import type { Chance } from "./chance";
import type { Mutation } from "./mutate-bytes";

const within = (text: string, chance: Chance, added: string): string => {
  const at = text.indexOf(">", chance.between(0, text.length));
  return at === -1 ? text + added : text.slice(0, at + 1) + added + text.slice(at + 1);
};

const DEPTHS = [30, 1_000, 10_000, 60_000];

/** What is done to a web page beyond its text. */
export const HTML_MUTATIONS: readonly Mutation<string>[] = [
  {
    name: "a tag deleted",
    apply: (text, chance) => {
      const tags = [...text.matchAll(/<\/?\w[^>]*>/g)];
      if (tags.length === 0) return text;
      const { index, 0: tag } = chance.oneOf(tags);
      return text.slice(0, index) + text.slice(index + tag.length);
    },
  },
  {
    name: "tables nested",
    apply: (text, chance) =>
      within(text, chance, "<table><tr><td>".repeat(chance.oneOf([30, 1_000, 10_000]))),
  },
  {
    name: "tags left open",
    apply: (text, chance) =>
      within(
        text,
        chance,
        `<${chance.oneOf(["div", "b", "li", "ul", "p", "span", "a href='x'", "section", "font", "tr"])}>`.repeat(
          chance.oneOf(DEPTHS),
        ),
      ),
  },
  {
    name: "a span made huge",
    apply: (text, chance) => {
      const span = chance.oneOf(["0", "-1", "1000", "65534", "99999999999", "x"]);
      return text.replace(/<t[dh]\b/g, (tag) =>
        chance.isOneIn(3) ? `${tag} ${chance.oneOf(["colspan", "rowspan"])}="${span}"` : tag,
      );
    },
  },
  {
    name: "rows without end",
    apply: (text, chance) =>
      within(
        text,
        chance,
        `<table>${chance.oneOf(["<tr>", "<tr><td>", "<tr><td>2024-25<td>1.0"]).repeat(chance.oneOf([100, 10_000, 200_000]))}</table>`,
      ),
  },
  {
    name: "paragraphs without end",
    apply: (text, chance) =>
      within(
        text,
        chance,
        chance
          .oneOf(["<p>\u00a31m", "<p>", "<li>a", "<h2>x</h2>", "<br>"])
          .repeat(chance.oneOf([100, 30_000, 300_000])),
      ),
  },
  {
    name: "entities that name one another",
    apply: (text) =>
      `<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>${text.replace(/<p>/g, "<p>&c;")}`,
  },
  {
    name: "entities without end",
    apply: (text, chance) =>
      within(text, chance, chance.oneOf(["&amp;", "&#x26;", "&notit;", "&#99999999;"]).repeat(100_000)),
  },
  {
    name: "an address broken",
    apply: (text, chance) =>
      text.replace(/(href=")[^"]*/g, (met, start: string) =>
        chance.isOneIn(2)
          ? `${start}${chance.oneOf(["http://[", "https://%zz", "//", "javascript:1", "\u0000", "http://a:99999"])}`
          : met,
      ),
  },
  {
    name: "a head with broken addresses",
    apply: (text, chance) => {
      const address = chance.oneOf(["http://[", "https://a:b@:c", "http://\u0000"]);
      return text.replace(
        /<head[^>]*>|<html[^>]*>/,
        (tag) => `${tag}<base href="${address}"><link rel="canonical" href="${address}">`,
      );
    },
  },
  {
    name: "attributes without end",
    apply: (text, chance) => text.replace(/<p/, `<p ${"a=1 b ".repeat(chance.oneOf([100, 50_000]))}`),
  },
];

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const VALUES: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  "",
  "x",
  "2024-25",
  [],
  {},
  [[]],
  "http://[",
  "9999-99-99T99:99:99Z",
  "+275760-09-13T00:00:00Z",
  "-271821-04-20T00:00:00Z",
];

/** Null for what an earlier mutation has nested too deep to be written again. */
function written(value: Json): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

/** Puts something else where a value stood, anywhere in the document. */
function changedSomewhere(text: string, chance: Chance, change: (met: Json) => Json | undefined): string {
  let root: Json;
  try {
    root = JSON.parse(text);
  } catch {
    return text;
  }
  const places: { holder: Json[] | { [name: string]: Json }; key: string }[] = [];
  const waiting: Json[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== "object" || value === null || places.length > 50_000) continue;
    for (const [key, child] of Object.entries(value)) {
      places.push({ holder: value, key });
      waiting.push(child);
    }
  }
  if (places.length === 0) return text;
  const { holder, key } = chance.oneOf(places);
  const named = holder as { [name: string]: Json };
  const becomes = change(named[key] ?? null);
  if (becomes === undefined) delete named[key];
  else named[key] = becomes;
  return written(root) ?? text;
}

/** What is done to JSON beyond its text. */
export const JSON_MUTATIONS: readonly Mutation<string>[] = [
  {
    name: "a value of another type",
    apply: (text, chance) => changedSomewhere(text, chance, () => chance.oneOf(VALUES)),
  },
  { name: "a key deleted", apply: (text, chance) => changedSomewhere(text, chance, () => undefined) },
  {
    name: "a value repeated",
    apply: (text, chance) =>
      changedSomewhere(text, chance, (met) => {
        const size = written(met)?.length ?? 4_000_000;
        const times = Math.min(chance.oneOf([2, 1_000, 200_000]), Math.ceil(4_000_000 / size));
        return Array.from({ length: times }, () => (Array.isArray(met) ? (met[0] ?? met) : met));
      }),
  },
  {
    name: "a value nested deep",
    apply: (text, chance) => {
      const depth = chance.oneOf(DEPTHS);
      const marked = changedSomewhere(text, chance, () => "NESTED");
      const [open, close] = chance.isOneIn(2) ? ["[", "]"] : ['{"release":', "}"];
      return marked.replace('"NESTED"', `${open.repeat(depth)}1${close.repeat(depth)}`);
    },
  },
  {
    name: "a key that is every object's",
    apply: (text, chance) => {
      const keys = [...text.matchAll(/"(\w+)":/g)];
      if (keys.length === 0) return text;
      const { index, 0: key } = chance.oneOf(keys);
      const name = chance.oneOf(["__proto__", "constructor", "prototype", "toString", "length"]);
      return `${text.slice(0, index)}"${name}":${text.slice(index + key.length)}`;
    },
  },
  {
    name: "text made of markup",
    apply: (text, chance) =>
      changedSomewhere(text, chance, () => `<p>${"<div>".repeat(chance.oneOf(DEPTHS))}\u00a31m`),
  },
];
