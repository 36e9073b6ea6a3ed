import { earliestDay } from "../calendar-date";
import { compareYears, type FinancialYear, lastDay } from "../financial-year";
import { type Money, pence } from "../money";
import { type DeficitInterval, exactly, grantReceived, grossInterval } from "./gross-interval";
import {
  byRef,
  type CouncilDossier,
  type HeldAgreement,
  type HeldBalance,
  type HeldPlan,
  isActual,
  STANDINGS,
} from "./held-figures";
import { receiptsUpTo } from "./receipts";
import type { Reason } from "./verdict";

/** A published outturn that can be held against a promise, brought to the promise's basis. */
export interface ActualOfYear {
  readonly balance: HeldBalance;
  readonly interval: DeficitInterval;
}

export interface RankedActuals {
  /** One of each independent source, the one that counts first. */
  readonly comparable: readonly ActualOfYear[];
  /** What is held but decides nothing, with the reason; the nearest to being comparable first. */
  readonly rejected: readonly { readonly balance: HeldBalance; readonly reason: Reason }[];
}

/** What is asked of an outturn: the year and the footing of the promise, or of the line, beside which it is put. */
export type Wanted = Pick<HeldPlan, "financialYear" | "basis" | "scope" | "localContributions">;

/**
 * The outturns held for the year of a promise, in the documented order: first those on the promise's own
 * basis and scope; then audited accounts, section 251, the council's outturn report, the press; a final
 * figure in place of its provisional one, a later publication before an earlier one.
 */
export function rankActuals(
  dossier: CouncilDossier,
  agreement: Pick<HeldAgreement, "cohort" | "total">,
  plan: Wanted,
): RankedActuals {
  const day = lastDay(plan.financialYear);
  const held = dossier.balances
    .filter((balance) => isActual(balance) && balance.asAt === day)
    .toSorted((a, b) => byRank(plan, a, b));
  const usable = held.filter((balance) => !whyNotComparable(plan, balance));
  const comparable: ActualOfYear[] = [];
  const rejected: { balance: HeldBalance; reason: Reason }[] = [];
  const families = new Set<string>();
  for (const balance of held) {
    const reason = whyNotComparable(plan, balance);
    if (reason) {
      rejected.push({ balance, reason });
      continue;
    }
    if (families.has(balance.family) || usable.some((other) => supersedes(other, balance))) continue;
    families.add(balance.family);
    comparable.push({ balance, interval: onBasisOf(plan, balance, dossier, agreement) });
  }
  return { comparable, rejected: rejected.toSorted((a, b) => nearness(a) - nearness(b)) };
}

/** Of several reasons the one that most nearly allows a comparison is the one worth telling. */
const NEARNESS: Readonly<Partial<Record<Reason, number>>> = {
  "promise-basis-unknown": 0,
  "local-contributions-differ": 0,
  "stability-grant-included": 1,
  "bases-differ": 2,
  "scopes-differ": 3,
  "actual-doubtful": 4,
  "actual-date-inferred": 5,
  "actual-scope-unknown": 6,
  "actual-basis-unknown": 7,
};

const nearness = ({ reason }: { reason: Reason }) => NEARNESS[reason] ?? Number.MAX_SAFE_INTEGER;

function whyNotComparable(plan: Wanted, balance: HeldBalance): Reason | null {
  if (plan.basis === "unknown" || plan.scope === "unknown") return "promise-basis-unknown";
  if (!isBasisKnown(balance)) return "actual-basis-unknown";
  if (balance.scope === "unknown") return "actual-scope-unknown";
  if (balance.asAtInferred) return "actual-date-inferred";
  if (balance.confidence === "low") return "actual-doubtful";
  if (balance.scope !== plan.scope) return "scopes-differ";
  if (plan.basis === "net" && balance.basis === "gross") return "bases-differ";
  if (isAfterStabilityGrant(plan, balance)) return "stability-grant-included";
  const local = LOCAL_SIDE[balance.after.localContribution];
  if (local !== "unknown" && plan.localContributions !== "unknown" && local !== plan.localContributions)
    return "local-contributions-differ";
  return null;
}

/** A basis counts only where it doesn't contradict what the figure is said to be after. */
export function isBasisKnown({ basis, after }: HeldBalance): boolean {
  if (basis === "net") return after.safetyValve === "yes" || after.stabilityGrant === "yes";
  return basis === "gross" && after.safetyValve !== "yes";
}

/** A promise after the agreement's money says nothing of the stability grant; a gross figure is before both. */
function isAfterStabilityGrant(plan: Wanted, { basis, after }: HeldBalance): boolean {
  return plan.basis === "net"
    ? after.stabilityGrant !== "no"
    : basis === "gross" && after.stabilityGrant === "yes";
}

/** A final figure takes the place of provisional ones for the same day, basis and scope, whoever gave them. */
export function supersedes(final: HeldBalance, balance: HeldBalance): boolean {
  return (
    final.kind !== "provisional" &&
    balance.kind === "provisional" &&
    final.asAt === balance.asAt &&
    final.basis === balance.basis &&
    final.scope === balance.scope
  );
}

const LOCAL_SIDE = { yes: "included", no: "excluded", unknown: "unknown" } as const;

function onBasisOf(
  plan: Wanted,
  balance: HeldBalance,
  dossier: CouncilDossier,
  { cohort, total }: Pick<HeldAgreement, "cohort" | "total">,
): DeficitInterval {
  if (plan.basis === balance.basis) return exactly(balance);
  const receipts = receiptsUpTo(plan.financialYear, signingYear(dossier, cohort), dossier.payments);
  return grossInterval(balance, receipts, mostPayable(dossier, total), grantReceived(dossier.grantItems));
}

/** Money may have come under any version, so the largest total bounds it; without one of them nothing does. */
function mostPayable({ agreements }: CouncilDossier, total: Money | null): Money | null {
  const totals = [total, ...agreements.map((version) => version.total)];
  return totals.some((each) => each === null) ? null : pence(Math.max(...totals.map(Number)));
}

/** Money flows from the first signature on, also where a later version stands. */
export function signingYear({ agreements }: CouncilDossier, cohort: FinancialYear): FinancialYear {
  return agreements.reduce<FinancialYear>(
    (earliest, version) => (compareYears(version.cohort, earliest) < 0 ? version.cohort : earliest),
    cohort,
  );
}

function byRank(plan: Wanted, a: HeldBalance, b: HeldBalance): number {
  return (
    Number(!isOfPlansKind(plan, a)) - Number(!isOfPlansKind(plan, b)) ||
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    latestFirst(a, b) ||
    a.family.localeCompare(b.family) ||
    a.deficit - b.deficit ||
    byRef(a.ref, b.ref)
  );
}

function isOfPlansKind(plan: Wanted, { basis, scope }: HeldBalance): boolean {
  return basis === plan.basis && scope === plan.scope;
}

function latestFirst(a: HeldBalance, b: HeldBalance): number {
  const day = ({ publishedOn }: HeldBalance) => (publishedOn === null ? "" : earliestDay(publishedOn));
  return day(b).localeCompare(day(a));
}
