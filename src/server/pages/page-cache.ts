import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import type { Clock } from "@/context";
import { councilsOf, isTouched, type PageNews } from "./page-news";
import { policyWithHashes } from "./script-hashes";

/** A page as Next rendered it. */
export interface RenderedPage {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/** A page as it is sent, in every encoding. */
export interface KeptPage {
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly etag: string;
  readonly bodies: Readonly<Record<PageEncoding, Buffer>>;
}

export type PageEncoding = "identity" | "gzip" | "br";

export interface PageCache {
  /** @returns the page as kept; or as rendered when it isn't one to be kept: an error, a redirect, a wrong address */
  page(address: string): Promise<{ kept: KeptPage; fresh: boolean } | { rendered: RenderedPage }>;
  /** Drops what the news touches. */
  hear(news: PageNews): void;
  /** Drops everything and, until `listen`, keeps nothing: nobody could tell what has changed. */
  goBlind(): void;
  listen(): void;
}

interface Entry {
  readonly page: KeptPage;
  readonly restsOn: ReadonlySet<string> | null;
  readonly until: number;
  readonly size: number;
}

/** What is of one answer or one connection, or said anew. */
const NOT_KEPT = [
  "cache-control",
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
];
/** Nothing but what is sent to everybody alike. Browsers ask again each time and get a 304. */
const CACHE_CONTROL = "public, max-age=0, must-revalidate";

/**
 * Pages kept as they are sent, by address, until the database says that what they show has changed.
 *
 * One rendering serves all who ask meanwhile. A page that was being rendered when news came is sent but not kept.
 *
 * @param render asks Next
 * @param limits `bytes` of all that is kept; `milliseconds` a page is kept without any news, because pages say how
 *   old things are
 */
export function createPageCache(
  render: (address: string) => Promise<RenderedPage>,
  clock: Clock,
  limits: { readonly bytes: number; readonly milliseconds: number },
): PageCache {
  const entries = new Map<string, Entry>();
  const underway = new Map<string, ReturnType<PageCache["page"]>>();
  let size = 0;
  let news = 0;
  let blind = true;

  function drop(address: string, entry: Entry): void {
    entries.delete(address);
    size -= entry.size;
  }

  function keep(address: string, entry: Entry): void {
    const older = entries.get(address);
    if (older) drop(address, older);
    entries.set(address, entry);
    size += entry.size;
    for (const [oldest, dropped] of entries) {
      if (size <= limits.bytes) break;
      drop(oldest, dropped);
    }
  }

  async function renderAndKeep(address: string): ReturnType<PageCache["page"]> {
    const heard = news;
    const rendered = await render(address);
    const made = await keptPage(rendered);
    if (!made) return { rendered };
    if (!blind && heard === news)
      keep(address, { ...made, until: clock.now().getTime() + limits.milliseconds });
    return { kept: made.page, fresh: true };
  }

  return {
    async page(address) {
      const entry = entries.get(address);
      if (entry && entry.until > clock.now().getTime()) {
        entries.delete(address); // the last asked for stands last
        entries.set(address, entry);
        return { kept: entry.page, fresh: false };
      }
      const asked = `${news} ${address}`; // whoever asks after the news wants a rendering begun after it
      const waiting = underway.get(asked);
      if (waiting) return waiting;
      const rendering = renderAndKeep(address).finally(() => underway.delete(asked));
      underway.set(asked, rendering);
      return rendering;
    },
    hear(what) {
      news += 1;
      for (const [address, entry] of entries) if (isTouched(entry.restsOn, what)) drop(address, entry);
    },
    goBlind() {
      news += 1;
      blind = true;
      entries.clear();
      size = 0;
    },
    listen() {
      blind = false;
    },
  };
}

const compress = { gzip: promisify(gzip), br: promisify(brotliCompress) };

/** @returns null for what is not a page for everybody: errors, redirects, downloads, answers that set a cookie */
async function keptPage({
  status,
  headers,
  body,
}: RenderedPage): Promise<Pick<Entry, "page" | "restsOn" | "size"> | null> {
  const isPage = String(headers["content-type"]).startsWith("text/html");
  if (status !== 200 || !isPage || headers["set-cookie"] !== undefined) return null;
  const html = body.toString("utf8");
  const policy = policyWithHashes(html, String(headers["content-security-policy"] ?? ""));
  if (policy === null) return null;
  const bodies = {
    identity: body,
    gzip: await compress.gzip(body, { level: 6 }),
    br: await compress.br(body, { params: { [zlib.BROTLI_PARAM_QUALITY]: 5 } }),
  };
  const page: KeptPage = {
    headers: {
      ...Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_KEPT.includes(name))),
      "content-security-policy": policy,
      "cache-control": CACHE_CONTROL,
      vary: [headers.vary, "Accept-Encoding"].flat().filter(Boolean).join(", "),
    },
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
    bodies,
  };
  const size = Object.values(bodies).reduce((sum, { length }) => sum + length, 0);
  return { page, restsOn: councilsOf(html), size };
}
