import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { Source } from "@/shapes/api-shapes";
import type { Evidence } from "@/shapes/judgement-shapes";
import { type EvidencePlace, readEvidence, type StoredEvidence } from "@/store/stored-evidence";
import { presentCorrection } from "./corrections";
import { figureSource, inItsWords, SOURCE_READING } from "./figure-source";
import { gbpOf } from "./pounds";

/** Sources of the places that verdicts and flags rest on, also of figures that have since ended. */
export interface PlaceBook {
  sourceOf(place: EvidencePlace): Source;
}

/** Fetches the readings of all places at once. */
export async function openPlaceBook(
  database: PrismaClient,
  places: Iterable<EvidencePlace>,
): Promise<PlaceBook> {
  const ids = new Set([...places].map(({ readingId }) => readingId));
  const readings = await database.reading.findMany({
    where: { id: { in: [...ids] } },
    select: SOURCE_READING,
  });
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  return {
    sourceOf(place) {
      const reading = byId.get(place.readingId);
      if (!reading) throw new Error(`Evidence names reading ${place.readingId}, which isn't in the store.`);
      const { wording, locator, correction: _, ...rest } = place;
      return inItsWords(figureSource({ ...rest, locator: locator as Prisma.JsonObject }, reading), wording);
    },
  };
}

/** The evidence of a row together with the places in it. */
export interface RowEvidence {
  readonly evidence: readonly StoredEvidence[];
  readonly places: readonly EvidencePlace[];
}

export function evidenceOf(row: { readonly evidence: Prisma.JsonValue }): RowEvidence {
  const evidence = readEvidence(row.evidence);
  return { evidence, places: evidence.flatMap(({ place }) => place ?? []) };
}

export interface PresentedEvidence {
  readonly evidence: Evidence[];
  /** What is in no document: thresholds, sums worked out. */
  readonly working: { label: string; valueGbp?: number }[];
}

function correctionAt({ correction }: EvidencePlace): Pick<Evidence, "correction"> {
  if (!correction) return {};
  const presented = presentCorrection({ ...correction, publishedPence: BigInt(correction.publishedPence) });
  return { correction: { ...presented, correctedGbp: gbpOf(BigInt(correction.correctedPence)) } };
}

export function presentEvidence(evidence: readonly StoredEvidence[], book: PlaceBook): PresentedEvidence {
  const said = ({ label, value }: StoredEvidence) => ({
    label,
    ...(value === null ? {} : { valueGbp: gbpOf(BigInt(value)) }),
  });
  return {
    evidence: evidence.flatMap((one) =>
      one.place === null
        ? []
        : {
            ...said(one),
            ...(one.date === null ? {} : { date: one.date }),
            ...correctionAt(one.place),
            source: book.sourceOf(one.place),
          },
    ),
    working: evidence.filter(({ place }) => place === null).map(said),
  };
}
