import type { Chance } from "./chance";
import type { Mutation } from "./mutate-bytes";

/** Numbers as nobody should write them, and as readers must not misread them. */
const NUMBERS = [
  "0",
  "-0",
  "-1",
  "00012",
  "1e5",
  "1e308",
  "1e-9",
  "NaN",
  "Infinity",
  "0x1F",
  "9007199254740993",
  "99999999999999999999999",
  "1,2,3",
  "1.2.3",
  "12 345 678",
  "(3.2)",
  "\u00a320.5m",
  "20.5\u00b2",
  "\u0661\u0662",
  "nil",
  "TBC",
  "-",
  "",
  "[c]",
  "2099-00",
  "209900",
  "999999",
];

const WORDS = [
  "__proto__",
  "constructor",
  "toString",
  "\u0000",
  "\ufeff",
  "\ufffd",
  "\u202e",
  "\ud800",
  "</table>",
  "<!--",
  "]]>",
  "&nbsp;",
  "&#x110000;",
  "&#0;",
  '"',
  "'",
  "\\",
  "\r",
  "\n\n",
  "=1+1",
  "http://[",
  "%E0%A4%A",
  "\u00a3",
  "million",
  "2024-25",
  "31 February 2024",
];

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const WORD = /[\p{L}\p{N}_]+/gu;

interface Place {
  readonly start: number;
  readonly end: number;
}

/** One of the places where the pattern matches; null when there is none. */
function placeOf(text: string, pattern: RegExp, chance: Chance): Place | null {
  // A match is looked for from anywhere, so that long texts needn't be gone through whole.
  const from = chance.between(0, text.length);
  pattern.lastIndex = from;
  let match = pattern.exec(text);
  if (!match) {
    pattern.lastIndex = 0;
    match = pattern.exec(text);
  }
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

function replaced(text: string, place: Place | null, by: (met: string) => string): string {
  return place === null
    ? text
    : text.slice(0, place.start) + by(text.slice(place.start, place.end)) + text.slice(place.end);
}

function otherDigit(number: string, chance: Chance): string {
  const digits = [...number.matchAll(/\d/g)].map(({ index }) => index);
  const at = chance.oneOf(digits);
  return number.slice(0, at) + String(chance.between(0, 9)) + number.slice(at + 1);
}

function line(text: string, chance: Chance): Place {
  const at = chance.between(0, text.length);
  const end = text.indexOf("\n", at);
  return { start: text.lastIndexOf("\n", at - 1) + 1, end: end === -1 ? text.length : end + 1 };
}

/** What a slip of the pen, another program or ill will does to any text: CSV, XML, HTML, JSON, a PDF's page. */
export const TEXT_MUTATIONS: readonly Mutation<string>[] = [
  {
    name: "a digit changed",
    apply: (text, chance) =>
      replaced(text, placeOf(text, NUMBER, chance), (number) => otherDigit(number, chance)),
  },
  {
    name: "many digits changed",
    apply: (text, chance) => {
      let changed = text;
      for (let times = chance.between(2, 30); times > 0; times -= 1)
        changed = replaced(changed, placeOf(changed, NUMBER, chance), (number) => otherDigit(number, chance));
      return changed;
    },
  },
  {
    name: "a number replaced",
    apply: (text, chance) => replaced(text, placeOf(text, NUMBER, chance), () => chance.oneOf(NUMBERS)),
  },
  {
    name: "a point or a minus moved",
    apply: (text, chance) =>
      replaced(text, placeOf(text, NUMBER, chance), (number) => {
        const bare = number.replace(".", "");
        const at = chance.between(0, bare.length);
        return chance.isOneIn(3) ? `-${number}` : `${bare.slice(0, at)}.${bare.slice(at)}`;
      }),
  },
  {
    name: "a word replaced",
    apply: (text, chance) => replaced(text, placeOf(text, WORD, chance), () => chance.oneOf(WORDS)),
  },
  {
    name: "a word inserted",
    apply: (text, chance) => {
      const at = chance.between(0, text.length);
      return `${text.slice(0, at)}${chance.oneOf([...WORDS, ...NUMBERS])}${text.slice(at)}`;
    },
  },
  {
    name: "a word made long",
    apply: (text, chance) =>
      replaced(text, placeOf(text, WORD, chance), (word) => word.repeat(chance.oneOf([2, 100, 5_000]))),
  },
  {
    name: "two words swapped",
    apply: (text, chance) => {
      const one = placeOf(text, WORD, chance);
      const two = placeOf(text, WORD, chance);
      if (!one || !two || one.start === two.start) return text;
      const [first, last] = one.start < two.start ? [one, two] : [two, one];
      return [
        text.slice(0, first.start),
        text.slice(last.start, last.end),
        text.slice(first.end, last.start),
        text.slice(first.start, first.end),
        text.slice(last.end),
      ].join("");
    },
  },
  {
    name: "a mark deleted",
    apply: (text, chance) => replaced(text, placeOf(text, /[^\p{L}\p{N}\s]/gu, chance), () => ""),
  },
  {
    name: "a line deleted",
    apply: (text, chance) => replaced(text, line(text, chance), () => ""),
  },
  {
    name: "a line repeated",
    apply: (text, chance) =>
      replaced(text, line(text, chance), (met) =>
        met.repeat(Math.min(chance.oneOf([2, 30, 2_000]), Math.ceil(2_000_000 / Math.max(1, met.length)))),
      ),
  },
  {
    name: "a passage moved elsewhere",
    apply: (text, chance) => {
      const { start } = line(text, chance);
      const end = Math.min(text.length, start + chance.between(1, 300));
      const rest = text.slice(0, start) + text.slice(end);
      const at = chance.between(0, rest.length);
      return rest.slice(0, at) + text.slice(start, end) + rest.slice(at);
    },
  },
  {
    name: "cut short",
    apply: (text, chance) => text.slice(0, chance.between(0, text.length)),
  },
];
