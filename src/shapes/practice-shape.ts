/** The shape of the guide to the practice set: where each verdict and each rule can be seen. */
import { z } from "zod";
import { RULES } from "@/domain/flags/flag";
import { VERDICT_WORDS } from "@/domain/verdicts/verdict";
import { flagShape, verdictShape } from "./judgement-shapes";

export const practiceGuideShape = z.object({
  /** Every verdict there is, each with where it stands today; those that count first. */
  verdicts: z.array(
    z.object({
      word: z.enum(VERDICT_WORDS),
      shown: z.array(z.object({ authority: flagShape.shape.authority, verdict: verdictShape })),
    }),
  ),
  /** Every rule there is, each with its flags, the open ones first. */
  rules: z.array(z.object({ rule: z.enum(RULES), flags: z.array(flagShape) })),
});
export type PracticeGuide = z.infer<typeof practiceGuideShape>;
