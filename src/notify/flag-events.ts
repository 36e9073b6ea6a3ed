import type { FlagEvent } from "@/domain/alerts/alert-of-flags";
import type { RuleName, Severity } from "@/domain/flags/flag";
import type { UntoldFlagChange } from "./load-untold";

/** What an assessment recorded of a flag, with its words and evidence. */
export interface FlagNewsEvent extends FlagEvent {
  readonly at: Date;
  readonly summary: string;
  readonly evidence: UntoldFlagChange["evidence"];
}

/** Recorded changes of flags, by the council and the assessment that found them. */
export function flagEvents(rows: readonly UntoldFlagChange[]): readonly (readonly FlagNewsEvent[])[] {
  const together = new Map<string, FlagNewsEvent[]>();
  for (const row of rows) {
    const key = `${row.flag.dfeCode} ${row.at.toISOString()}`;
    together.set(key, [...(together.get(key) ?? []), eventOf(row)]);
  }
  return [...together.values()];
}

function eventOf({ flag, ...row }: UntoldFlagChange): FlagNewsEvent {
  const before = flag.history.filter(({ id }) => id < row.id).toSorted((a, b) => b.id - a.id)[0];
  return {
    id: row.id,
    flagId: flag.id,
    dfeCode: flag.dfeCode,
    rule: flag.rule as RuleName,
    kind: row.kind as FlagEvent["kind"],
    severity: row.severity as Severity,
    checked: row.checked,
    checkedBefore: before?.checked ?? null,
    news: row.news,
    at: row.at,
    summary: row.summary,
    evidence: row.evidence,
  };
}
