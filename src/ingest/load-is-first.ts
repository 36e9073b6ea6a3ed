import type { Context } from "@/context";
import type { Publication } from "@/sources/publication";

/**
 * Whether a publication has never been read to the end: then there is nothing that a document could have
 * changed. A run that was cut short doesn't count, since what it left out would look new to the next.
 */
export async function loadIsFirst(
  { database }: Pick<Context, "database">,
  publication: Publication,
  runId: string,
): Promise<boolean> {
  const publicationId = publication.id;
  const [reading, capture] = await Promise.all([
    database.reading.findFirst({
      where: { publicationId, status: { in: ["published", "superseded"] } },
      select: { id: true },
    }),
    database.capture.findFirst({
      where: {
        publicationId,
        runId: { not: runId },
        run: { status: { notIn: ["interrupted", "cancelled", "failed"] } },
      },
      select: { id: true },
    }),
  ]);
  return reading === null || capture === null;
}
