/** The rows of the table of councils, as light as they can be: 153 of them travel with one page. */
import { z } from "zod";
import { authorityRowShape, authorityRowsAnswerShape } from "./answer-shapes";
import { summaryShape } from "./api-shapes";
import { date, gbp, year } from "./source-shape";

export const councilRowShape = summaryShape
  .pick({ gssCode: true, dfeCode: true, name: true, slug: true, region: true, programme: true, status: true })
  .extend({
    /** What we make of its figures is hidden by us; left out where it isn't. */
    hidden: z.literal(true).optional(),
    alsoKnownAs: z.array(z.string()),
    /** Net deficits of the whole grant by year end, oldest first: the last one is the council's figure. */
    course: z.array(z.tuple([date, gbp])),
    /** The high needs block before deductions of the newest year of which one is held. */
    block: z.tuple([year, gbp]).nullable(),
    /** EHC plans of the newest January. */
    plans: z.tuple([z.int(), z.int()]).nullable(),
  });
export type CouncilRow = z.infer<typeof councilRowShape>;

export const councilRowsAnswerShape = authorityRowsAnswerShape.extend({ data: z.array(councilRowShape) });

/** The figures of one row with their sources, for whoever asks where they are from. */
export const rowFiguresShape = authorityRowShape.pick({
  name: true,
  latestNetOutturn: true,
  latestAllocation: true,
  latestEhcPlans: true,
});
export type RowFigures = z.infer<typeof rowFiguresShape>;
