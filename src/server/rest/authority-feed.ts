import { listChanges } from "@/present/changes";
import { findCouncil } from "@/present/find-council";
import { flagNews } from "@/present/flags";
import { hidingNews } from "@/present/hiding-news";
import { presentMeta } from "@/present/meta";
import { FRESH } from "./answer";
import { ATOM, toAtom } from "./atom";
import { changeEntry } from "./changes-feed";
import type { Endpoint } from "./endpoint";
import { flagEntry, hidingEntry } from "./flags-feed";
import { notFound, unknownCouncil } from "./problem";
import { siteAddress, tagUri } from "./site-address";

const NEWEST = 50;

/** `/feeds/authorities/{slug}.atom`: what changed about one council, and its flags, newest first. */
export const authorityFeedEndpoint: Endpoint<{ readonly slug: string }> = {
  async answer(context, { slug: file }, request) {
    const code = /^(?<code>[A-Za-z0-9-]{1,100})\.atom$/.exec(file)?.groups?.code;
    if (code === undefined) throw notFound("A council's feed ends in .atom: /feeds/authorities/kent.atom.");
    const council = await findCouncil(context, code);
    if (council === null) throw unknownCouncil(code);
    const { dfeCode, name, slug } = council;
    const [{ changes }, news, hidings, meta] = await Promise.all([
      listChanges(context, { dfeCode }, NEWEST),
      flagNews(context, { dfeCode, limit: NEWEST }),
      hidingNews(context, { dfeCode, limit: NEWEST }),
      presentMeta(context),
    ]);
    const site = siteAddress(request);
    const entries = [
      ...changes.map((change) => changeEntry(change, site)),
      ...news.map((one) => flagEntry(one, site)),
      ...hidings.map((one) => hidingEntry(one, site)),
    ]
      .toSorted((a, b) => b.updated.localeCompare(a.updated))
      .slice(0, NEWEST);
    return {
      mediaType: ATOM,
      cacheControl: FRESH,
      body: toAtom({
        id: tagUri(site, `authorities/${dfeCode}`),
        title: `${name} - Safety Valve Tracker`,
        subtitle: `What changed about ${name}, and the flags raised and cleared. Our own reading of published figures.`,
        author: "Safety Valve Tracker",
        updated: entries[0]?.updated ?? meta.generatedAt,
        self: `${site}/feeds/authorities/${slug}.atom`,
        alternate: `${site}/authorities/${slug}`,
        rights: meta.attribution,
        entries,
      }),
    };
  },
};
