import { type CalendarDate, londonDay, type PartialDate } from "@/domain/calendar-date";
import type { Basis, Kind, Scope } from "@/domain/dsg/balance";
import type { DraftFigure, Figure } from "@/domain/dsg/draft-figures";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import { pence } from "@/domain/money";
import { type EntryProblem, entryProblems, type RegisterCells } from "@/domain/register/entry-problems";
import { type HeldOutturn, isYetToCome, outturnDoubts } from "@/domain/register/outturn-doubts";
import { REGISTER_COLUMNS, type RegisterFileName } from "@/domain/register/register-columns";
import { REGISTER_ID } from "@/sources/evidence-register/publication";
import { readRegisterRow } from "@/sources/evidence-register/read-register-row";
import { readRegisterRows, rowKey } from "@/sources/evidence-register/register-rows";
import { figureRow } from "@/store/figure-row";
import { COUNTING, type FigureRow, type StoredFigure, type Transaction } from "@/store/figure-tables";
import { outturnDoubtWords } from "@/wording/register";
import type { RegisterContext, RegisterNow } from "./register-context";

/** What an entry would be, and what speaks against it. */
export interface EntryCheck {
  /** To be mended: nothing is kept while there are any. */
  readonly problems: readonly EntryProblem[];
  /** To be looked at: kept once a person has said that it's right all the same. */
  readonly doubts: readonly string[];
  /** Whether the register says exactly this already. */
  readonly isHeld: boolean;
  /** The council it's about. */
  readonly council: { readonly dfeCode: string; readonly name: string } | null;
}

/** What an entry is checked against, loaded once for all rows of an import. */
export interface CheckedAgainst {
  readonly now: RegisterNow;
  readonly councils: CouncilRegister;
  /** Keys of rows met before in the same import. */
  readonly alsoEntered?: ReadonlySet<string>;
}

/**
 * Checks an entry before it's kept: by itself, by reading it as it will be read, and against what is held.
 *
 * @param before the cells that an edit starts from; null for a new row
 */
export async function checkEntry(
  context: RegisterContext,
  file: RegisterFileName,
  cells: RegisterCells,
  { now, councils, alsoEntered }: CheckedAgainst,
  before: RegisterCells | null,
): Promise<EntryCheck> {
  const problems = entryProblems(file, cells, { ownHost: context.ownHost, before });
  const council = councilOf(file, cells, councils);
  if (council === "unknown" && !problems.some(({ column }) => column === "la_name")) {
    problems.push({
      column: "la_name",
      message: "No council on the reference list has this name. Map the spelling first, or mend it.",
    });
  }
  const found = council === "unknown" ? null : council;
  if (problems.length > 0) return { problems, doubts: [], isHeld: false, council: found };

  const reading = readRegisterRow(file, cells);
  if (reading.problems.length > 0) {
    return { problems: reading.problems, doubts: [], isHeld: false, council: found };
  }
  const key = rowKey(cells);
  const standing = readRegisterRows(now.composed)?.rows ?? [];
  const same = standing.find((row) => row.key === key);
  if (same || alsoEntered?.has(key)) {
    const message = same
      ? `The register says exactly this already, on line ${same.line}.`
      : "This row stands in the file twice.";
    return { problems: [{ column: null, message }], doubts: [], isHeld: true, council: found };
  }
  const today = londonDay(context.clock.now());
  const rows = placed(reading.figures, found?.dfeCode ?? null);
  const future = rows.find(
    ({ table, columns }) =>
      table === "outturn" && isYetToCome(columns.asAt as CalendarDate, columns.kind as Kind, today),
  );
  if (future) {
    const message = "That day is yet to come: only a forecast can be of it.";
    return { problems: [{ column: "as_at_date", message }], doubts: [], isHeld: false, council: found };
  }
  const edited = before === null ? [] : placed(readRegisterRow(file, before).figures, found?.dfeCode ?? null);
  const doubts: string[] = [];
  for (const row of rows) doubts.push(...(await doubtsOf(context, row, edited, today)));
  return { problems: [], doubts: [...new Set(doubts)], isHeld: false, council: found };
}

function councilOf(
  file: RegisterFileName,
  cells: RegisterCells,
  councils: CouncilRegister,
): EntryCheck["council"] | "unknown" {
  if (!REGISTER_COLUMNS[file].some(({ name }) => name === "la_name")) return null;
  const match = councils.find({ name: cells.la_name ?? "", dfeCode: cells.la_code ?? null });
  if (match.kind === "unknown") return "unknown";
  return { dfeCode: match.dfeCode, name: councils.current(match.dfeCode)?.name ?? match.dfeCode };
}

function placed(figures: readonly DraftFigure[], dfeCode: string | null): FigureRow[] {
  return figures.map((figure) => figureRow({ ...figure, council: dfeCode } as unknown as Figure));
}

type HeldRow = StoredFigure & { readonly reading: { readonly publicationId: string; readonly url: string } };

interface HeldRows {
  findMany(args: {
    where: Record<string, unknown>;
    include: { reading: { select: { publicationId: true; url: true } } };
    orderBy: { id: "asc" };
  }): Promise<HeldRow[]>;
}

function held(
  { database }: RegisterContext,
  table: FigureRow["table"],
  where: Record<string, unknown>,
): Promise<HeldRow[]> {
  return ((database as Transaction)[table] as unknown as HeldRows).findMany({
    where: { ...COUNTING, ...where },
    include: { reading: { select: { publicationId: true, url: true } } },
    orderBy: { id: "asc" },
  });
}

async function doubtsOf(
  context: RegisterContext,
  row: FigureRow,
  edited: readonly FigureRow[],
  today: CalendarDate,
): Promise<string[]> {
  const isEdited = (other: HeldRow) =>
    other.reading.publicationId === REGISTER_ID &&
    edited.some(({ series, fingerprint }) => series === other.series && fingerprint === other.fingerprint);
  if (row.table === "outturn") {
    const rows = await held(context, "outturn", { dfeCode: row.columns.dfeCode });
    const others = rows.filter((other) => !isEdited(other)).flatMap(heldOutturn);
    return outturnDoubts(enteredOutturn(row.columns), others, today).map(outturnDoubtWords);
  }
  // A statement stands as an event too: one is told of.
  if (row.table === "statement") return [];
  const rows = await held(context, row.table, { series: row.series });
  return rows
    .filter((other) => !isEdited(other) && other.fingerprint !== row.fingerprint)
    .map((other) => {
      const whose = String(other.citationTitle ?? other.reading.url);
      return `We already hold something of the same kind for that council and time, from ${whose}. Both would stand side by side.`;
    });
}

function enteredOutturn(
  columns: FigureRow["columns"] | StoredFigure,
): Omit<HeldOutturn, "publication" | "title"> {
  const { asAt, deficitPence, errorPence, basis, scope, kind, publishedOn, copyOf } = columns as Readonly<
    Record<string, unknown>
  >;
  return {
    asAt: asAt as CalendarDate,
    deficit: pence(Number(deficitPence)),
    error: errorPence === null || errorPence === undefined ? null : pence(Number(errorPence)),
    ...{ basis: basis as Basis, scope: scope as Scope, kind: kind as Kind },
    publishedOn: (publishedOn ?? null) as PartialDate | null,
    copyOf: (copyOf ?? null) as string | null,
  };
}

function heldOutturn(row: HeldRow): HeldOutturn[] {
  if (typeof row.deficitPence !== "bigint") return [];
  return [
    {
      ...enteredOutturn(row),
      publication: row.reading.publicationId,
      title: String(row.citationTitle ?? row.reading.publicationId),
    },
  ];
}
