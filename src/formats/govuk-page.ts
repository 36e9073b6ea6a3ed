import type { CheerioAPI } from "cheerio";
import { z } from "zod";
import { loadMarkup } from "./load-markup";

/** A publication page of GOV.UK, however it was fetched. Times are ISO 8601, as GOV.UK writes them. */
export interface GovukPage {
  readonly title: string;
  /** `/government/publications/...` */
  readonly basePath: string;
  readonly updatedAt: string | null;
  readonly withdrawn: boolean;
  /** The notice's own words. */
  readonly withdrawnBecause: string | null;
  /** `entry` of the Content API or `web-page`: their texts hold different things, their lists the same. */
  readonly form: "entry" | "web-page";
  /** The page's own text, paragraph by paragraph in plain words, attachments left out; null where it has none. */
  readonly paragraphs: readonly string[] | null;
  /** In the order of the page. */
  readonly attachments: readonly GovukAttachment[];
  /** Newest first. An edit need not carry a note. */
  readonly changeNotes: readonly { readonly date: string; readonly note: string }[];
}

export interface GovukAttachment {
  readonly title: string;
  /** Absolute; null where the entry lists a document without saying where it is. */
  readonly url: string | null;
  readonly contentType: string | null;
  readonly filename: string | null;
  readonly kind: "file" | "html" | "external";
}

export type GovukPageReading =
  | { readonly kind: "page"; readonly page: GovukPage }
  | {
      readonly kind: "unreadable";
      /** What the bytes are instead, for an admin. */
      readonly reason: string;
    };

const SITE = "https://www.gov.uk";

/**
 * Reads the Content API entry (JSON) or the HTML of a publication page.
 *
 * The form follows GOV.UK's publishing schemas and its publishing components; both hold the same
 * attachments, but only the API's entry is promised to keep its shape.
 */
export function readGovukPage(bytes: Uint8Array, url: string): GovukPageReading {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === "") return { kind: "unreadable", reason: "the answer is empty" };
  return text.startsWith("<") ? readHtml(text, url) : readContentItem(text, url);
}

const optionalText = z.string().nullish();

const attachmentShape = z.object({
  attachment_type: optionalText,
  id: optionalText,
  title: optionalText,
  url: optionalText,
  content_type: optionalText,
  filename: optionalText,
});

const contentItemShape = z.object({
  schema_name: optionalText,
  title: optionalText,
  base_path: optionalText,
  public_updated_at: optionalText,
  updated_at: optionalText,
  withdrawn_notice: z.object({ withdrawn_at: optionalText, explanation: optionalText }).nullish(),
  details: z
    .object({
      body: z.unknown().optional(),
      attachments: z.array(attachmentShape).nullish(),
      featured_attachments: z.array(z.string()).nullish(),
      documents: z.array(z.string()).nullish(),
      change_history: z.array(z.object({ public_timestamp: optionalText, note: optionalText })).nullish(),
    })
    .nullish(),
});

function readContentItem(text: string, url: string): GovukPageReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: "unreadable", reason: "the answer is neither a web page nor whole JSON" };
  }
  const item = contentItemShape.safeParse(parsed);
  if (!item.success) {
    const issue = item.error.issues[0];
    return {
      kind: "unreadable",
      reason: `the entry isn't a GOV.UK publication: "${issue?.path.join(".")}" ${issue?.message}`,
    };
  }
  const { details, withdrawn_notice: notice, ...entry } = item.data;
  const lists = (details?.attachments ?? details?.documents)?.length ?? 0;
  // An entry that lists documents is one, whatever else it leaves out.
  const lacking =
    lists > 0 ? undefined : (["title", "base_path"] as const).find((name) => entry[name] == null);
  if (lacking) {
    return { kind: "unreadable", reason: `the entry isn't a GOV.UK publication: it has no "${lacking}"` };
  }
  if (entry.schema_name && /^(?:redirect|gone|vanish)$/.test(entry.schema_name)) {
    return { kind: "unreadable", reason: `the entry says "${entry.schema_name}" instead of a publication` };
  }
  const listed = (details?.attachments ?? []).map((attachment) => ({
    id: attachment.id ?? "",
    attachment: attachmentOf(attachment),
  }));
  const order = details?.featured_attachments ?? [];
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const attachments = listed.sort((a, b) => rank(a.id) - rank(b.id)).map(({ attachment }) => attachment);
  return {
    kind: "page",
    page: {
      title: entry.title?.trim() ?? "",
      basePath: entry.base_path ?? pathOf(url)?.replace(/^\/api\/content(?=\/)/, "") ?? "",
      updatedAt: entry.public_updated_at ?? entry.updated_at ?? null,
      withdrawn: Boolean(notice?.withdrawn_at || notice?.explanation),
      withdrawnBecause: notice?.explanation
        ? wordsOf(loadMarkup(notice.explanation)?.text() ?? "") || null
        : null,
      form: "entry",
      paragraphs: typeof details?.body === "string" ? paragraphsOfBody(details.body) : null,
      attachments: attachments.length > 0 ? attachments : (details?.documents ?? []).flatMap(attachmentsOf),
      changeNotes: newestFirst(
        (details?.change_history ?? []).map((change) => ({
          date: change.public_timestamp ?? "",
          note: change.note?.trim() ?? "",
        })),
      ),
    },
  };
}

function attachmentOf(attachment: z.infer<typeof attachmentShape>): GovukAttachment {
  const url = attachment.url ? absolute(attachment.url) : null;
  const filename = attachment.filename ?? filenameOf(url);
  return {
    title: (attachment.title ?? filename ?? url ?? "").trim(),
    url,
    contentType: attachment.content_type ?? typeOf(filename),
    filename,
    kind: kindNamed(attachment.attachment_type) ?? kindOf(url),
  };
}

