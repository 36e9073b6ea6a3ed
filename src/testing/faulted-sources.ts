import { faultedAgreements } from "./faulted-agreements";
import type { FaultedSource } from "./faulted-source";
import { faultedAllocations, faultedOutturn, faultedPlans } from "./faulted-spreadsheets";

/** Every publication with a live path. */
export const FAULTED_SOURCES: readonly FaultedSource[] = [
  faultedAgreements,
  faultedAllocations,
  faultedOutturn,
  faultedPlans,
];
