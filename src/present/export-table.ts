import { z } from "zod";
import {
  agreementShape,
  allocationShape,
  authorityShape,
  type ExportTable,
  ehcPlansShape,
  inYearBalanceShape,
  outturnShape,
  recordedCorrectionShape,
  sourceShape,
  summaryShape,
} from "@/shapes/api-shapes";
import { type Change, changeRowShape } from "@/shapes/change-shapes";
import { flagShape, verdictShape } from "@/shapes/judgement-shapes";
import { changeValueCell } from "@/wording/change-values";
import {
  loadDocumentTimes,
  presentAgreements,
  presentLocalContribution,
  presentPayment,
  presentProfilePoint,
} from "./agreements";
import { presentAllocations } from "./allocations";
import { presentEvent } from "./authority-profile";
import { listChanges } from "./changes";
import { recordedCorrections } from "./corrections";
import { councilStandings } from "./council-standing";
import { loadCouncils } from "./councils";
import { type CurrentFigures, currentFigures } from "./current-figures";
import { newestCounts, presentEhcPlans } from "./ehc-plans";
import { type FigureRow, openSourceBook, type SourceBook } from "./figure-source";
import { listFlags } from "./flags";
import { type Column, columnsOf, type FlatRow, flatten } from "./flatten";
import { groupBy } from "./grouping";
import { presentInYearBalances } from "./in-year-balances";
import { listAuthorities } from "./list-authorities";
import { heldOutturns, presentOutturn } from "./outturns";
import { type Reading, today } from "./summaries";
import { standingVerdicts } from "./verdicts";

export interface ExportedTable {
  readonly columns: readonly string[];
  readonly rows: readonly FlatRow[];
}

function changeRow(change: Change): z.input<typeof changeRowShape> {
  const { kind, financialYear, agreementVersion, subject, before, after, sizeGbp, summary } = change;
  return {
    at: change.detectedAt,
    ...{ kind, financialYear, agreementVersion, subject, sizeGbp, summary },
    before: changeValueCell(before),
    after: changeValueCell(after),
    source: change.evidence.after ?? change.evidence.before,
  };
}

/** The first columns of every table: whose figure it is. */
export const COUNCIL_COLUMNS = ["gssCode", "dfeCode", "name"] as const;

interface OfCouncil {
  readonly dfeCode: string;
  readonly value: unknown;
}

interface TableDefinition {
  readonly shape: z.ZodObject;
  rows(reading: Reading, figures: CurrentFigures): Promise<readonly OfCouncil[]>;
}

/** Reads a table's rows and presents them council by council. */
function table<Row extends FigureRow & { readonly dfeCode: string }>(
  shape: z.ZodObject,
  load: (figures: CurrentFigures) => Promise<readonly Row[]>,
  present: (rows: readonly Row[], book: SourceBook) => readonly unknown[],
): TableDefinition {
  return {
    shape,
    async rows(_, figures) {
      const rows = await load(figures);
      const book = await openSourceBook(figures, rows);
      return [...groupBy(rows, ({ dfeCode }) => dfeCode)].flatMap(([dfeCode, ofCouncil]) =>
        present(ofCouncil, book).map((value) => ({ dfeCode, value })),
      );
    },
  };
}

const BY_YEAR = [{ financialYear: { sort: "asc", nulls: "last" } }, { id: "asc" }] as const;
const ofVersion = <Shape extends z.ZodRawShape>(shape: z.ZodObject<Shape>) =>
  z.object({ version: z.string(), ...shape.shape });

