/** How every council stands, now or in one year: what the map and the ranked list of the front page show. */
import { z } from "zod";
import { authorityRowShape } from "./answer-shapes";
import { metaShape } from "./api-shapes";
import { year } from "./source-shape";

export const standingRowShape = authorityRowShape
  .pick({ dfeCode: true, name: true, slug: true, region: true, programme: true, status: true })
  .extend({
    /** What we make of its figures is hidden by us, as the sentence says. */
    hidden: z.boolean(),
    /** How it stands in a sentence or two, with the figures that the words rest on. */
    sentence: z.string(),
    /** Of the agreement that stands: the latest year that published figures decide, or the year asked for. */
    verdict: authorityRowShape.shape.latestVerdict,
    /** The net deficit of the whole grant at the latest year end, or at that of the year asked for. */
    netOutturn: authorityRowShape.shape.latestNetOutturn,
    /** Net deficits up to then, oldest first. */
    balanceHistory: authorityRowShape.shape.balanceHistory,
  });
export type StandingRow = z.infer<typeof standingRowShape>;

export const standingsShape = z.object({
  /** Null: as it stands now. */
  year: year.nullable(),
  /** Years that can be asked for, oldest first. */
  years: z.array(year),
  councils: z.array(standingRowShape),
});
export type Standings = z.infer<typeof standingsShape>;

export const standingsAnswerShape = z.object({ data: standingsShape, meta: metaShape });
