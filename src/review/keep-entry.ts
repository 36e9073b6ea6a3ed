import type { RegisterCells } from "@/domain/register/entry-problems";
import { REGISTER_COLUMNS, type RegisterFileName } from "@/domain/register/register-columns";
import { REGISTER_ID } from "@/sources/evidence-register/publication";
import type { Transaction } from "@/store/figure-tables";
import { loadCouncilRegister } from "@/store/load-council-register";
import { type EntryVerb, type HeldEntry, loadRegisterEntries } from "@/store/load-register-entries";
import { lockPublication } from "@/store/lock-publication";
import { recordAudit } from "@/store/record-audit";
import { checkEntry, type EntryCheck } from "./check-entry";
import { loadRegisterNow, type RegisterContext, type RegisterNow, refuseWorkedOut } from "./register-context";
import { ReviewProblem } from "./review-problem";
import { statedReason } from "./stated-reason";

/** Which row is meant: an entry that a person made, a row of the project's own file, or a new one. */
export type EntrySubject =
  | { readonly entryId: number }
  | { readonly bundledKey: string }
  | { readonly isNew: true };

export interface EntryRequest {
  readonly file: RegisterFileName;
  readonly subject: EntrySubject;
  readonly cells: RegisterCells;
  /** Why, in the words of the person who keeps it; stands in the entry's history. */
  readonly reason: string;
  /** The person has seen what speaks against it and keeps it all the same. */
  readonly despiteDoubts: boolean;
}

export type EntryOutcome =
  | { readonly kind: "kept"; readonly entryId: number; readonly verb: EntryVerb }
  /** Nothing was kept: something has to be mended, or looked at first. */
  | { readonly kind: "not-kept"; readonly check: EntryCheck };

/**
 * Adds a row to the evidence register, or edits one, in a version of its own. It counts once the register is read
 * again.
 *
 * @throws ReviewProblem when there is no such row, or no reason; nothing is changed then
 */
export async function keepEntry(context: RegisterContext, request: EntryRequest): Promise<EntryOutcome> {
  const { file, subject } = request;
  const reason = statedReason(request.reason);
  const cells = ofColumns(file, request.cells);
  if ("isNew" in subject) refuseWorkedOut(file);
  return context.database.$transaction(async (transaction) => {
    const locked = await lockRegister(context, transaction);
    const now = await loadRegisterNow(locked, file);
    const edited = await rowMeant(now, file, subject);
    const councils = await loadCouncilRegister(transaction);
    const check = await checkEntry(locked, file, cells, { now, councils }, edited?.cells ?? null);
    const stops = check.problems.length > 0 || (check.doubts.length > 0 && !request.despiteDoubts);
    if (stops) return { kind: "not-kept", check };
    const verb = edited === null ? "added" : "edited";
    const entryId = await storeVersion(locked, transaction, file, edited, {
      ...{ verb, cells, reason, dfeCode: check.council?.dfeCode ?? null },
    });
    return { kind: "kept", entryId, verb };
  }, LIMITS);
}

/** Of what was checked and found sound. */
export async function addChecked(
  context: RegisterContext,
  transaction: Transaction,
  file: RegisterFileName,
  cells: RegisterCells,
  dfeCode: string | null,
  reason: string,
): Promise<number> {
  return storeVersion(context, transaction, file, null, { verb: "added", cells, reason, dfeCode });
}

export interface RetirementRequest {
  readonly file: RegisterFileName;
  readonly subject: Exclude<EntrySubject, { readonly isNew: true }>;
  readonly reason: string;
}

/**
 * Takes a row out of the register; what it said stays in its history. Its figures cease to count once the register is
 * read again.
 *
 * @throws ReviewProblem when there is no such row, it's retired already, or nothing would be left of the file
 */
export function retireEntry(
  context: RegisterContext,
  { file, subject, reason: given }: RetirementRequest,
): Promise<number> {
  const reason = statedReason(given);
  return context.database.$transaction(async (transaction) => {
    const locked = await lockRegister(context, transaction);
    const now = await loadRegisterNow(locked, file);
    const row = await rowMeant(now, file, subject);
    if (!row) throw noSuchRow();
    if (row.entry?.retired) throw new ReviewProblem("already-decided", "It is retired already.");
    if (rowsLeft(now) <= 1) {
      throw new ReviewProblem("wrong-state", `${file}.csv can't be left without a row. Edit it instead.`);
    }
    const dfeCode = row.entry?.dfeCode ?? (await councilCode(transaction, row.cells));
    return storeVersion(locked, transaction, file, row, {
      verb: "retired",
      cells: row.cells,
      reason,
      dfeCode,
    });
  }, LIMITS);
}

