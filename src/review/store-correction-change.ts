import type { ChangePlace, ChangeValue } from "@/domain/changes/change";
import { figureNamed } from "@/domain/corrections/figure-named";
import { pence } from "@/domain/money";
import type { Locator, Origin } from "@/domain/provenance";
import type { Correction } from "@/generated/prisma/client";
import type { Transaction } from "@/store/figure-tables";
import { storeChanges } from "@/store/store-changes";
import type { CorrectableFigure } from "./correctable-figure";

/**
 * Tells in the record of changes that a figure was corrected, or shows its published sum again. The published
 * side has its place in the publisher's document; who corrected it stands with the correction.
 */
export async function storeCorrectionChange(
  transaction: Transaction,
  kind: "figure-corrected" | "correction-withdrawn",
  correction: Correction,
  { table, column, dfeCode, row }: Omit<CorrectableFigure, "publishedPence">,
  now: Date,
): Promise<void> {
  const { publicationId, runId, origin, captureId, parserVersion, url } = row.reading;
  const place: ChangePlace = {
    snapshotSha256: row.snapshotSha256,
    url: typeof row.citationUrl === "string" ? row.citationUrl : url,
    locator: row.locator as Locator,
  };
  const money = (amount: bigint): ChangeValue => ({ kind: "money", pence: pence(Number(amount)) });
  const published = { value: money(correction.publishedPence), at: place };
  const corrected = { value: money(correction.correctedPence), at: null };
  const [before, after] = kind === "figure-corrected" ? [published, corrected] : [corrected, published];
  const noticed = { publicationId, runId, captureId, parserVersion, detectedAt: now };
  await storeChanges(transaction, { ...noticed, origin: origin as Origin, correctionId: correction.id }, [
    {
      ...figureNamed(table, column, row),
      ...{ kind, dfeCode, notNews: null },
      ...{ before: before.value, after: after.value, beforeAt: before.at, afterAt: after.at },
    },
  ]);
}
