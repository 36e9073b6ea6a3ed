import type { Summary } from "@/shapes/api-shapes";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { openSourceBook } from "./figure-source";
import { groupBy } from "./grouping";
import { heldOutturns } from "./outturns";
import { loadProgrammes } from "./programmes";
import { type Reading, summaryOf, today } from "./summaries";

/** The live councils by name. One question for each table, never one for each council. */
export async function listAuthorities(reading: Reading): Promise<Summary[]> {
  const figures = currentFigures(reading.database);
  const [councils, programmes, outturns] = await Promise.all([
    loadCouncils(figures, today(reading)),
    loadProgrammes(figures),
    figures.outturn.findMany(),
  ]);
  const book = await openSourceBook(figures, outturns);
  const held = groupBy(heldOutturns(outturns, book), ({ row }) => row.dfeCode);
  return councils.live.map((entry) =>
    summaryOf(entry, programmes, held.get(entry.record.dfeCode) ?? [], book),
  );
}
