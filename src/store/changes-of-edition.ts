import type { CalendarDate } from "@/domain/calendar-date";
import { type AgreementTermRows, agreementOfRows } from "@/domain/changes/agreement-of-rows";
import type { DraftChange } from "@/domain/changes/change";
import { compareAgreements } from "@/domain/changes/compare-agreements";
import { compareFigures } from "@/domain/changes/compare-figures";
import type { Origin } from "@/domain/provenance";
import {
  type AgreementPaper,
  agreementOfEdition,
  agreementPapers,
  isAgreementPaper,
  isListed,
} from "./agreement-papers";
import { COMPARED_TABLES, comparedFigures } from "./compared-figures";
import type { FigureRow, Transaction } from "./figure-tables";
import { heldFigures } from "./held-figures";

/** A document that is about to count, and the edition that it is. */
export interface CountingSoon {
  readonly publicationId: string;
  readonly runId: string;
  readonly origin: Origin;
  readonly snapshotSha256: string;
  readonly url: string;
  readonly title: string;
  readonly captureId: number;
  readonly edition: {
    readonly id: number;
    readonly key: string;
    readonly publishedOn: string | null;
    /** The reading that counts until now was of the same bytes. */
    readonly sameBytes: boolean;
  };
  readonly today: CalendarDate;
}

/**
 * What changes once these rows count: asked before they are stored, in the same transaction.
 *
 * Rows of an agreement's own paper are held against the paper before it, figures against the newest edition
 * held of the same council and period.
 */
export async function changesOfEdition(
  transaction: Transaction,
  soon: CountingSoon,
  rows: readonly FigureRow[],
): Promise<DraftChange[]> {
  return isAgreementPaper(soon.edition.key)
    ? changesOfPaper(transaction, soon, rows)
    : changesOfFigures(transaction, soon, rows);
}

async function changesOfFigures(
  transaction: Transaction,
  soon: CountingSoon,
  rows: readonly FigureRow[],
): Promise<DraftChange[]> {
  const tables = COMPARED_TABLES.filter((table) => rows.some((row) => row.table === table));
  const held = await heldFigures(transaction, soon, tables);
  const read = tables.flatMap((table) =>
    rows
      .filter((row) => row.table === table)
      .flatMap(({ columns }) =>
        comparedFigures(table, columns, {
          edition: soon.edition.key,
          origin: soon.origin,
          publishedOn: soon.edition.publishedOn,
          snapshotSha256: soon.snapshotSha256,
          url: soon.url,
        }),
      ),
  );
  const changes = compareFigures(held, read, { sameBytes: soon.edition.sameBytes, today: soon.today });
  return changes.filter((change) => !isSecondHalf(change, changes));
}

/** An allocation is published once: its sum after deductions is told only where it stands alone. */
function isSecondHalf(change: DraftChange, changes: readonly DraftChange[]): boolean {
  return (
    change.kind === "allocation-published" &&
    change.subject === "after-deductions" &&
    changes.some(
      (other) =>
        other.kind === change.kind &&
        other.dfeCode === change.dfeCode &&
        other.financialYear === change.financialYear &&
        other.subject === "before-deductions",
    )
  );
}

async function changesOfPaper(
  transaction: Transaction,
  soon: CountingSoon,
  rows: readonly FigureRow[],
): Promise<DraftChange[]> {
  const terms = termRowsOf(rows);
  if (!terms) return [];
  const after = agreementOfRows(terms, soon);
  if (await hasCounted(transaction, soon)) {
    const before = await agreementOfEdition(transaction, soon.edition.id, soon.url);
    const changes = before ? compareAgreements(before, after) : [];
    return changes.map((change) => ({ ...change, notNews: "reading-changed" }));
  }
  const { dfeCode, version, cohort } = terms.agreement;
  const previous = await paperBefore(transaction, soon, dfeCode, cohort);
  if (!previous) return [];
  const file = await changeOfFile(transaction, soon, previous, version);
  if (previous.snapshotSha256 === soon.snapshotSha256) return file;
  const before = await agreementOfEdition(transaction, previous.editionId, previous.url);
  return [...file, ...(before ? compareAgreements(before, after) : [])];
}

