import { siteMap } from "@/present/site-map";
import { siteMapShape } from "@/shapes/site-map-shape";
import { createRouter, publicProcedure } from "../trpc";

export const siteMapRouter = createRouter({
  /** Pages of councils and flags, with when what they show last changed. */
  pages: publicProcedure.output(siteMapShape).query(({ ctx }) => siteMap(ctx)),
});
