/** What the pages about alerts show and ask: only they ask it. */
import { z } from "zod";
import { ALERT_KINDS, FREQUENCIES } from "@/domain/alerts/alert";

/** The parts of a form that can be wrong; `form` is all of it. */
export const ALERT_FIELDS = ["email", "council", "kind", "frequency", "url", "form"] as const;
export type AlertField = (typeof ALERT_FIELDS)[number];

/** What is wrong with a field, in words for whoever filled it in. */
export const fieldProblemShape = z.object({ field: z.enum(ALERT_FIELDS), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblemShape>;

const named = z.object({ slug: z.string(), name: z.string() });

/** What somebody hears of, or is choosing. */
export const chosenShape = z.object({
  everyCouncil: z.boolean(),
  councils: z.array(named),
  kinds: z.array(z.enum(ALERT_KINDS)),
  frequency: z.enum(FREQUENCIES),
});
export type Chosen = z.infer<typeof chosenShape>;

/** The fields that choose what to hear of, as they stand. */
export const choiceFieldsShape = z.object({
  chosen: chosenShape,
  /** What was looked for and stands for no one council yet; empty: nothing. */
  find: z.string(),
  /** The councils that answer to it. */
  found: z.array(named.extend({ region: z.string(), foundAs: z.string().nullable() })),
  /** How many councils there are to choose from. */
  councils: z.int(),
  problems: z.array(fieldProblemShape),
});
export type ChoiceFields = z.infer<typeof choiceFieldsShape>;

/** `outbox`: mail goes into a folder and reaches nobody. */
const mailWay = z.enum(["smtp", "outbox"]);

export const subscribeFormShape = choiceFieldsShape.extend({
  email: z.string(),
  /** Councils that the address of the page named and nobody knows. */
  unknown: z.array(z.string()),
  mailWay,
});
export type SubscribeForm = z.infer<typeof subscribeFormShape>;

export const linkFormShape = z.object({
  email: z.string(),
  problems: z.array(fieldProblemShape),
  mailWay,
});
export type LinkForm = z.infer<typeof linkFormShape>;

/** Where a mail was asked to be sent; null for who came by another way. */
export const mailAskedShape = z.object({
  asked: z.object({ email: z.string(), what: z.enum(["confirm", "manage"]) }).nullable(),
  mailWay,
});
export type MailAsked = z.infer<typeof mailAskedShape>;

export const signUpShape = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("waiting"),
    email: z.string(),
    asked: chosenShape,
    /** With what they hear of already; null if that is nothing. */
    together: chosenShape.nullable(),
  }),
  z.object({ kind: z.literal("confirmed") }),
  z.object({ kind: z.literal("no-such-link") }),
]);
export type SignUp = z.infer<typeof signUpShape>;

export const endingShape = z.object({ email: z.string(), chosen: chosenShape });
export type Ending = z.infer<typeof endingShape>;

const webhookShape = z.object({
  id: z.string(),
  url: z.string(),
  chosen: chosenShape,
  since: z.iso.datetime(),
  disabled: z.object({ at: z.iso.datetime(), because: z.string().nullable() }).nullable(),
  calls: z.array(
    z.object({
      purpose: z.string(),
      state: z.string(),
      at: z.iso.datetime(),
      problem: z.string().nullable(),
    }),
  ),
});
export type ManagedWebhook = z.infer<typeof webhookShape>;

export const managePageShape = z.object({
  email: z.string(),
  /** What they hear of by mail; null: no mail. */
  mail: chosenShape.nullable(),
  fields: choiceFieldsShape,
  webhooks: z.array(webhookShape),
  webhookForm: z.object({
    url: z.string(),
    everything: z.boolean(),
    problems: z.array(fieldProblemShape),
    /** Of the webhook that was just added: shown this once. */
    added: z.object({ url: z.string(), secret: z.string() }).nullable(),
  }),
  /** What was just done, to be said. */
  done: z.enum(["confirmed", "saved", "tested", "enabled", "removed"]).nullable(),
  mailWay,
});
export type ManagePage = z.infer<typeof managePageShape>;
