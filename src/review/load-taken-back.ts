import type { Context } from "@/context";
import type { VerdictHiding } from "@/generated/prisma/client";
import type { ListedFlag } from "@/shapes/flag-decision-shapes";
import { loadHidings } from "@/store/load-hidings";
import { loadCouncilNames } from "./council-names";
import { loadListedFlags } from "./load-listed-flags";

/** What isn't shown today because a person said so. */
export interface TakenBack {
  readonly withdrawn: ListedFlag[];
  readonly hidden: readonly { readonly council: string; readonly hiding: VerdictHiding }[];
}

export async function loadTakenBack(context: Pick<Context, "database">): Promise<TakenBack> {
  const [withdrawn, hidings, names] = await Promise.all([
    loadListedFlags(context, { state: "withdrawn" }),
    loadHidings(context.database),
    loadCouncilNames(context.database),
  ]);
  const hidden = [...hidings.values()].map((hiding) => ({
    ...{ hiding, council: names.get(hiding.dfeCode) ?? hiding.dfeCode },
  }));
  return { withdrawn, hidden };
}
