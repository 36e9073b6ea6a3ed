import { z } from "zod";
import { correctionNotes } from "@/present/correction-notes";
import { findCouncil } from "@/present/find-council";
import { reportSubject } from "@/present/report-subject";
import {
  correctionNoteShape,
  reportAddressShape,
  reportFormShape,
  reportReceivedShape,
} from "@/shapes/report-shapes";
import { openSlip } from "../alerts/slip";
import { createRouter, publicProcedure } from "../trpc";

const slip = z.string().max(16_000).optional();
const NOTHING_TYPED = { text: "", expected: "", url: "", email: "" };

/** What the pages about errors show. Nothing is changed here: the form goes to a route of its own (server/reports). */
export const reportsRouter = createRouter({
  /** The form: what it's about, and as it was sent and came back. */
  form: publicProcedure
    .input(reportAddressShape.extend({ slip }))
    .output(reportFormShape)
    .query(async ({ ctx, input: { slip: sealed, ...address } }) => {
      const sent = openSlip(ctx, sealed, "report");
      const found = await reportSubject(ctx, address);
      return {
        subject: found?.subject ?? null,
        unknown: found === null && Object.values(address).some((part) => part !== undefined),
        address,
        typed: sent?.typed ?? NOTHING_TYPED,
        problems: sent?.problems ?? [],
      };
    }),

  /** What the page after the form says. */
  received: publicProcedure
    .input(z.object({ slip }))
    .output(reportReceivedShape)
    .query(({ ctx, input }) => ({ received: openSlip(ctx, input.slip, "report-received") })),

  /** What we have said of errors of ours, of one council or of all, newest first. */
  notes: publicProcedure
    .input(z.object({ authority: z.string().min(1).max(100).optional() }))
    .output(z.array(correctionNoteShape))
    .query(async ({ ctx, input: { authority } }) => {
      const council = authority === undefined ? null : await findCouncil(ctx, authority);
      return correctionNotes(ctx.database, council?.dfeCode);
    }),
});
