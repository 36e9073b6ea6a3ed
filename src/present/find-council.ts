import type { Change } from "@/shapes/change-shapes";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { type Reading, today } from "./summaries";

/**
 * A council by ONS code, DfE code or slug; ended ones too.
 *
 * @returns null when no council has that code
 */
export async function findCouncil(
  reading: Reading,
  code: string,
): Promise<NonNullable<Change["authority"]> | null> {
  const councils = await loadCouncils(currentFigures(reading.database), today(reading));
  const entry = councils.find(code);
  if (!entry) return null;
  const { dfeCode, gssCode, commonName: name } = entry.record;
  return { dfeCode, gssCode, name, slug: entry.slug };
}
