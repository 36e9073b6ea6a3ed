import { createHash } from "node:crypto";
import type { z } from "zod";

/** What a route has to say, before it's put into HTTP. */
export interface Answer {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly cacheControl: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A cache in between may answer for three seconds, and for two more while it asks again: results of a
 * run show within five. A browser asks each time, and is usually told that nothing has changed.
 */
export const FRESH = "public, max-age=0, s-maxage=3, stale-while-revalidate=2";
/** Bytes named by their hash never change. */
export const FOREVER = "public, max-age=31536000, immutable";
export const NEVER_KEPT = "no-store";

/**
 * An answer checked against the shape that is promised to the outside.
 *
 * @throws ZodError when it isn't of that shape: better no answer than a wrong one
 */
export function jsonAnswer<Shape extends z.ZodType>(
  shape: Shape,
  body: z.input<Shape>,
  cacheControl: string = FRESH,
): Answer {
  return {
    body: JSON.stringify(shape.parse(body)),
    mediaType: "application/json; charset=utf-8",
    cacheControl,
  };
}

/** Strong: equal only for equal bytes. */
export function entityTag(body: string | Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url")}"`;
}

/**
 * Whether the asker's copy is the current one (RFC 9110 section 13.1.2). Compared weakly, as the standard asks: a
 * proxy that compresses an answer marks its tag as weak.
 */
export function isUnchanged(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === tag);
}
