/** Keeps the order of the values within each group, and of the groups by their first value. */
export function groupBy<K, T>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The greatest value of each group. */
export function greatestBy<K, T>(
  values: Iterable<T>,
  keyOf: (value: T) => K,
  compare: (a: T, b: T) => number,
): Map<K, T> {
  const greatest = new Map<K, T>();
  for (const value of values) {
    const key = keyOf(value);
    const so = greatest.get(key);
    if (so === undefined || compare(so, value) < 0) greatest.set(key, value);
  }
  return greatest;
}
