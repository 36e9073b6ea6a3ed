import type { RegisterCells } from "@/domain/register/entry-problems";
import { REGISTER_FILES, type RegisterFileName } from "@/domain/register/register-columns";
import { REGISTER_ID, registerAddress, registerFileNamed } from "@/sources/evidence-register/publication";
import { readRegisterRows, rowKey } from "@/sources/evidence-register/register-rows";
import { loadCouncilRegister } from "@/store/load-council-register";
import { type HeldEntry, type HeldVersion, loadRegisterEntries } from "@/store/load-register-entries";
import { loadRegisterNow, type RegisterContext } from "./register-context";

/** A row of the register as the people who keep it see it. */
export interface ListedRow {
  /** Null for a row of the project's own file that nobody has touched. */
  readonly entryId: number | null;
  /** The key of the row in the project's own file; null for one that was added. */
  readonly bundledKey: string | null;
  /** The line in the project's own file; null for one that was added. */
  readonly line: number | null;
  readonly cells: RegisterCells;
  /** What became of it last; null for one that nobody has touched. */
  readonly last: Pick<HeldVersion, "verb" | "actor" | "recordedAt" | "reason"> | null;
  readonly retired: boolean;
  /** The register hasn't been read with it yet: what it says counts once that is done. */
  readonly waits: boolean;
}

export interface ListedFile {
  readonly file: RegisterFileName;
  readonly rows: readonly ListedRow[];
}

/** The rows of one register file, those that people touched last first; retired ones too. */
export async function loadRegister(context: RegisterContext, file: RegisterFileName): Promise<ListedFile> {
  const [now, read] = await Promise.all([loadRegisterNow(context, file), keysLastRead(context, file)]);
  const byKey = new Map(now.entries.flatMap((entry) => (entry.replaces ? [[entry.replaces, entry]] : [])));
  const own = now.bundled.map(({ key, line, cells }): ListedRow => {
    const entry = byKey.get(key);
    byKey.delete(key);
    if (entry) return { ...listed(entry, read), line };
    return { entryId: null, bundledKey: key, line, cells, last: null, retired: false, waits: false };
  });
  const met = new Set(own.map(({ entryId }) => entryId));
  const added = now.entries.filter(({ id }) => !met.has(id)).map((entry) => listed(entry, read));
  const rows = [...added, ...own].sort(
    (a, b) => (b.last?.recordedAt.getTime() ?? 0) - (a.last?.recordedAt.getTime() ?? 0),
  );
  return { file, rows };
}

function listed(entry: HeldEntry, read: ReadonlySet<string>): ListedRow {
  const { id: entryId, replaces: bundledKey, cells, retired, versions } = entry;
  const last = versions.at(-1) ?? null;
  const waits = read.has(rowKey(cells)) === retired;
  return { entryId, bundledKey, line: null, cells, last, retired, waits };
}

/** What the rows said of which the figures count: those of the file as it was last read. */
async function keysLastRead(
  { database, snapshots }: RegisterContext,
  file: RegisterFileName,
): Promise<ReadonlySet<string>> {
  const address = await database.sourceAddress.findFirst({
    where: { publicationId: REGISTER_ID, url: registerAddress(registerFileNamed(file)) },
    include: { capture: { select: { snapshotSha256: true } } },
    orderBy: { lastCheckedAt: "desc" },
  });
  const bytes = address?.capture ? await snapshots.read(address.capture.snapshotSha256) : null;
  return new Set(bytes === null ? [] : readRegisterRows(bytes)?.rows.map(({ key }) => key));
}

/** What each register file holds, and how much of it people have made. */
export async function loadRegisterFiles(
  context: RegisterContext,
): Promise<readonly { file: RegisterFileName; rows: number; touched: number; waiting: number }[]> {
  const files: { file: RegisterFileName; rows: number; touched: number; waiting: number }[] = [];
  for (const file of REGISTER_FILES) {
    const { rows } = await loadRegister(context, file);
    files.push({
      file,
      rows: rows.filter(({ retired }) => !retired).length,
      touched: rows.filter(({ last }) => last !== null).length,
      waiting: rows.filter(({ waits }) => waits).length,
    });
  }
  return files;
}

/** An entry with all its versions; null when there is none of that number. */
export async function loadEntry(context: RegisterContext, id: number): Promise<HeldEntry | null> {
  const [entry] = await loadRegisterEntries(context.database, { id });
  return entry ?? null;
}

/** One row with all that became of it; null when the file has no such row. */
export async function loadRegisterRow(
  context: RegisterContext,
  file: RegisterFileName,
  subject: { readonly entryId: number } | { readonly bundledKey: string },
): Promise<(Omit<ListedRow, "last"> & Pick<HeldEntry, "versions">) | null> {
  const { rows } = await loadRegister(context, file);
  const row = rows.find(({ entryId, bundledKey }) =>
    "entryId" in subject ? entryId === subject.entryId : bundledKey === subject.bundledKey,
  );
  if (!row) return null;
  const entry = row.entryId === null ? null : await loadEntry(context, row.entryId);
  return { ...row, versions: entry?.versions ?? [] };
}

/** A register file as it will be read next, for whoever takes it away. */
export async function exportRegister(context: RegisterContext, file: RegisterFileName): Promise<Uint8Array> {
  return (await loadRegisterNow(context, file)).composed;
}

/** The names under which councils can be entered, live ones first. */
export async function loadCouncilNames({ database }: RegisterContext): Promise<readonly string[]> {
  const { authorities } = await loadCouncilRegister(database);
  const live = authorities.filter(({ validTo }) => validTo === null).map(({ name }) => name);
  return [...new Set(live)].sort((a, b) => a.localeCompare(b, "en-GB"));
}
