import { add, type Money, NO_MONEY, pence, sum } from "../money";
import type { FigureRef, HeldBalance } from "./held-figures";
import type { Receipts } from "./receipts";

/** Between which amounts a deficit lies; `high` is null where nothing bounds it. Positive is a deficit. */
export interface DeficitInterval {
  readonly low: Money;
  readonly high: Money | null;
  /** Rounding and derivation of all that went into it, either side. */
  readonly error: Money;
  /** Receipts were complete, or none were needed. */
  readonly complete: boolean;
  readonly refs: readonly FigureRef[];
}

/** A figure that is on the wanted basis itself. */
export function exactly({ deficit, error, ref }: HeldBalance): DeficitInterval {
  return { low: deficit, high: deficit, error, complete: true, refs: [ref] };
}

/** What is known of the stability grant in a balance that is after it. */
export interface GrantReceived {
  readonly amount: Money | null;
  readonly ref: FigureRef;
}

/**
 * The deficit before DfE's money, from a net balance and what is known of receipts:
 *
 *     low  = net + safety valve money received and accounted for (+ stability grant if the balance is after it)
 *     high = the same where receipts are complete, else net + the agreement's total
 *
 * A balance before any DfE money is its own gross. (docs/rules.md, "Gross is an interval")
 *
 * @param total DfE's total under the agreement; null where it isn't held, and nothing bounds the interval then
 * @param grant null where no receipt of the stability grant is cited
 */
export function grossInterval(
  net: HeldBalance,
  receipts: Receipts,
  total: Money | null,
  grant: GrantReceived | null,
): DeficitInterval {
  const { stabilityGrant } = net.after;
  const surelyGrant = stabilityGrant === "yes" ? (grant?.amount ?? NO_MONEY) : NO_MONEY;
  const perhapsGrant = stabilityGrant === "no" ? NO_MONEY : (grant?.amount ?? null);
  const received = add(receipts.sure, receipts.unsure);
  const perhapsReceived = receipts.complete
    ? received
    : total === null
      ? null
      : pence(Math.max(received, total));
  return {
    low: sum([net.deficit, receipts.sure, surelyGrant]),
    high:
      perhapsReceived === null || perhapsGrant === null
        ? null
        : sum([net.deficit, perhapsReceived, perhapsGrant]),
    error: add(net.error, receipts.error),
    complete: receipts.complete && perhapsGrant === surelyGrant,
    refs: [net.ref, ...receipts.refs, ...(grant && surelyGrant > 0 ? [grant.ref] : [])],
  };
}
