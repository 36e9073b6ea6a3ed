import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { type Reading, today } from "./summaries";

export interface NamedCouncil {
  readonly dfeCode: string;
  readonly slug: string;
  readonly name: string;
}

/** Councils as people know them. */
export interface CouncilNames {
  /** The live councils by name. */
  readonly live: readonly NamedCouncil[];
  /** By ONS code, DfE code or address name; ended councils too. */
  find(code: string): NamedCouncil | undefined;
}

export async function councilNames(reading: Reading): Promise<CouncilNames> {
  const councils = await loadCouncils(currentFigures(reading.database), today(reading));
  const named = ({ slug, record: { dfeCode, commonName: name } }: (typeof councils.live)[number]) => ({
    dfeCode,
    slug,
    name,
  });
  return {
    live: councils.live.map(named),
    find(code) {
      const entry = councils.find(code);
      return entry && named(entry);
    },
  };
}
