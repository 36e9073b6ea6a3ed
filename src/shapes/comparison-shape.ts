/** A council's deficit beside what it is measured against, and beside the councils most like it. */
import { z } from "zod";
import { MISSING_REASONS } from "@/domain/published-value";
import { STATUSES } from "./api-shapes";
import { correctionShape, date, gbp, sourceShape, year } from "./source-shape";

const rankShape = z.object({ rank: z.int(), of: z.int(), tiedWith: z.int() }).nullable();

const ratioShape = z.object({
  value: z.number().nullable(),
  /** Why there is none, and whose absence it is. */
  missing: z
    .object({ what: z.enum(["deficit", "block", "ehc-plans"]), reason: z.enum(MISSING_REASONS) })
    .optional(),
  /** 1 is the largest. */
  england: rankShape,
  region: rankShape,
  neighbours: rankShape,
});
export type ComparedRatio = z.infer<typeof ratioShape>;

export const comparisonShape = z.object({
  financialYear: year,
  asAt: date,
  region: z.string(),
  /** After DfE money, of the whole dedicated schools grant: the one footing on which all councils are held. */
  deficitGbp: gbp,
  /** Per cent of that year's high needs block before deductions; negative for a surplus. */
  percentOfBlock: ratioShape,
  /** Whole pounds for each plan of the January within the year. */
  gbpPerEhcPlan: ratioShape,
  sources: z.array(
    z.object({ what: z.string(), correction: correctionShape.optional(), source: sourceShape }),
  ),
  /** Whether a reader named the neighbours; else they are the nearest by our method. */
  chosen: z.boolean(),
  /** Whom else could be named, in the order of the alphabet. */
  choices: z.array(z.object({ name: z.string(), slug: z.string() })),
  /** Nearest first; null where the council lacks one of the figures that councils are likened by. */
  neighbours: z
    .array(
      z.object({
        dfeCode: z.string(),
        name: z.string(),
        slug: z.string(),
        status: z.enum(STATUSES),
        percentOfBlock: z.number().nullable(),
        gbpPerEhcPlan: gbp.nullable(),
      }),
    )
    .nullable(),
});
export type Comparison = z.infer<typeof comparisonShape>;
