import { REGISTER_COLUMNS, type RegisterColumn, type RegisterFileName } from "./register-columns";

/** The cells of a register row by the names of their columns; a blank cell may be left out. */
export type RegisterCells = Readonly<Record<string, string>>;

/** What has to be mended before a row can be kept. */
export interface EntryProblem {
  /** The column it's about; null for the row as a whole. */
  readonly column: string | null;
  readonly message: string;
}

export const LONGEST_LINE = 200;
export const LONGEST_WORDS = 2_000;
export const LONGEST_CITATION = 1_000;

/**
 * What is wrong with a row by itself, before it's read: what is missing, too long, or no place that others can look
 * up. Whether the cells can be read is for the reader of the file to say.
 *
 * @param ownHost of this site: a figure can't be cited from us
 * @param before the cells that an edit starts from: what was there already needn't meet today's measures
 */
export function entryProblems(
  file: RegisterFileName,
  cells: RegisterCells,
  { ownHost, before }: { readonly ownHost: string; readonly before: RegisterCells | null },
): EntryProblem[] {
  const columns = REGISTER_COLUMNS[file];
  const strange = Object.keys(cells).filter((name) => !columns.some((column) => column.name === name));
  const problems: EntryProblem[] = strange.map((name) => ({
    column: null,
    message: `There is no column "${name.slice(0, 60)}" in ${file}.`,
  }));
  for (const column of columns) {
    const text = (cells[column.name] ?? "").trim();
    if (before && text === (before[column.name] ?? "").trim()) continue;
    const message = text === "" ? missing(column) : wrong(column, text, ownHost);
    if (message !== null) problems.push({ column: column.name, message });
  }
  return problems;
}

function missing({ required, cell }: RegisterColumn): string | null {
  if (!required) return null;
  if (cell.kind === "citation") return "Say where it stands: a web address that others can look up.";
  if (cell.kind === "words") return "Say in your own words what the source says.";
  return "This is needed.";
}

function wrong({ cell }: RegisterColumn, text: string, ownHost: string): string | null {
  // Spreadsheets take such a cell for a formula; an amount below zero is no formula.
  if (/^[=+@\t]/.test(text) || (text.startsWith("-") && cell.kind !== "amount")) {
    return `Begin with a letter or a digit, not with "${text.charAt(0)}".`;
  }
  if (hasControl(text)) return "There is a character in it that can't be shown. Type it anew.";
  switch (cell.kind) {
    case "citation":
      return tooLong(text, LONGEST_CITATION) ?? wrongCitation(text, ownHost);
    case "words":
      return tooLong(text, LONGEST_WORDS);
    case "choice":
      return cell.of.includes(text) ? null : `Choose one of: ${cell.of.join(", ")}.`;
    default:
      return text.includes("\n") ? "Keep it to one line." : tooLong(text, LONGEST_LINE);
  }
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character < " " && character !== "\n" && character !== "\r");
}

function tooLong(text: string, longest: number): string | null {
  return text.length > longest ? `Keep it to ${longest} characters; it has ${text.length}.` : null;
}

/** An address, perhaps followed by words that say where on the page: "https://... (page 3)". */
function wrongCitation(text: string, ownHost: string): string | null {
  const [address = ""] = text.split(/\s+/);
  const host = /^https:\/\/([^/:?#@\s]+)/i.exec(address)?.[1]?.toLowerCase();
  if (host === undefined || !host.includes(".")) {
    return "Begin with the web address of the source: https:// and what follows.";
  }
  if (host === ownHost.toLowerCase()) {
    return "That is this site. Cite the page from which the figure was taken.";
  }
  return null;
}
