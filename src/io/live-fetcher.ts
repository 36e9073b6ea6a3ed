import { setTimeout as pause } from "node:timers/promises";
import robotsParser from "robots-parser";
import { Agent, fetch } from "undici";
import type { Clock, Fetched, Fetcher, Validators } from "@/context";
import { type Attempt, answerOf, bodyOf, failureOf, type Limits } from "./live-answer";
import { Remembered } from "./remembered";

/** The publishers' hosts: nothing else is ever asked, whatever a page or a redirect points to. */
export const PUBLISHER_HOSTS: ReadonlySet<string> = new Set([
  "www.gov.uk",
  "assets.publishing.service.gov.uk",
  "skillsfunding.service.gov.uk",
  "explore-education-statistics.service.gov.uk",
  "content.explore-education-statistics.service.gov.uk",
]);

export interface LiveFetcherSettings {
  /** Fetch `https://HOST/PATH` as `PROXY/HOST/PATH`: a replica of several sites behind one port. */
  readonly proxy: string | null;
  /** Who asks, and whom to write to. */
  readonly userAgent: string;
  readonly clock: Clock;
  /** Between two requests to one host; none through a proxy. */
  readonly pauseMs?: number;
  readonly limits?: Partial<Limits>;
}

const LIMITS: Limits = {
  bytes: 64 * 1024 * 1024,
  totalMs: 60_000,
  redirects: 5,
  attempts: 3,
  longestRetryAfterMs: 30_000,
};

type Robots = ReturnType<typeof robotsParser> | "unreachable" | "closed";

/**
 * Asks the publishers politely: one request at a time per host with a pause between two, by name, within
 * robots.txt, only for what has changed, again after 429 and 5xx but not after other refusals, within limits
 * of time and size, and never a host that isn't a publisher's.
 */
export function createLiveFetcher(settings: LiveFetcherSettings): Fetcher {
  const limits = { ...LIMITS, ...settings.limits };
  const pauseMs = settings.proxy === null ? (settings.pauseMs ?? 1000) : 0;
  const agent = new Agent({ connect: { timeout: 10_000 }, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const queues = new Map<string, Promise<unknown>>();
  const robots = new Remembered<Promise<Robots>>(settings.clock, 6 * 60 * 60_000);
  // A host that nobody answers for isn't asked again for each of its documents.
  const silent = new Remembered<string>(settings.clock, 5 * 60_000);

  const inTurn = <T>(host: string, ask: () => Promise<T>): Promise<T> => {
    const before = queues.get(host) ?? Promise.resolve();
    const turn = before.then(ask, ask);
    queues.set(
      host,
      turn.then(
        () => pause(pauseMs),
        () => pause(pauseMs),
      ),
    );
    return turn;
  };

  const ask = (url: URL, headers: Record<string, string>, signal: AbortSignal) =>
    inTurn(url.host, () =>
      fetch(throughProxy(url, settings.proxy), {
        headers: { "user-agent": settings.userAgent, ...headers },
        redirect: "manual",
        dispatcher: agent,
        signal,
      }),
    );

  const robotsOf = (url: URL, signal: AbortSignal): Promise<Robots> => {
    const known = robots.get(url.host);
    if (known) return known;
    const address = new URL("/robots.txt", url);
    const asked = ask(address, {}, signal).then(
      async (response): Promise<Robots> => {
        // Rules that can't be read whole may forbid what we're about to ask.
        const text = await bodyOf(response, 512 * 1024).catch(() => null);
        if (text === null || response.status >= 500) return "closed";
        return robotsParser(address.href, response.ok ? new TextDecoder().decode(text) : "");
      },
      (): Robots => "unreachable",
    );
    robots.set(url.host, asked);
    // Rules are remembered, the lack of an answer isn't: the next attempt may get one.
    void asked.then((rules) => typeof rules === "string" && robots.forget(url.host));
    return asked;
  };

  const once = async (address: URL, validators: Validators, signal: AbortSignal): Promise<Attempt> => {
    let url = address;
    for (let hop = 0; hop <= limits.redirects; hop += 1) {
      if (url.protocol !== "https:" || !PUBLISHER_HOSTS.has(url.host)) {
        return { kind: "refused", reason: `${url.origin} isn't one of the publishers' addresses` };
      }
      const rules = await robotsOf(url, signal);
      if (rules === "closed") return { kind: "again", reason: "its robots.txt can't be read", after: null };
      if (rules !== "unreachable" && rules.isAllowed(url.href, settings.userAgent) === false) {
        return { kind: "refused", reason: `the robots.txt of ${url.host} asks not to fetch it` };
      }
      const conditional: Record<string, string> = {};
      if (validators.etag) conditional["if-none-match"] = validators.etag;
      if (validators.lastModified) conditional["if-modified-since"] = validators.lastModified;
      const response = await ask(url, conditional, signal);
      if (response.status >= 300 && response.status < 400 && response.status !== 304) {
        const location = response.headers.get("location");
        await response.body?.cancel();
        if (!location) return { kind: "refused", reason: `it redirects (${response.status}) to nowhere` };
        url = publisherAddress(location, url, settings.proxy);
        continue;
      }
      return answerOf(response, limits, settings.clock);
    }
    return { kind: "refused", reason: `it redirects more than ${limits.redirects} times` };
  };

  return {
    origin: "live",
    async fetch(url, validators): Promise<Fetched> {
      if (!URL.canParse(url)) return { kind: "refused", reason: "it isn't an address" };
      const address = new URL(url);
      const silence = silent.get(address.host);
      if (silence) return { kind: "unreachable", reason: silence };

      const signal = AbortSignal.timeout(limits.totalMs);
      let last: Fetched = { kind: "unreachable", reason: "nobody answered" };
      for (let attempt = 1; attempt <= limits.attempts; attempt += 1) {
        let wait = 500 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
        try {
          const answer = await once(address, validators, signal);
          if (answer.kind !== "again") return answer;
          last = { kind: "refused", reason: answer.reason };
          if (answer.after !== null) {
            if (answer.after > limits.longestRetryAfterMs) return last;
            wait = answer.after;
          }
        } catch (error) {
          const failure = failureOf(error, limits);
          if (failure.final) {
            if (failure.silent) silent.set(address.host, failure.answer.reason);
            return failure.answer;
          }
          last = failure.answer;
        }
        if (attempt < limits.attempts) {
          await pause(wait, undefined, { signal }).catch(() => undefined);
          if (signal.aborted) return last;
        }
      }
      return last;
    },
  };
}

function throughProxy(url: URL, proxy: string | null): string {
  return proxy === null ? url.href : `${proxy.replace(/\/$/, "")}/${url.host}${url.pathname}${url.search}`;
}

/** Where a redirect leads, in the publisher's own terms also when it names the proxy. */
function publisherAddress(location: string, from: URL, proxy: string | null): URL {
  const target = new URL(location, from);
  if (proxy === null) return target;
  const [, host = "", ...path] = target.pathname.split("/");
  // A replica may answer with its whole address, or with its own path: no publisher has such a path.
  const namesReplica = target.origin === new URL(proxy).origin;
  if (!namesReplica && !(target.host === from.host && PUBLISHER_HOSTS.has(host))) return target;
  return new URL(`https://${host}/${path.join("/")}${target.search}`);
}