const TABLES: Readonly<Record<ExportTable, TableDefinition>> = {
  authorities: {
    shape: summaryShape.extend({ source: sourceShape }),
    async rows(reading, figures) {
      const [summaries, records] = await Promise.all([
        listAuthorities(reading),
        figures.authorityRecord.findMany(),
      ]);
      const book = await openSourceBook(figures, records);
      const recordOf = new Map(records.map((record) => [record.gssCode, record]));
      return summaries.flatMap((summary) => {
        const record = recordOf.get(summary.gssCode);
        if (!record) return [];
        return { dfeCode: summary.dfeCode, value: { ...summary, source: book.sourceOf(record) } };
      });
    },
  },
  agreements: {
    shape: agreementShape,
    async rows(_, figures) {
      const [agreements, conditions] = await Promise.all([
        figures.agreement.findMany(),
        figures.condition.findMany(),
      ]);
      const book = await openSourceBook(figures, agreements);
      const times = await loadDocumentTimes(figures, agreements);
      const conditionsOf = groupBy(conditions, ({ dfeCode }) => dfeCode);
      const none = { profile: [], payments: [], localContributions: [] };
      return [...groupBy(agreements, ({ dfeCode }) => dfeCode)].flatMap(([dfeCode, ofCouncil]) =>
        presentAgreements(
          { agreements: ofCouncil, conditions: conditionsOf.get(dfeCode) ?? [], ...none },
          book,
          times,
        ).map((value) => ({ dfeCode, value })),
      );
    },
  },
  // Terms carry the version as their source names it, `unclear` where it names none.
  profile: table(
    ofVersion(agreementShape.shape.profile.element),
    (figures) => figures.profilePoint.findMany({ orderBy: [{ financialYear: "asc" }, { id: "asc" }] }),
    (rows, book) => rows.map((row) => ({ version: row.agreementVersion, ...presentProfilePoint(row, book) })),
  ),
  payments: table(
    ofVersion(agreementShape.shape.payments.element),
    (figures) => figures.payment.findMany({ orderBy: [...BY_YEAR] }),
    (rows, book) => rows.map((row) => ({ version: row.agreementVersion, ...presentPayment(row, book) })),
  ),
  "local-contributions": table(
    ofVersion(agreementShape.shape.localContributions.element),
    (figures) => figures.localContribution.findMany({ orderBy: [...BY_YEAR] }),
    (rows, book) =>
      rows.map((row) => ({ version: row.agreementVersion, ...presentLocalContribution(row, book) })),
  ),
  outturns: table(
    outturnShape,
    (figures) => figures.outturn.findMany(),
    (rows, book) => heldOutturns(rows, book).map((held) => presentOutturn(held, book)),
  ),
  "in-year-balances": {
    shape: inYearBalanceShape,
    async rows(reading, figures) {
      const rows = await figures.inYearBalance.findMany();
      const [book, standings] = await Promise.all([
        openSourceBook(figures, rows),
        councilStandings(reading.database),
      ]);
      const published = [...groupBy(rows, ({ dfeCode }) => dfeCode)].flatMap(([dfeCode, ofCouncil]) =>
        presentInYearBalances(ofCouncil, book).map((value) => ({ dfeCode, value })),
      );
      const differences = [...standings].flatMap(([dfeCode, standing]) =>
        standing.differences.map((value) => ({ dfeCode, value })),
      );
      return [...published, ...differences];
    },
  },
  allocations: table(allocationShape, (figures) => figures.allocation.findMany(), presentAllocations),
  "ehc-plans": table(
    ehcPlansShape,
    (figures) => figures.ehcPlanCount.findMany(),
    (rows, book) => newestCounts(rows, book).map((row) => presentEhcPlans(row, book)),
  ),
  events: table(
    authorityShape.shape.events.element,
    async (figures) => {
      const rows = await figures.event.findMany({
        orderBy: [{ date: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      });
      // National policy is nobody's row: the tables are of councils only.
      return rows.flatMap((row) => (row.dfeCode === null ? [] : { ...row, dfeCode: row.dfeCode }));
    },
    (rows, book) => rows.map((row) => presentEvent(row, book)),
  ),
  // The source of a judgement is the first figure that it rests on; the API gives all of them.
  verdicts: {
    shape: verdictShape.omit({ evidence: true }).extend({ source: sourceShape.optional() }),
    async rows({ database }) {
      return (await standingVerdicts(database)).map(({ dfeCode, verdict: { evidence, ...verdict } }) => ({
        dfeCode,
        value: { ...verdict, source: evidence[0]?.source },
      }));
    },
  },
  flags: {
    shape: flagShape
      .omit({ authority: true, evidence: true, working: true })
      .extend({ source: sourceShape.optional() }),
    async rows(reading) {
      return (await listFlags(reading, {})).map(({ authority, evidence, working: _, ...flag }) => ({
        dfeCode: authority.dfeCode,
        value: { ...flag, source: evidence[0]?.source },
      }));
    },
  },
  corrections: {
    shape: recordedCorrectionShape,
    rows: ({ database }) => recordedCorrections(database),
  },
  changes: {
    shape: changeRowShape,
    rows: async (reading) => {
      const { changes } = await listChanges(reading, {}, null);
      return changes.flatMap((change) => {
        const row = { dfeCode: change.authority?.dfeCode ?? "", value: changeRow(change) };
        // What concerns a page as a whole is nobody's row.
        return change.authority === null ? [] : row;
      });
    },
  },
};

/** The columns of a table that follow the council's, as every row of it is exported. */
export function columnsOfTable(name: ExportTable): readonly Column[] {
  const ofCouncil: readonly string[] = COUNCIL_COLUMNS;
  return columnsOf(TABLES[name].shape).filter((column) => !ofCouncil.includes(column.name));
}

/**
 * A table as it's exported: whose figure, what it says, where it comes from. Councils only, no totals;
 * councils since ended under their own codes, so that a year's rows add up to England. Ordered by DfE code.
 *
 * @throws ZodError when a row isn't of the shape promised to the outside
 */
export async function exportTable(reading: Reading, name: ExportTable): Promise<ExportedTable> {
  const definition = TABLES[name];
  const figures = currentFigures(reading.database);
  const [councils, rows] = await Promise.all([
    loadCouncils(figures, today(reading)),
    definition.rows(reading, figures),
  ]);
  const columns = columnsOfTable(name);
  const ofCouncils = rows.map(({ dfeCode, value }) => {
    const record = councils.current(dfeCode)?.record;
    return {
      gssCode: record?.gssCode ?? null,
      dfeCode,
      name: record?.commonName ?? null,
      ...flatten(columns, definition.shape.parse(value)),
    };
  });
  return {
    columns: [...COUNCIL_COLUMNS, ...columns.map(({ name }) => name)],
    rows: ofCouncils.sort((a, b) => a.dfeCode.localeCompare(b.dfeCode)),
  };
}
