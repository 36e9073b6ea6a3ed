import { setTimeout as pause } from "node:timers/promises";

/** One request at a time to a host, its body included, and each a pause after the one before has ended. */
export class HostTurns {
  readonly #ended = new Map<string, Promise<number>>();

  /** @param pauseMs asked when the turn comes: what the host wants may be known only then */
  take<T>(host: string, pauseMs: () => number, ask: () => Promise<T>): Promise<T> {
    const before = this.#ended.get(host) ?? Promise.resolve(Number.NEGATIVE_INFINITY);
    const turn = before.then(async (endedAt) => {
      const wait = endedAt + pauseMs() - performance.now();
      if (wait > 0) await pause(wait);
      return ask();
    });
    const now = () => performance.now();
    this.#ended.set(host, turn.then(now, now));
    return turn;
  }
}
