import { agreementOfRows } from "@/domain/changes/agreement-of-rows";
import type { AgreementVersion } from "@/domain/changes/agreement-version";
import { COUNTING, type Transaction } from "./figure-tables";

/** A document that states an agreement, with where and when its bytes were last met. */
export interface AgreementPaper {
  readonly editionId: number;
  readonly dfeCode: string;
  readonly version: string;
  readonly cohort: string;
  readonly snapshotSha256: string;
  readonly url: string;
  readonly captureId: number;
}

/** Each agreement's own paper is an edition of its own, named by the paper's bytes. */
export function isAgreementPaper(editionKey: string): boolean {
  return editionKey.startsWith("agreement-");
}

/**
 * The papers of one publication, or of one of its councils, the one that stands first.
 *
 * Their order is the signing year, then when their bytes were last met: a publisher who goes back to an
 * earlier file makes it the one that stands.
 *
 * @param before only what was met before this capture
 */
export async function agreementPapers(
  database: Pick<Transaction, "agreement" | "capture">,
  publicationId: string,
  { dfeCode, before }: { readonly dfeCode?: string; readonly before?: number } = {},
): Promise<AgreementPaper[]> {
  const rows = await database.agreement.findMany({
    where: { ...COUNTING, reading: { publicationId }, ...(dfeCode === undefined ? {} : { dfeCode }) },
    select: { editionId: true, dfeCode: true, version: true, cohort: true, snapshotSha256: true },
  });
  const captures = await database.capture.findMany({
    where: {
      publicationId,
      snapshotSha256: { in: rows.map(({ snapshotSha256 }) => snapshotSha256) },
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    select: { id: true, url: true, snapshotSha256: true },
    orderBy: { id: "asc" },
  });
  const last = new Map(captures.map((capture) => [capture.snapshotSha256, capture]));
  return rows
    .flatMap((row) => {
      const capture = last.get(row.snapshotSha256);
      return capture ? { ...row, url: capture.url, captureId: capture.id } : [];
    })
    .sort((a, b) => b.cohort.localeCompare(a.cohort) || b.captureId - a.captureId);
}

/** Whether the publisher's page still lists an agreement at this address. */
export async function isListed(
  transaction: Transaction,
  publicationId: string,
  url: string,
): Promise<boolean> {
  const listed = await transaction.agreementDocument.count({
    where: { ...COUNTING, url, reading: { publicationId } },
  });
  return listed > 0;
}

/** The agreement as one edition states it, with all its terms; null where it states none. */
export async function agreementOfEdition(
  transaction: Transaction,
  editionId: number,
  url: string,
): Promise<AgreementVersion | null> {
  const where = { ...COUNTING, editionId };
  const agreement = await transaction.agreement.findFirst({ where });
  if (!agreement) return null;
  const [profile, payments, localContributions, conditions] = await Promise.all([
    transaction.profilePoint.findMany({ where }),
    transaction.payment.findMany({ where }),
    transaction.localContribution.findMany({ where }),
    transaction.condition.findMany({ where }),
  ]);
  const { snapshotSha256 } = agreement;
  const rows = { agreement, profile, payments, localContributions, conditions };
  return agreementOfRows(rows, { snapshotSha256, url });
}
