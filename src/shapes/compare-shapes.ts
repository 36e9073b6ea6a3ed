/** Councils side by side, by one measure: only the page of the comparison asks for it. */
import { z } from "zod";
import { MEASURES } from "@/domain/compare/measure";
import { BASES, PLAN_SOURCES, SCOPES } from "@/domain/dsg/balance";
import {
  agreementShape,
  allocationShape,
  ehcPlansShape,
  metaShape,
  outturnShape,
  STATUSES,
} from "./api-shapes";
import { date } from "./source-shape";

/** A figure that a point shows or is worked out from, as it is presented everywhere else. */
const partShape = z.discriminatedUnion("what", [
  z.object({ what: z.literal("deficit"), figure: outturnShape }),
  z.object({ what: z.literal("block"), figure: allocationShape }),
  z.object({ what: z.literal("plans"), figure: ehcPlansShape }),
  z.object({ what: z.literal("planned"), figure: agreementShape.shape.profile.element }),
]);
export type ComparedPart = z.infer<typeof partShape>;

const pointShape = z.object({
  /** The year end; of an allocation the last day of its year. */
  at: date,
  /** Whole pounds, or per cent of the block. A deficit is positive. */
  value: z.number(),
  /** The figure itself; of a ratio what was divided, then by what. */
  parts: z.array(partShape).min(1),
});
export type ComparedPoint = z.infer<typeof pointShape>;

/** Points that may be joined: one basis, one scope, one kind, one source or family of sources. */
const seriesShape = z.object({
  key: z.string(),
  basis: z.enum(BASES).nullable(),
  scope: z.enum(SCOPES).nullable(),
  kind: z.enum(["actual", "forecast", "planned"]),
  /** Of planned deficits: the version of the agreement, and who says so: not all of them are promises. */
  version: z.string().nullable(),
  planSource: z.enum(PLAN_SOURCES).nullable(),
  points: z.array(pointShape).min(1),
});
export type ComparedSeries = z.infer<typeof seriesShape>;

const councilShape = z.object({
  dfeCode: z.string(),
  gssCode: z.string(),
  name: z.string(),
  slug: z.string(),
  status: z.enum(STATUSES),
  /** None: nothing is held by which it could be compared. */
  series: z.array(seriesShape),
});
export type ComparedCouncil = z.infer<typeof councilShape>;

export const comparedAnswerShape = z.object({
  data: z.object({
    measure: z.enum(MEASURES),
    councils: z.array(councilShape),
    /** What was typed and names no one council, with those that may have been meant. */
    unresolved: z.array(
      z.object({
        typed: z.string(),
        perhaps: z.array(z.object({ name: z.string(), slug: z.string() })),
      }),
    ),
    /** Councils beyond as many as can be compared. */
    beyond: z.array(z.object({ name: z.string(), slug: z.string() })),
    /** All that can be chosen, by name. */
    choice: z.array(z.object({ name: z.string(), slug: z.string() })),
  }),
  meta: metaShape,
});
export type ComparedAnswer = z.infer<typeof comparedAnswerShape>["data"];
