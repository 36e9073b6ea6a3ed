import type { ComparedRatio, Comparison } from "@/shapes/comparison-shape";
import { missingWords } from "./missing";
import { formatExactGbp } from "./money";
import { inRegion } from "./status";

/** "24.3%"; of a surplus "surplus 3.1%". */
export function formatPercent(value: number): string {
  const size = `${Math.abs(value).toFixed(1)}%`;
  return value < 0 ? `surplus ${size}` : size;
}

/** "£5,530"; of a surplus "surplus £212". */
export function formatPerPlan(gbp: number): string {
  return gbp < 0 ? `surplus ${formatExactGbp(-gbp)}` : formatExactGbp(gbp);
}

const WHOSE = {
  deficit: "the deficit",
  block: "the year’s high needs block",
  "ehc-plans": "the count of plans",
} as const;

/** Why a ratio isn't there: "the count of plans: we do not hold it". */
export function noRatioWords({ what, reason }: NonNullable<ComparedRatio["missing"]>): string {
  return `${WHOSE[what]}: ${missingWords(reason)}`;
}

/** Places by size, the largest first: "12th of 149 in England, 3rd of 18 in the South East, 2nd of 11 with its neighbours". */
export function placesWords(
  ratio: ComparedRatio,
  { region, chosen }: Pick<Comparison, "region" | "chosen">,
): string | null {
  const places = [
    [ratio.england, "in England"],
    [ratio.region, inRegion(region)],
    [ratio.neighbours, chosen ? "with the councils chosen" : "with its neighbours"],
  ] as const;
  const words = places.flatMap(([place, where]) =>
    place === null
      ? []
      : [`${ordinal(place.rank)}${place.tiedWith > 0 ? " equal" : ""} of ${place.of} ${where}`],
  );
  return words.length === 0 ? null : `${words.join(", ")}; 1st is the largest`;
}

function ordinal(rank: number): string {
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][rank % 10] ?? "th");
  return `${rank}${ending}`;
}
