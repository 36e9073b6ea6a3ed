import type { Programme, Status, VerdictsHidden } from "@/shapes/api-shapes";
import type { CurrentFigures } from "./current-figures";
import { loadStatuses } from "./statuses";

/** Which councils are in which programme; `cohorts` maps a safety valve council to the year it signed. */
export interface Programmes {
  readonly cohorts: ReadonlyMap<string, string>;
  programmeOf(dfeCode: string): Programme;
  statusOf(dfeCode: string): Status;
  openFlagsOf(dfeCode: string): number;
  /** Why nothing is shown of what we make of it; null where it is shown. */
  hiddenOf(dfeCode: string): VerdictsHidden | null;
  /** When councils were last judged; null: never yet. */
  readonly assessedAt: Date | null;
}

/**
 * A council signed if an agreement of its is known or listed, in the earliest year any source gives.
 *
 * Safety valve wins over an earlier place in Delivering Better Value, whose list we hold is incomplete: a
 * council on no list is `unknown`. A council that is known to have signed and hasn't been judged since is `unknown`,
 * and so is one whose verdicts are hidden.
 */
export async function loadProgrammes(figures: CurrentFigures): Promise<Programmes> {
  const [agreements, documents, members, statuses] = await Promise.all([
    figures.agreement.findMany({ select: { dfeCode: true, cohort: true } }),
    figures.agreementDocument.findMany({ select: { dfeCode: true, signedYear: true } }),
    figures.programmeMember.findMany({ select: { dfeCode: true } }),
    loadStatuses(figures),
  ]);
  const cohorts = new Map<string, string>();
  const signed = [
    ...agreements.map(({ dfeCode, cohort }) => ({ dfeCode, year: cohort })),
    ...documents.map(({ dfeCode, signedYear }) => ({ dfeCode, year: signedYear })),
  ];
  for (const { dfeCode, year } of signed) {
    const known = cohorts.get(dfeCode);
    if (known === undefined || year < known) cohorts.set(dfeCode, year);
  }
  const deliveringBetterValue = new Set(members.map(({ dfeCode }) => dfeCode));
  return {
    cohorts,
    programmeOf(dfeCode) {
      if (cohorts.has(dfeCode)) return "safety-valve";
      return deliveringBetterValue.has(dfeCode) ? "delivering-better-value" : "unknown";
    },
    statusOf(dfeCode) {
      if (!cohorts.has(dfeCode)) return "no-agreement";
      const judged = statuses.statusOf(dfeCode);
      return judged === null || judged === "no-agreement" ? "unknown" : judged;
    },
    openFlagsOf: statuses.openFlagsOf,
    hiddenOf: statuses.hiddenOf,
    assessedAt: statuses.assessedAt,
  };
}
