/** The pages that come and go with what is held, each with when what it shows last changed. */
import { z } from "zod";

const page = z.object({ name: z.string(), changedAt: z.iso.datetime().nullable() });

export const siteMapShape = z.object({
  /** By their name in addresses; councils since ended too. */
  councils: z.array(page),
  flags: z.array(page),
  /** Of any figure, verdict or flag; null while nothing is held. */
  figuresChangedAt: z.iso.datetime().nullable(),
  /** Of the list of changes; null while there is none. */
  newestChangeAt: z.iso.datetime().nullable(),
});
export type SiteMap = z.infer<typeof siteMapShape>;
