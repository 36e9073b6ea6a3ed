/** How answers are wrapped, and the rows of the table of councils, which only the pages need. */
import { z } from "zod";
import {
  authorityShape,
  correctionShape,
  metaShape,
  nationalShape,
  outturnShape,
  publicationStateShape,
  sourceShape,
  summaryShape,
  verdictsHiddenShape,
} from "./api-shapes";
import { flagShape, flagWithHistoryShape, methodologyShape, verdictShape } from "./judgement-shapes";
import { practiceGuideShape } from "./practice-shape";

function answerOf<Shape extends z.ZodType>(shape: Shape) {
  return z.object({ data: shape, meta: metaShape });
}

/** A row of the table of councils: the summary and what the columns and the small chart beside it need. */
export const authorityRowShape = summaryShape.extend({
  /** Other names and codes by which people may look for it: published spellings, councils it continues. */
  alsoKnownAs: z.array(z.string()),
  /** The last point of `balanceHistory` with its source: the one figure by which councils can be ranked. */
  latestNetOutturn: outturnShape.nullable(),
  /** The newest year of which a sum before deductions is held, in its newest version. */
  latestAllocation: z
    .object({
      financialYear: z.string(),
      beforeDeductionsGbp: z.int(),
      correction: correctionShape.optional(),
      source: sourceShape,
    })
    .nullable(),
  /** Of the agreement that stands, the latest year that published figures decide; never the signing year. */
  latestVerdict: verdictShape.nullable(),
  latestEhcPlans: z.object({ year: z.int(), plans: z.int(), source: sourceShape }).nullable(),
  /** Net deficits of the whole DSG from section 251 returns and what is derived from them, oldest first. */
  balanceHistory: z.array(z.object({ asAt: z.string(), deficitGbp: z.int() })),
});
export type AuthorityRow = z.infer<typeof authorityRowShape>;

export const authoritiesAnswerShape = answerOf(z.array(summaryShape));
export const authorityRowsAnswerShape = answerOf(z.array(authorityRowShape));
export const authorityAnswerShape = answerOf(authorityShape);
export const nationalAnswerShape = answerOf(nationalShape);
export const sourcesAnswerShape = answerOf(z.array(publicationStateShape));
/** Whose flags aren't shown, and why. */
const hiddenCouncilShape = z.object({
  authority: flagShape.shape.authority,
  verdictsHidden: verdictsHiddenShape,
});
export type HiddenCouncil = z.infer<typeof hiddenCouncilShape>;

export const flagsAnswerShape = answerOf(z.array(flagShape)).extend({
  /** Councils among those asked for of which no flag is shown, because a person has hidden them. */
  hidden: z.array(hiddenCouncilShape),
});
export const flagAnswerShape = answerOf(flagWithHistoryShape);
/** One flag as its page shows it: or whose it is and why it's hidden. */
export const flagPageAnswerShape = answerOf(
  z.union([z.object({ flag: flagWithHistoryShape }), z.object({ hidden: hiddenCouncilShape })]),
);

/** The register of flags as its page shows it. */
export const flagRegisterAnswerShape = answerOf(
  z.object({
    flags: z.array(flagShape),
    /** The council asked for; null: all. */
    authority: flagShape.shape.authority.nullable(),
    /** Councils among those asked for of which no flag is shown, because a person has hidden them. */
    hidden: z.array(hiddenCouncilShape),
    /** Councils of which there is or was a flag, by name. */
    councils: z.array(z.object({ slug: z.string(), name: z.string() })),
  }),
);
export const methodologyAnswerShape = answerOf(methodologyShape);
export const practiceGuideAnswerShape = answerOf(practiceGuideShape);
