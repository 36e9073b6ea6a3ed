import { describeFinding } from "@/domain/finding";
import type { FoundAt } from "./discover";
import type { StopFinding } from "./load-known";

export type SourceStatus = "ok" | "unchanged" | "partial" | "held" | "failed";

/** What is counted while a publication is read. */
export interface Tally {
  snapshots: number;
  unchanged: number;
  figures: number;
  /** Documents whose figures count. */
  good: number;
  /** Why others don't: not to be had or not readable (`failed`), or kept back for a person to decide (`held`). */
  readonly trouble: { readonly how: "failed" | "held"; readonly message: string }[];
  readonly open: FoundAt[];
  readonly readings: Set<number>;
  /** Edition met at which address, to notice the same edition at a second one. */
  readonly editions: Map<string, string>;
}

export function emptyTally(): Tally {
  return {
    snapshots: 0,
    unchanged: 0,
    figures: 0,
    good: 0,
    trouble: [],
    open: [],
    readings: new Set(),
    editions: new Map(),
  };
}

export function countReading(tally: Tally, status: string, stop: StopFinding | null): void {
  if (status !== "held" && status !== "not-understood") {
    tally.good += 1;
    return;
  }
  const how = stop?.kind === "unreadable-document" ? "failed" : "held";
  tally.trouble.push({ how, message: stop ? describeFinding(stop) : "The document was not understood." });
}

export function statusOf(tally: Tally, serious: number): SourceStatus {
  if (tally.trouble.length > 0) {
    if (tally.good > 0) return "partial";
    return tally.trouble.some(({ how }) => how === "failed") ? "failed" : "held";
  }
  if (serious > 0) return "partial";
  return tally.figures === 0 && tally.unchanged === tally.snapshots ? "unchanged" : "ok";
}
