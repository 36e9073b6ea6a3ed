import { snapshotCard } from "@/present/snapshot-card";
import { FOREVER } from "./answer";
import type { Endpoint } from "./endpoint";
import { badRequest, notFound } from "./problem";

/** How a browser should name what it saves; anything else is just bytes. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  "application/json": "json",
  "application/pdf": "pdf",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/zip": "zip",
  "text/csv": "csv",
  "text/html": "html",
};

/**
 * `/api/v1/snapshots/{sha256}`: the bytes of a document as they were met.
 *
 * They are somebody else's: always saved, never shown on our origin, whatever they say they are.
 */
export const snapshotEndpoint: Endpoint<{ readonly sha256: string }> = {
  async answer(context, { sha256 }) {
    if (!/^[0-9a-f]{64}$/.test(sha256)) {
      throw badRequest("A snapshot is named by its SHA-256: 64 digits from 0 to 9 and a to f.");
    }
    const card = await snapshotCard(context, sha256);
    const bytes = card && (await context.snapshots.read(sha256));
    if (!card || !bytes) throw notFound("No document with that SHA-256 is held.");
    const extension = EXTENSIONS[card.mediaType.split(";")[0]?.trim().toLowerCase() ?? ""] ?? "bin";
    return {
      body: new Uint8Array(bytes),
      mediaType: card.mediaType,
      cacheControl: FOREVER,
      headers: {
        "Content-Disposition": `attachment; filename="${sha256.slice(0, 12)}.${extension}"`,
        "Content-Security-Policy": "sandbox; default-src 'none'",
      },
    };
  },
};
