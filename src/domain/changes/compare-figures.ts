import type { CalendarDate } from "../calendar-date";
import type { FinancialYear } from "../financial-year";
import type { Origin } from "../provenance";
import type { ChangeKind, ChangePlace, ChangeValue, DraftChange, NotNews } from "./change";

export const MEASURES = ["allocation", "outturn", "in-year-balance", "ehc-plans"] as const;
export type Measure = (typeof MEASURES)[number];

/** One council's figure of one period, as one edition gives it. */
export interface ComparedFigure {
  readonly measure: Measure;
  readonly dfeCode: string;
  /** What it is the figure of, in an order that text has too: `2024-25`, `2025-03-31`, `2025`. */
  readonly period: string;
  readonly financialYear: FinancialYear | null;
  /** What tells figures of one council and period apart; part of the change's subject. */
  readonly subject: string | null;
  readonly value: ChangeValue;
  readonly edition: string;
  readonly origin: Origin;
  /** As far as it's known; an undated edition is never newer than a dated one. */
  readonly publishedOn: string | null;
  /** For the register, whose rows are independent: whose page the figure was taken from. */
  readonly citedFrom: string | null;
  readonly at: ChangePlace;
}

export interface HeldFigure extends ComparedFigure {
  /** Met in this very run: then it doesn't make an earlier year a past one. */
  readonly ofThisRun: boolean;
}

export interface FigureCircumstances {
  /** The edition held was read from the same bytes: what differs is our reading. */
  readonly sameBytes: boolean;
  readonly today: CalendarDate;
}

const KINDS: Readonly<Record<Measure, { readonly published: ChangeKind; readonly restated: ChangeKind }>> = {
  allocation: { published: "allocation-published", restated: "allocation-restated" },
  outturn: { published: "outturn-published", restated: "outturn-restated" },
  "in-year-balance": { published: "in-year-balance-published", restated: "in-year-balance-restated" },
  "ehc-plans": { published: "ehc-plans-published", restated: "ehc-plans-restated" },
};

/** The register gathers what others published: news is only what they published this many days ago or less. */
const RECENT_DAYS = 60;
const DAY_MS = 86_400_000;

/**
 * What an edition publishes first or restates, council by council.
 *
 * Held against the newest edition held of the same council and period, whichever that is. What isn't news
 * says why: our copy replaced, our reading changed, a past year or an older edition filled in.
 *
 * @param held the figures that counted before, of all editions of the publication
 * @param read the figures of the edition that is read now
 */
export function compareFigures(
  held: readonly HeldFigure[],
  read: readonly ComparedFigure[],
  circumstances: FigureCircumstances,
): DraftChange[] {
  const series = new Map<string, HeldFigure[]>();
  for (const figure of held) append(series, seriesOf(figure), figure);
  const latestPeriods = latestPeriodsOf(held);
  const seen = new Set<string>();

  const changes = read.flatMap((figure): DraftChange[] => {
    const key = seriesOf(figure);
    // A council printed twice is the check's business; a change is told once.
    if (seen.has(key)) return [];
    seen.add(key);
    const versions = series.get(key) ?? [];
    return changeOf(
      figure,
      versions,
      latestPeriods.get(`${figure.measure} ${figure.dfeCode}`),
      circumstances,
    );
  });
  return [...changes, ...takenOut(held, seen, read, circumstances)].sort(byCouncilAndYear);
}

function changeOf(
  figure: ComparedFigure,
  versions: readonly HeldFigure[],
  latestPeriod: string | undefined,
  circumstances: FigureCircumstances,
): DraftChange[] {
  const latest = [...versions].sort(olderFirst).at(-1);
  if (!latest) {
    if (figure.value.kind === "missing") return [];
    const notNews: NotNews | null = circumstances.sameBytes
      ? "reading-changed"
      : isPast(figure, latestPeriod, circumstances.today)
        ? "backfill"
        : null;
    return [draft("published", figure, null, notNews)];
  }
  const ofThisEdition = versions.filter((version) => isSameEdition(version, figure));
  // A register may quote one page twice: then one of the rows is the one that stays.
  if (ofThisEdition.some(({ value }) => sameFigure(value, figure.value))) return [];
  const own = ofThisEdition.at(-1);
  const isOlder = olderFirst(figure, latest) < 0;
  if (!own && isOlder && figure.origin === latest.origin) {
    return figure.value.kind === "missing" ? [] : [draft("published", figure, null, "backfill")];
  }
  const before = own ?? latest;
  if (sameFigure(before.value, figure.value)) return [];
  const notNews: NotNews | null = circumstances.sameBytes
    ? "reading-changed"
    : before.origin === "archive" && figure.origin === "live"
      ? "archive-superseded"
      : own && own !== latest && isOlder
        ? "backfill"
        : null;
  const what = before.value.kind === "missing" ? "published" : "restated";
  return [draft(what, figure, before, notNews)];
}

