import { setTimeout as pause } from "node:timers/promises";
import type { Outcome } from "./claimed-delivery";

/** How the record was kept, for whoever measures. */
export interface RecordedGroup {
  readonly size: number;
  /** From the first of it being known to all of it being on the disk. */
  readonly milliseconds: number;
}

export interface RecordSettings {
  store(outcomes: readonly Outcome[]): Promise<void>;
  /** For how long a database that can't be reached is waited for. */
  patienceMs(): number;
  /** Told of each failure to record. */
  onFailure(error: unknown): void;
  onGroup?(group: RecordedGroup): void;
}

const PAUSE_MS = 250;

/**
 * Records outcomes durably, one commit after the other: what becomes known while a commit is under way goes into the
 * next one. Nobody waits for more than two commits, however many there are.
 *
 * A database that is gone is waited for: what was sent is still known here, and here only.
 */
export class OutcomeRecord {
  #waiting: {
    readonly outcome: Outcome;
    readonly since: number;
    done(): void;
    failed(error: unknown): void;
  }[] = [];
  #storing = false;

  constructor(private readonly settings: RecordSettings) {}

  /** Resolves once it's on the disk. */
  record(outcome: Outcome): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ outcome, since: performance.now(), done, failed });
      if (!this.#storing) void this.#storeAll();
    });
  }

  async #storeAll(): Promise<void> {
    this.#storing = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#store(group.map(({ outcome }) => outcome));
        const milliseconds = performance.now() - (group[0]?.since ?? 0);
        this.settings.onGroup?.({ size: group.length, milliseconds });
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    this.#storing = false;
  }

  async #store(outcomes: readonly Outcome[]): Promise<void> {
    const begun = performance.now();
    for (;;) {
      try {
        await this.settings.store(outcomes);
        return;
      } catch (error) {
        this.settings.onFailure(error);
        if (performance.now() - begun >= this.settings.patienceMs()) throw error;
        await pause(PAUSE_MS);
      }
    }
  }
}
