import { setTimeout as pause } from "node:timers/promises";
import { Agent, type Dispatcher, request } from "undici";
import type { Clock, Fetched, Fetcher, Validators } from "@/context";
import { isPublishers, redirectTarget, throughProxy } from "./live-addresses";
import { type Attempt, answerOf, type Limits } from "./live-answer";
import { ACCEPTED_ENCODINGS, discard, headerOf, type Response } from "./live-body";
import { failureOf } from "./live-failure";
import { noRules, RobotsOfHosts, robotsOf } from "./live-robots";
import { HostTurns } from "./live-turns";
import { Remembered } from "./remembered";

export interface LiveFetcherSettings {
  /** Fetch `https://HOST/PATH` as `PROXY/HOST/PATH`: a replica of several sites behind one port. */
  readonly proxy: string | null;
  /** Who asks, and whom to write to. */
  readonly userAgent: string;
  readonly clock: Clock;
  /** Between two requests to one host; none through a proxy. */
  readonly pauseMs?: number;
  readonly limits?: Partial<Limits>;
  /** How connections are made, for tests without a proxy. */
  readonly dispatcher?: Dispatcher;
}

const LIMITS: Limits = {
  bytes: 64 * 1024 * 1024,
  totalMs: 60_000,
  idleMs: 30_000,
  redirects: 5,
  attempts: 3,
  backoffMs: 500,
  longestRetryAfterMs: 30_000,
};

const SILENT_MS = 5 * 60_000;
const LONGEST_REST_MS = 60 * 60_000;
/** So many documents in a row may keep us waiting for nothing before a host counts as silent. */
const PATIENCE = 3;

/** What is left of the time for one document. */
interface Budget {
  leftMs: number;
}

/**
 * Asks the publishers politely: one request at a time per host with a pause between two, by name, within
 * robots.txt, only for what has changed, again after 429 and 5xx but not after other refusals, within limits
 * of time and size, and never a host that isn't a publisher's. What it hands on is whole and is what it's
 * said to be; everything else is refused with the reason.
 */
