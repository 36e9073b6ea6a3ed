import type { Basis, LocalContributions, Scope } from "@/domain/dsg/balance";
import type { ProfilePointDraft } from "@/domain/dsg/draft-figures";
import { type FinancialYear, yearsBetween } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import { type Money, negate } from "@/domain/money";
import type { Locator } from "@/domain/provenance";
import { COUNCIL, DEPARTMENT, plainWords, sentencesOf } from "./sentences";
import { readFigures, type SeriesFigure } from "./series-figures";
import type { YearCell, YearSeries } from "./year-tables";

export interface ProfilePoint {
  readonly financialYear: FinancialYear;
  /** A deficit is positive. */
  readonly deficit: Money;
  readonly error: Money;
  readonly locator: Locator;
}

export interface Profile {
  readonly points: readonly ProfilePoint[];
  readonly basis: Basis;
  readonly scope: Scope;
  readonly localContributions: LocalContributions;
  readonly wording: string | null;
  readonly findings: readonly Finding[];
}

/** The planned deficits at year ends. What they leave out is taken from the words around the table and of the whole text. */
export function readProfile(all: readonly YearSeries[], texts: readonly string[]): Profile | null {
  const candidates = all.map((series) => ({ series, basis: basisOf(series) }));
  if (candidates.length === 0) return null;
  const findings: Finding[] = [];
  const chosen = choose(candidates, findings);
  if (!chosen)
    return {
      points: [],
      basis: "unknown",
      scope: "unknown",
      localContributions: "unknown",
      wording: null,
      findings,
    };
  const points: ProfilePoint[] = [];
  for (const { series: printed } of chosen) {
    const series = {
      ...printed,
      cells: printed.cells.filter(({ label }) => !/\b(?:actual|outturn)\b/i.test(label)),
    };
    const read = readFigures(series, "planned deficit");
    findings.push(...read.findings, ...read.missing.map(({ cell }) => missingPoint(cell)));
    points.push(...signed(series, read.figures, findings));
  }
  const first = chosen[0];
  const basis = first?.basis ?? "unknown";
  if (basis === "unknown" && points.length > 0)
    findings.push({
      kind: "term-not-found",
      severity: "doubt",
      message:
        "The agreement doesn't say whether the planned deficits count the department's payments; they are taken as before them, as such profiles are.",
      expected: "words such as excluding any contribution by the department",
      met: first?.series.heading ?? "",
      locator: first?.series.place,
    });
  const kept = distinct(points, findings);
  findings.push(...gapsIn(kept, findings, first?.series));
  return {
    points: kept,
    basis: basis === "unknown" ? "gross" : basis,
    scope: first ? scopeOf(first.series) : "unknown",
    localContributions: localContributionsIn(first?.series, texts),
    wording: first?.series.heading || null,
    findings,
  };
}

function missingPoint({ year, text, place }: YearCell): Finding {
  return {
    kind: "term-not-found",
    severity: "doubt",
    message: `The profile has no figure for ${year}.`,
    expected: `a planned deficit for ${year}`,
    met: text === "" ? "an empty cell" : text,
    locator: place,
  };
}

interface Candidate {
  readonly series: YearSeries;
  readonly basis: Basis;
}

const FORMER = /\b(?:original|originally|previous|previously|former|formerly|superseded|old)\b/i;
const REVISED = /\b(?:revised|updated|amended|new|current)\b/i;

/** What is agreed now, where a column beside it repeats what was agreed before; null where the headings don't tell. */
function revisedAmong(candidates: readonly Candidate[], findings: Finding[]): readonly Candidate[] | null {
  const isFormer = ({ series }: Candidate) => FORMER.test(series.heading);
  const isRevised = ({ series }: Candidate) => REVISED.test(series.heading);
  const revised = candidates.filter(isRevised);
  const former = candidates.filter(isFormer);
  if (revised.length === 0 || former.length === 0) return null;
  if (candidates.some((candidate) => isFormer(candidate) === isRevised(candidate))) return null;
  findings.push({
    kind: "unexpected-layout",
    severity: "note",
    message: "Beside the planned deficits the agreement repeats those agreed before; they aren't published.",
    met: former.map(({ series }) => series.heading).join("; "),
    locator: former[0]?.series.place,
  });
  return revised;
}

