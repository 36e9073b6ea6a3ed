import {
  ehcPlansProvenance,
  isHeld,
  latestAllocationProvenance,
  outturnProvenance,
} from "@/components/figures/provenance";
import type { FigureProvenance } from "@/components/figures/where-from-card";
import type { RowFigures } from "@/shapes/council-rows-shape";

/* What the figures of a row of the table of councils say of themselves; null where one isn't held any more. */

export function deficitProvenance({ name, latestNetOutturn }: RowFigures): FigureProvenance | null {
  return latestNetOutturn !== null && isHeld(latestNetOutturn)
    ? outturnProvenance(name, latestNetOutturn)
    : null;
}

export function blockProvenance({ name, latestAllocation }: RowFigures): FigureProvenance | null {
  return latestAllocation === null ? null : latestAllocationProvenance(name, latestAllocation);
}

export function plansProvenance({ name, latestEhcPlans }: RowFigures): FigureProvenance | null {
  return latestEhcPlans === null ? null : ehcPlansProvenance(name, latestEhcPlans);
}
