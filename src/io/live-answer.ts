import type { Clock, Fetched } from "@/context";
import { bodyOf, discard, headerOf, type Response } from "./live-body";
import { contentFault } from "./live-content";

export interface Limits {
  /** Of one document, unpacked. */
  readonly bytes: number;
  /** From asking to the last byte, redirects included; waiting for one's turn doesn't count. */
  readonly totalMs: number;
  /** Without a single byte. */
  readonly idleMs: number;
  readonly redirects: number;
  readonly attempts: number;
  /** Before the second attempt; twice as long before each next one. */
  readonly backoffMs: number;
  /** A publisher who asks for a longer wait isn't asked again in this run. */
  readonly longestRetryAfterMs: number;
}

/** What came of asking once: an answer, or a reason to ask again. */
export type Attempt =
  | Fetched
  | { readonly kind: "again"; readonly reason: string; readonly afterMs: number | null };

/** What a response of the publisher's server means. */
export async function answerOf(
  response: Response,
  url: URL,
  wasConditional: boolean,
  limits: Limits,
  clock: Clock,
): Promise<Attempt> {
  const { statusCode: status } = response;
  if (status === 200 || status === 203) return documentOf(response, url, limits);
  const afterMs = retryAfterMs(headerOf(response, "retry-after"), clock);
  await discard(response);
  if (status === 304) {
    return wasConditional
      ? { kind: "not-modified" }
      : { kind: "refused", reason: "it says that nothing has changed (304), which wasn't asked" };
  }
  if (status === 404) return { kind: "absent", reason: "the publisher has no such page (404)" };
  if (status === 410) return { kind: "absent", reason: "the publisher has withdrawn it (410)" };
  if (status === 429) {
    const howLong = afterMs === null ? "a while" : describeMs(afterMs);
    return { kind: "again", reason: `it asks to be left alone for ${howLong} (429)`, afterMs };
  }
  if (status >= 500) {
    return { kind: "again", reason: `the publisher's server has a fault (${status})`, afterMs };
  }
  if (status < 400) return { kind: "refused", reason: `it isn't the whole document (${status})` };
  return { kind: "refused", reason: `the publisher refuses it (${status})` };
}

async function documentOf(response: Response, url: URL, limits: Limits): Promise<Attempt> {
  const body = await bodyOf(response, limits.bytes);
  if (body.kind === "unusable") return { kind: "refused", reason: body.reason };
  if (body.kind === "cut") {
    // What was too slow once would take as long again.
    return body.tooSlow
      ? { kind: "refused", reason: body.reason }
      : { kind: "again", reason: body.reason, afterMs: null };
  }
  const sentAs = headerOf(response, "content-type") ?? "application/octet-stream";
  const mediaType = sentAs.split(";")[0]?.trim() ?? "";
  const fault = contentFault(body.bytes, mediaType, url);
  if (fault) {
    return fault.cut
      ? { kind: "again", reason: fault.reason, afterMs: null }
      : { kind: "refused", reason: fault.reason };
  }
  return {
    kind: "fetched",
    bytes: body.bytes,
    mediaType,
    etag: headerOf(response, "etag"),
    lastModified: headerOf(response, "last-modified"),
    title: null,
    publishedOn: null,
    citation: null,
    note: null,
  };
}

/** Seconds or an HTTP date. @returns null where it says neither */
function retryAfterMs(header: string | null, clock: Clock): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - clock.now().getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

export function describeMs(ms: number): string {
  const [count, unit] = ms < 120_000 ? [ms / 1000, "second"] : [ms / 60_000, "minute"];
  const rounded = count < 1 ? Number(count.toFixed(1)) : Math.round(count);
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}