/** The same bytes at the same meeting have counted before: what differs now is our reading. */
export async function hasCounted(
  transaction: Transaction,
  soon: Pick<CountingSoon, "publicationId" | "snapshotSha256" | "captureId">,
): Promise<boolean> {
  const { publicationId, snapshotSha256, captureId } = soon;
  const counted = await transaction.reading.count({
    where: { publicationId, snapshotSha256, captureId, status: "published" },
  });
  return counted > 0;
}

type Paper = Pick<CountingSoon, "publicationId" | "snapshotSha256" | "url" | "title" | "captureId">;

/** The version before: of papers signed no later, the one that stood when this was met. */
async function paperBefore(
  transaction: Transaction,
  { publicationId, captureId }: Paper,
  dfeCode: string,
  cohort: string,
): Promise<AgreementPaper | null> {
  const papers = await agreementPapers(transaction, publicationId, { dfeCode, before: captureId });
  return papers.find((paper) => paper.cohort <= cohort) ?? null;
}

/**
 * What became of the file: replaced by other bytes, or the same bytes at another address. A file that is
 * still listed beside the new one has neither gone nor moved; the page says that one was added.
 */
async function changeOfFile(
  transaction: Transaction,
  paper: Paper,
  previous: AgreementPaper,
  version: string,
): Promise<DraftChange[]> {
  const moved = previous.url !== paper.url;
  if (moved && (await isListed(transaction, paper.publicationId, previous.url))) return [];
  const sameBytes = previous.snapshotSha256 === paper.snapshotSha256;
  if (sameBytes && !moved) return [];
  const text = (words: string) => ({ kind: "text", text: words }) as const;
  return [
    {
      kind: sameBytes ? "attachment-renamed" : "attachment-replaced",
      dfeCode: previous.dfeCode,
      financialYear: null,
      agreementVersion: version,
      subject: paper.title,
      before: text(sameBytes ? previous.url : previous.version),
      after: text(sameBytes ? paper.url : version),
      beforeAt: { snapshotSha256: previous.snapshotSha256, url: previous.url, locator: {} },
      afterAt: { snapshotSha256: paper.snapshotSha256, url: paper.url, locator: {} },
      notNews: null,
    },
  ];
}

/**
 * A paper that can't be read, or mustn't count yet, has still taken the place of another: whose it is says
 * the page that lists it.
 */
export async function changesOfUnreadPaper(transaction: Transaction, paper: Paper): Promise<DraftChange[]> {
  const listed = await transaction.agreementDocument.findFirst({
    where: {
      currentFrom: { not: null },
      currentUntil: null,
      url: paper.url,
      reading: { publicationId: paper.publicationId },
    },
    select: { dfeCode: true, signedYear: true },
  });
  if (!listed) return [];
  const previous = await paperBefore(transaction, paper, listed.dfeCode, listed.signedYear);
  if (!previous || previous.snapshotSha256 === paper.snapshotSha256) return [];
  const version = `${listed.signedYear}-${paper.snapshotSha256.slice(0, 8)}`;
  return changeOfFile(transaction, paper, previous, version);
}

function termRowsOf(rows: readonly FigureRow[]): AgreementTermRows | null {
  const columnsOf = <T>(table: FigureRow["table"]) =>
    rows.filter((row) => row.table === table).map(({ columns }) => columns as unknown as T);
  const [agreement] = columnsOf<AgreementTermRows["agreement"]>("agreement");
  if (!agreement) return null;
  return {
    agreement,
    profile: columnsOf("profilePoint"),
    payments: columnsOf("payment"),
    localContributions: columnsOf("localContribution"),
    conditions: columnsOf("condition"),
  };
}
