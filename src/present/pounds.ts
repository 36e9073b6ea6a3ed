import { pence, wholePounds } from "@/domain/money";

/** Pence as the store keeps them, as whole pounds for the outside world. */
export function gbpOf(storedPence: bigint): number {
  return wholePounds(pence(Number(storedPence)));
}

export function gbpOrNull(storedPence: bigint | null): number | null {
  return storedPence === null ? null : gbpOf(storedPence);
}
