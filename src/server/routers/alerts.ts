import { z } from "zod";
import { ALERT_KINDS, FREQUENCIES } from "@/domain/alerts/alert";
import { loadEnding } from "@/notify/load-ending";
import { manageable } from "@/notify/manageable";
import { pendingSignUp } from "@/notify/pending-sign-up";
import { councilNames } from "@/present/named-councils";
import {
  endingShape,
  linkFormShape,
  mailAskedShape,
  managePageShape,
  signUpShape,
  subscribeFormShape,
} from "@/shapes/alert-form-shapes";
import { namedChoices, presentFields } from "../alerts/present-choices";
import { presentManaged } from "../alerts/present-managed";
import { openSlip } from "../alerts/slip";
import { createRouter, publicProcedure } from "../trpc";

const token = z.string().max(200);
const slip = z.string().max(16_000).optional();

/** What the pages about alerts show. Nothing is changed here: forms go to routes of their own (server/alerts). */
export const alertsRouter = createRouter({
  /** The form of a new subscription: as it was sent and came back, else as the page's address fills it in. */
  subscribeForm: publicProcedure
    .input(
      z.object({
        everyCouncil: z.boolean(),
        /** Codes or address names. */
        councils: z.array(z.string().max(100)).max(200),
        kinds: z.array(z.enum(ALERT_KINDS)),
        frequency: z.enum(FREQUENCIES),
        slip,
      }),
    )
    .output(subscribeFormShape)
    .query(async ({ ctx, input: { slip: sealed, ...asked } }) => {
      const { mailWay } = ctx;
      const sent = openSlip(ctx, sealed, "subscribe");
      const typed = sent?.typed ?? { ...asked, find: "" };
      const [fields, names] = await Promise.all([
        presentFields(ctx, typed, sent?.problems ?? []),
        councilNames(ctx),
      ]);
      const unknown = typed.councils.filter((code) => names.find(code) === undefined);
      return { ...fields, email: sent?.email ?? "", unknown, mailWay };
    }),

  /** What the page after a form that asks for a mail says. */
  mailAsked: publicProcedure
    .input(z.object({ slip }))
    .output(mailAskedShape)
    .query(({ ctx, input }) => {
      const asked = openSlip(ctx, input.slip, "mail-asked");
      return { asked: asked && { email: asked.email, what: asked.what }, mailWay: ctx.mailWay };
    }),

  linkForm: publicProcedure
    .input(z.object({ slip }))
    .output(linkFormShape)
    .query(({ ctx, input }) => {
      const sent = openSlip(ctx, input.slip, "link");
      return { email: sent?.email ?? "", problems: sent?.problems ?? [], mailWay: ctx.mailWay };
    }),

  /** What the link of a confirmation mail opens. */
  signUp: publicProcedure
    .input(z.object({ token }))
    .output(signUpShape)
    .query(async ({ ctx, input }) => {
      const [found, names] = await Promise.all([pendingSignUp(ctx, input.token), councilNames(ctx)]);
      if (found.kind !== "waiting") return found;
      const { kind, email, asked, together } = found;
      return {
        ...{ kind, email },
        asked: namedChoices(asked, names),
        together: together && namedChoices(together, names),
      };
    }),

  /** Somebody's choices and webhooks; null for a link that opens nothing any more. */
  managePage: publicProcedure
    .input(z.object({ token, slip }))
    .output(managePageShape.nullable())
    .query(async ({ ctx, input }) => {
      const found = await manageable(ctx, input.token);
      return found && presentManaged(ctx, found, input.slip);
    }),

  /** What a message's link would end; null where nothing is left to end. */
  ending: publicProcedure
    .input(z.object({ token }))
    .output(endingShape.nullable())
    .query(async ({ ctx, input }) => {
      const [found, names] = await Promise.all([loadEnding(ctx, input.token), councilNames(ctx)]);
      return found && { email: found.email, chosen: namedChoices(found.choices, names) };
    }),
});
