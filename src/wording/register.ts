import type { RegisterCells } from "@/domain/register/entry-problems";
import type { HeldOutturn, OutturnDoubt } from "@/domain/register/outturn-doubts";
import { REGISTER_COLUMNS, type RegisterFileName } from "@/domain/register/register-columns";
import { basisWords, kindWords, scopeWords } from "./balance";
import { formatDate } from "./dates";
import { formatExactGbp } from "./money";

const FILE: Readonly<Record<RegisterFileName, { readonly title: string; readonly row: string }>> = {
  agreements: { title: "Terms of agreements", row: "What is known of one version of an agreement" },
  deficit_profile: { title: "Planned deficits", row: "A deficit planned for a year end" },
  payments: { title: "DfE payments", row: "Money planned, paid, withheld or released" },
  actuals: { title: "Published deficits", row: "A deficit that somebody gave for a day" },
  events: {
    title: "Events and statements",
    row: "Something that happened to an agreement, or was said of it",
  },
  stability_grant: {
    title: "High Needs Stability Grant",
    row: "What is known of a council’s grant or reform plan",
  },
  derived_balances: {
    title: "Balances worked back",
    row: "A balance worked back from DfE’s percentages, by a program",
  },
  dbv_authorities: { title: "Delivering Better Value", row: "A council that took part" },
  policy_events: { title: "National policy", row: "What government decided" },
  national_totals: { title: "National figures", row: "A figure of all England, as somebody gave it" },
};

export function registerTitle(file: RegisterFileName): string {
  return FILE[file].title;
}

export function registerRowWords(file: RegisterFileName): string {
  return FILE[file].row;
}

const COLUMN: Readonly<Record<string, { readonly label: string; readonly hint?: string }>> = {
  la_name: { label: "Council", hint: "Its name, in any spelling the reference list knows" },
  la_code: { label: "DfE code", hint: "Three digits" },
  agreement_version: {
    label: "Version of the agreement",
    hint: "original, revised-2024, or unclear where the source doesn’t say",
  },
  cohort: { label: "Year of the first signature", hint: "Like 2021-22" },
  signed_fy: { label: "Year in which this version was signed", hint: "Like 2021-22" },
  start_fy: { label: "First year it covers", hint: "Like 2021-22" },
  target_fy: { label: "Target year", hint: "Like 2025-26" },
  target_means: {
    label: "What the target year means",
    hint: "balance: income covers spending; clearance: the whole deficit is gone; end: the last year covered",
  },
  target_source: { label: "Whose word the target year is" },
  clearance_fy: { label: "Year by which the deficit is to be gone", hint: "Like 2027-28" },
  total_funding_gbp_m: { label: "DfE’s money over all years, £ million", hint: "As printed: 20.5" },
  status: { label: "State of the agreement", hint: "Such as revised, suspended, completed" },
  status_date: { label: "Since when", hint: "A day, a month or a year: 2024-03-21, 2024-03, 2024" },
  note: { label: "What the source says, in your own words" },
  financial_year: { label: "Financial year", hint: "Like 2024-25" },
  planned_cumulative_deficit_gbp_m: {
    label: "Planned deficit at the year’s end, £ million",
    hint: "Positive; a surplus is negative. As printed: 24.5",
  },
  basis: {
    label: "Basis",
    hint: "net: after DfE’s safety valve money; gross: before it; unknown where the source doesn’t say",
  },
  scope: {
    label: "Scope",
    hint: "dsg: the whole grant; high-needs: that part alone; unknown where the source doesn’t say",
  },
  local_contributions: { label: "The council’s own contributions" },
  plan_source: {
    label: "Where the plan is from",
    hint: "Only agreement can make a missed promise: choose it for the agreement itself or an official quotation",
  },
  basis_note: { label: "What the source says, in your own words" },
  source_url: {
    label: "Citation",
    hint: "The web address, then where on it: https://www.example.gov.uk/paper.pdf (page 3)",
  },
  confidence: {
    label: "Confidence",
    hint: "high: an official document says it; medium: reported, or from a compilation; low: approximate, or one press report",
  },
  covers: { label: "What the sum covers", hint: "An instalment is not a year’s total" },
  through_date: { label: "Of a cumulative sum: until which day", hint: "Like 2025-03-31" },
  payment_gbp_m: {
    label: "Amount, £ million",
    hint: "As printed: 8.2. May be left out where a payment was withheld or released",
  },
  paid_or_planned: { label: "Planned, paid, withheld or released" },
  as_at_date: { label: "The day it’s of", hint: "Mostly a year end: 2025-03-31" },
  date_inferred: { label: "Is the day our own conclusion?", hint: "yes where the source gives none" },
  deficit_gbp_m: {
    label: "Deficit, £ million",
    hint: "Positive; a surplus is negative. As printed: 13.9",
  },
  error_gbp_m: {
    label: "How far it can be off, £ million",
    hint: "Leave it out: then it is known to half of the last digit given",
  },
  kind: { label: "Kind", hint: "A forecast never proves a miss" },
  published_on: { label: "When it was published", hint: "A day, a month or a year" },
  copy_of: { label: "A copy of", hint: "Where the source only repeats what DfE publishes" },
  date: { label: "When", hint: "A day, a month or a year: 2024-03-21, 2024-03, 2024" },
  event_type: { label: "What kind of event" },
  summary: { label: "What happened, in your own words" },
  item: { label: "What it tells of" },
  value_gbp_m: { label: "Amount, £ million" },
  detail: { label: "What the source says, in your own words" },
  balance_gbp: { label: "Balance, £", hint: "Negative is a deficit" },
  error_gbp: { label: "How far it can be off, £" },
  tranche: { label: "Tranche" },
  event: { label: "What was decided" },
  measure: { label: "Measure" },
  value_gbp_bn: { label: "Amount, £ billion" },
};

