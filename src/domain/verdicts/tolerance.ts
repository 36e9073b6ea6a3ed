import { type Money, pence, sum } from "../money";
import type { HeldPlan } from "./held-figures";
import type { Thresholds } from "./thresholds";

/**
 * How far above the promise still counts as kept: what rounding and derivation may have hidden on both
 * sides, plus the larger of £250,000 and 1% of the larger of the promise and DfE's total.
 */
export function toleranceOf(
  plan: Pick<HeldPlan, "deficit" | "error">,
  errorOfActual: Money,
  total: Money | null,
  { toleranceFloor, toleranceBasisPoints }: Thresholds,
): Money {
  const size = Math.max(Math.abs(plan.deficit), Math.abs(total ?? 0));
  const share = Math.floor((size * toleranceBasisPoints) / 10_000);
  return sum([errorOfActual, plan.error, pence(Math.max(toleranceFloor, share))]);
}
