import type { DraftFigure } from "@/domain/dsg/draft-figures";
import type { EntryProblem, RegisterCells } from "@/domain/register/entry-problems";
import type { RegisterFileName } from "@/domain/register/register-columns";
import { writeCsv } from "@/formats/write-csv";
import { registerAddress, registerFileNamed } from "./publication";

/** One row of a register file, read as it will be once it stands in the file. */
export function readRegisterRow(
  name: RegisterFileName,
  cells: RegisterCells,
): { readonly figures: readonly DraftFigure[]; readonly problems: readonly EntryProblem[] } {
  const file = registerFileNamed(name);
  const csv = writeCsv([file.columns, file.columns.map((column) => cells[column] ?? "")]);
  const { figures, findings } = file.read({
    url: registerAddress(file),
    title: null,
    mediaType: "text/csv",
    bytes: new TextEncoder().encode(csv),
    origin: "register",
  });
  return {
    figures,
    problems: findings.map(({ message, locator, expected }) => ({
      column: locator?.cell ?? null,
      message: expected === undefined ? message : `This can't be read: expected ${expected}.`,
    })),
  };
}
