import type { Context } from "@/context";
import type { FindingKind } from "@/domain/finding";
import type { Origin } from "@/domain/provenance";
import type { Prisma } from "@/generated/prisma/client";
import type { Publication } from "@/sources/publication";
import type { FoundAt } from "./discover";

/**
 * Leaves open exactly what is wrong now: what was found on the way in this run, and what the readings
 * of the documents met in it say. Everything else about this publication is resolved, not deleted.
 *
 * @returns how many open findings hold something back; notes aren't counted
 */
export async function reconcileFindings(
  context: Context,
  publication: Publication,
  origin: Origin,
  runId: string,
  open: readonly FoundAt[],
  readings: ReadonlySet<number>,
): Promise<number> {
  const now = context.clock.now();
  const identity = (finding: { url: string | null; kind: string; message: string }) =>
    `${finding.url}\u0000${finding.kind}\u0000${finding.message}`;

  return context.database.$transaction(async (transaction) => {
    const wanted = new Map(open.map(({ url, finding }) => [identity({ url, ...finding }), { url, finding }]));
    const failedAt = new Set(open.map(({ url }) => url));
    const standing = await transaction.finding.findMany({
      // Whether something is overdue is for the calendar to say, not for the documents met in a run.
      where: { publicationId: publication.id, origin, resolvedAt: null, kind: { not: "edition-overdue" } },
    });
    await reopen(transaction, origin, readings);
    // What couldn't be looked through may list the documents that weren't met.
    const isIncomplete = open.some(({ finding }) => HIDES_DOCUMENTS.includes(finding.kind));
    const resolved = await ofReplacedArchive(transaction, publication, origin, readings);
    for (const finding of standing) {
      if (finding.readingId !== null) {
        // A document that couldn't be had this time still says what it said.
        const stillSaid = isIncomplete || readings.has(finding.readingId) || failedAt.has(finding.url ?? "");
        if (!stillSaid && readings.size > 0) resolved.push(finding.id);
      } else if (!wanted.delete(identity(finding))) {
        resolved.push(finding.id);
      }
    }
    await transaction.finding.updateMany({ where: { id: { in: resolved } }, data: { resolvedAt: now } });
    await transaction.finding.createMany({
      data: [...wanted.values()].map(({ url, finding }) => ({
        publicationId: publication.id,
        url,
        origin,
        kind: finding.kind,
        severity: finding.severity,
        message: finding.message,
        expected: finding.expected ?? null,
        met: finding.met ?? null,
        council: finding.council ?? null,
        locator: finding.locator ? { ...finding.locator } : undefined,
        raisedAt: now,
        runId,
      })),
    });
    return countOpenFindings(transaction, publication, origin);
  });
}

/** How many open findings of a publication hold something back; notes aren't counted. */
export function countOpenFindings(
  database: Pick<Prisma.TransactionClient, "finding">,
  publication: Publication,
  origin: Origin,
): Promise<number> {
  return database.finding.count({
    where: { publicationId: publication.id, origin, resolvedAt: null, severity: { not: "note" } },
  });
}

/** What earlier readings of the document at an address said is no longer said: the last one says it anew. */
export async function resolveEarlierFindings(
  { database, clock }: Pick<Context, "database" | "clock">,
  publication: Publication,
  origin: Origin,
  url: string,
  readings: ReadonlySet<number>,
): Promise<void> {
  await database.finding.updateMany({
    where: {
      ...{ publicationId: publication.id, origin, url, resolvedAt: null },
      AND: [{ readingId: { not: null } }, { readingId: { notIn: [...readings] } }],
    },
    data: { resolvedAt: clock.now() },
  });
}

const HIDES_DOCUMENTS: readonly FindingKind[] = [
  "source-unreachable",
  "source-refused",
  "nothing-listed",
  "unreadable-document",
];

/**
 * A document that is met again says again what it said, unless a person has decided about it: findings are
 * closed while their document isn't there, and it needn't be read again when it's back.
 */
async function reopen(
  transaction: Prisma.TransactionClient,
  origin: Origin,
  readings: ReadonlySet<number>,
): Promise<void> {
  if (origin === "archive") return;
  await transaction.finding.updateMany({
    where: {
      readingId: { in: [...readings] },
      // Closed at once: settled by a decision that still stands.
      resolvedAt: { not: null, gt: transaction.finding.fields.raisedAt },
      reading: { decisions: { none: {} } },
    },
    data: { resolvedAt: null },
  });
}

/** Once the publisher's own documents are read, nothing rests on our copies of them. */
async function ofReplacedArchive(
  transaction: Prisma.TransactionClient,
  publication: Publication,
  origin: Origin,
  readings: ReadonlySet<number>,
): Promise<number[]> {
  if (origin !== "live" || readings.size === 0) return [];
  const findings = await transaction.finding.findMany({
    where: {
      publicationId: publication.id,
      origin: "archive",
      resolvedAt: null,
      kind: { not: "edition-overdue" },
    },
    select: { id: true },
  });
  return findings.map(({ id }) => id);
}