/** @throws for a column that nobody has named in words */
export function registerColumnWords(name: string): { readonly label: string; readonly hint?: string } {
  const words = COLUMN[name];
  if (!words) throw new Error(`The register column ${name} has no words.`);
  return words;
}

/** What speaks against an entry of a deficit, for the person who is about to keep it. */
export function outturnDoubtWords(doubt: OutturnDoubt): string {
  switch (doubt.kind) {
    case "differs":
      return `We already hold another figure for that day: ${heldWords(doubt.held)}. Both would stand, and the difference would be shown.`;
    case "copy":
      return `This is what ${doubt.held.title} gives for that day. If the source only repeats it, say what it is a copy of: copies are one source.`;
    case "jump":
      return `It is far from the nearest year end we hold: ${heldWords(doubt.held)} at ${formatDate(doubt.held.asAt)}. Check the unit, the sign and the basis.`;
    case "not-a-year-end":
      return "The day isn’t a 31 March. Only year ends are judged; leave it only if the source gives that day.";
    case "large":
      return "It is more than £500 million. Amounts are in millions of pounds.";
    case "published-before":
      return "It was published before the day it is of, so it can’t be an outturn. Is it a forecast?";
    case "forecast-of-the-past":
      return "It is a forecast for a day that has passed, and has no date of publication: nobody can tell how old it is.";
  }
}

function heldWords({ deficit, basis, scope, kind, title }: HeldOutturn): string {
  const amount = formatExactGbp(Math.round(deficit / 100));
  return `${amount}, ${kindWords(kind)}, ${basisWords(basis)}, ${scopeWords(scope)} (${title})`;
}

const VERB = {
  added: "Added",
  edited: "Edited",
  retired: "Retired",
  restored: "Brought back",
} as const;

export function entryVerbWord(verb: keyof typeof VERB): string {
  return VERB[verb];
}

/** Whose or what row it is: its council, or what it tells of. */
export function registerRowName(cells: RegisterCells): string {
  return cells.la_name || cells.event || cells.measure || "A row without a name";
}

/** What a row says in short: its figures, dates and choices, without the words and the source. */
export function registerRowGist(file: RegisterFileName, cells: RegisterCells): string {
  const named = registerRowName(cells);
  return REGISTER_COLUMNS[file]
    .flatMap(({ name, cell }) => {
      const text = cells[name] ?? "";
      if (text === "" || text === named || ["council", "words", "citation"].includes(cell.kind)) return [];
      if (cell.kind !== "amount") return name === "date_inferred" || name === "confidence" ? [] : [text];
      return [cell.in === "pound" ? `£${text}` : `£${text} ${cell.in}`];
    })
    .join(", ");
}

/** What the rows of an import come to, in a sentence. */
export function importSentence(states: readonly ("good" | "doubtful" | "held" | "bad")[]): string {
  const count = (state: (typeof states)[number]) => states.filter((one) => one === state).length;
  const parts = [
    [count("good"), "can be kept"],
    [count("doubtful"), "doubtful: to be looked at first"],
    [count("held"), "in the register already"],
    [count("bad"), "refused"],
  ] as const;
  const said = parts.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]));
  return `${states.length === 1 ? "One row" : `${states.length} rows`}. ${said.join("; ")}.`;
}
