import type { Known } from "../dsg/balance";
import { add, type Money, NO_MONEY, pence, sum } from "../money";
import { byRef, type FigureRef, type HeldBalance, type HeldGrantItem } from "./held-figures";
import type { Receipts } from "./receipts";
import type { Reason } from "./verdict";

/** Between which amounts a deficit lies; `high` is null where nothing bounds it. Positive is a deficit. */
export interface DeficitInterval {
  readonly low: Money;
  readonly high: Money | null;
  /** Rounding and derivation of all that went into it, either side. */
  readonly error: Money;
  /** Receipts were complete, or none were needed. */
  readonly complete: boolean;
  /** What would have to be known to make it one figure. */
  readonly missing: Extract<Reason, "receipts-incomplete" | "stability-grant-included"> | null;
  readonly refs: readonly FigureRef[];
}

/** A figure that is on the wanted basis itself. */
export function exactly({ deficit, error, ref }: HeldBalance): DeficitInterval {
  return { low: deficit, high: deficit, error, complete: true, missing: null, refs: [ref] };
}

/** What is cited of the stability grant's payment: between `least` and `most`, which is null where no amount is known. */
export interface GrantReceived {
  readonly least: Money;
  readonly most: Money | null;
  readonly refs: readonly FigureRef[];
}

/** @returns null where no payment of the grant is cited: nothing is assumed */
export function grantReceived(items: readonly HeldGrantItem[]): GrantReceived | null {
  const paid = items.filter(({ item }) => item === "paid").toSorted((a, b) => byRef(a.ref, b.ref));
  if (paid.length === 0) return null;
  const amounts = paid.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const refs = paid.map(({ ref }) => ref);
  if (amounts.length === 0) return { least: NO_MONEY, most: null, refs };
  return { least: pence(Math.min(...amounts)), most: pence(Math.max(...amounts)), refs };
}

/**
 * The deficit before DfE's money, from a net balance and what is known of receipts:
 *
 *     low  = net + safety valve money received and accounted for (+ stability grant if the balance is after it)
 *     high = the same where receipts are complete, else net + the agreement's total
 *
 * What the balance may or may not be after widens the interval. (docs/rules.md, "Gross is an interval")
 *
 * @param mostPayable DfE's total under the agreement, in whichever version is the larger; null where one isn't
 *   held, and nothing bounds the interval then
 * @param grant null where no receipt of the stability grant is cited
 */
export function grossInterval(
  net: HeldBalance,
  receipts: Receipts,
  mostPayable: Money | null,
  grant: GrantReceived | null,
): DeficitInterval {
  const safetyValve = withinBalance(net.after.safetyValve, {
    least: receipts.sure,
    most: mostReceived(receipts, mostPayable),
  });
  const stabilityGrant = withinBalance(net.after.stabilityGrant, grant ?? { least: NO_MONEY, most: null });
  const receiptsKnown =
    net.after.safetyValve === "no" || (net.after.safetyValve === "yes" && receipts.complete);
  const grantKnown = stabilityGrant.least === stabilityGrant.most;
  return {
    low: sum([net.deficit, safetyValve.least, stabilityGrant.least]),
    high:
      safetyValve.most === null || stabilityGrant.most === null
        ? null
        : sum([net.deficit, safetyValve.most, stabilityGrant.most]),
    error: add(net.error, receipts.error),
    complete: receiptsKnown && grantKnown,
    missing: receiptsKnown ? (grantKnown ? null : "stability-grant-included") : "receipts-incomplete",
    refs: [net.ref, ...receipts.refs, ...(net.after.stabilityGrant === "no" ? [] : (grant?.refs ?? []))],
  };
}

interface Amount {
  readonly least: Money;
  readonly most: Money | null;
}

/** How much of what was received has been counted in a balance of which it is or isn't known that it's after it. */
function withinBalance(after: Known, received: Amount): Amount {
  if (after === "no") return { least: NO_MONEY, most: NO_MONEY };
  return after === "yes" ? received : { least: NO_MONEY, most: received.most };
}

function mostReceived({ complete, sure, unsure }: Receipts, mostPayable: Money | null): Money | null {
  const received = add(sure, unsure);
  if (complete) return received;
  return mostPayable === null ? null : pence(Math.max(received, mostPayable));
}
