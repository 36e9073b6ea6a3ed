import type { Context } from "@/context";
import type { FlagDecision, FlagReply } from "@/generated/prisma/client";
import type { ListedFlag } from "@/shapes/flag-decision-shapes";
import { loadHidings } from "@/store/load-hidings";
import { loadCouncilNames } from "./council-names";
import { listedFlag } from "./load-listed-flags";

export interface DecidedFlagEntry {
  readonly flag: ListedFlag;
  readonly verdictsHidden: boolean;
  /** Newest first, both. */
  readonly decisions: readonly FlagDecision[];
  readonly replies: readonly FlagReply[];
}

/** @returns null when there never was such a flag */
export async function loadDecidedFlag(
  { database }: Pick<Context, "database">,
  id: string,
): Promise<DecidedFlagEntry | null> {
  const [found, councils, hidings] = await Promise.all([
    database.flag.findUnique({
      where: { id },
      include: { decisions: { orderBy: { id: "desc" } }, replies: { orderBy: { id: "desc" } } },
    }),
    loadCouncilNames(database),
    loadHidings(database),
  ]);
  if (!found) return null;
  const { decisions, replies, ...flag } = found;
  return { flag: listedFlag(flag, councils), verdictsHidden: hidings.has(flag.dfeCode), decisions, replies };
}
