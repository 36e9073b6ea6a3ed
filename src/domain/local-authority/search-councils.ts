import { comparableName } from "./council-register";
import { slipsIn } from "./similar-spelling";

/** A council as people may look for it. */
export interface SearchedCouncil {
  readonly name: string;
  readonly slug: string;
  readonly gssCode: string;
  readonly dfeCode: string;
  /** Published spellings, and names and codes of the councils that it continues. */
  readonly alsoKnownAs: readonly string[];
}

/** From the best to the least: the whole, the beginning, words, any part, a like spelling. */
export const HOW_FOUND = ["exact", "beginning", "words", "part", "alike"] as const;
export type HowFound = (typeof HOW_FOUND)[number];

export interface FoundCouncil<Council> {
  readonly council: Council;
  readonly how: HowFound;
  /** The other name or code by which it was found; null if its own answers as well. */
  readonly foundAs: string | null;
  /** Letters that differ; 0 unless spelt alike. */
  readonly slips: number;
}

/**
 * Councils that answer to what somebody typed, the best first, equals by name.
 *
 * By the whole or beginning of a code, or by any part of a name it has or had, its words in any order. Like
 * spellings are offered only where nothing is written so: "Kent" isn't to bring up Brent.
 */
export function searchCouncils<Council extends SearchedCouncil>(
  councils: readonly Council[],
  typed: string,
): FoundCouncil<Council>[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return [];
  // No name has a digit, every code has.
  const find = /\d/.test(wanted) ? (known: string) => asCode(known, wanted) : asName(typed);
  const found = councils.flatMap((council) => best(council, find) ?? []);
  const written = found.filter(({ how }) => how !== "alike");
  return (written.length > 0 ? written : found).sort(
    (a, b) => compareMatches(a, b) || a.council.name.localeCompare(b.council.name, "en-GB"),
  );
}

/**
 * The one council whose name or code was typed in full.
 *
 * @returns null where none is, or where several continue the one that was meant
 */
export function councilMeant<Council>(found: readonly FoundCouncil<Council>[]): Council | null {
  const exact = found.filter(({ how }) => how === "exact");
  const own = exact.filter(({ foundAs }) => foundAs === null);
  const [only, ...others] = own.length > 0 ? own : exact;
  return only !== undefined && others.length === 0 ? only.council : null;
}

type Match = Omit<FoundCouncil<unknown>, "council">;
type Find = (known: string) => Omit<Match, "foundAs"> | null;

function compareMatches(a: Match, b: Match): number {
  return (
    HOW_FOUND.indexOf(a.how) - HOW_FOUND.indexOf(b.how) ||
    a.slips - b.slips ||
    Number(a.foundAs !== null) - Number(b.foundAs !== null)
  );
}

function best<Council extends SearchedCouncil>(council: Council, find: Find): FoundCouncil<Council> | null {
  const own = [council.name, council.gssCode, council.dfeCode, council.slug];
  const [match] = [...own, ...council.alsoKnownAs]
    .flatMap((known): Match[] => {
      const found = find(known);
      return found === null ? [] : [{ ...found, foundAs: own.includes(known) ? null : known }];
    })
    .sort(compareMatches);
  return match === undefined ? null : { council, ...match };
}

function asCode(known: string, wanted: string): ReturnType<Find> {
  const code = known.toLowerCase();
  if (!/\d/.test(code) || !code.startsWith(wanted)) return null;
  return { how: code === wanted ? "exact" : "beginning", slips: 0 };
}

function asName(typed: string): Find {
  const wanted = searchedName(typed);
  // A mere title ("city of", "council") names no council.
  if (wanted === "") return () => null;
  const words = wanted.split(" ");
  return (known) => {
    if (/\d/.test(known)) return null;
    const name = searchedName(known);
    const parts = name.split(" ");
    if (name === wanted) return { how: "exact", slips: 0 };
    if (name.startsWith(wanted)) return { how: "beginning", slips: 0 };
    if (words.every((word) => parts.some((part) => part.startsWith(word)))) return { how: "words", slips: 0 };
    if (name.includes(wanted)) return { how: "part", slips: 0 };
    const slips = words.map((word) => leastSlips(word, parts));
    return slips.includes(null)
      ? null
      : { how: "alike", slips: slips.reduce<number>((a, b) => a + (b ?? 0), 0) };
  };
}

function leastSlips(word: string, parts: readonly string[]): number | null {
  const slips = parts.flatMap((part) => slipsIn(word, part) ?? []);
  return slips.length === 0 ? null : Math.min(...slips);
}

function searchedName(name: string): string {
  return comparableName(name).replace(/\bsaint\b/g, "st");
}
