import type { NotifyContext } from "@/context";
import { type SourceTrouble, troubleWith } from "@/domain/alerts/source-health";
import { londonDay } from "@/domain/calendar-date";
import type { AlarmContent } from "@/shapes/alert-shapes";
import { loadAdminAddresses, loadSourceRuns } from "./load-source-runs";
import { storeAlarms } from "./store-alarms";

/** A recovery longer ago than this is no news. */
const NEWS_DAYS = 7;

/**
 * Queues a mail to every admin about each source that has failed three times in a row, once a day until it's mended,
 * and one when it is. Subscribers hear of none of it.
 *
 * @param contactEmail gets them while there is no admin
 * @returns how many were queued
 */
export async function raiseAlarms(
  context: Pick<NotifyContext, "database" | "clock" | "log">,
  contactEmail: string | null,
): Promise<number> {
  const now = context.clock.now();
  const troubles = (await loadSourceRuns(context)).flatMap(({ source, title, runs }) => {
    const trouble = troubleWith(runs);
    return trouble && isNews(trouble, now)
      ? [{ key: keyOf(source, trouble, now), content: contentOf(title, trouble) }]
      : [];
  });
  if (troubles.length === 0) return 0;
  const admins = await loadAdminAddresses(context);
  const addresses = admins.length > 0 ? admins : contactEmail === null ? [] : [contactEmail];
  if (addresses.length === 0) {
    context.log.error("Sources keep failing, and there is nobody to tell: no admin, no CONTACT_EMAIL", {
      sources: troubles.map(({ content }) => content.source),
    });
  }
  return storeAlarms(context, troubles, addresses);
}

function isNews({ state, at }: SourceTrouble, now: Date): boolean {
  return state === "failing" || now.getTime() - at.getTime() < NEWS_DAYS * 86_400_000;
}

/** While it fails once a day; that it has recovered once. */
function keyOf(source: string, { state, runId }: SourceTrouble, now: Date): string {
  return `alarm ${state} ${source} ${state === "failing" ? londonDay(now) : runId}`;
}

function contentOf(title: string, { state, failures, because, since, at }: SourceTrouble): AlarmContent {
  return { state, source: title, failures, because, since: since.toISOString(), at: at.toISOString() };
}
