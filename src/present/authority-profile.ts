import type { Event, Statement } from "@/generated/prisma/client";
import type { Authority, InYearBalance } from "@/shapes/api-shapes";
import { loadDocumentTimes, presentAgreementDocuments, presentAgreements } from "./agreements";
import { presentAllocations } from "./allocations";
import { correctionNotes } from "./correction-notes";
import { recordedCorrections } from "./corrections";
import { councilStanding } from "./council-standing";
import { type CouncilEntry, loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { newestCounts, presentEhcPlans } from "./ehc-plans";
import { openSourceBook, type SourceBook } from "./figure-source";
import { listFlags } from "./flags";
import { presentInYearBalances } from "./in-year-balances";
import { heldOutturns, presentOutturn } from "./outturns";
import { loadProgrammes } from "./programmes";
import { type Reading, summaryOf, today } from "./summaries";
import { standingVerdicts } from "./verdicts";

/**
 * Everything held about one council, by its ONS code, DfE code or slug; ended councils too.
 *
 * @returns null when no council has that code
 */
export async function authorityProfile(reading: Reading, code: string): Promise<Authority | null> {
  const figures = currentFigures(reading.database);
  const councils = await loadCouncils(figures, today(reading));
  const entry = councils.find(code);
  if (!entry) return null;

  const of = { where: { dfeCode: entry.record.dfeCode } };
  const [programmes, outturns, inYearBalances, allocations, ehcPlans, documents, statements, events] =
    await Promise.all([
      loadProgrammes(figures),
      figures.outturn.findMany(of),
      figures.inYearBalance.findMany(of),
      figures.allocation.findMany(of),
      figures.ehcPlanCount.findMany(of),
      figures.agreementDocument.findMany(of),
      figures.statement.findMany(of),
      figures.event.findMany(of),
    ]);
  const [agreements, profile, payments, localContributions, conditions] = await Promise.all([
    figures.agreement.findMany(of),
    figures.profilePoint.findMany(of),
    figures.payment.findMany(of),
    figures.localContribution.findMany(of),
    figures.condition.findMany(of),
  ]);
  const book = await openSourceBook(
    figures,
    ...[outturns, inYearBalances, allocations, ehcPlans, documents, statements, events],
    ...[agreements, profile, payments, localContributions, conditions],
  );
  const [times, verdicts, flags, standing, corrections, notes] = await Promise.all([
    loadDocumentTimes(figures, agreements),
    standingVerdicts(reading.database, entry.record.dfeCode),
    listFlags(reading, { dfeCode: entry.record.dfeCode }),
    councilStanding(reading.database, entry.record.dfeCode),
    recordedCorrections(reading.database, entry.record.dfeCode),
    correctionNotes(reading.database, entry.record.dfeCode),
  ]);
  const held = heldOutturns(outturns, book);

  return {
    ...summaryOf(entry, programmes, held, book),
    validFrom: entry.record.validFrom,
    validTo: entry.record.validTo,
    agreements: presentAgreements(
      { agreements, profile, payments, localContributions, conditions },
      book,
      times,
    ),
    agreementDocuments: presentAgreementDocuments(documents, book),
    outturns: held.map((outturn) => presentOutturn(outturn, book)),
    inYearBalances: [...presentInYearBalances(inYearBalances, book), ...standing.differences].sort(byYear),
    allocations: presentAllocations(allocations, book),
    ehcPlans: newestCounts(ehcPlans, book).map((row) => presentEhcPlans(row, book)),
    verdicts: verdicts.map(({ verdict }) => verdict),
    flags,
    statements: [...statements].sort(byDate).map((row) => presentStatement(row, book)),
    events: [...events].sort(byDate).map((row) => presentEvent(row, book)),
    corrections: corrections.map(({ value }) => value),
    correctionNotes: notes,
    trend: standing.trend,
    noTrend: standing.noTrend,
    successors: councils.successors(entry).map(neighbouringEntry),
    predecessors: councils.predecessors(entry).map(neighbouringEntry),
  };
}

function neighbouringEntry({ record, slug }: CouncilEntry): Authority["successors"][number] {
  const { gssCode, dfeCode, commonName: name, validFrom, validTo } = record;
  return { gssCode, dfeCode, name, slug, validFrom, validTo };
}

/** Of one year, what was printed before what was worked out. */
function byYear(a: InYearBalance, b: InYearBalance): number {
  return a.financialYear.localeCompare(b.financialYear) || b.how.localeCompare(a.how);
}

/** What has no date comes last. */
function byDate(a: Event | Statement, b: Event | Statement): number {
  return (a.date ?? "9999").localeCompare(b.date ?? "9999") || a.id - b.id;
}

function presentStatement(row: Statement, book: SourceBook): Authority["statements"][number] {
  return {
    date: row.date,
    by: row.by,
    kind: row.kind as Authority["statements"][number]["kind"],
    ...(row.value === null ? {} : { value: row.value }),
    summary: row.summary,
    source: book.sourceOf(row),
  };
}

export function presentEvent(row: Event, book: SourceBook): Authority["events"][number] {
  return { date: row.date, kind: row.kind, summary: row.summary, source: book.sourceOf(row) };
}
