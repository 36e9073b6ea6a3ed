/** What puts the versions of one council's agreement in order. */
export interface VersionInTime {
  readonly version: string;
  /** `register`: gathered from elsewhere; `document`: the agreement's own paper. */
  readonly knownFrom: "register" | "document";
  /** The year in which it was signed, which is what its title gives. */
  readonly cohort: string;
  readonly signedOn: string | null;
  /** When the document was last met anew at its address, ISO 8601; a publisher may go back to an earlier one. */
  readonly metAt: string | null;
}

/**
 * Oldest first, and the last one stands: what is only known from elsewhere comes before the documents,
 * the original before its revisions; documents follow one another as they were signed, and then as
 * they were met at the publisher's.
 */
export function compareVersions(a: VersionInTime, b: VersionInTime): number {
  const byKnowledge = Number(a.knownFrom === "document") - Number(b.knownFrom === "document");
  if (byKnowledge !== 0) return byKnowledge;
  const byTime =
    a.knownFrom === "document"
      ? a.cohort.localeCompare(b.cohort) || (a.metAt ?? "").localeCompare(b.metAt ?? "")
      : Number(a.version !== "original") - Number(b.version !== "original");
  return (
    byTime ||
    (a.signedOn ?? "").localeCompare(b.signedOn ?? "") ||
    (a.version < b.version ? -1 : Number(a.version > b.version))
  );
}

/**
 * The version to which a term belongs.
 *
 * Where a source doesn't say which it means (`unclear`), or names one that isn't held, the term goes with the
 * newest version that is itself known from elsewhere: a document's terms are only what it prints. Only where
 * there is no such version does it go with the newest of all.
 *
 * @param oldestFirst the council's versions in order
 */
export function versionOfTerm(
  named: string,
  oldestFirst: readonly Pick<VersionInTime, "version" | "knownFrom">[],
): string {
  if (oldestFirst.some(({ version }) => version === named)) return named;
  const elsewhere = oldestFirst.findLast(({ knownFrom }) => knownFrom === "register");
  return (elsewhere ?? oldestFirst.at(-1))?.version ?? named;
}
