import { presentMeta } from "@/present/meta";
import { publicationStates } from "@/present/publication-states";
import { sourcesAnswerShape } from "@/shapes/answer-shapes";
import { jsonAnswer } from "./answer";
import type { Endpoint } from "./endpoint";

/** `/api/v1/sources`: each publication as it stands. */
export const sourcesEndpoint: Endpoint<object> = {
  async answer(context) {
    const [data, meta] = await Promise.all([
      publicationStates(context, context.publications),
      presentMeta(context),
    ]);
    return jsonAnswer(sourcesAnswerShape, { data, meta });
  },
};
