import type { Money } from "../money";
import type { DeficitRatios, Ratio } from "./deficit-ratios";
import { type Rank, type Ranked, rankAmong } from "./rank";

/** A council's ratios with the groups among which they are placed. */
export interface CouncilRatios {
  readonly dfeCode: string;
  readonly region: string;
  readonly ratios: DeficitRatios;
}

export interface Places {
  readonly england: Rank | null;
  readonly region: Rank | null;
  readonly neighbours: Rank | null;
}

const NO_PLACE: Places = { england: null, region: null, neighbours: null };

export type RatioName = "percentOfBlock" | "perEhcPlan";

/**
 * Where a council stands by one ratio: among England, its region and its neighbours. Only councils on the same
 * basis, scope and year are beside it; on an unknown footing it has no place.
 */
export function placesOf(
  council: CouncilRatios,
  all: readonly CouncilRatios[],
  neighbours: readonly string[],
  by: RatioName,
): Places {
  if (council.ratios.basis === "unknown" || council.ratios.scope === "unknown") return NO_PLACE;
  const alike = all.filter(({ ratios }) => isOnOneFooting(ratios, council.ratios));
  const among = (belongs: (other: CouncilRatios) => boolean) =>
    rankAmong(
      rankedBy(by, council),
      alike.filter(belongs).map((other) => rankedBy(by, other)),
    );
  return {
    england: among(() => true),
    region: among(({ region }) => region === council.region),
    neighbours: among(({ dfeCode }) => neighbours.includes(dfeCode)),
  };
}

function isOnOneFooting(a: DeficitRatios, b: DeficitRatios): boolean {
  return a.basis === b.basis && a.scope === b.scope && a.financialYear === b.financialYear;
}

function rankedBy(name: RatioName, { dfeCode, ratios }: CouncilRatios): Ranked {
  const ratio: Ratio | Ratio<Money> = ratios[name];
  return { dfeCode, value: ratio.kind === "value" ? ratio.value : null };
}
