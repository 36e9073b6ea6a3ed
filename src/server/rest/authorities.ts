import { authorityProfile } from "@/present/authority-profile";
import { listAuthorities } from "@/present/list-authorities";
import { presentMeta } from "@/present/meta";
import { authoritiesAnswerShape, authorityAnswerShape } from "@/shapes/answer-shapes";
import { jsonAnswer } from "./answer";
import type { Endpoint } from "./endpoint";
import { unknownCouncil } from "./problem";

/** `/api/v1/authorities`: the live councils, unpaged. */
export const authoritiesEndpoint: Endpoint<object> = {
  async answer(context) {
    const [data, meta] = await Promise.all([listAuthorities(context), presentMeta(context)]);
    return jsonAnswer(authoritiesAnswerShape, { data, meta });
  },
};

/** `/api/v1/authorities/{code}`: one council by ONS code, DfE code or slug; ended ones too. */
export const authorityEndpoint: Endpoint<{ readonly code: string }> = {
  async answer(context, { code }) {
    const [data, meta] = await Promise.all([authorityProfile(context, code), presentMeta(context)]);
    if (data === null) {
      throw unknownCouncil(code);
    }
    return jsonAnswer(authorityAnswerShape, { data, meta });
  },
};