/** Where a table gives the deficit both before and after the department's money, the one before counts. */
function choose(all: readonly Candidate[], findings: Finding[]): Candidate[] | null {
  const overlaps = (a: Candidate, b: Candidate) =>
    a.series.cells.some(({ year }) => b.series.cells.some((other) => other.year === year));
  const clashes = (among: readonly Candidate[]) =>
    among.some((a, index) => among.slice(index + 1).some((b) => overlaps(a, b)));
  if (!clashes(all)) return [...all];
  const candidates = revisedAmong(all, findings) ?? all;
  if (!clashes(candidates)) return [...candidates];
  const gross = candidates.filter(({ basis }) => basis === "gross");
  const net = candidates.filter(({ basis }) => basis === "net");
  if (gross.length > 0 && gross.length + net.length === candidates.length) {
    if (!clashes(gross)) return gross;
  }
  const same = (a: Candidate, b: Candidate) =>
    a.series.cells.map(({ year, text }) => `${year} ${text}`).join() ===
    b.series.cells.map(({ year, text }) => `${year} ${text}`).join();
  const [first] = candidates;
  if (first && candidates.every((other) => same(first, other))) return [first];
  findings.push({
    kind: "unexpected-layout",
    severity: "doubt",
    message: `The agreement holds ${candidates.length} tables or columns that read as planned deficits; it isn't clear which is agreed, so none is published.`,
    expected: "one planned deficit for each year end",
    met: candidates.map(({ series }) => series.heading || "without a heading").join("; "),
    locator: first?.series.place,
  });
  return null;
}

/** Settles which sign is a deficit, by the words of the heading; figures whose sign is unclear aren't published. */
function signed(series: YearSeries, figures: readonly SeriesFigure[], findings: Finding[]): ProfilePoint[] {
  const heading = plainWords(`${series.heading}`);
  const around = plainWords([series.heading, ...series.before].join(" "));
  const amounts = figures.filter(({ amount }) => amount !== 0);
  const below = amounts.filter(({ amount }) => amount < 0).length;
  const allSay = amounts.every(({ says }) => says !== null);
  const isNegativeDeficit =
    !allSay && signOf(heading, around, amounts[0]?.amount ?? 0, below, amounts.length);
  if (isNegativeDeficit === null) {
    findings.push({
      kind: "unexpected-layout",
      severity: "doubt",
      message:
        "It isn't clear whether the planned figures below zero are deficits or surpluses; none of them is published.",
      expected: "a heading that says which sign a deficit has",
      met: series.heading || "no heading",
      locator: series.place,
    });
    return [];
  }
  return figures.map(({ year, amount, error, says, locator }) => ({
    financialYear: year,
    deficit: says === null ? (isNegativeDeficit ? negate(amount) : amount) : saidBy(says, amount),
    error,
    locator,
  }));
}

function saidBy(says: "deficit" | "surplus", amount: Money): Money {
  const size = amount < 0 ? negate(amount) : amount;
  return says === "deficit" ? size : negate(size);
}

