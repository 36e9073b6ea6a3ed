/** The days kept in a visitor's own browser: of the latest visit and of the one before it. */
export interface Visits {
  readonly latest: string;
  /** Null: there was none. */
  readonly before: string | null;
}

/**
 * What to keep after a visit. A second look on one day is the same visit.
 *
 * @param kept as it was written last; anything else counts as nothing
 * @param today "2026-11-24"
 */
export function visitsAfter(kept: string | null, today: string): Visits {
  const [latest, before] = (kept ?? "").split(" ").map((day) => (isDay(day) && day <= today ? day : null));
  if (!latest) return { latest: today, before: null };
  return latest === today ? { latest, before: before ?? null } : { latest: today, before: latest };
}

/** What a browser keeps: one or two days, newest first. */
export function writtenVisits({ latest, before }: Visits): string {
  return before === null ? latest : `${latest} ${before}`;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
