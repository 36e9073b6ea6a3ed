import { findCouncil } from "@/present/find-council";
import { flagWithHistory, hiddenCouncils, hiddenFlag, listFlags } from "@/present/flags";
import { presentMeta } from "@/present/meta";
import { flagAnswerShape, flagsAnswerShape } from "@/shapes/answer-shapes";
import { hiddenSentence } from "@/wording/hiding";
import { jsonAnswer } from "./answer";
import type { Endpoint } from "./endpoint";
import { FLAG_PARAMETERS, readFlagQuery } from "./flag-query";
import { notFound, unknownCouncil } from "./problem";

/** `/api/v1/flags`: open flags, worst first, or cleared ones. */
export const flagsEndpoint: Endpoint<object> = {
  parameters: FLAG_PARAMETERS,
  async answer(context, _, request) {
    const { authority, ...query } = readFlagQuery(new URL(request.url).searchParams);
    const council = authority === undefined ? undefined : await findCouncil(context, authority);
    if (council === null) throw unknownCouncil(authority ?? "");
    const [data, hidden, meta] = await Promise.all([
      listFlags(context, { ...query, dfeCode: council?.dfeCode }),
      hiddenCouncils(context, council?.dfeCode),
      presentMeta(context),
    ]);
    return jsonAnswer(flagsAnswerShape, { data, hidden, meta });
  },
};

/** `/api/v1/flags/{id}`: one flag, in whatever state, with its history. */
export const flagEndpoint: Endpoint<{ readonly id: string }> = {
  async answer(context, { id }) {
    const [data, meta] = await Promise.all([flagWithHistory(context, id), presentMeta(context)]);
    const hidden = data === null ? await hiddenFlag(context, id) : null;
    if (hidden !== null) {
      const { authority, verdictsHidden } = hidden;
      throw notFound(`${authority.name}: ${hiddenSentence(verdictsHidden)}`, { authority, verdictsHidden });
    }
    if (data === null) {
      throw notFound(
        `There is no flag "${id.slice(0, 100)}", and there never was. /api/v1/flags lists those that are open.`,
      );
    }
    return jsonAnswer(flagAnswerShape, { data, meta });
  },
};