/** True where a figure below zero is a deficit; null where the words don't tell. */
function signOf(heading: string, around: string, first: number, below: number, all: number): boolean | null {
  if (
    /\bsurplus\b ?\/? ?\(\W*deficits?\W*\)|\bdeficits? (?:is|are|shown|in|as)\b[^.]{0,30}\b(?:negative|minus|brackets)|\b(?:negative|minus|brackets)\b(?: \w+){0,3} ?(?:=|is|are|means?|shows?|indicat\w+|denot\w+|represent\w*) (?:an? |the )?deficits?\b|\(deficits?\)/i.test(
      around,
    )
  )
    return true;
  if (
    /\bdeficits?\b ?\/? ?\(\W*surplus\w*\W*\)|\bsurplus\w* (?:is|are|shown|in|as)\b[^.]{0,30}\b(?:negative|minus|brackets)|\b(?:negative|minus|brackets)\b(?: \w+){0,3} ?(?:=|is|are|means?|shows?|indicat\w+|denot\w+|represent\w*) (?:an? |the )?surplus\w*|\(surplus\w*\)/i.test(
      around,
    )
  )
    return false;
  if (below === 0) {
    if (/\bdeficits?\b/i.test(around)) return false;
    return null;
  }
  const isBalance = /\bbalance\b|\bposition\b|\baccount\b/i.test(heading) && !/\bdeficits?\b/i.test(heading);
  if (isBalance) return first < 0 ? true : /\bdeficits?\b/i.test(around) && below * 2 < all ? false : null;
  return below * 2 > all ? null : false;
}

/** A year left out between two others: its row may have been lost in the reading. */
function gapsIn(
  points: readonly ProfilePoint[],
  findings: readonly Finding[],
  series: YearSeries | undefined,
): Finding[] {
  const [first, last] = [points[0]?.financialYear, points.at(-1)?.financialYear];
  if (!first || !last || !series) return [];
  return yearsBetween(first, last)
    .filter((year) => points.every(({ financialYear }) => financialYear !== year))
    .filter((year) => !findings.some(({ message }) => message.includes(year)))
    .map((year) => ({
      kind: "term-not-found",
      severity: "doubt",
      message: `The profile has no figure for ${year}.`,
      expected: `a planned deficit for ${year}`,
      locator: series.place,
    }));
}

function distinct(points: readonly ProfilePoint[], findings: Finding[]): ProfilePoint[] {
  const byYear = new Map<FinancialYear, ProfilePoint>();
  const clashing = new Set<FinancialYear>();
  for (const point of points) {
    const held = byYear.get(point.financialYear);
    if (held && held.deficit !== point.deficit) clashing.add(point.financialYear);
    if (!held) byYear.set(point.financialYear, point);
  }
  for (const year of clashing) {
    findings.push({
      kind: "duplicate-row",
      severity: "doubt",
      message: `The agreement gives two planned deficits for ${year}; neither is published.`,
      met: year,
      locator: byYear.get(year)?.locator,
    });
    byYear.delete(year);
  }
  return [...byYear.values()].toSorted((a, b) => a.financialYear.localeCompare(b.financialYear));
}

const EXCLUDES = new RegExp(
  `\\bexclud\\w+|\\bleav\\w+ (?:aside|out)|\\bleft (?:aside|out)|\\bnot (?:been )?(?:includ\\w+|count\\w*|reflect\\w*|tak\\w+ (?:into )?account|assum\\w*|allow\\w* for)|\\bwithout\\b|\\bdisregard\\w*|\\bignor\\w+|\\bbefore (?:any |the |all |every |each |counting )*(?:${DEPARTMENT}|contributions?|payments?|safety|additional|funding|LA|${COUNCIL}|local|own|its)\\b|\\bprior to\\b|\\bgross of\\b|\\boutside\\b|\\bno account\\b`,
  "i",
);
const INCLUDES = new RegExp(
  `\\binclud\\w+|\\bafter (?:any |the |all |every |each |counting )*(?:${DEPARTMENT}|contributions?|payments?|safety|additional|funding|LA|${COUNCIL}|local|own|its)\\b|\\bnet of\\b|\\btak\\w+ (?:into )?account|\\bcount(?:s|ed|ing)?\\b|\\breflect\\w*|\\bassum\\w+ (?:receipt|payment)`,
  "i",
);
const DEPARTMENT_MONEY = new RegExp(
  `(?:\\b${DEPARTMENT}\\b|\\bsafety[ -']*valve\\b|\\badditional DSG\\b).{0,80}\\b(?:contribut\\w+|pay\\w*|paid|fund\\w*|money|grant|support|makes?)|\\b(?:contribut\\w+|payments?|funding|money|grant|support|whatever)\\b.{0,60}(?:\\b${DEPARTMENT}\\b|\\bsafety[ -']*valve\\b|\\bunder this agreement\\b|\\badditional DSG\\b)|\\b(?:safety[ -']*valve|additional) (?:DSG|funding|payments?|contributions?)|\\bpayments? (?:described|set out|listed|shown|referred to|mentioned) (?:in|under) (?:paragraph|section|clause|part)\\b`,
  "i",
);

