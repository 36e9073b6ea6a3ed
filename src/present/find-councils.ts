import { councilMeant, searchCouncils } from "@/domain/local-authority/search-councils";
import type { CouncilSearch } from "@/shapes/search-shapes";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { otherNames } from "./other-names";
import { type Reading, today } from "./summaries";

/** The live councils that answer to what somebody typed, the best first. */
export async function findCouncils(reading: Reading, typed: string, limit: number): Promise<CouncilSearch> {
  const councils = await loadCouncils(currentFigures(reading.database), today(reading));
  const known = councils.live.map((entry) => ({
    name: entry.record.commonName,
    slug: entry.slug,
    gssCode: entry.record.gssCode,
    dfeCode: entry.record.dfeCode,
    region: entry.record.region,
    alsoKnownAs: otherNames(entry, councils),
  }));
  const found = searchCouncils(known, typed);
  return {
    count: found.length,
    meant: councilMeant(found)?.slug ?? null,
    found: found.slice(0, limit).map(({ council: { name, slug, region }, how, foundAs }) => ({
      ...{ name, slug, region },
      ...{ foundAs, alike: how === "alike" },
    })),
  };
}
