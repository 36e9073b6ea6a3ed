import { earliestDay } from "../calendar-date";
import { compareYears, type FinancialYear, lastDay } from "../financial-year";
import { type DeficitInterval, exactly, grossInterval } from "./gross-interval";
import {
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

/**
 * The outturns held for the year of a promise, in the documented order: first those on the promise's own
 * basis and scope; then audited accounts, section 251, the council's outturn report, the press; a final
 * figure before its provisional one, a later publication before an earlier one.
 */
export function rankActuals(
  dossier: CouncilDossier,
  agreement: HeldAgreement,
  plan: HeldPlan,
): RankedActuals {
  const day = lastDay(plan.financialYear);
  const held = dossier.balances
    .filter((balance) => isActual(balance) && balance.asAt === day)
    .toSorted((a, b) => byRank(plan, a, b));
  const comparable: ActualOfYear[] = [];
  const rejected: { balance: HeldBalance; reason: Reason }[] = [];
  const families = new Set<string>();
  for (const balance of held) {
    const reason = whyNotComparable(plan, balance);
    if (reason) {
      rejected.push({ balance, reason });
      continue;
    }
    if (families.has(balance.family)) continue;
    families.add(balance.family);
    comparable.push({ balance, interval: onBasisOf(plan, balance, dossier, agreement) });
  }
  return { comparable, rejected: rejected.toSorted((a, b) => nearness(a) - nearness(b)) };
}

/** Of several reasons the one that most nearly allows a comparison is the one worth telling. */
const NEARNESS: Readonly<Partial<Record<Reason, number>>> = {
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

function whyNotComparable(plan: HeldPlan, balance: HeldBalance): Reason | null {
  if (balance.basis === "unknown") return "actual-basis-unknown";
  if (balance.scope === "unknown") return "actual-scope-unknown";
  if (balance.asAtInferred) return "actual-date-inferred";
  if (balance.confidence === "low") return "actual-doubtful";
  if (plan.basis === "unknown" || plan.scope === "unknown") return null;
  if (balance.scope !== plan.scope) return "scopes-differ";
  if (plan.basis === "net" && balance.basis === "gross") return "bases-differ";
  if (plan.basis === "net" && balance.after.stabilityGrant !== "no") return "stability-grant-included";
  const local = LOCAL_SIDE[balance.after.localContribution];
  if (local !== "unknown" && plan.localContributions !== "unknown" && local !== plan.localContributions)
    return "local-contributions-differ";
  return null;
}

const LOCAL_SIDE = { yes: "included", no: "excluded", unknown: "unknown" } as const;

function onBasisOf(
  plan: HeldPlan,
  balance: HeldBalance,
  dossier: CouncilDossier,
  { cohort, total }: HeldAgreement,
): DeficitInterval {
  if (plan.basis === balance.basis || plan.basis === "unknown") return exactly(balance);
  const receipts = receiptsUpTo(plan.financialYear, signingYear(dossier, cohort), dossier.payments);
  const paid = dossier.grantItems.find(({ item }) => item === "paid");
  return grossInterval(balance, receipts, total, paid ? { amount: paid.amount, ref: paid.ref } : null);
}

/** Money flows from the first signature on, also where a later version stands. */
export function signingYear({ agreements }: CouncilDossier, cohort: FinancialYear): FinancialYear {
  return agreements.reduce<FinancialYear>(
    (earliest, version) => (compareYears(version.cohort, earliest) < 0 ? version.cohort : earliest),
    cohort,
  );
}

function byRank(plan: HeldPlan, a: HeldBalance, b: HeldBalance): number {
  return (
    Number(!isOfPlansKind(plan, a)) - Number(!isOfPlansKind(plan, b)) ||
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    Number(a.kind === "provisional") - Number(b.kind === "provisional") ||
    latestFirst(a, b) ||
    a.family.localeCompare(b.family) ||
    a.deficit - b.deficit ||
    a.ref.id - b.ref.id
  );
}

function isOfPlansKind(plan: HeldPlan, { basis, scope }: HeldBalance): boolean {
  return basis === plan.basis && scope === plan.scope;
}

function latestFirst(a: HeldBalance, b: HeldBalance): number {
  const day = ({ publishedOn }: HeldBalance) => (publishedOn === null ? "" : earliestDay(publishedOn));
  return day(b).localeCompare(day(a));
}
