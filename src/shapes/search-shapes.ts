/** What a search for a council answers: only the pages ask it. */
import { z } from "zod";

export const councilSearchShape = z.object({
  /** Of all that answer, shown or not. */
  count: z.int(),
  /** The address name of the one council whose name or code was typed in full. */
  meant: z.string().nullable(),
  found: z.array(
    z.object({
      name: z.string(),
      slug: z.string(),
      region: z.string(),
      /** The other name or code by which it was found: of a council it continues, say. */
      foundAs: z.string().nullable(),
      /** Nothing is written so: it is only spelt alike. */
      alike: z.boolean(),
    }),
  ),
});
export type CouncilSearch = z.infer<typeof councilSearchShape>;
