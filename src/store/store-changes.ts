import { createHash } from "node:crypto";
import { type ChangePlace, type DraftChange, sizeOf } from "@/domain/changes/change";
import type { Origin } from "@/domain/provenance";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "./figure-tables";

/** The document that brought the changes. */
export interface Noticed {
  readonly publicationId: string;
  readonly runId: string;
  readonly origin: Origin;
  /** A publisher who goes back and forth between two files makes news each time: each is a meeting of its own. */
  readonly captureId: number;
  readonly parserVersion: string;
  readonly detectedAt: Date;
  /** For what a person corrected, or took back: each is told once. */
  readonly correctionId?: number;
}

/**
 * Adds changes to the record, in their order. One that is there already is left alone, so that a document
 * read again tells nothing twice.
 *
 * @returns how many were added
 */
export async function storeChanges(
  transaction: Pick<Transaction, "change">,
  noticed: Noticed,
  changes: readonly DraftChange[],
): Promise<number> {
  if (changes.length === 0) return 0;
  const { publicationId, runId, origin, detectedAt, correctionId = null } = noticed;
  const met = new Map<string, number>();
  const { count } = await transaction.change.createMany({
    data: changes.map((change) => {
      const said = whatChanged(change, noticed);
      const ordinal = met.get(said) ?? 0;
      met.set(said, ordinal + 1);
      const size = sizeOf(change);
      return {
        identity: createHash("sha256").update(`${said} ${ordinal}`).digest("hex"),
        kind: change.kind,
        publicationId,
        dfeCode: change.dfeCode,
        financialYear: change.financialYear,
        agreementVersion: change.agreementVersion,
        subject: change.subject,
        before: change.before ?? Prisma.DbNull,
        after: change.after ?? Prisma.DbNull,
        sizePence: size === null ? null : BigInt(size),
        beforeSnapshotSha256: change.beforeAt?.snapshotSha256 ?? null,
        beforeUrl: change.beforeAt?.url ?? null,
        beforeLocator: locatorOf(change.beforeAt),
        afterSnapshotSha256: change.afterAt?.snapshotSha256 ?? null,
        afterUrl: change.afterAt?.url ?? null,
        afterLocator: locatorOf(change.afterAt),
        origin,
        detectedAt,
        notNews: change.notNews,
        runId,
        correctionId,
      };
    }),
    skipDuplicates: true,
  });
  return count;
}

function whatChanged(change: DraftChange, noticed: Noticed): string {
  const { publicationId, captureId, parserVersion, correctionId } = noticed;
  const { kind, dfeCode, financialYear, agreementVersion, subject, before, after, notNews } = change;
  return JSON.stringify([
    ...[publicationId, kind, dfeCode, financialYear, agreementVersion, subject, before, after],
    ...[change.beforeAt?.snapshotSha256, change.afterAt?.snapshotSha256],
    correctionId !== undefined
      ? `correction ${correctionId}`
      : notNews === "reading-changed"
        ? `reader ${parserVersion}`
        : `met ${captureId}`,
  ]);
}

function locatorOf(at: ChangePlace | null) {
  return at === null
    ? Prisma.DbNull
    : { ...at.locator, ...(at.locator.area ? { area: [...at.locator.area] } : {}) };
}
