import { londonDay } from "@/domain/calendar-date";
import type { DraftChange } from "@/domain/changes/change";
import { comparePages } from "@/domain/changes/compare-pages";
import type { FoundPage, PageContent } from "@/domain/changes/page-content";
import type { Edition } from "@/generated/prisma/client";
import { changesOfEdition, changesOfUnreadPaper, hasCounted } from "@/store/changes-of-edition";
import type { FigureRow, Transaction } from "@/store/figure-tables";
import { storeChanges } from "@/store/store-changes";
import { loadPreviousPage } from "./load-previous-page";
import type { PublicationRun } from "./publication-run";
import type { KeptDocument } from "./store-snapshot";

interface ReadDocument extends KeptDocument {
  readonly url: string;
}

/**
 * Records what a document changes, in the transaction that stores its reading and before its rows are
 * stored: a crash can neither lose a change nor tell one twice.
 *
 * The first time that a publication is met there is nothing to hold it against, so nothing is recorded.
 *
 * @param edition null where the document wasn't understood
 */
export async function storeChangesOfReading(
  transaction: Transaction,
  run: PublicationRun,
  document: ReadDocument,
  edition: Edition | null,
  status: string,
  rows: readonly FigureRow[],
  now: Date,
): Promise<void> {
  if (run.isFirst) return;
  const changes = await changesOf(transaction, run, document, edition, status, rows, now);
  await storeChanges(
    transaction,
    {
      publicationId: run.publication.id,
      runId: run.runId,
      origin: run.fetcher.origin,
      captureId: document.captureId,
      parserVersion: run.publication.parserVersion,
      detectedAt: now,
    },
    changes,
  );
}

async function changesOf(
  transaction: Transaction,
  run: PublicationRun,
  document: ReadDocument,
  edition: Edition | null,
  status: string,
  rows: readonly FigureRow[],
  now: Date,
): Promise<DraftChange[]> {
  const publicationId = run.publication.id;
  const { url, title, captureId, sha256: snapshotSha256 } = document;
  const paper = { publicationId, snapshotSha256, url, title, captureId };
  if (status === "held" || status === "not-understood") return changesOfUnreadPaper(transaction, paper);
  if (status !== "published" || !edition) return [];
  const current = await transaction.reading.findFirst({
    where: { id: edition.currentReadingId ?? 0 },
    select: { snapshotSha256: true },
  });
  const soon = {
    ...paper,
    runId: run.runId,
    origin: run.fetcher.origin,
    edition: {
      id: edition.id,
      key: edition.key,
      publishedOn: edition.publishedOn,
      sameBytes: current?.snapshotSha256 === snapshotSha256,
    },
    today: londonDay(now),
  };
  return [
    ...(await changesOfPage(transaction, run, document, edition.key)),
    ...(await changesOfEdition(transaction, soon, rows)),
  ];
}

async function changesOfPage(
  transaction: Transaction,
  run: PublicationRun,
  document: ReadDocument,
  editionKey: string,
): Promise<DraftChange[]> {
  const { publication, fetcher } = run;
  const { origin } = fetcher;
  const page = publication.readPage?.({ ...document, origin });
  if (!page) return [];
  const met = {
    publicationId: publication.id,
    snapshotSha256: document.sha256,
    captureId: document.captureId,
  };
  if (await hasCounted(transaction, met)) return [];
  const previous = await loadPreviousPage(transaction, run, editionKey, document, page.form);
  if (!previous) return [];
  const changes = comparePages(
    { page: withCouncilsFound(run, previous.page), at: previous },
    {
      page: withCouncilsFound(run, page),
      at: { snapshotSha256: document.sha256, url: document.url },
    },
  );
  const ourCopy = previous.origin === "archive" && origin === "live";
  return ourCopy ? changes.map((change) => ({ ...change, notNews: "archive-superseded" })) : changes;
}

function withCouncilsFound({ councils }: PublicationRun, page: PageContent): FoundPage {
  return {
    ...page,
    attachments: page.attachments.map((attachment) => {
      if (attachment.agreement === null) return { ...attachment, agreement: null };
      const match = councils.find(attachment.agreement.council);
      const council = match.kind === "found" ? match.dfeCode : null;
      return { ...attachment, agreement: { ...attachment.agreement, council } };
    }),
  };
}