/** What an edition held before no longer says. Rows of the register come and go for reasons of ours. */
function takenOut(
  held: readonly HeldFigure[],
  seen: ReadonlySet<string>,
  read: readonly ComparedFigure[],
  { sameBytes }: FigureCircumstances,
): DraftChange[] {
  const [first] = read;
  if (!first || first.origin === "register") return [];
  return held
    .filter((figure) => isSameEdition(figure, first) && !seen.has(seriesOf(figure)))
    .filter(({ value }) => value.kind !== "missing")
    .map((figure) => ({
      ...common("restated", figure),
      before: figure.value,
      after: null,
      beforeAt: figure.at,
      afterAt: { ...first.at, locator: {} },
      notNews: sameBytes ? "reading-changed" : null,
    }));
}

function draft(
  what: "published" | "restated",
  figure: ComparedFigure,
  before: ComparedFigure | null,
  notNews: NotNews | null,
): DraftChange {
  return {
    ...common(what, figure),
    before: before?.value ?? null,
    after: figure.value,
    beforeAt: before?.at ?? null,
    afterAt: figure.at,
    notNews,
  };
}

function common(
  what: "published" | "restated",
  { measure, dfeCode, financialYear, subject }: ComparedFigure,
) {
  return { kind: KINDS[measure][what], dfeCode, financialYear, agreementVersion: null, subject };
}

function seriesOf({ measure, dfeCode, period, subject, citedFrom }: ComparedFigure): string {
  return [measure, dfeCode, period, subject ?? "", citedFrom ?? ""].join("\u0000");
}

function isSameEdition(a: ComparedFigure, b: ComparedFigure): boolean {
  return a.edition === b.edition && a.origin === b.origin;
}

function olderFirst(a: ComparedFigure, b: ComparedFigure): number {
  return (a.publishedOn ?? "").localeCompare(b.publishedOn ?? "") || a.edition.localeCompare(b.edition);
}

/** A count of 5 is a count of 5; that a missing figure is now missing for another reason is no news. */
function sameFigure(a: ChangeValue, b: ChangeValue): boolean {
  if (a.kind === "missing" && b.kind === "missing") return true;
  return JSON.stringify(a) === JSON.stringify(b);
}

function isPast(figure: ComparedFigure, latestPeriod: string | undefined, today: CalendarDate): boolean {
  if (figure.origin === "register") return !isRecent(figure.publishedOn, today);
  return latestPeriod !== undefined && figure.period < latestPeriod;
}

function isRecent(publishedOn: string | null, today: CalendarDate): boolean {
  if (publishedOn === null) return false;
  // Of a month or a year only its beginning is sure to have passed.
  const first = `${publishedOn}-01-01`.slice(0, 10);
  return (Date.parse(today) - Date.parse(first)) / DAY_MS <= RECENT_DAYS;
}

function latestPeriodsOf(held: readonly HeldFigure[]): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const { measure, dfeCode, period, value, ofThisRun } of held) {
    if (ofThisRun || value.kind === "missing") continue;
    const key = `${measure} ${dfeCode}`;
    if (period > (latest.get(key) ?? "")) latest.set(key, period);
  }
  return latest;
}

function append<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function byCouncilAndYear(a: DraftChange, b: DraftChange): number {
  return (
    a.kind.localeCompare(b.kind) ||
    (a.dfeCode ?? "").localeCompare(b.dfeCode ?? "") ||
    (a.financialYear ?? "").localeCompare(b.financialYear ?? "") ||
    (a.subject ?? "").localeCompare(b.subject ?? "")
  );
}