export function createLiveFetcher(settings: LiveFetcherSettings): Fetcher {
  const { proxy, clock, userAgent } = settings;
  const limits = { ...LIMITS, ...settings.limits };
  const dispatcher = settings.dispatcher ?? new Agent({ connect: { timeout: 10_000 } });
  const turns = new HostTurns();
  // A host that nobody answers for, or that wants to be left alone, isn't asked for each of its documents.
  const resting = new Remembered<Fetched>(clock, SILENT_MS);
  const waitedInVain = new Map<string, number>();

  const pauseMs = (host: string) =>
    proxy === null ? Math.max(settings.pauseMs ?? 1000, robots.delayMs(host)) : 0;

  const ask = <T>(
    url: URL,
    headers: Record<string, string>,
    budget: Budget,
    read: (response: Response) => Promise<T>,
  ): Promise<T> =>
    turns.take(
      url.host,
      () => pauseMs(url.host),
      async () => {
        const begun = performance.now();
        try {
          const response = await request(throughProxy(url, proxy), {
            headers: {
              "user-agent": userAgent,
              accept: "*/*",
              "accept-encoding": ACCEPTED_ENCODINGS,
              ...headers,
            },
            dispatcher,
            headersTimeout: limits.idleMs,
            bodyTimeout: limits.idleMs,
            signal: AbortSignal.timeout(Math.max(1, Math.ceil(budget.leftMs))),
          });
          waitedInVain.delete(url.host);
          return await read(response);
        } finally {
          budget.leftMs -= performance.now() - begun;
        }
      },
    );

  /** Asks an address and follows where it leads, as long as `mayAsk` has nothing against it. */
  const follow = async <T extends object>(
    address: URL,
    headers: Record<string, string>,
    mayAsk: (url: URL) => Promise<Attempt | null>,
    read: (response: Response, url: URL) => Promise<T>,
  ): Promise<T | Attempt> => {
    const budget = { leftMs: limits.totalMs };
    let url = address;
    for (let hop = 0; hop <= limits.redirects; hop += 1) {
      const objection = await mayAsk(url);
      if (objection) return objection;
      const here = url;
      const met = await ask(here, headers, budget, async (response) => {
        const { statusCode: status } = response;
        if (status < 300 || status >= 400 || status === 304) return read(response, here);
        await discard(response);
        return new Redirect(status, headerOf(response, "location"));
      });
      if (!(met instanceof Redirect)) return met;
      const target = met.location === null ? null : redirectTarget(met.location, url, proxy);
      if (!target) return { kind: "refused", reason: `it redirects (${met.status}) to nowhere` };
      if (!isPublishers(target)) {
        return { kind: "refused", reason: `it redirects to ${target.origin}, ${NOT_ONE}` };
      }
      url = target;
    }
    return { kind: "refused", reason: `it redirects more than ${limits.redirects} times` };
  };

  const robots: RobotsOfHosts = new RobotsOfHosts(clock, userAgent, async (address) => {
    const met = await follow(
      address,
      {},
      async () => null,
      async (response) => ({ rules: await robotsOf(response, address) }),
    );
    // A robots.txt that redirects away or in circles is none.
    return "rules" in met ? met.rules : noRules(address);
  });

  const mayAsk = async (url: URL): Promise<Attempt | null> => {
    const permission = await robots.permission(url);
    if (permission === "granted") return null;
    return permission === "denied"
      ? { kind: "refused", reason: `the robots.txt of ${url.host} asks not to fetch it` }
      : { kind: "again", reason: "its robots.txt can't be read", afterMs: null };
  };

  const once = (address: URL, { etag, lastModified }: Validators): Promise<Attempt> => {
    const conditional: Record<string, string> = {};
    if (etag) conditional["if-none-match"] = etag;
    if (lastModified) conditional["if-modified-since"] = lastModified;
    const wasConditional = etag !== null || lastModified !== null;
    return follow(address, conditional, mayAsk, (response, url) =>
      answerOf(response, url, wasConditional, limits, clock),
    );
  };

  const giveUpOn = (host: string, answer: Fetched, silent: "host" | "time" | null): void => {
    const vain = (waitedInVain.get(host) ?? 0) + (silent === "time" ? 1 : 0);
    if (silent === "time") waitedInVain.set(host, vain);
    if (silent === "host" || vain >= PATIENCE) resting.set(host, answer);
  };

  return {
    origin: "live",
    async fetch(url, validators): Promise<Fetched> {
      if (!URL.canParse(url)) return { kind: "refused", reason: "it isn't an address" };
      const address = new URL(url);
      if (!isPublishers(address)) return { kind: "refused", reason: `${address.origin} ${NOT_ONE}` };

      let last: Fetched = { kind: "unreachable", reason: "nobody answered" };
      for (let attempt = 1; attempt <= limits.attempts; attempt += 1) {
        const rest = resting.get(address.host);
        if (rest) return rest;
        let wait = limits.backoffMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
        try {
          const answer = await once(address, validators);
          if (answer.kind !== "again") return answer;
          last = { kind: "refused", reason: answer.reason };
          const asked = answer.afterMs ?? 0;
          if (asked > limits.longestRetryAfterMs) {
            // A replica of several sites isn't the site that asks.
            if (proxy === null) resting.set(address.host, last, Math.min(asked, LONGEST_REST_MS));
            return last;
          }
          wait = Math.max(wait, asked);
        } catch (error) {
          const failure = failureOf(error, limits);
          last = failure.answer;
          if (failure.final) {
            giveUpOn(address.host, last, failure.silent);
            return last;
          }
        }
        if (attempt < limits.attempts) await pause(wait);
      }
      return last;
    },
  };
}

const NOT_ONE = "which isn't one of the publishers' addresses";

class Redirect {
  constructor(
    readonly status: number,
    readonly location: string | null,
  ) {}
}
