import type { Thresholds } from "@/domain/verdicts/thresholds";
import type { Methodology } from "@/shapes/judgement-shapes";
import { formatYear } from "./dates";
import { formatExactGbp } from "./money";

type InForce = Methodology["thresholds"];

const THRESHOLD: Readonly<
  Record<keyof Thresholds, { readonly name: string; readonly value: (inForce: InForce) => string }>
> = {
  toleranceFloor: {
    name: "The least that counts as above or short",
    value: ({ toleranceFloorGbp }) => formatExactGbp(toleranceFloorGbp),
  },
  toleranceBasisPoints: {
    name: "Share of the larger of the planned deficit and DfE’s total",
    value: ({ toleranceBasisPoints }) => percentWords(toleranceBasisPoints),
  },
  staleAfterMonths: {
    name: "An outturn counts as missing after",
    value: ({ staleAfterMonths }) => `${staleAfterMonths} months`,
  },
  onTrackWithinMonths: {
    name: "A year end counts as recent for",
    value: ({ onTrackWithinMonths }) => `${onTrackWithinMonths} months`,
  },
  judgedThrough: {
    name: "The last year that is judged",
    value: ({ judgedThrough }) => formatYear(judgedThrough),
  },
};

export const THRESHOLD_NAMES = Object.keys(THRESHOLD) as readonly (keyof Thresholds)[];

export function thresholdName(name: keyof Thresholds): string {
  return THRESHOLD[name].name;
}

export function thresholdValue(name: keyof Thresholds, inForce: InForce): string {
  return THRESHOLD[name].value(inForce);
}

/** Hundredths of a per cent: 50 is "0.5%". */
export function percentWords(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
