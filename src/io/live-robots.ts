import robotsParser from "robots-parser";
import type { Clock } from "@/context";
import { bodyOf, discard, type Response } from "./live-body";
import { Remembered } from "./remembered";

/** What a host's robots.txt says, or `closed`: it has rules that can't be read, so that none may be assumed. */
export type Robots = ReturnType<typeof robotsParser> | "closed";

const LARGEST = 512 * 1024;
const REMEMBERED_MS = 6 * 60 * 60_000;
/** A longer wait between two requests than this isn't granted: a run would never end. */
const LONGEST_CRAWL_DELAY_MS = 10_000;

/** The rules of each host, asked once and remembered for some hours. */
export class RobotsOfHosts {
  readonly #rules: Remembered<Promise<Robots>>;
  readonly #delayMs = new Map<string, number>();

  /** @param ask reads one robots.txt; rejects where nobody answers */
  constructor(
    clock: Clock,
    private readonly userAgent: string,
    private readonly ask: (address: URL) => Promise<Robots>,
  ) {
    this.#rules = new Remembered(clock, REMEMBERED_MS);
  }

  /** @throws what `ask` rejects with: where nobody answers for the rules, nobody answers for the page */
  async permission(url: URL): Promise<"granted" | "denied" | "closed"> {
    const rules = await this.#of(url);
    if (rules === "closed") return "closed";
    this.#delayMs.set(url.host, (rules.getCrawlDelay(this.userAgent) ?? 0) * 1000);
    return rules.isAllowed(url.href, this.userAgent) === false ? "denied" : "granted";
  }

  /** The wait between two requests that a host asks for, as far as its rules are known. */
  delayMs(host: string): number {
    return Math.min(this.#delayMs.get(host) ?? 0, LONGEST_CRAWL_DELAY_MS);
  }

  #of(url: URL): Promise<Robots> {
    const known = this.#rules.get(url.host);
    if (known) return known;
    const asked = this.ask(new URL("/robots.txt", url));
    this.#rules.set(url.host, asked);
    // Rules are remembered, the lack of them isn't: the next attempt may get an answer.
    const forget = () => this.#rules.forget(url.host);
    asked.then((rules) => rules === "closed" && forget(), forget);
    return asked;
  }
}

/** No such file: everything is allowed. A fault, or rules that can't be read whole: nothing is. */
export async function robotsOf(response: Response, address: URL): Promise<Robots> {
  const { statusCode: status } = response;
  if (status === 200) {
    const body = await bodyOf(response, LARGEST);
    return body.kind === "whole"
      ? robotsParser(address.href, new TextDecoder().decode(body.bytes))
      : "closed";
  }
  await discard(response);
  return status === 429 || status >= 500 ? "closed" : noRules(address);
}

export function noRules(address: URL): Robots {
  return robotsParser(address.href, "");
}
