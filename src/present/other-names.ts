import type { CouncilEntry, Councils } from "./councils";

/** Names, spellings and codes by which a council may be looked for besides its own: those it continues included. */
export function otherNames(entry: CouncilEntry, councils: Councils): string[] {
  const earlier = councils.predecessors(entry).map(({ record }) => record);
  const names = [entry.record, ...earlier].flatMap(({ name, commonName, spellings, gssCode, dfeCode }) => [
    name,
    commonName,
    ...spellings,
    gssCode,
    dfeCode,
  ]);
  const { commonName, gssCode, dfeCode } = entry.record;
  return [...new Set(names)].filter((name) => ![commonName, gssCode, dfeCode].includes(name));
}
