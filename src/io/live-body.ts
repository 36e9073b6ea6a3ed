import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Dispatcher } from "undici";

export type Response = Pick<Dispatcher.ResponseData, "statusCode" | "headers" | "body">;

export type Body =
  | { readonly kind: "whole"; readonly bytes: Uint8Array }
  /** Over the limit, or packed in a way that isn't read here: asking again gives the same. */
  | { readonly kind: "unusable"; readonly reason: string }
  /** It ended, or stopped, before it was whole. */
  | { readonly kind: "cut"; readonly reason: string; readonly tooSlow: boolean };

const UNPACKED_BY: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** Without deflate, which servers pack in two ways; it is read if one sends it all the same. */
export const ACCEPTED_ENCODINGS = "gzip, br";

/**
 * Reads what is sent, unpacked, and breaks off at the limit: a small answer can unpack to a huge one.
 *
 * Fewer bytes than announced, a chunked body without its end and a packed stream without its end are cut;
 * none of them is ever taken for the whole.
 */
export async function bodyOf(response: Response, limitBytes: number): Promise<Body> {
  const encoding = headerOf(response, "content-encoding")?.trim().toLowerCase() ?? "identity";
  const unpack = UNPACKED_BY[encoding];
  if (!unpack && encoding !== "identity" && encoding !== "") {
    await discard(response);
    return { kind: "unusable", reason: `it's packed by a method that isn't read here (${encoding})` };
  }
  const announced = Number(headerOf(response, "content-length") ?? Number.NaN);
  if (announced > limitBytes) {
    await discard(response);
    return { kind: "unusable", reason: largerThan(limitBytes) };
  }

  const chunks: Uint8Array[] = [];
  let size = 0;
  let tooLarge = false;
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > limitBytes) {
        tooLarge = true;
        return;
      }
      chunks.push(chunk);
    }
  };
  try {
    if (unpack) await pipeline(response.body as Readable, unpack(), collect);
    else await pipeline(response.body as Readable, collect);
  } catch (error) {
    // Leaving early ends the connection, which is an error of its own.
    if (tooLarge) return { kind: "unusable", reason: largerThan(limitBytes) };
    return cutAfter(size, unpack || Number.isNaN(announced) ? null : announced, error);
  }
  if (tooLarge) return { kind: "unusable", reason: largerThan(limitBytes) };
  return { kind: "whole", bytes: Buffer.concat(chunks) };
}

/** Reads the rest of an answer that nobody needs, so that its connection can serve the next request. */
export async function discard(response: Response): Promise<void> {
  await response.body.dump({ limit: 64 * 1024 }).catch(() => undefined);
}

export function headerOf(response: Response, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

function cutAfter(size: number, announced: number | null, error: unknown): Body {
  const { name, code } = error as { name?: string; code?: string };
  const sent = announced === null ? `${size} bytes` : `${size} of ${announced} bytes`;
  if (code === "UND_ERR_BODY_TIMEOUT") {
    return { kind: "cut", reason: `it stopped sending after ${sent}`, tooSlow: true };
  }
  if (name === "TimeoutError") {
    return { kind: "cut", reason: `it sent ${sent} and wasn't done in time`, tooSlow: true };
  }
  if (code && DAMAGED.test(code)) {
    return { kind: "cut", reason: `it's damaged: it can't be unpacked (${code})`, tooSlow: false };
  }
  return { kind: "cut", reason: `it broke off after ${sent}`, tooSlow: false };
}

/** What zlib says of bytes that it can't unpack; Z_BUF_ERROR is a stream without its end. */
const DAMAGED = /^(?!Z_BUF_ERROR)(?:Z_|ERR_+ERROR_FORMAT|ERR_BROTLI)/;

function largerThan(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return `it's larger than ${megabytes >= 1 ? `${Math.round(megabytes)} MB` : `${bytes} bytes`}`;
}
