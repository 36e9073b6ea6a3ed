import type { MoneyUnit } from "@/domain/money";

/** Before or after recoupment for academies and deductions for directly funded places. */
export type Stage = "before" | "after";

/**
 * What the department calls the high needs block, without years, units and the words that say
 * before or after, and where each wording was met. The last ones are near variants that mean the
 * same; anything else stops the edition, since a new name may be a new thing.
 */
const HIGH_NEEDS_WORDINGS: ReadonlyArray<{ readonly wording: string; readonly met: string }> = [
  { wording: "high needs block", met: "2020-21 to 2023-24, before deductions" },
  { wording: "high needs block allocation", met: "2019-20, both; 2020-21 to 2023-24, after deductions" },
  { wording: "total high needs block", met: "2020-21 to 2023-24, sheet High_needs_block" },
  { wording: "high needs block total", met: "not met" },
  { wording: "high needs block allocations", met: "not met" },
  { wording: "high needs block funding", met: "not met" },
  { wording: "total high needs block allocation", met: "not met" },
  { wording: "dsg high needs block", met: "not met" },
  { wording: "dsg high needs block allocation", met: "not met" },
  { wording: "high needs block total allocation", met: "not met" },
  { wording: "high needs block dsg", met: "not met" },
  { wording: "high needs block dsg allocation", met: "not met" },
  { wording: "high needs", met: "not met" },
  { wording: "high needs allocation", met: "not met" },
];

/** Words that may stand under a heading that covers several columns without changing what it names. */
const GENERIC = /^(?:(?:dsg|total|block|allocations?|funding|amount|[a-z]|\d{1,2})(?: |$))*$/;

/** What recoupment and deductions are called; the agency's name changed to the department's in 2025. */
const STAGE_PHRASE =
  /\b(?:before|prior to|gross of|after|following|net of)\b(?: (?:any|all|and|or|of|for|the|to|by|in|from|recoupment|recouped|deductions?|academy|academies|direct|directly|funding|funded|national|non|domestic|rates|nndr|places?|esfa|dfe|education|skills|agency|department))*/g;

const SUBTOTALS: ReadonlySet<string> = new Set([
  "london",
  "inner london",
  "outer london",
  "metropolitan authorities",
  "unitary authorities",
  "upper tier authorities",
  "east of england",
  "east midlands",
  "north east",
  "north west",
  "south east",
  "south west",
  "west midlands",
  "yorkshire and the humber",
  "yorkshire and humber",
]);

const NATIONAL: ReadonlySet<string> = new Set([
  "england",
  "england total",
  "total england",
  "all england",
  "national",
]);

export interface Heading {
  readonly namesHighNeeds: boolean;
  /** Nothing of its own: a column letter, a formula, or only units and words of stage. */
  readonly isGeneric: boolean;
  readonly stage: Stage | null;
}

export function readHeading(text: string): Heading {
  const words = text.trimStart().startsWith("=") ? "" : plainWords(text);
  const left = words.replace(STAGE_PHRASE, " ").replace(/\s+/g, " ").trim();
  return {
    namesHighNeeds: HIGH_NEEDS_WORDINGS.some(({ wording }) => wording === left),
    isGeneric: GENERIC.test(left),
    stage: stageIn(words),
  };
}

/** The first that is named decides: "after deductions for ..., before ..." is after. */
function stageIn(words: string): Stage | null {
  const match = /\b(?:(before|prior to|gross of)|after|following|net of)\b/.exec(words);
  if (match === null) return null;
  return match[1] === undefined ? "after" : "before";
}

/** In small letters, without years, units, column letters, footnote marks and punctuation. */
function plainWords(text: string): string {
  return withPoundSigns(text)
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\[[^\]]*\]/g, " ")
    .replace(/&/g, " and ")
    .replace(/\bpre[- ](?=recoupment|deduction)/g, "before ")
    .replace(/\bpost[- ](?=recoupment|deduction)/g, "after ")
    .replace(/\b20\d\d(?:_| )?(?:-|\/|to)(?:_| )?(?:20)?\d\d\b/g, " ")
    .replace(/£ ?['’]?(?:s|millions?|mn?|billions?|bn|thousands?|000s?|k)?\b/g, " ")
    .replace(/\b(?:financial year|provisional|indicative|revised|updated|final)\b/g, " ")
    .replace(/([a-z]{3})\d{1,2}\b/g, "$1")
    .replace(/\bhigh needs places?\b/g, "places")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** In small letters, with units in one form: "(millions)", "(pounds)" and "millions of pounds" lack the sign. */
function withPoundSigns(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/\b(millions?|thousands?|billions?) (?:of )?(?:pounds|gbp)\b/g, "£ $1")
    .replace(/\b(?:pounds(?: sterling)?|gbp)\b/g, "£")
    .replace(/£s?,? (?:in )?(?=(?:millions?|thousands?|billions?)\b)/g, "£ ")
    .replace(/\( ?(?:in )?(millions?|thousands?|billions?|['’]?000s?) ?\)/g, "(£ $1)");
}

const UNITS: ReadonlyArray<readonly [RegExp, MoneyUnit]> = [
  [/£ ?(?:millions?|mn?)\b/, "million"],
  [/£ ?(?:billions?|bn)\b/, "billion"],
  [/£ ?['’]?(?:thousands?|000s?|k)\b/, "thousand"],
  [/£ ?s?(?![\w,.])/, "pound"],
];

/** The unit a heading states: `(£ million)`, `£m`, `(£s)`, `£000s`. An amount such as £6,000 is none. */
export function unitIn(text: string): MoneyUnit | null {
  const plain = withPoundSigns(text);
  return UNITS.find(([words]) => words.test(plain))?.[1] ?? null;
}

export function namesEngland(text: string): boolean {
  return NATIONAL.has(plainWords(text));
}

/** Totals of groups and regions, by name or by region code; they repeat what the councils' rows say. */
export function namesSubtotal(text: string): boolean {
  return SUBTOTALS.has(plainWords(text)) || /^(?:E12|E13)\d{6}$/.test(text);
}

/** The sheet on which each council has one row with both stages. */
export function isSummarySheet(name: string): boolean {
  return /allocations?[ _-]*summary|^allocations?[ _-]*\d|^summary$/i.test(name);
}

/** The sheet that shows how the block before deductions was worked out, with its total. */
export function isWorkingsSheet(name: string): boolean {
  return /high[ _-]*needs[ _-]*block/i.test(name);
}

export function isInformationSheet(name: string): boolean {
  return /^(?:information|info|read ?me|notes?|cover|contents)\b/i.test(name.replaceAll("_", " "));
}

/** Sheets about the other blocks and about places: large, and of no use here. */
export function isOtherSheet(name: string): boolean {
  return /schools?[ _-]*block|early[ _-]*years|deductions|pupil/i.test(name);
}