/**
 * Brings a retired row back as it was.
 *
 * @throws ReviewProblem when there is no such entry, or it isn't retired
 */
export function restoreEntry(
  context: RegisterContext,
  { entryId, reason: given }: { readonly entryId: number; readonly reason: string },
): Promise<number> {
  const reason = statedReason(given);
  return context.database.$transaction(async (transaction) => {
    const locked = await lockRegister(context, transaction);
    const [entry] = await loadRegisterEntries(transaction, { id: entryId });
    if (!entry) throw noSuchRow();
    if (!entry.retired) throw new ReviewProblem("wrong-state", "It isn't retired.");
    const { file, cells, dfeCode } = entry;
    const row = { entry, cells, replaces: entry.replaces };
    return storeVersion(locked, transaction, file, row, { verb: "restored", cells, reason, dfeCode });
  }, LIMITS);
}

const LIMITS = { timeout: 60_000, maxWait: 10_000 };

/** One at a time, and never while the register's figures are being stored. */
export async function lockRegister(
  context: RegisterContext,
  transaction: Transaction,
): Promise<RegisterContext> {
  await lockPublication(transaction, REGISTER_ID);
  return { ...context, database: transaction as RegisterContext["database"] };
}

interface RowMeant {
  readonly entry: HeldEntry | null;
  readonly cells: RegisterCells;
  readonly replaces: string | null;
}

/** @throws ReviewProblem when there is no such row */
async function rowMeant(
  now: RegisterNow,
  file: RegisterFileName,
  subject: EntrySubject,
): Promise<RowMeant | null> {
  if ("isNew" in subject) return null;
  if ("entryId" in subject) {
    const entry = now.entries.find(({ id }) => id === subject.entryId);
    if (!entry) throw noSuchRow();
    return { entry, cells: entry.cells, replaces: entry.replaces };
  }
  const entry = now.entries.find(({ replaces }) => replaces === subject.bundledKey) ?? null;
  const row = now.bundled.find(({ key }) => key === subject.bundledKey);
  if (!row) throw noSuchRow();
  return { entry, cells: entry?.cells ?? ofColumns(file, row.cells), replaces: row.key };
}

function noSuchRow(): ReviewProblem {
  return new ReviewProblem(
    "no-such-entry",
    "The register has no such row. It may have been changed meanwhile.",
  );
}

function rowsLeft({ bundled, entries }: RegisterNow): number {
  const retired = entries.filter((entry) => entry.retired && entry.replaces !== null).length;
  const added = entries.filter((entry) => !entry.retired && entry.replaces === null).length;
  return bundled.length - retired + added;
}

async function councilCode(transaction: Transaction, cells: RegisterCells): Promise<string | null> {
  if (!cells.la_name) return null;
  const councils = await loadCouncilRegister(transaction);
  const match = councils.find({ name: cells.la_name, dfeCode: cells.la_code ?? null });
  return match.kind === "found" ? match.dfeCode : null;
}

const AUDITED_AS: Readonly<Record<EntryVerb, string>> = {
  added: "entry.add",
  edited: "entry.edit",
  retired: "entry.retire",
  restored: "entry.restore",
};

/** Writes down what an entry says from now on, with who says so and why. */
async function storeVersion(
  { clock, actor }: RegisterContext,
  transaction: Transaction,
  file: RegisterFileName,
  row: RowMeant | null,
  version: { verb: EntryVerb; cells: RegisterCells; reason: string; dfeCode: string | null },
): Promise<number> {
  const recordedAt = clock.now();
  const entryId =
    row?.entry?.id ??
    (
      await transaction.registerEntry.create({
        data: { file, replaces: row?.replaces ?? null, createdAt: recordedAt },
      })
    ).id;
  const { verb, cells, reason } = version;
  await transaction.registerEntryVersion.create({
    data: { entryId, ...version, cells: { ...cells }, actor, recordedAt },
  });
  const before = verb === "added" || verb === "restored" ? null : (row?.cells ?? null);
  await recordAudit(transaction, {
    ...{ actor, reason, at: recordedAt, verb: AUDITED_AS[verb] },
    subject: { kind: "register entry", id: entryId },
    before: before && { file, ...before },
    after: verb === "retired" ? null : { file, ...cells },
  });
  return entryId;
}

/** The cells that have words in them, each without the blanks around it. */
export function ofColumns(file: RegisterFileName, cells: RegisterCells): RegisterCells {
  const known = new Set(REGISTER_COLUMNS[file].map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(cells)
      .map(([name, text]) => [name, text.replaceAll("\r\n", "\n").trim()] as const)
      .filter(([name, text]) => text !== "" || !known.has(name)),
  );
}
