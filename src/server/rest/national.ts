import { presentMeta } from "@/present/meta";
import { nationalOverview } from "@/present/national-overview";
import { nationalAnswerShape } from "@/shapes/answer-shapes";
import { jsonAnswer } from "./answer";
import type { Endpoint } from "./endpoint";

/** `/api/v1/national`: England by year and basis. */
export const nationalEndpoint: Endpoint<object> = {
  async answer(context) {
    const [data, meta] = await Promise.all([nationalOverview(context), presentMeta(context)]);
    return jsonAnswer(nationalAnswerShape, { data, meta });
  },
};
