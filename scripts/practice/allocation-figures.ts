import { csvFile } from "./csv-file";
import { grown } from "./growth";
import type { PracticeCouncil } from "./practice-council";
import { PRACTICE_PAGE } from "./practice-words";
import { isOutBy } from "./stages";

interface AllocationEdition {
  /** The financial year by its first calendar year. */
  readonly starts: number;
  readonly publishedOn: string;
  /** Councils whose block this edition gives otherwise than the one before it, in pounds more. */
  readonly more?: Readonly<Record<string, number>>;
}

/** A version in July of each year, and a second one of 2025-26, which restates Placeholder's block. */
const EDITIONS: readonly AllocationEdition[] = [
  { starts: 2020, publishedOn: "2020-07-16" },
  { starts: 2021, publishedOn: "2021-07-15" },
  { starts: 2022, publishedOn: "2022-07-21" },
  { starts: 2023, publishedOn: "2023-07-20" },
  { starts: 2024, publishedOn: "2024-07-18" },
  { starts: 2025, publishedOn: "2025-07-17" },
  { starts: 2025, publishedOn: "2026-03-26", more: { X09: 412_000 } },
  { starts: 2026, publishedOn: "2026-07-16" },
];

const GROWTH_PERCENT = 7;
const AFTER_DEDUCTIONS_PERCENT = 91;

/** The high needs blocks published by a stage, in the columns of `archive/figures/high_needs_allocations.csv`. */
export function allocationFigures(councils: readonly PracticeCouncil[], stage: string): Uint8Array {
  const rows = EDITIONS.filter(({ publishedOn }) => isOutBy(stage, publishedOn)).flatMap(
    ({ starts, publishedOn, more = {} }) =>
      councils.map((council) => {
        const before = blockIn(council, starts) + (more[council.dfeCode] ?? 0);
        return {
          financial_year: `${starts}-${String(starts + 1).slice(2)}`,
          published_on: publishedOn,
          la_code: council.dfeCode,
          la_name: council.name,
          before_deductions_gbp: before,
          after_deductions_gbp: Math.round((before * AFTER_DEDUCTIONS_PERCENT) / 100),
          publication: "Invented allocations",
          source_url: `${PRACTICE_PAGE}allocations`,
        };
      }),
  );
  return csvFile(
    [
      "financial_year",
      "published_on",
      "la_code",
      "la_name",
      "before_deductions_gbp",
      "after_deductions_gbp",
      "publication",
      "source_url",
    ],
    rows,
  );
}

/** Whole pounds. */
export function blockIn({ block }: PracticeCouncil, starts: number): number {
  return grown(block * 1_000_000, GROWTH_PERCENT, starts - 2020);
}
