import { earliestDay } from "../calendar-date";
import { compareYears, type FinancialYear, financialYearOf } from "../financial-year";
import { type Money, subtract } from "../money";
import type { CouncilDossier, FigureRef, HeldAgreement, HeldPlan } from "../verdicts/held-figures";
import type { Thresholds } from "../verdicts/thresholds";
import { toleranceOf } from "../verdicts/tolerance";
import { isRevision } from "./under-review";

/** One version of an agreement and the one that took its place. */
export interface Succession {
  readonly before: HeldAgreement;
  readonly after: HeldAgreement;
}

/** What a later version moved, from what to what; a `to` of null isn't known. */
export type TargetMove = {
  readonly succession: Succession;
  readonly beforeRef: FigureRef;
  readonly afterRef: FigureRef;
} & (
  | {
      readonly term: "balanceBy" | "clearedBy";
      readonly from: FinancialYear;
      readonly to: FinancialYear | null;
    }
  | { readonly term: "profile"; readonly year: FinancialYear; readonly from: Money; readonly to: Money }
);

/**
 * Which version took the place of which.
 *
 * Versions known from elsewhere follow one another, and so do documents. A document beside what was known of
 * the same agreement from elsewhere is no later version, however much more it states: only one signed in a
 * later year than everything known from elsewhere takes the place of that.
 */
export function successionsOf({ agreements }: CouncilDossier): readonly Succession[] {
  const elsewhere = agreements.filter(({ knownFrom }) => knownFrom === "register");
  const documents = agreements.filter(({ knownFrom }) => knownFrom === "document");
  const [lastKnown, firstPrinted] = [elsewhere.at(-1), documents[0]];
  const crosses =
    lastKnown !== undefined &&
    firstPrinted !== undefined &&
    elsewhere.every((known, index) => yearOf(firstPrinted) > yearOfKnown(known, index));
  return [
    ...pairs(elsewhere),
    ...(crosses ? [{ before: lastKnown, after: firstPrinted }] : []),
    ...pairs(documents),
  ];
}

function pairs(versions: readonly HeldAgreement[]): Succession[] {
  return versions.slice(1).flatMap((after, index) => {
    const before = versions[index];
    return before ? [{ before, after }] : [];
  });
}

/** The year in which a document was signed. */
function yearOf({ signedOn, cohort }: HeldAgreement): FinancialYear {
  return signedOn === null ? cohort : financialYearOf(earliestDay(signedOn));
}

/** The same of a version known from elsewhere; of one that took another's place, its status says when. */
function yearOfKnown(version: HeldAgreement, index: number): FinancialYear {
  const { status, statusDate } = version;
  if (index === 0 || !isRevision(status) || statusDate === null) return yearOf(version);
  return financialYearOf(earliestDay(statusDate));
}

/** The year from which on a version stands. */
export function standsFrom(version: HeldAgreement, { agreements }: CouncilDossier): FinancialYear {
  if (version.knownFrom === "document") return yearOf(version);
  return yearOfKnown(version, agreements.indexOf(version));
}

export function targetMoves(dossier: CouncilDossier, thresholds: Thresholds): readonly TargetMove[] {
  const all = successionsOf(dossier).flatMap((succession) => [
    ...yearMoves("balanceBy", succession, dossier),
    ...yearMoves("clearedBy", succession, dossier),
    ...profileMoves(succession, dossier, thresholds),
  ]);
  return all.filter((move, index) => !all.some((other, at) => saysMore(other, move, at < index)));
}

/** Two sources may tell of one move: the one that knows where to counts, or else the first. */
function saysMore(other: TargetMove, move: TargetMove, isFirst: boolean): boolean {
  if (other === move || other.term !== move.term || other.from !== move.from) return false;
  if (other.term === "profile" && move.term === "profile" && other.year !== move.year) return false;
  return other.to === move.to ? isFirst : move.to === null;
}

function yearMoves(
  term: "balanceBy" | "clearedBy",
  succession: Succession,
  dossier: CouncilDossier,
): TargetMove[] {
  const { before, after } = succession;
  const from = before[term];
  if (from === null || isHearsay(term, before) || isHearsay(term, after)) return [];
  const source = after[term] === null ? printedOf(after, term, dossier) : after;
  const to = source?.[term] ?? null;
  if (to === null && !isRevision(after.status)) return [];
  if (to !== null && compareYears(to, from) <= 0) return [];
  return [{ succession, beforeRef: before.ref, afterRef: (source ?? after).ref, term, from, to }];
}

/** A press reading of a year may be no more than a reading. */
function isHearsay(term: "balanceBy" | "clearedBy", { balanceBySource }: HeldAgreement): boolean {
  return term === "balanceBy" && balanceBySource === "press";
}

/** The document of a version known from elsewhere, signed in the same year, which states what that leaves open. */
function printedOf(
  known: HeldAgreement,
  term: "balanceBy" | "clearedBy",
  dossier: CouncilDossier,
): HeldAgreement | undefined {
  if (known.knownFrom === "document") return undefined;
  return dossier.agreements.findLast(
    (version) =>
      version.knownFrom === "document" &&
      version[term] !== null &&
      yearOf(version) === standsFrom(known, dossier),
  );
}

/** Planned deficits that the later version puts higher for the same year end, on the same footing. */
function profileMoves(
  succession: Succession,
  { plans }: CouncilDossier,
  thresholds: Thresholds,
): TargetMove[] {
  const { before, after } = succession;
  const agreed = (version: string) =>
    plans
      .filter(
        ({ agreementVersion, planSource }) => agreementVersion === version && planSource === "agreement",
      )
      .toSorted((a, b) => compareYears(a.financialYear, b.financialYear) || a.ref.id - b.ref.id);
  const was = agreed(before.version);
  return agreed(after.version).flatMap((plan) => {
    const old = was.find((each) => isOfSameFooting(each, plan));
    if (!old) return [];
    const larger = plan.deficit > old.deficit ? plan : old;
    const tolerance = toleranceOf(
      { deficit: larger.deficit, error: old.error },
      plan.error,
      after.total ?? before.total,
      thresholds,
    );
    if (subtract(plan.deficit, old.deficit) <= tolerance) return [];
    return [
      {
        succession,
        ...{ beforeRef: old.ref, afterRef: plan.ref, term: "profile" as const, year: plan.financialYear },
        ...{ from: old.deficit, to: plan.deficit },
      },
    ];
  });
}

function isOfSameFooting(a: HeldPlan, b: HeldPlan): boolean {
  return (
    a.financialYear === b.financialYear &&
    a.basis === b.basis &&
    a.scope === b.scope &&
    a.localContributions === b.localContributions
  );
}
