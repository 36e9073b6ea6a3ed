import { compareYears, type FinancialYear, readFinancialYear } from "@/domain/financial-year";
import type { LayoutBlock, TableCell } from "@/formats/document-layout";
import { plainDashes } from "./printed-years";
import { plainWords } from "./sentences";

/** `22/23`: a year only among its like, since it could be anything. */
const SHORT = /^'?([2-4]\d) ?[-/] ?'?([2-4]\d)$/;
/** `2023`: the year that ends in it, where the heading says that years end there. */
const BARE = /^(20\d\d)$/;
const ENDING =
  /\byears? end(?:ing|ed|s)?\b|\b31(?:st)? mar(?:ch)?\b|\b(?:at|by|to|end of|ending|ended) mar(?:ch)?\b|^mar(?:ch)?$/i;

/**
 * Tables whose years are printed so shortly that only their place among others tells them for years, `22/23` below
 * `21/22`, or `2023` under "Year ending March": with each of those years spelled out.
 */
export function withYearsSpelledOut(block: LayoutBlock): LayoutBlock {
  if (block.kind === "text") return block;
  const width = block.rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) =>
    block.rows.flatMap((row) => row[column] ?? []),
  );
  const spelled = new Map([...columns, ...block.rows].flatMap(spelledOut));
  if (spelled.size === 0) return block;
  return {
    ...block,
    rows: block.rows.map((row) =>
      row.map((cell) => {
        const year = spelled.get(cell);
        return year === undefined ? cell : { ...cell, text: year };
      }),
    ),
  };
}

function spelledOut(line: readonly TableCell[]): [TableCell, FinancialYear][] {
  const years = line.flatMap((cell): [TableCell, FinancialYear][] => {
    const year = shortYear(cell.text);
    return year && !cell.repeated ? [[cell, year]] : [];
  });
  const inTurn = years.every(([, year], index) => {
    const before = years[index - 1]?.[1];
    return before === undefined || compareYears(before, year) === -1;
  });
  if (years.length < 2 || !inTurn) return [];
  const others = line.filter((cell) => !years.some(([year]) => year === cell));
  const isBare = years.some(([cell]) => BARE.test(textOf(cell.text)));
  return isBare && !others.some(({ text }) => ENDING.test(plainWords(text))) ? [] : years;
}

function shortYear(printed: string): FinancialYear | null {
  const text = textOf(printed);
  const [, first, second] = SHORT.exec(text) ?? [];
  if (first !== undefined) return readFinancialYear(`20${first}-${second}`);
  const ending = BARE.exec(text)?.[1];
  return ending === undefined ? null : readFinancialYear(`${Number(ending) - 1}-${ending}`);
}

/** Without its footnote marks. */
function textOf(printed: string): string {
  return plainDashes(printed)
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[*\u2020\u2021\u00b9\u00b2\u00b3]+$/, "")
    .trim();
}
