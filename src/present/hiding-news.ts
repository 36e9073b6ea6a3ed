import type { FlagWithHistory } from "@/shapes/judgement-shapes";
import { asSentence, hiddenSentence, hidingTitle } from "@/wording/hiding";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { authorityOf } from "./flags";
import { type Reading, today } from "./summaries";

/** That a council's verdicts were hidden, or are shown again: for feeds. */
export interface HidingNews {
  readonly id: string;
  readonly authority: FlagWithHistory["authority"];
  readonly at: string;
  readonly title: string;
  readonly summary: string;
}

/** Newest first; of one council where one is named. */
export async function hidingNews(
  reading: Reading,
  { dfeCode, limit }: { readonly dfeCode?: string | undefined; readonly limit: number },
): Promise<readonly HidingNews[]> {
  const rows = await reading.database.verdictHiding.findMany({
    where: dfeCode === undefined ? {} : { dfeCode },
    include: { ending: true },
    orderBy: { id: "desc" },
    take: limit,
  });
  if (rows.length === 0) return [];
  const councils = await loadCouncils(currentFigures(reading.database), today(reading));
  return rows
    .flatMap(({ id, dfeCode: whose, reason, hiddenAt, ending }): HidingNews[] => {
      const authority = authorityOf(whose, councils);
      const since = hiddenAt.toISOString();
      const hidden = {
        ...{ id: `hidden/${id}`, authority, at: since, title: hidingTitle(authority.name, false) },
        summary: hiddenSentence({ reason, since }),
      };
      if (!ending) return [hidden];
      const shown = {
        ...{ id: `shown/${id}`, authority, at: ending.endedAt.toISOString() },
        ...{ title: hidingTitle(authority.name, true), summary: asSentence(ending.reason) },
      };
      return [shown, hidden];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}
