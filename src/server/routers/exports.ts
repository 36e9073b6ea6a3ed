import { dataDictionary } from "@/present/data-dictionary";
import { presentMeta } from "@/present/meta";
import { dataDictionaryAnswerShape } from "@/shapes/data-dictionary-shape";
import { createRouter, publicProcedure } from "../trpc";

export const exportsRouter = createRouter({
  /** The exported tables, column by column. */
  dictionary: publicProcedure
    .output(dataDictionaryAnswerShape)
    .query(async ({ ctx }) => ({ data: dataDictionary(), meta: await presentMeta(ctx) })),
});
