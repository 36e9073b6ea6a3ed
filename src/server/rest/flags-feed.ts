import { type FlagNews, flagNews } from "@/present/flags";
import { presentMeta } from "@/present/meta";
import { flagNewsTitle } from "@/wording/flags";
import { FRESH } from "./answer";
import { ATOM, type AtomEntry, toAtom } from "./atom";
import type { Endpoint } from "./endpoint";
import { siteAddress, tagUri } from "./site-address";

const NEWEST = 50;

/** `/feeds/flags.atom`: flags raised, worsened, eased and cleared, newest first. */
export const flagsFeedEndpoint: Endpoint<object> = {
  async answer(context, _, request) {
    const [news, meta] = await Promise.all([flagNews(context, { limit: NEWEST }), presentMeta(context)]);
    const site = siteAddress(request);
    return {
      mediaType: ATOM,
      cacheControl: FRESH,
      body: toAtom({
        id: tagUri(site, "flags"),
        title: "Flags - Safety Valve Tracker",
        subtitle: "Flags raised, worsened, eased and cleared. Our own reading of published figures.",
        author: "Safety Valve Tracker",
        updated: news[0]?.at ?? meta.generatedAt,
        self: `${site}/feeds/flags.atom`,
        alternate: `${site}/flags`,
        rights: meta.attribution,
        entries: news.map((one) => flagEntry(one, site)),
      }),
    };
  },
};

export function flagEntry(news: FlagNews, site: string): AtomEntry {
  return {
    id: tagUri(site, `flags/${news.flagId}/${news.id}`),
    title: flagNewsTitle(news),
    updated: news.at,
    link: `${site}/flags/${news.flagId}`,
    category: news.rule,
    summary: news.summary,
  };
}
