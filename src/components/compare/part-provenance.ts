import {
  allocationProvenance,
  ehcPlansProvenance,
  isHeld,
  outturnProvenance,
  profileProvenance,
} from "@/components/figures/provenance";
import type { FigureProvenance } from "@/components/figures/where-from-card";
import type { ComparedPart } from "@/shapes/compare-shapes";
import { formatCount, formatGbp } from "@/wording/money";

interface PresentedPart {
  /** As it stands in the line under a ratio: "£67.2 million", "20,155 plans". */
  readonly short: string;
  readonly provenance: FigureProvenance;
  /** Where the figure stands on the council's page. */
  readonly anchor: "balance" | "allocation" | "plans" | "planned";
}

/** A figure that a compared value shows or is worked out from; null of one whose value isn't held. */
export function presentPart(council: string, part: ComparedPart): PresentedPart | null {
  switch (part.what) {
    case "deficit":
      return isHeld(part.figure)
        ? {
            short: deficitShort(part.figure.deficitGbp),
            provenance: outturnProvenance(council, part.figure),
            anchor: "balance",
          }
        : null;
    case "block":
      return part.figure.beforeDeductionsGbp === null
        ? null
        : {
            short: formatGbp(part.figure.beforeDeductionsGbp),
            provenance: allocationProvenance(
              council,
              part.figure,
              part.figure.beforeDeductionsGbp,
              "before deductions",
            ),
            anchor: "allocation",
          };
    case "plans": {
      const { year, plans, source } = part.figure;
      return plans === null
        ? null
        : {
            short: `${formatCount(plans)} plans`,
            provenance: ehcPlansProvenance(council, { year, plans, source }),
            anchor: "plans",
          };
    }
    case "planned":
      return {
        short: deficitShort(part.figure.deficitGbp),
        provenance: profileProvenance(council, part.figure),
        anchor: "planned",
      };
  }
}

function deficitShort(gbp: number): string {
  return gbp < 0 ? `surplus ${formatGbp(-gbp)}` : formatGbp(gbp);
}
