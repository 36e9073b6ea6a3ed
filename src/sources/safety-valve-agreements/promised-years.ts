import { compareYears, type FinancialYear } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { Locator } from "@/domain/provenance";
import type { TextBlock } from "@/formats/document-layout";
import { type PrintedYear, yearsIn } from "./printed-years";
import { isOfFormerAgreement, plainWords, sentencesOf } from "./sentences";

export interface PromisedYear {
  readonly year: FinancialYear;
  readonly locator: Locator;
}

/** A positive in-year balance reached; not one that is reported, and not one of a single block. */
const BALANCE =
  /\b(?:positive|balanced|break-?even|break-?ing even|surplus|nil|zero)\b(?: [\w()-]+){0,4}? in-year|\bin-year (?:[\w()]+ ){0,2}?(?:surplus|break-?even|balanced|balance of (?:zero|nil))|\b(?:reach|achiev|return|attain|deliver|secur|restor|bring)\w*\b(?: [\w()'-]+){0,8}? in-year (?:balance|position)|\bin-year balance\b(?: [\w()'-]+){0,6}? (?:reached|achieved|positive|restored)|\bno (?:further )?in-year deficit|\b(?:balanced?|surplus) (?:[\w']+ ){0,3}?in-year\b|\bin (?:an )?in-year balance\b/gi;
const CLEARANCE =
  /\b(?:eliminat|clear|remov|extinguish|repa[iy]|pay off|paid off|wip|eras)\w*\b(?: [\w()'-]+){0,9}? deficit|\bdeficits?\b(?: [\w()',-]+){0,9}? (?:eliminated|cleared|removed|extinguished|repaid|gone|nil|zero|wiped|paid off)\b|\bno (?:remaining |further |outstanding )?(?:cumulative |DSG )*deficits?\b|\breduc\w+ (?:[\w()'-]+ ){0,6}?deficit (?:[\w()'-]+ ){0,3}?to (?:zero|nil)/gi;
const OTHER_BLOCK = /\b(?:schools block|early years|central (?:school )?services|alternative provision)\b/i;
/** What was once agreed and no longer is. */
const FORMERLY =
  /\b(?:previously|originally|formerly|instead of|rather than|in place of|not)\b(?: [\w-]+){0,5} ?$/i;

interface Anchor {
  readonly kind: "balance" | "clearance";
  readonly start: number;
  readonly end: number;
}

/**
 * The year of the positive in-year balance and the year by which the deficit is gone: each by its own words.
 *
 * @param elsewhere where a promise only counts if none stands among `blocks`
 */
export function readPromisedYears(
  blocks: readonly TextBlock[],
  elsewhere: readonly TextBlock[] = [],
): {
  balanceBy: PromisedYear | null;
  clearedBy: PromisedYear | null;
  findings: Finding[];
} {
  const found = promisesIn(blocks);
  const others = promisesIn(elsewhere);
  const findings: Finding[] = [];
  const first = (kind: Anchor["kind"]) => (found[kind].length > 0 ? found[kind] : others[kind]);
  return {
    balanceBy: only(first("balance"), "a positive in-year balance", findings),
    clearedBy: only(first("clearance"), "the end of the cumulative deficit", findings),
    findings,
  };
}

function promisesIn(blocks: readonly TextBlock[]): Readonly<Record<Anchor["kind"], PromisedYear[]>> {
  const found = { balance: [] as PromisedYear[], clearance: [] as PromisedYear[] };
  for (const block of blocks)
    for (const sentence of sentencesOf(plainWords(block.text)))
      for (const { kind, year } of yearsByAnchor(sentence)) found[kind].push({ year, locator: block.place });
  return found;
}

/** Each promise in a sentence with the year that belongs to it: the next one after it, else the one before. */
function yearsByAnchor(sentence: string): { kind: Anchor["kind"]; year: FinancialYear }[] {
  if (OTHER_BLOCK.test(sentence) || isOfFormerAgreement(sentence)) return [];
  const anchors = anchorsIn(sentence);
  if (anchors.length === 0) return [];
  const named = yearsIn(sentence);
  const deadlines = named.filter((year) => isDeadline(sentence, year));
  // "a balanced in-year budget from 2024-25": the only year of the sentence.
  const [only, another] = named;
  const isStart =
    deadlines.length === 0 &&
    anchors[0]?.kind === "balance" &&
    only !== undefined &&
    another === undefined &&
    /\bfrom (?:the )?(?:financial year )?$/i.test(sentence.slice(0, only.start));
  const years = isStart ? named : deadlines;
  const taken = new Set<PrintedYear>();
  return anchors.flatMap(({ kind, start, end }, index) => {
    const [before, after] = [anchors[index - 1]?.end ?? 0, anchors[index + 1]?.start ?? sentence.length];
    const next = years.find((year) => year.start >= end && year.end <= after && !taken.has(year));
    const inside = years.find((year) => year.start >= start && year.end <= end && !taken.has(year));
    const last = years.findLast((year) => year.end <= start && year.start >= before && !taken.has(year));
    // "By the end of 2024-25 the authority will reach ... and by 2026-27 clear ...": the year leads its clause.
    const leads =
      last &&
      anchors.length > 1 &&
      years.length >= anchors.length &&
      years.indexOf(last) === index &&
      !inside;
    const year = inside ?? (leads ? last : (next ?? last));
    if (!year) return [];
    taken.add(year);
    return [{ kind, year: year.year }];
  });
}

function anchorsIn(sentence: string): Anchor[] {
  const all = [
    ...[...sentence.matchAll(BALANCE)].map((match) => ({
      kind: "balance" as const,
      start: match.index,
      end: match.index + match[0].length,
    })),
    ...[...sentence.matchAll(CLEARANCE)].map((match) => ({
      // A deficit of the year that is eliminated is balance, not the end of what has built up.
      kind: /\bin-year\b/i.test(match[0]) ? ("balance" as const) : ("clearance" as const),
      start: match.index,
      end: match.index + match[0].length,
    })),
  ].toSorted((a, b) => a.start - b.start);
  return all.filter(
    (anchor, index) =>
      !all.slice(0, index).some((other) => other.kind === anchor.kind && anchor.start < other.end + 40),
  );
}

/** A year by whose end something is to be; not one that a period starts with, or that no longer counts. */
function isDeadline(sentence: string, year: PrintedYear): boolean {
  const before = sentence.slice(Math.max(0, year.start - 60), year.start);
  const isLasting = /^,? (?:onwards?|on\b|and in (?:each|every)|and thereafter|and each)/i.test(
    sentence.slice(year.end),
  );
  return (
    !FORMERLY.test(before.replace(/\b(?:the )?(?:end of )?(?:the )?(?:financial year )?$/i, "")) &&
    (isLasting ||
      !/\b(?:from|since|between|after|signed (?:in|on))\s*(?:the )?(?:financial year )?$/i.test(before))
  );
}

function only(promises: readonly PromisedYear[], what: string, findings: Finding[]): PromisedYear | null {
  const [first] = promises;
  if (!first) return null;
  const years = [...new Set(promises.map(({ year }) => year))];
  if (years.length === 1) return first;
  findings.push({
    kind: "implausible-terms",
    severity: "doubt",
    message: `The agreement names ${years.length} years for ${what}; none is published.`,
    expected: "one year",
    met: years.join(", "),
    locator: first.locator,
  });
  return null;
}

/** "between 2022-23 and 2026-27"; not "between the department and ..., for 2022-23 and 2023-24" nor a list's end. */
const LEADS_TO_AND = /\bbetween (?:the )?(?:end of )?(?:the )?(?:financial )?(?:years? )?$/i;
const LINK =
  /^\s*,?\s*(?:to|until|till|and|through(?: to)?|-|up to(?: and including)?|ending (?:in|with|on))\s*(?:the )?(?:end of )?(?:the )?(?:financial )?(?:years? )?(?:ending )?$/i;

/** The financial years that the agreement covers: `from 2022-23 to 2027-28`, a list of years, or a period of days. */
export function readYearsCovered(
  blocks: readonly TextBlock[],
): { from: PromisedYear; to: PromisedYear } | null {
  for (const block of blocks)
    for (const sentence of sentencesOf(plainWords(block.text))) {
      if (!/\b(?:cover\w*|years?|period|term|appl\w+|runs?|duration|agreement)\b/i.test(sentence)) continue;
      const years = yearsIn(sentence);
      for (const [index, year] of years.entries()) {
        const next = years[index + 1];
        if (!next || compareYears(year.year, next.year) >= 0) continue;
        const between = sentence.slice(year.end, next.start);
        const isAnd = /^\s*,?\s*and\b/i.test(between);
        if (!LINK.test(between) || (isAnd && !LEADS_TO_AND.test(sentence.slice(0, year.start)))) continue;
        return {
          from: { year: year.year, locator: block.place },
          to: { year: next.year, locator: block.place },
        };
      }
      const listed =
        /\bcovers?\b|\bfor (?:the )?financial years\b|\bin respect of\b/i.test(sentence) &&
        isList(sentence, years);
      const [first, last] = [years[0], years.at(-1)];
      if (listed && first && last)
        return {
          from: { year: first.year, locator: block.place },
          to: { year: last.year, locator: block.place },
        };
    }
  return null;
}

function isList(sentence: string, years: readonly PrintedYear[]): boolean {
  return (
    years.length > 1 &&
    years.slice(1).every((year, index) => {
      const before = years[index];
      return (
        before !== undefined &&
        compareYears(before.year, year.year) === -1 &&
        /^\s*(?:,|and|, and)\s*$/.test(sentence.slice(before.end, year.start))
      );
    })
  );
}
