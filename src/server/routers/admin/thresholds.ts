import { z } from "zod";
import { previewThresholds } from "@/assess/preview-thresholds";
import { THRESHOLD_NAMES, typedThreshold } from "@/domain/verdicts/read-threshold";
import { THRESHOLDS } from "@/domain/verdicts/thresholds";
import { requestJudgement } from "@/ingest/store-run-request";
import { loadActorNames } from "@/present/actor-names";
import { presentMeasures } from "@/present/methodology";
import { loadCouncilNames } from "@/review/council-names";
import { loadThresholdsSet } from "@/review/load-thresholds-set";
import { readThresholds, setThresholds } from "@/review/set-thresholds";
import {
  thresholdsInForceShape,
  thresholdsPreviewShape,
  typedThresholdsShape,
} from "@/shapes/threshold-shapes";
import { adminProcedure, createRouter } from "../../trpc";
import { deciding } from "./review-problems";

/** What the rules are measured with: seen, tried and set. */
export const thresholdsRouter = createRouter({
  current: adminProcedure.output(thresholdsInForceShape).query(async ({ ctx }) => {
    const { proposed: inForce } = await readThresholds(ctx, {});
    const set = await loadThresholdsSet(ctx);
    const names = await loadActorNames(
      ctx.database,
      [...set.values()].map(({ actor }) => actor),
    );
    return {
      ...{ inForce: presentMeasures(inForce), builtIn: presentMeasures(THRESHOLDS) },
      measures: THRESHOLD_NAMES.map((name) => {
        const last = set.get(name);
        return {
          ...{ name, typed: typedThreshold(name, inForce), builtIn: typedThreshold(name, THRESHOLDS) },
          set: last
            ? {
                ...{ by: names.of(last.actor), at: last.setAt.toISOString() },
                ...{ reason: last.reason, source: last.source },
              }
            : null,
        };
      }),
    };
  }),

  /** What would change of every council if these were in force. Nothing is stored. */
  preview: adminProcedure
    .input(z.object({ typed: typedThresholdsShape }))
    .output(thresholdsPreviewShape)
    .query(async ({ ctx, input }) => {
      const { problems, changes, proposed } = await readThresholds(ctx, input.typed);
      const { proposed: inForce } = await readThresholds(ctx, {});
      const told = {
        ...{ problems: [...problems], changes: changes.map(({ name }) => name) },
        ...{ inForce: presentMeasures(inForce), proposed: presentMeasures(proposed) },
      };
      if (problems.length > 0 || changes.length === 0) {
        return { ...told, councils: 0, changed: [] };
      }
      const [{ councils, changed }, names] = await Promise.all([
        previewThresholds(ctx, proposed),
        loadCouncilNames(ctx.database),
      ]);
      return {
        ...{ ...told, councils },
        changed: changed
          .map(({ dfeCode, status, verdicts, flags }) => ({
            ...{ dfeCode, council: names.get(dfeCode) ?? dfeCode, status: { ...status } },
            verdicts: verdicts.map((verdict) => ({ ...verdict })),
            flags: flags.map((flag) => ({ ...flag })),
          }))
          .sort((a, b) => a.council.localeCompare(b.council, "en-GB")),
      };
    }),

  /** @returns the request by which a worker judges the councils anew */
  set: adminProcedure
    .input(
      z.object({
        typed: typedThresholdsShape,
        reason: z.string().max(2_000),
        /** A web address; needed for judging years after 2025-26. */
        source: z.string().max(2_000).nullable(),
      }),
    )
    .output(z.object({ judgement: z.string() }))
    .mutation(async ({ ctx, input }) => {
      await deciding(() => setThresholds(ctx, input));
      return { judgement: await requestJudgement(ctx) };
    }),
});
