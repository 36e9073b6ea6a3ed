import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { RunProblem } from "@/ingest/run-problem";
import { cancelRun, requestRun } from "@/ingest/store-run-request";
import { listRuns, runDetail } from "@/present/runs";
import { READ_FROM, RUN_STATES, runDetailShape, runSummaryShape } from "@/shapes/run-shapes";
import { PUBLICATION_IDS } from "@/sources/publication";
import { publications } from "@/sources/registry";
import { adminProcedure, createRouter, editorProcedure } from "../../trpc";

const PAGE = 30;
const runId = z.object({ id: z.string().min(1).max(80) });

const CODES = {
  "no-such-request": "NOT_FOUND",
  "too-late": "CONFLICT",
  sources: "UNPROCESSABLE_CONTENT",
  snapshot: "UNPROCESSABLE_CONTENT",
} as const;

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RunProblem)) throw error;
    throw new TRPCError({ code: CODES[error.kind], message: error.message });
  }
}

export const runsRouter = createRouter({
  /** What ran and what waits to, newest first. */
  list: editorProcedure
    .input(
      z.object({
        state: z.enum(RUN_STATES).optional(),
        source: z.enum(PUBLICATION_IDS).optional(),
        by: z.enum(["asked", "schedule"]).optional(),
        page: z.int().min(1).max(1_000).default(1),
      }),
    )
    .output(z.object({ runs: z.array(runSummaryShape), more: z.boolean() }))
    .query(({ ctx, input: { page, ...filter } }) =>
      listRuns(ctx, filter, { limit: PAGE, skip: (page - 1) * PAGE }),
    ),

  byId: editorProcedure
    .input(runId)
    .output(runDetailShape)
    .query(async ({ ctx, input }) => {
      const detail = await runDetail(ctx, input.id);
      if (detail === null) throw new TRPCError({ code: "NOT_FOUND", message: "There is no such run." });
      return detail;
    }),

  /** What can be read, in the order of reading. */
  sources: editorProcedure
    .output(z.array(z.object({ id: z.string(), title: z.string() })))
    .query(() => publications.map(({ id, title }) => ({ id, title }))),

  start: adminProcedure
    .input(
      z.object({
        sources: z.array(z.enum(PUBLICATION_IDS)).max(PUBLICATION_IDS.length),
        readFrom: z.enum(READ_FROM),
        snapshotSha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .nullable()
          .default(null),
        dryRun: z.boolean(),
      }),
    )
    .output(runId)
    .mutation(({ ctx, input }) => told(async () => ({ id: await requestRun(ctx, input) }))),

  cancel: adminProcedure.input(runId).mutation(({ ctx, input }) => told(() => cancelRun(ctx, input.id))),

  /** The same once more: what was only tried is done now, a source that failed is asked again. */
  again: adminProcedure
    .input(
      runId.extend({
        sources: z.array(z.enum(PUBLICATION_IDS)).nullable().default(null),
        dryRun: z.boolean(),
      }),
    )
    .output(runId)
    .mutation(({ ctx, input }) =>
      told(async () => {
        const before = await runDetail(ctx, input.id);
        if (before === null) throw new RunProblem("no-such-request", "There is no such run.");
        const wanted = {
          sources: input.sources ?? before.sources,
          readFrom: before.readFrom ?? "live",
          snapshotSha256: before.snapshotSha256,
          dryRun: input.dryRun,
        };
        return { id: await requestRun(ctx, wanted) };
      }),
    ),
});
