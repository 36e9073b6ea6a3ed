/**
 * Messages that don't wait for one another: what somebody waits for, what goes to many, and calls of strangers'
 * servers. Each lane has a task of the worker's (the trigger of migration `delivery_calls` knows them too).
 */
export const LANES = {
  personal: { task: "deliver-personal", channel: "email", toMany: false, slots: 4, claim: 20 },
  mail: { task: "deliver-mail", channel: "email", toMany: true, slots: 16, claim: 200 },
  webhooks: { task: "deliver-webhooks", channel: "webhook", toMany: null, slots: 8, claim: 40 },
} as const;

export type LaneName = keyof typeof LANES;

export interface Lane {
  readonly task: string;
  readonly channel: "email" | "webhook";
  /** Whether it's news that many get; null: both. */
  readonly toMany: boolean | null;
  /** How many are under way at once: as many may be in doubt when the process dies. */
  readonly slots: number;
  /** How many are claimed at once. */
  readonly claim: number;
}

/** What is told to everybody who asked for it, in words that are the same for all of them. */
export const NEWS = ["alert", "correction", "digest"] as const;
export type News = (typeof NEWS)[number];

export function isNews(purpose: string): purpose is News {
  return (NEWS as readonly string[]).includes(purpose);
}

/** For how long whoever has claimed messages holds them. */
export interface Lease {
  /** Whoever hasn't sent them by then has died. */
  readonly ms: number;
  /** Nothing is begun with less left: longer than any one message may take. */
  readonly leastMs: number;
}

export const LEASE: Lease = { ms: 5 * 60_000, leastMs: 2 * 60_000 };
