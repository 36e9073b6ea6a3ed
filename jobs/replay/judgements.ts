import { assess } from "@/assess/assess";
import type { Context } from "@/context";
import type { Happened } from "./happened";

/** When the councils were judged with any effect. Judging changes nothing while nothing has changed. */
export async function loadJudgements({ database }: Context): Promise<readonly Happened[]> {
  const rows = await database.$queryRaw<{ at: Date }[]>`
    SELECT "at" FROM "FlagChange" WHERE "kind" NOT IN ('withdrawn', 'restored')
    UNION SELECT "currentFrom" FROM "Verdict"
    UNION SELECT "currentUntil" FROM "Verdict" WHERE "currentUntil" IS NOT NULL
    UNION SELECT "since" FROM "CouncilStatus" WHERE "since" NOT IN (SELECT "decidedAt" FROM "FlagDecision")
    UNION SELECT "assessedAt" FROM "CouncilStatus"
    ORDER BY 1`;
  return rows.map(({ at }) => ({
    at,
    what: "judging every council",
    again: async (context) => void (await assess(context)),
  }));
}
