import type { Clock } from "@/context";

/** A clock that is set to the times at which things happened. */
export class ReplayClock implements Clock {
  constructor(private at: Date) {}

  now(): Date {
    return this.at;
  }

  set(at: Date): void {
    this.at = at;
  }
}
