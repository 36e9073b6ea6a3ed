import { listChanges } from "@/present/changes";
import { presentMeta } from "@/present/meta";
import type { Change } from "@/shapes/change-shapes";
import { changeTitle, evidenceWords } from "@/wording/change-titles";
import { FRESH } from "./answer";
import { ATOM, type AtomEntry, toAtom } from "./atom";
import type { Endpoint } from "./endpoint";
import { siteAddress, tagUri } from "./site-address";

const NEWEST = 50;

/** `/feeds/changes.atom`: the newest changes that are news of a publisher. */
export const changesFeedEndpoint: Endpoint<object> = {
  async answer(context, _, request) {
    const [{ changes }, meta] = await Promise.all([listChanges(context, {}, NEWEST), presentMeta(context)]);
    const site = siteAddress(request);
    return {
      mediaType: ATOM,
      cacheControl: FRESH,
      body: toAtom({
        id: tagUri(site, "changes"),
        title: "Changes - Safety Valve Tracker",
        subtitle: "What changed in safety valve agreements and the figures published beside them.",
        author: "Safety Valve Tracker",
        updated: changes[0]?.detectedAt ?? meta.generatedAt,
        self: `${site}/feeds/changes.atom`,
        alternate: `${site}/changes`,
        rights: meta.attribution,
        entries: changes.map((change) => changeEntry(change, site)),
      }),
    };
  },
};

export function changeEntry(change: Change, site: string): AtomEntry {
  const { id, authority, kind, detectedAt } = change;
  return {
    id: tagUri(site, `changes/${id}`),
    title: changeTitle(authority?.name ?? null, change.summary),
    updated: detectedAt,
    link: authority === null ? `${site}/changes` : `${site}/authorities/${authority.slug}#changes`,
    category: kind,
    summary: evidenceWords(change),
  };
}
