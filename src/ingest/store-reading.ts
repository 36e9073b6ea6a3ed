import type { Figure } from "@/domain/dsg/draft-figures";
import { type Finding, stops } from "@/domain/finding";
import type { Origin } from "@/domain/provenance";
import type { Prisma } from "@/generated/prisma/client";
import type { DraftEdition, Publication } from "@/sources/publication";
import { endArchive, hasLiveEdition, withoutLive } from "@/store/archive-and-live";
import { placedIn, storeCounting, storeDrafts } from "@/store/counting-figures";
import { figureRow } from "@/store/figure-row";
import type { FigureRow } from "@/store/figure-tables";
import { figuresDigest } from "@/store/figures-digest";
import { lockPublication } from "@/store/lock-publication";
import { reasonForEnding } from "@/store/reason-for-ending";
import { type Decided, decided, standingDecisions } from "@/store/standing-decisions";
import type { PublicationRun } from "./publication-run";
import { ensureAuthorities } from "./store-authorities";
import { storeChangesOfReading } from "./store-changes-of-reading";
import type { KeptDocument } from "./store-snapshot";

type Transaction = Prisma.TransactionClient;

/**
 * - `published`: its figures count
 * - `held`: a bound was crossed; its figures are kept but don't count until an admin approves
 * - `not-understood`: the layout is unknown; there are no figures
 * - `superseded`: our archive copy, while the publisher's own edition is held
 * - `repeated`: the same edition met at a second address in one run
 * - `rejected`: a person has decided that these figures never count
 */
export type ReadingStatus = "published" | "held" | "not-understood" | "superseded" | "repeated" | "rejected";

export interface StoredReading {
  readonly readingId: number;
  readonly status: ReadingStatus;
  /** Figures that weren't there before, or say something else than before. */
  readonly written: number;
  readonly readAt: Date;
}

export interface CheckedDocument {
  readonly edition: DraftEdition | null;
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
}

/**
 * Stores what was read of one document, whole or not at all.
 *
 * Against the figures that count for the same edition: what still says the same stays as it is, with
 * the place where it was first read; what is new is added; what is gone, or says something else, is
 * ended and stays in the store. Nothing is overwritten.
 */
