import type { Context } from "@/context";
import type { FlagState } from "@/domain/flags/compare-assessments";
import type { RuleName, Severity } from "@/domain/flags/flag";
import type { Flag, Prisma } from "@/generated/prisma/client";
import type { ListedFlag } from "@/shapes/flag-decision-shapes";
import { loadCouncilNames } from "./council-names";

/** Flags in the order in which they were raised, newest first: those that readers see, and those that they don't. */
export async function loadListedFlags(
  { database }: Pick<Context, "database">,
  where: Prisma.FlagWhereInput,
): Promise<ListedFlag[]> {
  const [flags, councils] = await Promise.all([
    database.flag.findMany({ where, orderBy: [{ raisedAt: "desc" }, { id: "asc" }] }),
    loadCouncilNames(database),
  ]);
  return flags.map((flag) => listedFlag(flag, councils));
}

export function listedFlag(flag: Flag, councils: ReadonlyMap<string, string>): ListedFlag {
  const { id, dfeCode, financialYear, summary, withdrawnReason } = flag;
  return {
    ...{ id, dfeCode, financialYear, summary, withdrawnReason },
    council: councils.get(dfeCode) ?? dfeCode,
    rule: flag.rule as RuleName,
    severity: flag.severity as Severity,
    state: flag.state as FlagState,
    raisedAt: flag.raisedAt.toISOString(),
  };
}
