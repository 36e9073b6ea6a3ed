const MINUTE_MS = 60_000;
const LONGEST_MS = 8 * 60 * MINUTE_MS;

/** With the pauses between them about a day: longer than most mail servers and webhooks are down. */
export const MOST_ATTEMPTS = 12;

/**
 * So often may whoever has claimed a message die before it's sent. They claim hundreds at once, so that a death says
 * little of any one of them; but one that kills its sender each time must not do so for ever.
 */
export const MOST_DEATHS = 100;

/**
 * How long to wait before a message is tried again: a minute, then twice as long each time, at most eight hours; by
 * up to a quarter more or less, so that what failed together doesn't come again together.
 *
 * @param attempts that came to an end so far, all in vain; at least 1
 * @param chance from 0 to 1
 * @returns milliseconds; null: it was the last
 */
export function pauseBeforeNext(attempts: number, chance: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  const pause = Math.min(MINUTE_MS * 2 ** (attempts - 1), LONGEST_MS);
  return Math.round(pause * (0.75 + chance / 2));
}