function paragraphsOfBody(html: string) {
  const body = loadMarkup(html);
  return body ? paragraphsIn(body, "body") : null;
}

function attachmentsOf(html: string) {
  const page = loadMarkup(html);
  return page ? attachmentsIn(page) : [];
}

/** The path of an address on GOV.UK; null for what is no address. */
function pathOf(address: string): string | null {
  return URL.canParse(address, SITE) ? new URL(address, SITE).pathname : null;
}

function readHtml(text: string, url: string): GovukPageReading {
  const $ = loadMarkup(text);
  if (!$) return { kind: "unreadable", reason: "the web page's markup is nested beyond reason" };
  const attachments = attachmentsIn($);
  const head = attachments.length > 0 ? $("title").first().text() : "";
  const title = wordsOf($("h1").first().text()) || wordsOf(head);
  const changeNotes = newestFirst(
    $(".gem-c-published-dates__change-item")
      .toArray()
      .map((item) => ({
        date: $(item).find("time").attr("datetime") ?? "",
        note: wordsOf($(item).find(".gem-c-published-dates__change-note").text()),
      })),
  );
  const isPublication =
    attachments.length > 0 ||
    $(".gem-c-published-dates, .gem-c-metadata, meta[name='govuk:content-id']").length > 0;
  if (title === "" || !isPublication) {
    return {
      kind: "unreadable",
      reason: `the web page "${title || "without a heading"}" isn't a GOV.UK publication`,
    };
  }
  const meta = (name: string) => $(`meta[name="${name}"]`).attr("content") ?? null;
  return {
    kind: "page",
    page: {
      title,
      basePath: pathOf($("link[rel='canonical']").attr("href") ?? url) ?? pathOf(url) ?? "",
      updatedAt: meta("govuk:public-updated-at") ?? meta("govuk:updated-at") ?? changeNotes[0]?.date ?? null,
      withdrawn: /\bwas withdrawn on\b/i.test($(NOTICE).text()),
      withdrawnBecause: wordsOf($(NOTICE).find(".gem-c-govspeak, .govuk-govspeak").first().text()) || null,
      form: "web-page",
      paragraphs: paragraphsIn($, BODY),
      attachments,
      changeNotes,
    },
  };
}

const NOTICE = ".gem-c-notice, .govuk-notification-banner";
const BODY = "#details, section[aria-labelledby='details-title'], .details";
const PARAGRAPH = "p, li, h2, h3, h4, h5, h6, td, th, dt, dd";
const ATTACHMENT = ".gem-c-attachment, .gem-c-attachment-link, .attachment";

/** Blocks that hold no other block: a list within a list entry is told once. */
function paragraphsIn($: CheerioAPI, part: string): readonly string[] | null {
  const found = $(part).first();
  if (found.length === 0) return null;
  // Within another element: the time to look among many siblings would grow with the square of them.
  const body = $("<div></div>").append(found.clone());
  body.find(ATTACHMENT).remove();
  const blocks = body.find(PARAGRAPH);
  const words = blocks.toArray().map((block) => {
    const own = $(block).clone();
    own.find(PARAGRAPH).remove();
    return wordsOf(own.text());
  });
  return words.filter((paragraph) => paragraph !== "");
}

/** Today's markup, links inside the text, and the markup before 2018. Thumbnails repeat the link and are left out. */
const ATTACHMENT_LINKS =
  ".gem-c-attachment__title a[href], .gem-c-attachment-link a[href], .attachment .title a[href]";

function attachmentsIn($: CheerioAPI): GovukAttachment[] {
  const marked = linkedIn($, ATTACHMENT_LINKS);
  return marked.length > 0 ? marked : linkedFiles($);
}

/** In markup that isn't known: what the page's own part links to and is a file by its name. */
function linkedFiles($: CheerioAPI): GovukAttachment[] {
  const part = $("main").length > 0 ? "main a[href]" : "a[href]";
  const seen = new Set<string | null>();
  return linkedIn($, part).filter(({ title, url, contentType }) => {
    if (contentType === null || title === "" || seen.has(url)) return false;
    seen.add(url);
    return true;
  });
}

function linkedIn($: CheerioAPI, links: string): GovukAttachment[] {
  return $(links)
    .toArray()
    .map((link) => {
      const url = absolute($(link).attr("href") ?? "");
      const filename = filenameOf(url);
      return {
        title: wordsOf($(link).text()),
        url,
        contentType: typeOf(filename),
        filename,
        kind: kindOf(url),
      };
    });
}

function wordsOf(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function absolute(address: string): string | null {
  return URL.canParse(address, SITE) ? new URL(address, SITE).href : null;
}

function filenameOf(url: string | null): string | null {
  const last = url === null ? "" : (new URL(url).pathname.split("/").at(-1) ?? "");
  if (!/\.[a-z0-9]{2,5}$/i.test(last)) return null;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  csv: "text/csv",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odt: "application/vnd.oasis.opendocument.text",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  zip: "application/zip",
};

function typeOf(filename: string | null): string | null {
  return TYPES[filename?.split(".").at(-1)?.toLowerCase() ?? ""] ?? null;
}

function kindNamed(type: string | null | undefined): GovukAttachment["kind"] | null {
  return type === "file" || type === "html" || type === "external" ? type : null;
}

function kindOf(url: string | null): GovukAttachment["kind"] {
  if (url === null || filenameOf(url) !== null) return "file";
  return new URL(url).origin === SITE ? "html" : "external";
}

function newestFirst<T extends { readonly date: string }>(changes: readonly T[]): T[] {
  return changes
    .filter((change) => !Number.isNaN(Date.parse(change.date)))
    .sort((a, b) => Date.parse(b.date) - Date.parse(a.date));
}
