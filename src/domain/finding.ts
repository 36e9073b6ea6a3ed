import type { Locator } from "./provenance";

/**
 * What a reader or a check has to say about a document.
 *
 * - `note`: worth knowing, nothing is held back
 * - `doubt`: one row is set aside or marked doubtful; the rest is published
 * - `stop`: nothing of this edition is published; yesterday's figures stand
 */
export type Severity = "note" | "doubt" | "stop";

export const FINDING_KINDS = [
  "unreadable-document",
  "unexpected-layout",
  "missing-heading",
  "unknown-council",
  "duplicate-row",
  "unreadable-row",
  "unreadable-cell",
  "total-differs",
  "total-not-printed",
  "council-missing",
  "council-unexpected",
  "year-on-year-jump",
  "stale-title",
  "unusual-name",
  "disagrees-with-register",
  "not-in-archive",
  "no-address",
  "source-unreachable",
  "source-refused",
  "nothing-listed",
  "scanned-document",
  "encrypted-document",
  "empty-document",
  "truncated-document",
  "foreign-document",
  "term-not-found",
  "implausible-terms",
  "name-differs",
  "edition-overdue",
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** One sentence for an admin: what is wrong, where, and what happens now. */
  readonly message: string;
  readonly expected?: string;
  readonly met?: string;
  readonly locator?: Locator;
  /** The council as the document prints it. */
  readonly council?: string;
}

export function stops(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "stop");
}

/** A finding in one piece of text, for a log line or a terminal; nothing is said twice. */
export function describeFinding({
  message,
  expected,
  met,
}: Pick<Finding, "message" | "expected" | "met">): string {
  const parts = [message];
  if (expected && !message.includes(expected)) parts.push(`Expected: ${expected}.`);
  if (met && !message.includes(met)) parts.push(`Met: ${met}.`);
  return parts.join(" ").replace(/\.\.(?= |$)/g, ".");
}
