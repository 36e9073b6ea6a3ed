/** What the admin room shows of subscribers, batches of alerts and messages: never anybody's address. */
import { z } from "zod";
import { ALERT_KINDS, CHANNELS, DELIVERY_STATES } from "@/domain/alerts/alert";
import { BATCH_STATES } from "@/domain/alerts/batch-states";

/** How many, of people and of what they asked for. */
export const subscriberCountsShape = z.object({
  /** Addresses that were confirmed. */
  confirmed: z.int(),
  /** Sign-ups that nobody has confirmed yet. */
  waiting: z.int(),
  mail: z.object({ instant: z.int(), daily: z.int(), weekly: z.int() }),
  /** Called, and switched off because they failed for too long. */
  webhooks: z.object({ on: z.int(), off: z.int() }),
});
export type SubscriberCounts = z.infer<typeof subscriberCountsShape>;

export const alertBatchShape = z.object({
  id: z.int(),
  madeAt: z.date(),
  state: z.enum(BATCH_STATES),
  /** Why it waits, or waited. */
  heldBecause: z.string().nullable(),
  alerts: z.int(),
  /** Readers and webhooks that hear of any of it, at once or in their next digest. */
  recipients: z.int(),
  /** Its messages that are sent at once, by what has become of them. */
  messages: z.object({ sent: z.int(), waiting: z.int(), failed: z.int() }),
  decided: z.object({ at: z.date(), by: z.string(), reason: z.string().nullable() }).nullable(),
  /** What its alerts say, the first of them; all of them where it waits for a decision. */
  tells: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(ALERT_KINDS),
      title: z.string(),
      /** Where on the site it can be followed. */
      path: z.string(),
      lines: z.array(z.string()),
    }),
  ),
});
export type ListedBatch = z.infer<typeof alertBatchShape>;

/** What has become of the messages that were queued on one day. */
export const deliveryDayShape = z.object({
  /** In London. */
  day: z.string(),
  sent: z.int(),
  /** To be sent, being sent, or tried again later. */
  waiting: z.int(),
  held: z.int(),
  dead: z.int(),
  /** Cancelled, or to an address that gets nothing. */
  notSent: z.int(),
});
export type DeliveryDay = z.infer<typeof deliveryDayShape>;

export const messageShape = z.object({
  /** A number too large for some. */
  id: z.string(),
  purpose: z.string(),
  channel: z.enum(CHANNELS),
  state: z.enum(DELIVERY_STATES),
  /** To whom, masked; null: nobody knows any more. */
  to: z.string().nullable(),
  attempts: z.int(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
  /** What went wrong the last time. */
  because: z.string().nullable(),
});
export type ListedMessage = z.infer<typeof messageShape>;

/** The messages of the last days. */
export const messageRecordShape = z.object({
  /** How many days it goes back. */
  days: z.int(),
  byDay: z.array(deliveryDayShape),
  /** Why messages failed that are tried again or were given up, the most frequent first. */
  failures: z.array(z.object({ because: z.string(), triedAgain: z.int(), dead: z.int() })),
  /** Given up, the newest first: not all where there are more than fit a page. */
  dead: z.array(messageShape),
  deadInAll: z.int(),
});
export type MessageRecord = z.infer<typeof messageRecordShape>;

export const suppressionShape = z.object({
  id: z.int(),
  masked: z.string().nullable(),
  /** bounce | complaint | admin */
  reason: z.string(),
  note: z.string().nullable(),
  since: z.date(),
});
export type ListedSuppression = z.infer<typeof suppressionShape>;
