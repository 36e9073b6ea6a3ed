/** What an alert says: kept with it, worded once, told alike by e-mail, webhook, digest and pages. */
import { z } from "zod";
import { ALERT_KINDS, CHANNELS, FREQUENCIES, TONES } from "@/domain/alerts/alert";

/** One thing that happened, as a plain sentence without the council's name. */
export const alertLineShape = z.object({
  text: z.string(),
  /** "before DfE money, whole DSG": the footing of the figures in it, where there are any. */
  basis: z.string().optional(),
  /** Whose figure or word it is; null for what the rules work out by themselves. */
  source: z
    .object({
      title: z.string(),
      url: z.string(),
      /** "page 2", "Table 1, cell E17"; empty where it's the whole document. */
      where: z.string(),
    })
    .nullable(),
});
export type AlertLine = z.infer<typeof alertLineShape>;

export const alertContentShape = z.object({
  kind: z.enum(ALERT_KINDS),
  tone: z.enum(TONES),
  /** Null for what concerns no single council. */
  council: z.object({ dfeCode: z.string(), name: z.string(), slug: z.string() }).nullable(),
  /** "Exampleshire: deficit above the agreed profile", as a subject line. */
  title: z.string(),
  /** What changed, from what to what, by how much: at least one. */
  lines: z.array(alertLineShape).min(1),
  /** How many more there are than stand in `lines`. */
  more: z.int().min(0),
  /** False while it rests on terms that a machine has read and nobody has confirmed. */
  checked: z.boolean(),
  /** It's our own reading of published figures, and has to say so. */
  derived: z.boolean(),
  /** Where on the site it can be followed: "/flags/351-target-moved". */
  path: z.string().startsWith("/"),
  occurredAt: z.iso.datetime(),
});
export type AlertContent = z.infer<typeof alertContentShape>;

/** What somebody wants to hear of. */
export const choicesShape = z.object({
  everyCouncil: z.boolean(),
  /** DfE codes; empty with `everyCouncil`. */
  dfeCodes: z.array(z.string().regex(/^[0-9A-Z]{3}$/)).max(200),
  kinds: z.array(z.enum(ALERT_KINDS)).min(1),
  frequency: z.enum(FREQUENCIES),
});
export type Choices = z.infer<typeof choicesShape>;

/**
 * What the mail that asks for a confirmation is made of (Delivery.content). The token of its link is derived from
 * `signUpId`.
 */
export const confirmContentShape = z.object({
  signUpId: z.string(),
  choices: choicesShape,
  /** Of the councils chosen, as people know them. */
  names: z.array(z.string()),
});
export type ConfirmContent = z.infer<typeof confirmContentShape>;

/** What the mail with a link to somebody's choices is made of (Delivery.content); its token is derived from `accessId`. */
export const manageContentShape = z.object({ accessId: z.string() });
export type ManageContent = z.infer<typeof manageContentShape>;

/** What the mail to the owner of a webhook that is switched off is made of (Delivery.content). */
export const webhookDisabledContentShape = z.object({
  url: z.string(),
  /** Messages that were given up, one after another. */
  failures: z.int().positive(),
  /** What the last of them failed for. */
  because: z.string(),
  disabledAt: z.iso.datetime(),
});
export type WebhookDisabledContent = z.infer<typeof webhookDisabledContentShape>;

/** What the mail to admins about a source that fails, or does no longer, is made of (Delivery.content). */
export const alarmContentShape = z.object({
  state: z.enum(["failing", "recovered"]),
  /** What people call it. */
  source: z.string(),
  /** How often it failed, one after another; of one that recovered: before it did. */
  failures: z.int().positive(),
  /** What it failed for the last time. */
  because: z.string(),
  /** The first failure of this row. */
  since: z.iso.datetime(),
  /** The last attempt. */
  at: z.iso.datetime(),
});
export type AlarmContent = z.infer<typeof alarmContentShape>;

/** What the mail to somebody who reported an error is made of (Delivery.content). */
export const reportAnswerContentShape = z.object({
  reportId: z.int(),
  /** What the report was about: "Exampleshire: Deficit at 31 March 2024". */
  about: z.string(),
  /** In the words of whoever answers: plain text, with line breaks. */
  answer: z.string(),
  /** Where it can be looked at: "/flags/351-target-moved". */
  path: z.string().startsWith("/"),
});
export type ReportAnswerContent = z.infer<typeof reportAnswerContentShape>;

/** What a webhook is sent, beside its headers; `id` is the idempotency key and the same at every attempt. */
export const webhookPayloadShape = z.object({
  id: z.string(),
  /** When it was queued; the same at every attempt. */
  sentAt: z.iso.datetime(),
  /** Only tries whether calls arrive: what it tells of is invented. */
  test: z.boolean(),
  channel: z.enum(CHANNELS).extract(["webhook"]),
  alerts: z.array(alertContentShape.extend({ id: z.string(), address: z.string() })).min(1),
});
export type WebhookPayload = z.infer<typeof webhookPayloadShape>;
