import type { DraftFlag } from "./flag";

export const FLAG_STATES = ["open", "cleared", "withdrawn"] as const;
export type FlagState = (typeof FLAG_STATES)[number];

/** A flag of one council as it's kept: what a rule found, and what became of it. */
export interface StoredFlag extends DraftFlag {
  /** `withdrawn`: by a person, with a public reason. */
  readonly state: FlagState;
}

/** What happened to one flag between two assessments. */
export type FlagChange =
  | { readonly kind: "raised"; readonly before: StoredFlag | null; readonly after: DraftFlag }
  | { readonly kind: "worsened" | "eased"; readonly before: StoredFlag; readonly after: DraftFlag }
  | { readonly kind: "cleared"; readonly before: StoredFlag; readonly after: null }
  /** No better and no worse; `after` may still say it otherwise (another year, terms since confirmed) and is what to keep. */
  | { readonly kind: "unchanged"; readonly before: StoredFlag; readonly after: DraftFlag | null };

/**
 * What two assessments of one council differ in. A flag is the same from one to the next by its rule and
 * subject. Comparing again once the outcome is stored finds everything unchanged, and the order of either list
 * doesn't matter.
 *
 * A withdrawn flag stays withdrawn while the rule finds the same in the same figures, however it words it and
 * whichever rows they are now kept in; found anew with other figures it is raised again. A withdrawn flag that is
 * no longer found stays as it is.
 *
 * @param previous the flags of the council as they're kept, of each the last one only
 * @throws RangeError where a list has one flag twice
 */
export function compareAssessments(
  previous: readonly StoredFlag[],
  now: readonly DraftFlag[],
): readonly FlagChange[] {
  const [stored, found] = [byIdentity(previous), byIdentity(now)];
  return [...new Set([...stored.keys(), ...found.keys()])].toSorted().flatMap((identity) => {
    const change = changeOf(stored.get(identity) ?? null, found.get(identity) ?? null);
    return change ? [change] : [];
  });
}

/** What makes a flag of one council the same from one assessment to the next. */
export function identityOf({ rule, subject }: Pick<DraftFlag, "rule" | "subject">): string {
  return `${rule} ${subject}`;
}

function byIdentity<Flag extends DraftFlag>(flags: readonly Flag[]): ReadonlyMap<string, Flag> {
  const known = new Map<string, Flag>();
  for (const flag of flags) {
    const identity = identityOf(flag);
    if (known.has(identity)) throw new RangeError(`There are two flags "${identity}" in one assessment.`);
    known.set(identity, flag);
  }
  return known;
}

function changeOf(before: StoredFlag | null, after: DraftFlag | null): FlagChange | null {
  if (before === null || before.state === "cleared") {
    return after ? { kind: "raised", before, after } : null;
  }
  if (before.state === "withdrawn") {
    if (after && whatIsFound(after) !== whatIsFound(before)) return { kind: "raised", before, after };
    return { kind: "unchanged", before, after };
  }
  if (after === null) return { kind: "cleared", before, after };
  return { kind: inDegree(before, after), before, after };
}

function inDegree(before: DraftFlag, after: DraftFlag): "worsened" | "eased" | "unchanged" {
  if (before.size === null || after.size === null || before.size === after.size) return "unchanged";
  return after.size > before.size ? "worsened" : "eased";
}

/** A finding by its figures and dates alone: neither its words nor the rows it now rests on are part of it. */
export function whatIsFound({ severity, financialYear, size, evidence }: DraftFlag): string {
  const figures = evidence.map(({ value, date }) => `${value ?? ""} ${date ?? ""}`).toSorted();
  return JSON.stringify([severity, financialYear, size, figures]);
}
