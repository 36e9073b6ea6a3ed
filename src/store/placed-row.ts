import type { FigureTable, PlacedRow, StoredFigure } from "./figure-tables";

/** A stored figure as a row to be stored anew, for a figure that counts again or counts as checked. */
export function placedRow(table: FigureTable, figure: StoredFigure): PlacedRow {
  const {
    id: _id,
    editionId: _editionId,
    currentFrom: _currentFrom,
    currentUntil: _currentUntil,
    endedBecause: _endedBecause,
    series,
    fingerprint,
    readingId,
    snapshotSha256,
    ...columns
  } = figure;
  // An absent JSON column is read as null, but null can't be written to one: it's left out instead.
  const written = Object.entries(columns).filter(([, value]) => value !== null);
  return {
    table,
    series,
    fingerprint,
    readingId,
    snapshotSha256,
    columns: { ...Object.fromEntries(written), checked: figure.checked },
  };
}
