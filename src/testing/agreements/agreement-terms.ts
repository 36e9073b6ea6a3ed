import type { DraftFigure } from "@/domain/dsg/draft-figures";
import type { DraftReading } from "@/sources/publication";

/**
 * What an agreement says, without places: the form of the approved readings beside the invented agreements.
 * Amounts are whole pence, a deficit positive and a surplus negative.
 */
export interface AgreementTerms {
  /** The council as the attachment's title names it. */
  readonly council: string;
  /** The year in the attachment's title. */
  readonly cohort: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly balanceBy: string | null;
  readonly clearedBy: string | null;
  readonly total: number | null;
  readonly suspended: boolean;
  readonly signedOn: string | null;
  readonly basis: string | null;
  readonly scope: string | null;
  /** `excluded`, `included` or `unknown`, as the profile's points say it. */
  readonly localContributionsInProfile: string | null;
  readonly profile: readonly { readonly financialYear: string; readonly deficit: number }[];
  /** Null: promised, but not how much (TBC). By year, then as printed. */
  readonly payments: readonly {
    readonly financialYear: string | null;
    readonly amount: number | null;
    readonly covers: string;
  }[];
  readonly localContributions: readonly { readonly financialYear: string | null; readonly amount: number }[];
  /** One per top-level item without its mark; sub-items joined into it by single spaces, their own marks kept. */
  readonly conditions: readonly string[];
  /** The paragraphs of the section without its heading and without paragraph numbers, joined by single spaces. */
  readonly monitoring: string | null;
  readonly review: string | null;
}

/** @throws when the reading holds no agreement: there is nothing to compare then */
export function termsOf({ figures }: DraftReading): AgreementTerms {
  const of = <T extends DraftFigure["type"]>(type: T) =>
    figures.filter((figure): figure is Extract<DraftFigure, { type: T }> => figure.type === type);
  const [agreement] = of("agreement");
  if (!agreement) throw new Error("The reading holds no agreement.");
  const profile = of("profile-point");
  return {
    council: agreement.council.name,
    cohort: agreement.cohort,
    from: agreement.from,
    to: agreement.to,
    balanceBy: agreement.balanceBy,
    clearedBy: agreement.clearedBy,
    total: agreement.total,
    suspended: agreement.suspended,
    signedOn: agreement.signedOn,
    basis: profile[0]?.basis ?? null,
    scope: profile[0]?.scope ?? null,
    localContributionsInProfile: profile[0]?.localContributions ?? null,
    profile: profile
      .map(({ financialYear, deficit }) => ({ financialYear, deficit: deficit as number }))
      .sort(byYear),
    payments: of("payment")
      .map(({ financialYear, amount, covers }) => ({
        financialYear,
        amount: amount as number | null,
        covers,
      }))
      .sort(byYear),
    localContributions: of("local-contribution")
      .map(({ financialYear, amount }) => ({ financialYear, amount: amount as number }))
      .sort(byYear),
    conditions: of("condition")
      .toSorted((a, b) => a.position - b.position)
      .map(({ text }) => text),
    monitoring: agreement.monitoring,
    review: agreement.review,
  };
}

function byYear(a: { financialYear: string | null }, b: { financialYear: string | null }): number {
  return (a.financialYear ?? "9999").localeCompare(b.financialYear ?? "9999");
}
