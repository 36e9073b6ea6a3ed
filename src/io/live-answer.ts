import type { Response } from "undici";
import type { Clock, Fetched } from "@/context";

export interface Limits {
  readonly bytes: number;
  readonly totalMs: number;
  readonly redirects: number;
  readonly attempts: number;
  readonly longestRetryAfterMs: number;
}

/** What came of asking once: an answer, or a reason to ask again. */
export type Attempt =
  | Fetched
  | { readonly kind: "again"; readonly reason: string; readonly after: number | null };

/** What a response of the publisher's server means. */
export async function answerOf(response: Response, limits: Limits, clock: Clock): Promise<Attempt> {
  const { status } = response;
  if (status === 304) {
    await response.body?.cancel();
    return { kind: "not-modified" };
  }
  if (status === 404 || status === 410) {
    await response.body?.cancel();
    return {
      kind: "absent",
      reason:
        status === 410 ? "the publisher has withdrawn it (410)" : "the publisher has no such page (404)",
    };
  }
  if (status === 429 || status >= 500) {
    await response.body?.cancel();
    return {
      kind: "again",
      reason:
        status === 429
          ? "it asks to be left alone for a while (429)"
          : `the publisher's server has a fault (${status})`,
      after: retryAfter(response.headers.get("retry-after"), clock),
    };
  }
  if (!response.ok) {
    await response.body?.cancel();
    return { kind: "refused", reason: `the publisher refuses it (${status})` };
  }
  const declared = Number(response.headers.get("content-length") ?? 0);
  if (declared > limits.bytes) {
    await response.body?.cancel();
    return { kind: "refused", reason: `it's larger than ${limits.bytes / 1024 / 1024} MB` };
  }
  const bytes = await bodyOf(response, limits.bytes);
  const sent = response.headers.get("content-length");
  if (sent !== null && response.headers.get("content-encoding") === null && bytes.length !== Number(sent)) {
    return { kind: "again", reason: `it broke off after ${bytes.length} of ${sent} bytes`, after: null };
  }
  return {
    kind: "fetched",
    bytes,
    mediaType:
      (response.headers.get("content-type") ?? "application/octet-stream").split(";")[0]?.trim() ?? "",
    etag: response.headers.get("etag"),
    lastModified: response.headers.get("last-modified"),
    title: null,
    publishedOn: null,
    citation: null,
    note: null,
  };
}

class TooLarge extends Error {}

/** Reads what is sent, decompressed, and breaks off at the limit: a small answer can unpack to a huge one. */
export async function bodyOf(response: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new TooLarge(`it's larger than ${Math.round(limit / 1024 / 1024)} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What a request that ended without a response means; not `final`: it's worth asking again. */
export function failureOf(
  error: unknown,
  limits: Limits,
): { answer: Extract<Fetched, { reason: string }>; final: boolean; silent: boolean } {
  if (error instanceof TooLarge)
    return { answer: { kind: "refused", reason: error.message }, final: true, silent: false };
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  const code = cause?.code ?? (error as { code?: string }).code ?? "";
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError" || name === "AbortError") {
    const reason = `no whole answer within ${Math.round(limits.totalMs / 1000)} seconds`;
    return { answer: { kind: "unreachable", reason }, final: true, silent: false };
  }
  const noWay: Record<string, string> = {
    ENOTFOUND: "its name isn't known here",
    EAI_AGAIN: "names can't be looked up here",
    ECONNREFUSED: "the connection was refused",
    ENETUNREACH: "there's no network",
    EHOSTUNREACH: "there's no way to it",
    UND_ERR_CONNECT_TIMEOUT: "no connection within 10 seconds",
  };
  const known = noWay[code];
  if (known) return { answer: { kind: "unreachable", reason: known }, final: true, silent: true };
  const reason = `the connection broke (${code || cause?.message || (error instanceof Error ? error.message : String(error))})`;
  return { answer: { kind: "refused", reason }, final: false, silent: false };
}

function retryAfter(header: string | null, clock: Clock): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - clock.now().getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}
