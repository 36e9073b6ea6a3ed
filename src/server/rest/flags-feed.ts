import { type FlagNews, flagNews } from "@/present/flags";
import { type HidingNews, hidingNews } from "@/present/hiding-news";
import { presentMeta } from "@/present/meta";
import { flagNewsTitle } from "@/wording/alert-titles";
import { FRESH } from "./answer";
import { ATOM, type AtomEntry, toAtom } from "./atom";
import type { Endpoint } from "./endpoint";
import { siteAddress, tagUri } from "./site-address";

const NEWEST = 50;

/**
 * `/feeds/flags.atom`: flags raised, worsened, eased, cleared and withdrawn, newest first, and whose are hidden. Once
 * a flag is withdrawn or hidden its earlier entries are gone.
 */
export const flagsFeedEndpoint: Endpoint<object> = {
  async answer(context, _, request) {
    const [news, hidings, meta] = await Promise.all([
      flagNews(context, { limit: NEWEST }),
      hidingNews(context, { limit: NEWEST }),
      presentMeta(context),
    ]);
    const site = siteAddress(request);
    const entries = [
      ...news.map((one) => flagEntry(one, site)),
      ...hidings.map((one) => hidingEntry(one, site)),
    ]
      .toSorted((a, b) => b.updated.localeCompare(a.updated))
      .slice(0, NEWEST);
    return {
      mediaType: ATOM,
      cacheControl: FRESH,
      body: toAtom({
        id: tagUri(site, "flags"),
        title: "Flags - Safety Valve Tracker",
        subtitle:
          "Flags raised, worsened, eased, cleared and withdrawn. Our own reading of published figures.",
        author: "Safety Valve Tracker",
        updated: entries[0]?.updated ?? meta.generatedAt,
        self: `${site}/feeds/flags.atom`,
        alternate: `${site}/flags`,
        rights: meta.attribution,
        entries,
      }),
    };
  },
};

export function flagEntry(news: FlagNews, site: string): AtomEntry {
  return {
    id: tagUri(site, `flags/${news.flagId}/${news.id}`),
    title: flagNewsTitle(news.authority.name, news.rule, news.kind),
    updated: news.at,
    link: `${site}/flags/${news.flagId}`,
    category: news.rule,
    summary: news.summary,
  };
}

export function hidingEntry({ id, authority, at, title, summary }: HidingNews, site: string): AtomEntry {
  return {
    ...{ id: tagUri(site, `verdicts/${id}`), title, summary, updated: at, category: "verdicts-hidden" },
    link: `${site}/authorities/${authority.slug}`,
  };
}
