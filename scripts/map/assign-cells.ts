/**
 * The cheapest way to give every row a column of its own: the Hungarian method with shortest augmenting paths
 * (Kuhn 1955, Jonker and Volgenant 1987).
 *
 * @param costs one row for each thing to place, one column for each place; no fewer places than things
 * @returns for each row its column
 */
export function assignCells(costs: readonly (readonly number[])[]): number[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (columns < rows) throw new Error(`${rows} things can't have ${columns} places.`);
  // Counted from 1; column 0 stands for the row that is being placed.
  const rowPrice = filled(rows + 1, 0);
  const columnPrice = filled(columns + 1, 0);
  const rowAt = filled(columns + 1, 0);
  for (let row = 1; row <= rows; row++) {
    const cheapest = filled(columns + 1, Number.POSITIVE_INFINITY);
    const cameFrom = filled(columns + 1, 0);
    const tried = new Set<number>();
    rowAt[0] = row;
    let column = 0;
    do {
      tried.add(column);
      const at = rowAt[column] ?? 0;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let candidate = 1; candidate <= columns; candidate++) {
        if (tried.has(candidate)) continue;
        const cost =
          (costs[at - 1]?.[candidate - 1] ?? 0) - (rowPrice[at] ?? 0) - (columnPrice[candidate] ?? 0);
        if (cost < (cheapest[candidate] ?? 0)) {
          cheapest[candidate] = cost;
          cameFrom[candidate] = column;
        }
        if ((cheapest[candidate] ?? 0) < step) {
          step = cheapest[candidate] ?? 0;
          next = candidate;
        }
      }
      for (let candidate = 0; candidate <= columns; candidate++) {
        if (tried.has(candidate)) {
          const owner = rowAt[candidate] ?? 0;
          rowPrice[owner] = (rowPrice[owner] ?? 0) + step;
          columnPrice[candidate] = (columnPrice[candidate] ?? 0) - step;
        } else {
          cheapest[candidate] = (cheapest[candidate] ?? 0) - step;
        }
      }
      column = next;
    } while (rowAt[column] !== 0);
    while (column !== 0) {
      const before = cameFrom[column] ?? 0;
      rowAt[column] = rowAt[before] ?? 0;
      column = before;
    }
  }
  const columnOf = filled(rows, 0);
  for (const [column, row] of rowAt.entries()) if (column > 0 && row > 0) columnOf[row - 1] = column - 1;
  return columnOf;
}

function filled(length: number, value: number): number[] {
  return Array.from({ length }, () => value);
}
