import type { CalendarDate } from "@/domain/calendar-date";
import type { Citation } from "@/domain/provenance";

/** A document of the archive: bytes at a publisher's address, with whose figures they were rebuilt from. */
export interface ArchiveDocument {
  readonly url: string;
  readonly mediaType: string;
  readonly title: string;
  readonly publishedOn: CalendarDate | null;
  /** Null for a page that only lists documents and carries no figure. */
  readonly citation: Citation | null;
  readonly bytes: Uint8Array;
}

export const REBUILT = "Rebuilt from published figures; not the publication itself.";

export const MEDIA_TYPES = {
  html: "text/html",
  json: "application/json",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  zip: "application/zip",
  csv: "text/csv",
  pdf: "application/pdf",
} as const;

/**
 * Where a document lies below the archive's folder: host, then path. An address without a file
 * extension gets one, so that a page and the documents below its address can both be kept.
 */
export function pathInArchive({ url, mediaType }: Pick<ArchiveDocument, "url" | "mediaType">): string {
  const { host, pathname } = new URL(url);
  const extension = Object.entries(MEDIA_TYPES).find(([, type]) => type === mediaType)?.[0];
  if (!extension) throw new Error(`No file extension is known for ${mediaType}, the media type of ${url}.`);
  const path = `${host}${decodeURIComponent(pathname)}`;
  return path.endsWith(`.${extension}`) ? path : `${path}.${extension}`;
}

const UTF_8 = new TextEncoder();

export function textBytes(text: string): Uint8Array {
  return UTF_8.encode(text);
}
