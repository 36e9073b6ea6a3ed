import type { EntryProblem, RegisterCells } from "@/domain/register/entry-problems";
import { REGISTER_COLUMNS, REGISTER_FILES, type RegisterFileName } from "@/domain/register/register-columns";
import { readCsv } from "@/formats/read-csv";
import { LARGEST_IMPORT_BYTES } from "@/shapes/register-shapes";
import { readRegisterRows, rowKey } from "@/sources/evidence-register/register-rows";
import { loadCouncilRegister } from "@/store/load-council-register";
import { checkEntry } from "./check-entry";
import { addChecked, lockRegister, ofColumns } from "./keep-entry";
import { loadRegisterNow, type RegisterContext, refuseWorkedOut } from "./register-context";
import { statedReason } from "./stated-reason";

export const MOST_IMPORTED_ROWS = 500;

/** What would become of one row of a file that somebody brings. */
export interface ImportedRow {
  readonly line: number;
  /**
   * - `good`: it can be kept
   * - `doubtful`: it can be kept by whoever says that it's right all the same
   * - `held`: the register says exactly this already; passed over
   * - `bad`: it has to be mended first
   */
  readonly state: "good" | "doubtful" | "held" | "bad";
  readonly cells: RegisterCells;
  readonly problems: readonly EntryProblem[];
  readonly doubts: readonly string[];
}

export interface ImportReport {
  /** Null when the headings are those of no register file. */
  readonly file: RegisterFileName | null;
  /** Why nothing of the file can be kept; null when its rows can be told apart. */
  readonly refused: string | null;
  readonly rows: readonly ImportedRow[];
  /** How many rows were kept: none unless it was asked for. */
  readonly kept: number;
}

export interface ImportRequest {
  readonly csv: Uint8Array;
  readonly reason: string;
  /**
   * - `nothing`: only look
   * - `all`: keep every row, or none if any is bad or doubtful
   * - `the good ones`: keep those that are good, and the doubtful ones if `despiteDoubts`
   */
  readonly keep: "nothing" | "all" | "the good ones";
  readonly despiteDoubts: boolean;
}

/**
 * Rows of a register file that somebody brings, in the form in which the register is exported: checked all of them
 * before any is kept. Rows are only ever added; one that the register has already is passed over.
 *
 * @throws ReviewProblem when there is no reason, or the file is one that a program writes
 */
export async function importEntries(context: RegisterContext, request: ImportRequest): Promise<ImportReport> {
  const { csv, keep, despiteDoubts } = request;
  const reason = keep === "nothing" ? "" : statedReason(request.reason);
  const opened = open(csv);
  if ("refused" in opened) return { file: null, refused: opened.refused, rows: [], kept: 0 };
  const { file, rows: brought, ragged } = opened;
  refuseWorkedOut(file);
  return context.database.$transaction(
    async (transaction) => {
      const locked = await lockRegister(context, transaction);
      const now = await loadRegisterNow(locked, file);
      const councils = await loadCouncilRegister(transaction);
      const alsoEntered = new Set<string>();
      const rows: (ImportedRow & { readonly dfeCode: string | null })[] = [];
      for (const { line, cells: given } of brought) {
        const cells = ofColumns(file, given);
        const against = { now, councils, alsoEntered };
        const { problems, doubts, isHeld, council } = await checkEntry(locked, file, cells, against, null);
        alsoEntered.add(rowKey(cells));
        const state = isHeld ? "held" : problems.length > 0 ? "bad" : doubts.length > 0 ? "doubtful" : "good";
        rows.push({ line, state, cells, problems, doubts, dfeCode: council?.dfeCode ?? null });
      }
      for (const line of ragged) {
        const message =
          "It hasn't one cell for each heading. Is there a comma too many, or one without quotation marks?";
        rows.push({
          line,
          state: "bad",
          cells: {},
          problems: [{ column: null, message }],
          doubts: [],
          dfeCode: null,
        });
      }
      rows.sort((a, b) => a.line - b.line);
      const wanted = rows.filter(({ state }) => state === "good" || (state === "doubtful" && despiteDoubts));
      const stops = rows.some(({ state }) => state === "bad" || (state === "doubtful" && !despiteDoubts));
      const keeps = keep === "the good ones" || (keep === "all" && !stops) ? wanted : [];
      for (const { cells, dfeCode } of keeps) {
        await addChecked(locked, transaction, file, cells, dfeCode, reason);
      }
      return { file, refused: null, rows: rows.map(({ dfeCode: _, ...row }) => row), kept: keeps.length };
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
}

interface Opened {
  readonly file: RegisterFileName;
  readonly rows: readonly { readonly line: number; readonly cells: RegisterCells }[];
  readonly ragged: readonly number[];
}

function open(csv: Uint8Array): Opened | { readonly refused: string } {
  if (csv.length > LARGEST_IMPORT_BYTES) {
    return { refused: `The file has more than ${LARGEST_IMPORT_BYTES / 1_000} kB. Bring it in parts.` };
  }
  const read = readCsv(csv);
  if (read.kind === "unreadable") return { refused: `The file can't be read: ${read.reason}.` };
  const { headings, raggedRows } = read.table;
  const file = REGISTER_FILES.find((name) => hasColumns(name, headings));
  if (!file) {
    return {
      refused: `These are the headings of no register file: ${headings.join(", ").slice(0, 300)}. Take the headings from an export, all of them.`,
    };
  }
  const rows = readRegisterRows(csv)?.rows ?? [];
  if (rows.length + raggedRows.length === 0) return { refused: "The file has headings but no row." };
  if (rows.length > MOST_IMPORTED_ROWS) {
    return { refused: `The file has ${rows.length} rows; bring at most ${MOST_IMPORTED_ROWS} at once.` };
  }
  return { file, rows, ragged: raggedRows.map(({ line }) => line) };
}

function hasColumns(file: RegisterFileName, headings: readonly string[]): boolean {
  const columns = REGISTER_COLUMNS[file].map(({ name }) => name);
  return columns.length === headings.length && columns.every((name) => headings.includes(name));
}
