import type { FinancialYear } from "@/domain/financial-year";
import type { FlagState, StoredFlag } from "@/domain/flags/compare-assessments";
import type { RuleName, Severity } from "@/domain/flags/flag";
import { pence } from "@/domain/money";
import { readEvidence } from "@/store/stored-evidence";
import type { LoadedFlag } from "./load-flags";

/** A flag as the rules know it: its figures and dates, not where they are kept. */
export function storedFlag(row: LoadedFlag): StoredFlag {
  const evidence = readEvidence(row.evidence);
  return {
    rule: row.rule as RuleName,
    ruleVersion: row.ruleVersion,
    severity: row.severity as Severity,
    financialYear: row.financialYear as FinancialYear | null,
    subject: row.subject,
    checked: row.checked,
    size: row.size === null ? null : Number(row.size),
    summary: row.summary,
    evidence: evidence.map(({ label, value, date }) => ({
      label,
      value: value === null ? null : pence(value),
      date: date as StoredFlag["evidence"][number]["date"],
      ref: null,
    })),
    state: row.state as FlagState,
  };
}
