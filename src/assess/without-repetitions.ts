import type { HeldRows, OutturnRow } from "./load-held-rows";

const REGISTER = "evidence-register";
/** What the register's copies call the balances worked back, and the edition that holds those. */
const DERIVED = "derived-balances";
const DERIVED_EDITION = "derived_balances";

/**
 * Outturns each of which is a word of its own: of one publication only the newest edition's figure for a
 * council and day, and no row of the register that only repeats a figure held from where it was published.
 */
export function withoutRepetitions(
  rows: readonly OutturnRow[],
  editions: HeldRows["editions"],
): readonly OutturnRow[] {
  const newest = new Map<string, OutturnRow>();
  const originals = new Set<string>();
  for (const row of rows) {
    if (row.copyOf === null && row.deficitPence !== null) originals.add(placeOf(row, nameOf(row, editions)));
    if (row.reading.publicationId === REGISTER) continue;
    const place = publishedAs(row);
    const rival = newest.get(place);
    if (!rival || isNewer(row, rival, editions)) newest.set(place, row);
  }
  return rows.filter((row) =>
    row.reading.publicationId === REGISTER
      ? row.copyOf === null || !originals.has(placeOf(row, row.copyOf))
      : newest.get(publishedAs(row)) === row,
  );
}

function nameOf({ reading, editionId }: OutturnRow, editions: HeldRows["editions"]): string {
  const isDerived = reading.publicationId === REGISTER && editions.get(editionId)?.key === DERIVED_EDITION;
  return isDerived ? DERIVED : reading.publicationId;
}

function placeOf(row: OutturnRow, publication: string): string {
  return `${row.dfeCode} ${row.asAt} ${publication}`;
}

function publishedAs(row: OutturnRow): string {
  return `${placeOf(row, row.reading.publicationId)} ${row.basis} ${row.scope}`;
}

function isNewer(row: OutturnRow, rival: OutturnRow, editions: HeldRows["editions"]): boolean {
  const dated = ({ editionId }: OutturnRow) => {
    const edition = editions.get(editionId);
    return `${edition?.publishedOn ?? ""} ${edition?.key ?? ""}`;
  };
  const order = dated(row).localeCompare(dated(rival));
  return order === 0 ? row.id > rival.id : order > 0;
}
