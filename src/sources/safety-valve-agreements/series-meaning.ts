import { COUNCIL, DEPARTMENT, plainWords, sentencesOf } from "./sentences";
import type { YearSeries } from "./year-tables";

/** `in-year`: balances of single years, which are no cumulative deficit. `other`: figures that are no term. */
export type SeriesMeaning =
  | "profile"
  | "payments"
  | "local-contributions"
  | "in-year"
  | "running-total"
  | "other";

/** What says whose money is counted, not what the figures are. */
const BASIS_WORDS = [
  /\b(?:exclud\w+|leaving (?:aside|out)|(?:do|does|is|are)? ?not (?:includ\w+|count\w*|tak\w+ (?:into )?account of)|without|disregarding|ignoring|net of|gross of|prior to|includ\w+|taking (?:no )?account of)\b[^.;:,)]*/gi,
  new RegExp(
    `\\b(?:before|after) (?:any |the |all |every |each |counting )*(?:${DEPARTMENT}|contributions?|payments?|safety|additional|funding|grant)\\b[^.;:,)]*`,
    "gi",
  ),
];
const BASIS_SENTENCE =
  /\b(?:left out|not included|excluded|disregarded|not taken into account|taken into account)\b/i;

const LOCAL = new RegExp(
  `\\b(?:${COUNCIL}|local|own|reserves?|general fund)(?:'s)?\\b.{0,40}\\bcontribut|\\bcontribut\\w+ (?:from|by) (?:the )?(?:${COUNCIL}|own|general fund|reserves?|local)|\\bown (?:money|resources|funds)\\b`,
  "i",
);
const PAYMENT = new RegExp(
  `\\bpay(?:s|ments?|able|ing)?\\b|\\bpaid\\b|\\binstal+ments?\\b|\\btranches?\\b|\\badditional (?:\u00a3 ?m(?:illion)? (?:of )?)?(?:DSG|dedicated schools grant|grant|funding)\\b|\\bfunding\\b|\\b${DEPARTMENT}(?:'s)? (?:contribut|grant|money|support|will provide|provides)|\\bcontribut\\w+ (?:from|by) (?:the )?${DEPARTMENT}|\\bsafety[ -']*valve (?:money|grant|contribution)`,
  "i",
);
const DEFICIT =
  /\bdeficits?\b|\bcumulative (?:position|balance)|\bDSG (?:account )?(?:balance|position)|\bcarried forward\b|\byear[- ]end (?:balance|position)|\b(?:balance|position) at (?:the )?(?:end|year[- ]end)/i;

/** Figures that stand in agreements and papers beside them without being promised. */
const OTHER =
  /\bcapital\b|\bsavings?\b|\btransfers?\b|\bexpenditure\b|\bspend(?:ing)?\b|\ballocations?\b|\bplans?\b|\bpupils?\b|\bplaces\b|\bunmitigated\b|\bdo[- ]nothing\b|\b(?:no|without) (?:further )?(?:action|mitigation|intervention)\b|\bbefore mitigation/i;
const NEVER_A_TERM =
  /\bcapital\b|\bunmitigated\b|\bdo[- ]nothing\b|\b(?:no|without) (?:further )?(?:action|mitigation|intervention)\b|\bbefore mitigation/i;
/** A heading of such words alone leaves it to the table's surroundings what the figures are. */
const GENERIC =
  /\b(?:amounts?|figures?|values?|sums?|forecast|mitigated|planned|agreed|m|mn|million|k|thousands?|total|year|end|by|at|in|each|the|of|\d+s?)\b|[^a-z]/gi;

/** What words say of figures by year; null when they say nothing, or too much. */
export function meaningOf(words: string): SeriesMeaning | null {
  const text = withoutBasis(plainWords(words));
  const pays = PAYMENT.test(text);
  const owes = DEFICIT.test(text);
  if (text.length < 120 && OTHER.test(text) && (NEVER_A_TERM.test(text) || !(pays || owes))) return "other";
  if (/\bin-? ?year\b/i.test(text) && !/\bcumulative\b/i.test(text) && !pays) return "in-year";
  if (LOCAL.test(text) && !new RegExp(`\\b${DEPARTMENT}\\b`, "i").test(text)) return "local-contributions";
  if (pays)
    return /\b(?:cumulative|running total|to date)\b/i.test(text) && !owes ? "running-total" : "payments";
  return owes ? "profile" : null;
}

function withoutBasis(text: string): string {
  const sentences = sentencesOf(text);
  const kept =
    sentences.length > 1 ? sentences.filter((sentence) => !BASIS_SENTENCE.test(sentence)) : sentences;
  return BASIS_WORDS.reduce((left, words) => left.replace(words, " "), kept.join(" "));
}

/**
 * What a series is: its own heading decides; where that is silent ("\u00a3m") the caption or paragraph before the
 * table, the nearest first. A column that says something else than its neighbours isn't what the table is about.
 */
export function seriesMeaning(series: YearSeries, all: readonly YearSeries[]): SeriesMeaning | null {
  if (all.some((other) => isTwin(series, other))) return null;
  const own = meaningOf(series.heading);
  // "Annex A: forecast without intervention", right above a table of deficits.
  const caption = plainWords(series.before[0] ?? "");
  if (own === "profile" && caption.length < 120 && !/[.:]$/.test(caption) && NEVER_A_TERM.test(caption))
    return "other";
  if (own !== null) return own;
  const isAlone = all.filter(({ table }) => table === series.table).length === 1;
  if (!isAlone && series.heading.replace(GENERIC, "") !== "") return "other";
  for (const text of series.before) {
    // The sentence that leads to the table says more of it than the paragraph as a whole.
    const last = sentencesOf(plainWords(text)).at(-1) ?? "";
    const meaning = (last.endsWith(":") ? meaningOf(last) : null) ?? meaningOf(text);
    if (meaning !== null && meaning !== "in-year") return meaning;
  }
  return null;
}

/** Two columns of figures under one and the same heading: nothing says which is which. */
function isTwin(series: YearSeries, other: YearSeries): boolean {
  return (
    other !== series &&
    other.table === series.table &&
    other.heading === series.heading &&
    series.cells.some(({ year, text }) =>
      other.cells.some((cell) => cell.year === year && cell.text !== text),
    )
  );
}
