import type { VerdictsHidden } from "@/shapes/api-shapes";
import { loadHidings } from "@/store/load-hidings";
import type { CurrentFigures } from "./current-figures";

/** By DfE code, the councils of which a person has hidden what we make of their figures, as everybody is told. */
export async function loadVerdictsHidden(
  figures: Pick<CurrentFigures, "verdictHiding">,
): Promise<ReadonlyMap<string, VerdictsHidden>> {
  const hidings = await loadHidings(figures);
  return new Map(
    [...hidings].map(([dfeCode, { reason, hiddenAt }]) => [
      dfeCode,
      { reason, since: hiddenAt.toISOString() },
    ]),
  );
}
