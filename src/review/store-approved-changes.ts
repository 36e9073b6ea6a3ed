import { londonDay } from "@/domain/calendar-date";
import type { Origin } from "@/domain/provenance";
import type { Edition } from "@/generated/prisma/client";
import { changesOfEdition } from "@/store/changes-of-edition";
import type { FigureRow } from "@/store/figure-tables";
import { storeChanges } from "@/store/store-changes";
import type { Subject } from "./decide";

/**
 * Records what an approved edition changes, before its figures count: what would have been told when it was
 * met is told now. Of a publication's first reading nothing is told, then or now.
 */
export async function storeApprovedChanges(
  { transaction, reading, now }: Subject,
  edition: Edition,
  rows: readonly FigureRow[],
): Promise<void> {
  const { publicationId, snapshotSha256, url, captureId, runId, parserVersion } = reading;
  const origin = reading.origin as Origin;
  const earlier = await transaction.capture.findFirst({
    where: {
      publicationId,
      id: { lt: captureId },
      runId: { not: runId },
      run: { status: { notIn: ["interrupted", "cancelled", "failed"] } },
    },
    select: { id: true },
  });
  if (!earlier) return;
  const { title } = await transaction.capture.findUniqueOrThrow({ where: { id: captureId } });
  const current = await transaction.reading.findUnique({ where: { id: edition.currentReadingId ?? 0 } });
  const changes = await changesOfEdition(
    transaction,
    {
      ...{ publicationId, runId, origin, snapshotSha256, url, title, captureId },
      edition: {
        id: edition.id,
        key: edition.key,
        publishedOn: edition.publishedOn,
        sameBytes: current?.snapshotSha256 === snapshotSha256,
      },
      today: londonDay(now),
    },
    rows,
  );
  const noticed = { publicationId, runId, origin, captureId, parserVersion, detectedAt: now };
  await storeChanges(transaction, noticed, changes);
}
