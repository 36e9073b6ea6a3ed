import { listChanges } from "@/present/changes";
import { findCouncil } from "@/present/find-council";
import { presentMeta } from "@/present/meta";
import { changesAnswerShape } from "@/shapes/change-shapes";
import { jsonAnswer } from "./answer";
import { CHANGE_PARAMETERS, readChangeQuery, writeCursor } from "./change-query";
import type { Endpoint } from "./endpoint";
import { unknownCouncil } from "./problem";

/** `/api/v1/changes`: what changed at the publishers, newest first, paged by cursor. */
export const changesEndpoint: Endpoint<object> = {
  parameters: CHANGE_PARAMETERS,
  async answer(context, _, request) {
    const query = readChangeQuery(new URL(request.url).searchParams);
    const { since, kind, authority, withNotNews, limit, cursor } = query;
    const council = authority === undefined ? undefined : await findCouncil(context, authority);
    if (council === null) throw unknownCouncil(authority ?? "");
    const filter = { since, kind, withNotNews, dfeCode: council?.dfeCode };
    const [{ changes, next }, meta] = await Promise.all([
      listChanges(context, filter, limit, cursor),
      presentMeta(context),
    ]);
    return jsonAnswer(changesAnswerShape, {
      data: [...changes],
      nextCursor: next === null ? null : writeCursor(next),
      meta,
    });
  },
};
