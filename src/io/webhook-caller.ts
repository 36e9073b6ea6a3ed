import { Client, type Dispatcher } from "undici";
import type { WebhookCaller, WebhookOutcome } from "@/context";
import {
  problemWithAddress,
  publicLookup,
  readWebhookAddress,
  strict,
  UncallableAddress,
  type WebhookAddressSettings,
} from "./webhook-address";

export interface WebhookCallerSettings {
  /** Who calls, and whom to write to. */
  readonly userAgent: string;
  /** For tests: what may be called, and how names become addresses. */
  readonly addresses?: Partial<WebhookAddressSettings>;
  readonly limits?: Partial<Limits>;
}

interface Limits {
  /** From looking up the name to the end of the answer. */
  readonly totalMs: number;
  /** Of the answer; what comes after isn't read. */
  readonly answerBytes: number;
}

const LIMITS: Limits = { totalMs: 10_000, answerBytes: 64 * 1024 };

/** Refusals that say "not now"; of the rest of the 400s one can't know whether somebody is mending it. */
const GONE = 410;

/**
 * Calls addresses that strangers have named. Each call looks the name up anew, checks every address it leads to and
 * connects to one of those and no other; the connection isn't kept. Redirects aren't followed: they would lead to
 * where nobody has looked.
 */
export function createWebhookCaller(settings: WebhookCallerSettings): WebhookCaller {
  const addresses = { ...strict, ...settings.addresses };
  const limits = { ...LIMITS, ...settings.limits };

  return {
    problemWith: (url) => problemWithAddress(url, addresses),

    async call({ url: text, body, headers }): Promise<WebhookOutcome> {
      const time = new AbortController();
      const timer = setTimeout(() => time.abort(new TooSlow()), limits.totalMs);
      let client: Client | undefined;
      try {
        const url = readWebhookAddress(text, addresses);
        client = new Client(url.origin, {
          connect: { lookup: publicLookup(addresses), timeout: limits.totalMs },
          pipelining: 0,
          maxHeaderSize: 16 * 1024,
          bodyTimeout: limits.totalMs,
          headersTimeout: limits.totalMs,
        });
        const answer = await client.request({
          method: "POST",
          path: `${url.pathname}${url.search}`,
          body,
          headers: {
            "content-type": "application/json; charset=utf-8",
            accept: "application/json, text/plain;q=0.5, */*;q=0.1",
            "user-agent": settings.userAgent,
            ...headers,
          },
          signal: time.signal,
        });
        await readSome(answer.body, limits.answerBytes);
        return outcomeOf(answer.statusCode);
      } catch (error) {
        return failureOf(time.signal.aborted ? time.signal.reason : error, limits);
      } finally {
        clearTimeout(timer);
        void client?.destroy().catch(() => undefined);
      }
    },
  };
}

class TooSlow extends Error {}

/** The answer was given with its first line: how the rest goes changes nothing. */
async function readSome(body: Dispatcher.ResponseData["body"], limitBytes: number): Promise<void> {
  let read = 0;
  try {
    for await (const chunk of body) {
      read += (chunk as Uint8Array).byteLength;
      if (read > limitBytes) return;
    }
  } catch {
    // Cut off or too slow.
  } finally {
    body.on("error", () => undefined).destroy();
  }
}

function outcomeOf(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return { kind: "accepted", status };
  if (status >= 300 && status < 400) {
    const reason = `it redirects (${status}), which isn't followed: give the address it leads to`;
    return { kind: "refused", permanent: true, reason };
  }
  return { kind: "refused", permanent: status === GONE, reason: `it answered ${status}` };
}

function failureOf(error: unknown, limits: Limits): WebhookOutcome {
  if (error instanceof UncallableAddress) {
    return { kind: "refused", permanent: true, reason: `it may not be called. ${error.message}` };
  }
  if (error instanceof TooSlow) {
    return { kind: "refused", permanent: false, reason: `no answer within ${limits.totalMs / 1000} s` };
  }
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) };
  return {
    kind: "refused",
    permanent: false,
    reason: REASONS[code ?? ""] ?? `the call failed: ${code ?? message}`,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name isn't known",
  EAI_AGAIN: "its name can't be looked up now",
  ECONNREFUSED: "nobody listens there",
  ECONNRESET: "the connection was cut",
  UND_ERR_SOCKET: "the connection was cut",
  UND_ERR_CONNECT_TIMEOUT: "no connection within the time",
  UND_ERR_HEADERS_TIMEOUT: "no answer within the time",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by nobody known",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by nobody known",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};
