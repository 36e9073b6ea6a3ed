import type { CorrectionState } from "@/domain/corrections/correction";
import type { Correction } from "@/shapes/api-shapes";
import type { Change } from "@/shapes/change-shapes";
import { formatDate } from "./dates";
import { formatExactGbp } from "./money";

/** "published as £25,000,000" beside a corrected figure; a deficit below zero was published as a surplus. */
export function publishedAsWords({ originalGbp }: Pick<Correction, "originalGbp">): string {
  return `published as ${formatExactGbp(originalGbp)}`;
}

/** Why, without the full stop that people do or don't put: it stands inside a longer line. */
export function correctionReasonWords({ reason }: Pick<Correction, "reason">): string {
  return reason.replace(/\.$/, "");
}

/** Who says so: "Letter of the council, 31 January 2026". */
export function correctionSourceWords({
  source,
  correctedOn,
}: Omit<Correction, "originalGbp" | "reason">): string {
  return `${source.title}, ${formatDate(correctedOn)}`;
}

/** All of it on one line, where nothing can be linked. */
export function correctionWords(correction: Correction): string {
  return `${publishedAsWords(correction)}; ${correctionReasonWords(correction)}; ${correctionSourceWords(correction)}`;
}

/** Beside a change: why and on whose word a figure was corrected, or why that was taken back. */
export function correctionChangeWords(correction: NonNullable<Change["correction"]>): string {
  const { withdrawnBecause } = correction;
  const corrected = `${correctionReasonWords(correction)}; ${correctionSourceWords(correction)}.`;
  return withdrawnBecause === undefined
    ? corrected
    : `${correctionReasonWords({ reason: withdrawnBecause })}. It had been: ${corrected}`;
}

const STATES: Readonly<Record<CorrectionState, string>> = {
  applies: "The corrected figure is shown.",
  overtaken: "Overtaken: the figure has since changed at its publisher, and is shown as published.",
  withdrawn: "Withdrawn: the figure is shown as published.",
};

export function correctionStateWords(state: CorrectionState): string {
  return STATES[state];
}
