import type { Context } from "@/context";
import type { VerdictHiding } from "@/generated/prisma/client";
import type { ListedFlag } from "@/shapes/flag-decision-shapes";
import { loadHidings } from "@/store/load-hidings";
import { loadCouncilNames } from "./council-names";
import { loadListedFlags } from "./load-listed-flags";

export interface JudgedCouncilEntry {
  readonly dfeCode: string;
  readonly council: string;
  readonly hiding: VerdictHiding | null;
  readonly flags: ListedFlag[];
}

/** @returns null for a council of which nothing was ever judged */
export async function loadJudgedCouncil(
  context: Pick<Context, "database">,
  dfeCode: string,
): Promise<JudgedCouncilEntry | null> {
  const found = (await loadJudgedCouncils(context)).find((one) => one.dfeCode === dfeCode);
  if (!found) return null;
  const [hidings, flags] = await Promise.all([
    loadHidings(context.database),
    loadListedFlags(context, { dfeCode }),
  ]);
  return { ...found, council: found.name, hiding: hidings.get(dfeCode) ?? null, flags };
}

/** The councils of which something is judged, or was flagged, by name. */
export async function loadJudgedCouncils({
  database,
}: Pick<Context, "database">): Promise<{ readonly dfeCode: string; readonly name: string }[]> {
  const [judged, flagged, names] = await Promise.all([
    database.councilStatus.findMany({
      where: { status: { not: "no-agreement" } },
      select: { dfeCode: true },
    }),
    database.flag.findMany({ distinct: ["dfeCode"], select: { dfeCode: true } }),
    loadCouncilNames(database),
  ]);
  const codes = new Set([...judged, ...flagged].map(({ dfeCode }) => dfeCode));
  return [...codes]
    .map((dfeCode) => ({ dfeCode, name: names.get(dfeCode) ?? dfeCode }))
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