function basisOf(series: YearSeries): Basis {
  const own = basisIn([series.heading]);
  if (own !== "unknown") return own;
  const after = series.after
    .flatMap(sentencesOf)
    .filter((text) =>
      /\b(?:table|above|forecast|profile|figures?|deficits? planned|planned deficits?)\b/i.test(text),
    );
  return basisIn([...series.before, ...after].flatMap(sentencesOf));
}

function basisIn(sentences: readonly string[]): Basis {
  for (const sentence of sentences.map(plainWords)) {
    if (!DEPARTMENT_MONEY.test(sentence)) continue;
    if (EXCLUDES.test(sentence)) return "gross";
    if (INCLUDES.test(sentence)) return "net";
  }
  return "unknown";
}

function scopeOf(series: YearSeries): Scope {
  const highNeeds =
    /\bhigh[- ]needs(?: block)?(?: budget)?(?: cumulative)?(?: DSG)? (?:deficits?|balance|position|profile)|\bdeficits? (?:on|of|in) (?:the |its )?(?:DSG )?high[- ]needs/i;
  const wholeGrant = /\b(?:DSG|dedicated schools grant)(?: cumulative)? (?:deficits?|account|balance)/i;
  const heading = plainWords(series.heading);
  if (highNeeds.test(heading)) return "high-needs";
  if (wholeGrant.test(heading)) return "dsg";
  return highNeeds.test(plainWords(series.before.slice(0, 2).join(" "))) ? "high-needs" : "dsg";
}

const OWN_MONEY = new RegExp(
  `\\bown (?:money|contributions?|resources|reserves|funds)|\\blocal(?:ly funded)? contributions?|\\b(?:${COUNCIL})(?:'s)?(?: own)? contributions?|\\bcontributions? (?:by|from) (?:either )?(?:the )?(?:${COUNCIL}|its own|own|local|general fund|reserves)|\\b(?:${COUNCIL}) (?:itself )?contributes\\b|\\b(?:or|and) (?:by )?the ${COUNCIL}\\b`,
  "i",
);

/** Whether the planned deficits count the council's own money, where the agreement says so. */
function localContributionsIn(series: YearSeries | undefined, texts: readonly string[]): LocalContributions {
  const near = series ? [series.heading, ...series.before, ...series.after].flatMap(sentencesOf) : [];
  const about = texts
    .flatMap(sentencesOf)
    .filter((text) => /\b(?:table|forecast|deficits?|profile|above|below)\b/i.test(text));
  for (const sentence of [...near, ...about].map(plainWords)) {
    if (!OWN_MONEY.test(sentence) || /\u00a3 ?\d/.test(sentence)) continue;
    if (EXCLUDES.test(sentence)) return "excluded";
    if (INCLUDES.test(sentence) || new RegExp(`\\bafter the ${COUNCIL}'s own`, "i").test(sentence))
      return "included";
  }
  return "unknown";
}

/** The points as figures of an agreement's version. */
export function profileDrafts(
  { points, basis, scope, wording }: Profile,
  localContributions: LocalContributions,
  council: PrintedCouncil,
  agreementVersion: string,
): ProfilePointDraft<PrintedCouncil>[] {
  return points.map(({ financialYear, deficit, error, locator }) => ({
    type: "profile-point",
    council,
    agreementVersion,
    financialYear,
    deficit,
    error,
    basis,
    scope,
    localContributions,
    planSource: "agreement",
    wording,
    checked: false,
    locator,
  }));
}
