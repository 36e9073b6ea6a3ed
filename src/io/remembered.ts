import type { Clock } from "@/context";

/** A map whose entries are forgotten after a while: the process runs for months. */
export class Remembered<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly lastsMs: number,
  ) {}

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.until > this.clock.now().getTime() ? entry.value : undefined;
  }

  set(key: string, value: Value, lastsMs: number = this.lastsMs): void {
    this.#entries.set(key, { value, until: this.clock.now().getTime() + lastsMs });
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }
}
