/** The shape of what trends would have foretold of year ends that have come since. */
import { z } from "zod";
import { gbp } from "./source-shape";

export const backTestShape = z.object({
  basis: z.enum(["gross", "net"]),
  /** How many councils hold year ends enough on that basis. */
  councils: z.int(),
  /** By how many years ahead the year end was, the nearest first. */
  horizons: z.array(
    z.object({
      yearsAhead: z.int(),
      tried: z.int(),
      withinRange: z.int(),
      /** The median of the errors' sizes: never negative. */
      medianErrorGbp: gbp,
    }),
  ),
});
export type BackTest = z.infer<typeof backTestShape>;