export async function storeReading(
  run: PublicationRun,
  url: string,
  document: KeptDocument,
  checked: CheckedDocument,
  seenThisRun: ReadonlyMap<string, string>,
): Promise<StoredReading> {
  const { context, publication, runId } = run;
  const { origin } = run.fetcher;
  const { edition } = checked;

  return context.database.$transaction(
    async (transaction) => {
      await lockPublication(transaction, publication.id);
      const now = context.clock.now();
      const read = checked.figures.map(figureRow);
      const admitted = origin === "archive" ? await withoutLive(transaction, publication.id, read) : read;
      const decisions = decided(
        await standingDecisions(transaction, {
          publicationId: publication.id,
          snapshotSha256: document.sha256,
        }),
        [figuresDigest(read), figuresDigest(admitted)],
      );
      const editionRow = edition ? await editionOf(transaction, publication, origin, edition, now) : null;
      const status = edition
        ? await statusOf(
            transaction,
            publication,
            origin,
            edition,
            url,
            checked.findings,
            seenThisRun,
            decisions,
          )
        : decisions.rejected
          ? "rejected"
          : "not-understood";
      await storeChangesOfReading(transaction, run, { ...document, url }, editionRow, status, admitted, now);
      const key = {
        publicationId: publication.id,
        snapshotSha256: document.sha256,
        parserVersion: publication.parserVersion,
        origin,
        url,
      };
      const understanding = {
        captureId: document.captureId,
        editionId: editionRow?.id ?? null,
        status,
        figures: checked.figures.length,
        readAt: now,
        runId,
      };
      const earlier = await transaction.reading.findUnique({
        where: { publicationId_snapshotSha256_parserVersion_origin_url: key },
      });
      // A document that is met again while it counts has counted since it was first read.
      const stands = earlier?.status === "published" && editionRow?.currentReadingId === earlier.id;
      const reading = earlier
        ? await transaction.reading.update({
            where: { id: earlier.id },
            data: { ...understanding, readAt: stands ? earlier.readAt : now },
          })
        : await transaction.reading.create({ data: { ...key, ...understanding } });

      // Nobody needs to act on what is wrong with a document on which nothing rests.
      if (status === "superseded" || status === "repeated")
        return { readingId: reading.id, status, written: 0, readAt: now };
      await storeFindings(
        transaction,
        publication,
        origin,
        runId,
        url,
        reading.id,
        checked.findings,
        now,
        decisions,
      );
      if (!editionRow || status === "not-understood")
        return { readingId: reading.id, status, written: 0, readAt: now };

      await ensureAuthorities(transaction, checked.figures, now);
      if (stops(checked.findings)) {
        await storeDrafts(transaction, editionRow.id, placedIn(read, reading));
      }
      if (status !== "published") return { readingId: reading.id, status, written: 0, readAt: now };
      const rows = decisions.confirmed ? admitted.map(asChecked) : admitted;
      const because = await reasonForEnding(transaction, editionRow.currentReadingId, document.sha256);
      const placed = placedIn(rows, reading);
      const written = await storeCounting(transaction, editionRow.id, placed, now, because);
      if (origin === "live") await endArchive(transaction, publication.id, editionRow, read, now);
      await transaction.edition.update({
        where: { id: editionRow.id },
        data: {
          currentReadingId: reading.id,
          title: edition?.title ?? editionRow.title,
          publishedOn: edition?.publishedOn ?? editionRow.publishedOn,
        },
      });
      return { readingId: reading.id, status, written, readAt: now };
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
}

async function editionOf(
  transaction: Transaction,
  publication: Publication,
  origin: Origin,
  edition: DraftEdition,
  now: Date,
) {
  const identity = { publicationId: publication.id, key: edition.key, origin };
  return transaction.edition.upsert({
    where: { publicationId_key_origin: identity },
    create: {
      ...identity,
      title: edition.title,
      financialYear: edition.financialYear,
      publishedOn: edition.publishedOn,
      firstSeenAt: now,
    },
    update: {},
  });
}

async function statusOf(
  transaction: Transaction,
  publication: Publication,
  origin: Origin,
  edition: DraftEdition,
  url: string,
  findings: readonly Finding[],
  seenThisRun: ReadonlyMap<string, string>,
  decisions: Decided,
): Promise<ReadingStatus> {
  if (decisions.rejected) return "rejected";
  if (stops(findings) && !decisions.approved) return "held";
  const seenAt = seenThisRun.get(edition.key);
  if (seenAt !== undefined && seenAt !== url) return "repeated";
  if (origin !== "archive") return "published";
  return (await hasLiveEdition(transaction, publication.id, edition)) ? "superseded" : "published";
}

function asChecked(row: FigureRow): FigureRow {
  return { ...row, columns: { ...row.columns, checked: true } };
}

async function storeFindings(
  transaction: Transaction,
  publication: Publication,
  origin: Origin,
  runId: string,
  url: string,
  readingId: number,
  findings: readonly Finding[],
  now: Date,
  decisions: Decided,
): Promise<void> {
  await transaction.finding.deleteMany({ where: { readingId } });
  if (findings.length === 0) return;
  await transaction.finding.createMany({
    data: findings.map(({ kind, severity, message, expected, met, council, locator }) => ({
      publicationId: publication.id,
      readingId,
      url,
      origin,
      kind,
      severity,
      message,
      expected: expected ?? null,
      met: met ?? null,
      council: council ?? null,
      locator: locator ? { ...locator } : undefined,
      raisedAt: now,
      resolvedAt: isSettled({ kind, message, severity }, decisions) ? now : null,
      runId,
    })),
  });
}

/** What a person has decided about isn't put to them again while the figures stay the same. */
function isSettled(
  finding: Pick<Finding, "kind" | "message" | "severity">,
  { approved, rejected, confirmed, settles }: Decided,
): boolean {
  if (finding.severity === "note") return false;
  if (rejected) return true;
  if (finding.severity === "stop") return approved;
  return (approved || confirmed) && settles(finding);
}
