import { loadMarkup } from "./load-markup";

export interface PageLinks {
  /** The page's main heading; "" if it has none. */
  readonly heading: string;
  readonly links: readonly PageLink[];
}

export interface PageLink {
  /** What is read out: the link's label where it has one, else its text. */
  readonly text: string;
  /** Absolute, without its fragment. */
  readonly url: string;
  /** What the line, row or paragraph around the link says, the link included. */
  readonly around: string;
}

/**
 * The links of a web page, resolved against its address. Links that lead to no page (mail, script)
 * are left out.
 *
 * @returns null if the bytes aren't a web page
 */
export function readPageLinks(bytes: Uint8Array, pageUrl: string): PageLinks | null {
  const html = new TextDecoder().decode(bytes);
  if (!/<(?:!doctype|html|head|body|main|a)[\s>]/i.test(html)) return null;
  const $ = loadMarkup(html);
  if (!$) return null;
  const stated = $("base[href]").attr("href") ?? "";
  const base = URL.canParse(stated, pageUrl) ? new URL(stated, pageUrl).href : pageUrl;
  const links = $("a[href]")
    .toArray()
    .flatMap((link) => {
      const href = $(link).attr("href") ?? "";
      if (!URL.canParse(href, base)) return [];
      const url = new URL(href, base);
      url.hash = "";
      if (!/^https?:$/.test(url.protocol)) return [];
      return [
        {
          text: plain($(link).attr("aria-label") ?? "") || plain($(link).text()),
          url: url.href,
          around: plain($(link).closest("li, tr, p, dd").text()),
        },
      ];
    });
  return { heading: plain($("h1").first().text()), links };
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
