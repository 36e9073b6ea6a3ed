import type { FinancialYear } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import { type Money, type MoneyUnit, PENCE_PER } from "@/domain/money";
import type { Locator } from "@/domain/provenance";
import { type CellAmount, readCell, unitIn } from "./printed-amounts";
import type { YearCell, YearSeries } from "./year-tables";

export interface SeriesFigure {
  readonly year: FinancialYear;
  readonly amount: Money;
  readonly error: Money;
  readonly says: "deficit" | "surplus" | null;
  readonly cell: YearCell;
  readonly locator: Locator;
}

export interface SeriesReading {
  readonly figures: readonly SeriesFigure[];
  /** Years without an amount: `promised` where the cell says that one will follow (TBC). */
  readonly missing: readonly { readonly cell: YearCell; readonly promised: boolean }[];
  readonly total: { readonly amount: Money; readonly error: Money; readonly locator: Locator } | null;
  readonly findings: readonly Finding[];
}

/** No council's figure is near this; what reads so is a wrong unit. */
const BEYOND_BELIEF = 200_000_000_000;

/** A smaller number is printed in another unit. */
const LEAST_IN_POUNDS = 100_000 * PENCE_PER.pound;

/**
 * The amounts of a series in its unit, which its heading, another of the table or the words around must name.
 * What can't be read is set aside with a finding.
 */
export function readFigures(series: YearSeries, what: string): SeriesReading {
  const unit = unitOf(series);
  const findings: Finding[] = [];
  const figures: SeriesFigure[] = [];
  const missing: { cell: YearCell; promised: boolean }[] = [];
  let unitless = 0;
  for (const cell of series.cells) {
    const read = inItsUnit(cell.text, unit);
    const locator = {
      ...cell.place,
      ...(series.heading === "" ? {} : { table: series.heading.slice(0, 120) }),
    };
    if (read.kind === "missing") {
      missing.push({ cell, promised: /tb[acd]|confirm|determin|agree/i.test(cell.text) });
      continue;
    }
    if (read.kind === "unreadable" || Math.abs(read.amount) > BEYOND_BELIEF) {
      findings.push({
        kind: "unreadable-cell",
        severity: "doubt",
        message: `The ${what} for ${cell.year} can't be read; it isn't published.`,
        expected: "one amount",
        met: cell.text,
        locator,
      });
      continue;
    }
    if (unit === null && !read.hasUnit && read.amount !== 0 && Math.abs(read.amount) < LEAST_IN_POUNDS) {
      unitless += 1;
      continue;
    }
    figures.push({
      year: cell.year,
      amount: read.amount,
      error: read.roundedWithin,
      says: read.says,
      cell,
      locator,
    });
  }
  if (unitless > 0)
    findings.push({
      kind: "missing-heading",
      severity: "doubt",
      message: `Nothing says in which unit the column of each ${what} is printed; ${unitless} amounts aren't published.`,
      expected: "£m, £000s or £ in the heading or the cells",
      met: series.heading || "no heading",
      locator: series.place,
    });
  return { figures, missing, total: totalOf(series, unit), findings };
}

/** "\u00a3122,700,000" under a heading of \u00a3m says itself that it's in pounds. */
function inItsUnit(text: string, unit: MoneyUnit | null): CellAmount {
  const read = readCell(text, unit ?? "pound");
  const isBelievable = read.kind === "amount" && Math.abs(read.amount) <= BEYOND_BELIEF;
  if (isBelievable || read.kind === "missing" || !/\u00a3 ?\d/.test(text)) return read;
  const inPounds = readCell(text, "pound");
  const isWhole =
    inPounds.kind === "amount" && Math.abs(inPounds.amount) >= LEAST_IN_POUNDS && !inPounds.hasUnit;
  return isWhole ? inPounds : read;
}

function unitOf(series: YearSeries): MoneyUnit | null {
  const inHeadings = unitIn(series.heading) ?? unitIn(series.allHeadings);
  if (inHeadings) return inHeadings;
  for (const text of [...series.before, ...series.after]) {
    const unit = unitIn(text);
    if (unit) return unit;
  }
  // Where one cell of a column says £20.5m, the bare numbers beside it are in millions too.
  const said = new Set(
    series.cells.flatMap(({ text }) => {
      const word = /\d\)? ?(m|mn|million|k|thousand)\b/i.exec(text)?.[1];
      return word ? [/^m/i.test(word) ? "million" : "thousand"] : [];
    }),
  );
  return said.size === 1 ? ([...said][0] as MoneyUnit) : null;
}

function totalOf(series: YearSeries, unit: MoneyUnit | null): SeriesReading["total"] {
  if (!series.total) return null;
  const read = readCell(series.total.text, unit ?? "pound");
  if (read.kind !== "amount" || (unit === null && !read.hasUnit && read.amount < LEAST_IN_POUNDS))
    return null;
  return { amount: read.amount, error: read.roundedWithin, locator: series.total.place };
}
