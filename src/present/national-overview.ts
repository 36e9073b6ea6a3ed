import { VERDICT_WORDS, type VerdictWord } from "@/domain/verdicts/verdict";
import type { Allocation, EhcPlanCount, NationalTotal } from "@/generated/prisma/client";
import type { National } from "@/shapes/api-shapes";
import { STATUSES } from "@/shapes/api-shapes";
import { compareVersions } from "./allocations";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { newestCounts } from "./ehc-plans";
import { compareEditions, openSourceBook, type SourceBook, wholeDocument } from "./figure-source";
import { greatestBy, groupBy } from "./grouping";
import { nationalDeficits } from "./national-deficits";
import { heldOutturns } from "./outturns";
import { gbpOf, gbpOrNull } from "./pounds";
import { loadProgrammes, type Programmes } from "./programmes";
import { type Reading, today } from "./summaries";

/**
 * England: counts of councils, and sums by year and basis.
 *
 * Sums are sums of councils in whole pounds, councils since ended included, so that the printed rows add
 * up to the printed total; beside each stands the total the publisher prints, where it prints one.
 */
export async function nationalOverview(reading: Reading): Promise<National> {
  const figures = currentFigures(reading.database);
  const [councils, programmes, outturns, allocations, ehcPlans, totals, elsewhere, verdicts] =
    await Promise.all([
      loadCouncils(figures, today(reading)),
      loadProgrammes(figures),
      figures.outturn.findMany(),
      figures.allocation.findMany(),
      figures.ehcPlanCount.findMany(),
      figures.nationalTotal.findMany(),
      figures.nationalFigure.findMany({
        orderBy: [{ financialYear: "asc" }, { measure: "asc" }, { id: "asc" }],
      }),
      figures.verdict.findMany({
        where: { currentUntil: null, against: { not: "original" }, baseline: false },
        select: { verdict: true },
      }),
    ]);
  const book = await openSourceBook(figures, outturns, allocations, ehcPlans, totals, elsewhere);

  return {
    councils: councils.live.length,
    safetyValveCouncils: programmes.cohorts.size,
    cohorts: cohortSizes(programmes),
    statuses: countBy(
      STATUSES,
      councils.live.map(({ record }) => programmes.statusOf(record.dfeCode)),
    ),
    safetyValveStatuses: countBy(STATUSES, [...programmes.cohorts.keys()].map(programmes.statusOf)),
    verdicts: countBy(
      VERDICT_WORDS,
      verdicts.map(({ verdict }) => verdict as VerdictWord),
    ),
    verdictsHidden: councils.live.filter(({ record }) => programmes.hiddenOf(record.dfeCode)).length,
    assessedAt: programmes.assessedAt?.toISOString() ?? null,
    allocations: nationalAllocations(allocations, totals, book),
    deficits: nationalDeficits(heldOutturns(outturns, book), councils, programmes.cohorts, book),
    ehcPlans: nationalEhcPlans(ehcPlans, totals, book),
    publishedElsewhere: elsewhere.map((row) => ({
      financialYear: row.financialYear,
      measure: row.measure,
      amountGbp: gbpOf(row.amountPence),
      source: book.sourceOf(row),
    })),
  };
}

function cohortSizes(programmes: Programmes): National["cohorts"] {
  const byYear = groupBy(programmes.cohorts.values(), (year) => year);
  return [...byYear]
    .map(([cohort, members]) => ({ cohort, councils: members.length }))
    .sort((a, b) => a.cohort.localeCompare(b.cohort));
}

function countBy<Word extends string>(words: readonly Word[], found: readonly Word[]): Record<Word, number> {
  const count = (word: Word) => found.filter((candidate) => candidate === word).length;
  return Object.fromEntries(words.map((word) => [word, count(word)])) as Record<Word, number>;
}

type NationalAllocation = National["allocations"][number];

/** One entry for each published version, oldest year and version first. */
function nationalAllocations(
  rows: readonly Allocation[],
  totals: readonly NationalTotal[],
  book: SourceBook,
): NationalAllocation[] {
  const before = rows.filter((row) => row.beforeDeductionsPence !== null);
  const versions = [...groupBy(before, (row) => `${row.financialYear} ${row.editionId}`).values()]
    .flatMap((version) => (version[0] ? [{ first: version[0], version }] : []))
    .sort(
      (a, b) =>
        a.first.financialYear.localeCompare(b.first.financialYear) || compareVersions(a.first, b.first, book),
    );
  const latest = greatestBy(
    versions,
    ({ first }) => first.financialYear,
    (a, b) => compareVersions(a.first, b.first, book),
  );

  return versions.map((version) => {
    const { first } = version;
    const printed = totals.find(
      (total) =>
        total.measure === "high-needs-block-before-deductions" &&
        total.period === first.financialYear &&
        total.editionId === first.editionId,
    );
    return {
      financialYear: first.financialYear,
      publishedOn: first.publishedOn,
      latest: latest.get(first.financialYear) === version,
      councils: version.version.length,
      beforeDeductionsGbp: sumOf(version.version.map((row) => gbpOrNull(row.beforeDeductionsPence) ?? 0)),
      afterDeductionsGbp: sumOfAll(version.version.map((row) => gbpOrNull(row.afterDeductionsPence))),
      printedBeforeDeductionsGbp: printed ? gbpOf(printed.value) : null,
      source: printed ? book.sourceOf(printed) : wholeDocument(book.sourceOf(first)),
    };
  });
}

function nationalEhcPlans(
  rows: readonly EhcPlanCount[],
  totals: readonly NationalTotal[],
  book: SourceBook,
): National["ehcPlans"] {
  const printed = greatestBy(
    totals.filter(({ measure }) => measure === "ehc-plans"),
    ({ period }) => period,
    (a, b) => compareEditions(book.editionOf(a), book.editionOf(b)),
  );
  return [...groupBy(newestCounts(rows, book), ({ year }) => year)].flatMap(([year, counts]) => {
    const known = counts.flatMap((row) => (row.plans === null ? [] : [row.plans]));
    const [first] = counts;
    if (!first || known.length === 0) return [];
    const total = printed.get(String(year));
    return {
      year,
      plans: sumOf(known),
      councils: known.length,
      printed: total ? Number(total.value) : null,
      source: total ? book.sourceOf(total) : wholeDocument(book.sourceOf(first)),
    };
  });
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** A sum that leaves councils out isn't comparable with the one beside it, so there is none. */
function sumOfAll(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length < amounts.length ? null : sumOf(known);
}
