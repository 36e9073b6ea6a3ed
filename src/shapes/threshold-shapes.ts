/** Thresholds as admins see and set them. */
import { z } from "zod";
import { RULES, SEVERITIES } from "@/domain/flags/flag";
import { STATUSES } from "@/domain/flags/status-of";
import type { Thresholds } from "@/domain/verdicts/thresholds";
import { VERDICT_WORDS } from "@/domain/verdicts/verdict";
import { measuresShape } from "./judgement-shapes";

const NAMES = [
  "toleranceFloor",
  "toleranceBasisPoints",
  "staleAfterMonths",
  "onTrackWithinMonths",
  "judgedThrough",
] as const satisfies readonly (keyof Thresholds)[];
const name = z.enum(NAMES);

/** As a person types them; one that is left out stays as it is. */
export const typedThresholdsShape = z.partialRecord(name, z.string().max(60));

export const thresholdsInForceShape = z.object({
  inForce: measuresShape,
  builtIn: measuresShape,
  measures: z.array(
    z.object({
      name,
      /** As a person would type what is in force, and what is built in. */
      typed: z.string(),
      builtIn: z.string(),
      /** Null: nobody has set it. */
      set: z
        .object({ by: z.string(), at: z.string(), reason: z.string(), source: z.string().nullable() })
        .nullable(),
    }),
  ),
});
export type ThresholdsInForce = z.infer<typeof thresholdsInForceShape>;

export const thresholdsPreviewShape = z.object({
  problems: z.array(z.object({ name, message: z.string() })),
  /** The measures that would change; none: that is what is in force. */
  changes: z.array(name),
  inForce: measuresShape,
  proposed: measuresShape,
  /** How many councils were judged twice over. */
  councils: z.int(),
  changed: z.array(
    z.object({
      dfeCode: z.string(),
      council: z.string(),
      status: z.object({ before: z.enum(STATUSES), after: z.enum(STATUSES) }),
      verdicts: z.array(
        z.object({
          financialYear: z.string(),
          agreementVersion: z.string(),
          before: z.enum(VERDICT_WORDS).nullable(),
          after: z.enum(VERDICT_WORDS).nullable(),
        }),
      ),
      flags: z.array(
        z.object({
          rule: z.enum(RULES),
          severity: z.enum(SEVERITIES),
          financialYear: z.string().nullable(),
          becomes: z.enum(["raised", "worsened", "eased", "cleared"]),
          summary: z.string(),
        }),
      ),
    }),
  ),
});
export type ThresholdsPreviewed = z.infer<typeof thresholdsPreviewShape>;
