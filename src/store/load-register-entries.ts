import type { RegisterCells } from "@/domain/register/entry-problems";
import type { RegisterFileName } from "@/domain/register/register-columns";
import type { RegisterEntryVersion } from "@/generated/prisma/client";
import type { Transaction } from "./figure-tables";

export type EntryVerb = "added" | "edited" | "retired" | "restored";

/** An entry of the evidence register as it stands, with all that became of it, oldest first. */
export interface HeldEntry {
  readonly id: number;
  readonly file: RegisterFileName;
  /** The key of the row of the project's own file in whose place it stands; null for one that was added. */
  readonly replaces: string | null;
  readonly retired: boolean;
  /** What the row says; of a retired one what it said. */
  readonly cells: RegisterCells;
  readonly dfeCode: string | null;
  readonly versions: readonly HeldVersion[];
}

export type HeldVersion = Omit<RegisterEntryVersion, "entryId" | "cells" | "verb"> & {
  readonly verb: EntryVerb;
  readonly cells: RegisterCells;
};

/** The entries that people have made, in the order in which they came; of one file where one is named. */
export async function loadRegisterEntries(
  database: Pick<Transaction, "registerEntry">,
  { file, id }: { readonly file?: RegisterFileName | undefined; readonly id?: number | undefined } = {},
): Promise<HeldEntry[]> {
  const rows = await database.registerEntry.findMany({
    where: { ...(file === undefined ? {} : { file }), ...(id === undefined ? {} : { id }) },
    include: { versions: { orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ id: entryId, file: name, replaces, versions: stored }) => {
    const versions = stored.map(({ entryId: _, ...version }) => ({
      ...version,
      verb: version.verb as EntryVerb,
      cells: version.cells as RegisterCells,
    }));
    const last = versions.at(-1);
    if (!last) return [];
    return {
      ...{ id: entryId, file: name as RegisterFileName, replaces, versions },
      ...{ retired: last.verb === "retired", cells: last.cells, dfeCode: last.dfeCode },
    };
  });
}
