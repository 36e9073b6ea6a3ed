import type { Outturn } from "@/shapes/api-shapes";
import { basisWords } from "./balance";
import { formatDate } from "./dates";
import { formatGbp } from "./money";

type Held = Outturn & { readonly deficitGbp: number };

/**
 * One sentence for each year end of which independent sources give different sizes.
 *
 * The rule is that of `sources-disagree` (domain.md section 4): same date and scope, same basis or one of
 * them not stated, further apart than their errors and the larger of £250,000 and 1%. Disagreement is a fact
 * to show: none of the figures is preferred.
 */
export function disagreementSentences(outturns: readonly Outturn[]): string[] {
  const held = outturns.filter(
    (outturn): outturn is Held => outturn.deficitGbp !== null && outturn.kind !== "forecast",
  );
  const dates = [...new Set(held.map(({ asAt }) => asAt))].sort().reverse();
  return dates.flatMap((asAt) => {
    const figures = held.filter((outturn) => outturn.asAt === asAt);
    const apart = figures.filter((a) => figures.some((b) => disagree(a, b)));
    if (apart.length === 0) return [];
    const sizes = apart.map(({ deficitGbp, basis }) => `${sizeWords(deficitGbp)}, ${basisWords(basis)}`);
    const explained = new Set(apart.map(({ basis }) => basis)).size > 1;
    return `For ${formatDate(asAt)} the sources differ: ${sizes.join("; ")}.${explained ? " The basis may explain it." : ""}`;
  });
}

function sizeWords(deficitGbp: number): string {
  return deficitGbp < 0 ? `a surplus of ${formatGbp(-deficitGbp)}` : formatGbp(deficitGbp);
}

/** Whether two figures of one date are of the same thing and yet further apart than they may be. */
export function disagree(a: Held, b: Held): boolean {
  const comparable =
    a.scope === b.scope && (a.basis === b.basis || a.basis === "unknown" || b.basis === "unknown");
  // Editions of one publication are one source; the register gathers many.
  const independent =
    a.source.url !== b.source.url &&
    (a.source.publication !== b.source.publication || a.source.publication === "evidence-register");
  const provisional = (a.kind === "provisional") !== (b.kind === "provisional");
  // An inferred date may be the wrong one: then they need not be of one date at all.
  const inferred = a.asAtInferred || b.asAtInferred;
  if (!comparable || !independent || provisional || inferred) return false;
  const tolerance =
    (a.errorGbp ?? 0) +
    (b.errorGbp ?? 0) +
    Math.max(250_000, 0.01 * Math.max(Math.abs(a.deficitGbp), Math.abs(b.deficitGbp)));
  return Math.abs(a.deficitGbp - b.deficitGbp) > tolerance;
}
