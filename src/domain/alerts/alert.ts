/**
 * What people can ask to hear of. `promise-missed` rests on outturns alone, `at-risk` also on forecasts, trends and
 * statements; `figure-corrected` covers figures restated by their publisher and corrections recorded here.
 */
export const ALERT_KINDS = [
  "promise-missed",
  "at-risk",
  "target-moved",
  "payment-news",
  "outturn-published",
  "agreement-changed",
  "grant-news",
  "figure-corrected",
  "source-overdue",
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** How often somebody is written to: at once, or in a digest of what is new. */
export const FREQUENCIES = ["instant", "daily", "weekly"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Whether news is good or bad for the promise it's about; one message never tells both of one matter. */
export const TONES = ["good", "bad", "neutral"] as const;
export type Tone = (typeof TONES)[number];

/** By e-mail, or as signed calls to an address of the subscriber's own. */
export const CHANNELS = ["email", "webhook"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What becomes of a message. `held`: by an admin; `dead`: given up after every attempt; `suppressed`: its address is on the list that gets nothing. */
export const DELIVERY_STATES = [
  "queued",
  "held",
  "sending",
  "sent",
  "dead",
  "cancelled",
  "suppressed",
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
