import type { PublicationRun } from "./publication-run";

/**
 * Keeps what the addresses of a publication answered in a run, so that it can be replayed. Of a run that brought
 * nothing new, nothing is kept: replaying it would change nothing.
 */
export async function storeAnswers({
  context,
  publication,
  fetcher,
  runId,
  answers,
}: PublicationRun): Promise<void> {
  if (!answers.some(({ isNew, readAt }) => isNew || readAt !== null)) return;
  await context.database.runAnswer.createMany({
    data: answers.map(({ url, outcome, reason, captureId, answeredAt, readAt }) => ({
      ...{ runId, publicationId: publication.id, origin: fetcher.origin },
      ...{ url, outcome, reason, captureId, answeredAt, readAt },
    })),
  });
}
