import type { Change } from "@/shapes/change-shapes";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { type Reading, today } from "./summaries";

interface NamedCouncil {
  readonly slug: string;
  readonly name: string;
}

/** The councils of which there is news, by name. */
export async function councilsWithNews(reading: Reading): Promise<NamedCouncil[]> {
  const changed = await reading.database.change.groupBy({
    by: ["dfeCode"],
    where: { notNews: null, dfeCode: { not: null } },
  });
  return byName(reading, changed);
}

/** The councils of which there is or was a flag, by name. */
export async function councilsWithFlags(reading: Reading): Promise<NamedCouncil[]> {
  const flagged = await currentFigures(reading.database).flag.findMany({ select: { dfeCode: true } });
  const councils = [...new Set(flagged.map(({ dfeCode }) => dfeCode))];
  return byName(
    reading,
    councils.map((dfeCode) => ({ dfeCode })),
  );
}

async function byName(
  reading: Reading,
  rows: readonly { readonly dfeCode: string | null }[],
): Promise<NamedCouncil[]> {
  const councils = await loadCouncils(currentFigures(reading.database), today(reading));
  return rows
    .flatMap(({ dfeCode }) => councils.current(dfeCode ?? "") ?? [])
    .map(({ slug, record }) => ({ slug, name: record.commonName }))
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

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
