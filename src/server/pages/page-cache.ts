import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import { LRUCache } from "lru-cache";
import type { Clock } from "@/context";
import { asciiPage } from "./ascii-page";
import { councilsOf, isTouched, type PageNews } from "./page-news";
import { nonceOf, policyWithHashes } from "./script-hashes";
import { sleepingPage } from "./sleeping-page";

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

/** Where the scripts of kept pages have their addresses; a file's name is made of what is in it. */
export const SCRIPTS = "/page-scripts/";

export interface PageCache {
  /** @returns the page as kept; or as rendered when it isn't one to be kept: an error, a redirect, a wrong address */
  page(address: string): Promise<{ kept: KeptPage; fresh: boolean } | { rendered: RenderedPage }>;
  /** @returns what a kept page's own script reads when it wakes; kept longer than the page, for readers who stay */
  script(address: string): KeptPage | undefined;
  /** Drops what the news touches. */
  hear(news: PageNews): void;
  /** Drops everything and, until `listen`, keeps nothing: nobody could tell what has changed. */
  goBlind(): void;
  listen(): void;
}

interface Entry {
  readonly page: KeptPage;
  readonly script: { readonly address: string; readonly file: KeptPage } | null;
  readonly restsOn: ReadonlySet<string> | null;
  readonly until: number;
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
const NEVER_CHANGES = "public, max-age=31536000, immutable";

/**
 * Pages kept as they are sent, by address, until the database says that what they show has changed.
 *
 * One rendering serves all who ask meanwhile. A page that was being rendered when news came is sent but not kept.
 *
 * @param render asks Next
 * @param limits `bytes` of all pages that are kept, and again of all their scripts; `milliseconds` a page is kept without any news, because pages say how
 *   old things are
 */
export function createPageCache(
  render: (address: string) => Promise<RenderedPage>,
  clock: Clock,
  limits: { readonly bytes: number; readonly milliseconds: number },
): PageCache {
  const held = { maxSize: limits.bytes, sizeCalculation: ({ bodies }: KeptPage) => sizeOf(bodies) };
  const entries = new LRUCache<string, Entry>({
    ...held,
    sizeCalculation: ({ page }) => sizeOf(page.bodies),
  });
  const scripts = new LRUCache<string, KeptPage>(held);
  const underway = new Map<string, ReturnType<PageCache["page"]>>();
  let news = 0;
  let blind = true;

  async function renderAndKeep(address: string): ReturnType<PageCache["page"]> {
    const heard = news;
    const rendered = await render(address);
    const made = await keptPage(rendered);
    if (!made) return { rendered };
    if (made.script) scripts.set(made.script.address, made.script.file);
    if (!blind && heard === news)
      entries.set(address, { ...made, until: clock.now().getTime() + limits.milliseconds });
    return { kept: made.page, fresh: true };
  }

  return {
    async page(address) {
      const entry = entries.get(address);
      if (entry && entry.until > clock.now().getTime()) {
        return { kept: entry.page, fresh: false };
      }
      const asked = `${news} ${address}`; // whoever asks after the news wants a rendering begun after it
      const waiting = underway.get(asked);
      if (waiting) return waiting;
      const rendering = renderAndKeep(address).finally(() => underway.delete(asked));
      underway.set(asked, rendering);
      return rendering;
    },
    script: (address) => scripts.get(address),
    hear(what) {
      news += 1;
      for (const [address, entry] of entries) if (isTouched(entry.restsOn, what)) entries.delete(address);
    },
    goBlind() {
      news += 1;
      blind = true;
      entries.clear();
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
  body: rendered,
}: RenderedPage): Promise<Omit<Entry, "until"> | null> {
  const isPage = String(headers["content-type"]).startsWith("text/html");
  if (status !== 200 || !isPage || headers["set-cookie"] !== undefined) return null;
  const strict = String(headers["content-security-policy"] ?? "");
  const nonce = nonceOf(strict);
  if (nonce === null) return null;
  const { html: asleep, told } = sleepingPage(rendered.toString("utf8"), nonce, SCRIPTS);
  const html = asciiPage(asleep);
  const policy = policyWithHashes(html, strict, nonce);
  const page = await keptFile(html, {
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_KEPT.includes(name))),
    "content-security-policy": policy,
    "cache-control": CACHE_CONTROL,
    vary: [headers.vary, "Accept-Encoding"].flat().filter(Boolean).join(", "),
  });
  const script = told && { address: told.address, file: await keptFile(told.text, SCRIPT_HEADERS) };
  return { page, script, restsOn: councilsOf(html) };
}

const SCRIPT_HEADERS = {
  "content-type": "text/javascript; charset=utf-8",
  "cache-control": NEVER_CHANGES,
  "x-content-type-options": "nosniff",
  vary: "Accept-Encoding",
};

async function keptFile(text: string, headers: KeptPage["headers"]): Promise<KeptPage> {
  const body = Buffer.from(text);
  return {
    headers,
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
    bodies: {
      identity: body,
      gzip: await compress.gzip(body, { level: 6 }),
      br: await compress.br(body, { params: { [zlib.BROTLI_PARAM_QUALITY]: 5 } }),
    },
  };
}

const sizeOf = (bodies: KeptPage["bodies"]) =>
  Object.values(bodies).reduce((sum, { length }) => sum + length, 0);
