import type { PageContent } from "@/domain/changes/page-content";
import type { Origin } from "@/domain/provenance";
import type { Prisma } from "@/generated/prisma/client";
import type { PublicationRun } from "./publication-run";

type Transaction = Prisma.TransactionClient;

export interface PreviousPage {
  readonly page: PageContent;
  readonly snapshotSha256: string;
  readonly url: string;
  readonly origin: Origin;
}

/** A page of the other form may stand in between for a few days; further back its text is not looked for. */
const LOOK_BACK = 20;

/**
 * The page as it was when it last counted, read again from its snapshot by today's reader.
 *
 * Where it was had in the other form, its text is the one of the last page in this form: an outage of the
 * Content API must neither make a change nor hide one.
 */
export async function loadPreviousPage(
  transaction: Transaction,
  { context, publication, fetcher }: PublicationRun,
  editionKey: string,
  document: { readonly captureId: number },
  form: PageContent["form"],
): Promise<PreviousPage | null> {
  const readings = await transaction.reading.findMany({
    where: {
      publicationId: publication.id,
      edition: { key: editionKey },
      status: { in: ["published", "superseded"] },
      captureId: { lt: document.captureId },
    },
    select: { snapshotSha256: true, url: true, origin: true },
    orderBy: [{ captureId: "desc" }, { id: "desc" }],
    take: LOOK_BACK,
  });
  // Our copy stands in only until the publisher's own page was first seen.
  const own = readings.filter(({ origin }) => origin === fetcher.origin);
  let previous: PreviousPage | null = null;
  for (const reading of own.length > 0 ? own : readings) {
    const bytes = await context.snapshots.read(reading.snapshotSha256);
    const origin = reading.origin as Origin;
    const page = bytes
      ? publication.readPage?.({ url: reading.url, title: null, mediaType: null, bytes, origin })
      : null;
    if (!page) continue;
    previous ??= { page, snapshotSha256: reading.snapshotSha256, url: reading.url, origin };
    if (page.form !== form) continue;
    const { paragraphs } = page;
    return previous.page === page ? previous : { ...previous, page: { ...previous.page, form, paragraphs } };
  }
  return previous;
}
