import type { MissingReason } from "@/domain/published-value";

/** What a publication prints instead of a number. Each defines its own: one release has been seen to swap x and z. */
export type Symbols = Readonly<Record<string, MissingReason>>;

/** Marks that other tables of the department print; no release has been seen to give them another meaning. */
const ELSEWHERE: Symbols = {
  "..": "not-available",
  "-": "not-available",
  "n/a": "not-applicable",
};

/**
 * Why there is no number, if a symbol says so: `c`, `C` and `[c]` alike. A blank is no symbol.
 *
 * @returns null when the cell isn't a symbol
 */
export function symbolIn(printed: string, symbols: Symbols): MissingReason | null {
  const mark = (/^\[(\w+)\]$/.exec(printed)?.[1] ?? printed).toLowerCase();
  return symbols[mark] ?? ELSEWHERE[mark] ?? null;
}
