import type { Thresholds } from "@/domain/verdicts/thresholds";
import type { Methodology } from "@/shapes/judgement-shapes";
import type { ThresholdsPreviewed } from "@/shapes/threshold-shapes";
import { formatYear } from "./dates";
import { formatCount, formatExactGbp } from "./money";

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

const HINT: Readonly<Record<keyof Thresholds, string>> = {
  toleranceFloor: "Whole pounds, such as 250,000",
  toleranceBasisPoints: "Per cent, such as 1 or 0.5",
  staleAfterMonths: "Whole months, from 1 to 60",
  onTrackWithinMonths: "Whole months, from 1 to 60",
  judgedThrough: "A financial year, such as 2025-26",
};

/** How a measure is typed. */
export function thresholdHint(name: keyof Thresholds): string {
  return HINT[name];
}

/** How many rules are measured with it. */
export function rulesUsing(count: number): string {
  return count === 1 ? "Used by one rule" : `Used by ${count} rules`;
}

/** What a preview comes to: how many flags of how many councils would change, and how. */
export function previewSentence({ changes, councils, changed }: ThresholdsPreviewed): string {
  if (changes.length === 0) return "These are in force already.";
  const flags = changed.flatMap((council) => council.flags);
  const counts = (["raised", "worsened", "eased", "cleared"] as const).flatMap((kind) => {
    const count = flags.filter(({ becomes }) => becomes === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const judged = `${formatCount(councils)} councils were judged twice over`;
  if (changed.length === 0) return `Nothing: ${judged}, with the same outcome.`;
  const told =
    counts.length === 0 ? "No flag would change, but verdicts would" : `Flags: ${counts.join(", ")}`;
  const concerned = changed.length === 1 ? "one council is" : `${formatCount(changed.length)} councils are`;
  return `${told}; ${concerned} concerned. ${judged}. Nothing is set by looking.`;
}
