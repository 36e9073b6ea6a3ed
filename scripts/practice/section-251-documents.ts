import { stringify } from "csv-stringify/sync";
import type { ArchiveDocument } from "../archive/archive-document";
import { SECTION_251_COLUMNS } from "../archive/section-251-release";
import { releaseDocuments } from "../archive/statistics-release";
import { gssCodeOf, REGION } from "./council-list";
import type { PracticeCouncil, YearLabel } from "./practice-council";
import { INVENTED, PRACTICE_PAGE } from "./practice-words";
import { isOutBy } from "./stages";

/** Each year's release and the day on which it came out. It gives the years before it too. */
const RELEASES: readonly { readonly year: YearLabel; readonly publishedOn: string }[] = [
  { year: "2020-21", publishedOn: "2022-01-27" },
  { year: "2021-22", publishedOn: "2023-01-26" },
  { year: "2022-23", publishedOn: "2024-01-25" },
  { year: "2023-24", publishedOn: "2025-01-23" },
  { year: "2024-25", publishedOn: "2026-01-22" },
];

type Balance = number | "x";

/** The section 251 release that was current at a stage: lines 1.9.2 and 1.9.3 of every year up to its own. */
export function section251Documents(councils: readonly PracticeCouncil[], stage: string): ArchiveDocument[] {
  const out = RELEASES.filter(({ publishedOn }) => isOutBy(stage, publishedOn)).map(({ year }) => year);
  const latest = out.at(-1);
  if (!latest) throw new Error(`No section 251 release is out by ${stage}.`);
  const lines = out.flatMap((year, index) => {
    const before = out[index - 1];
    return [
      ...(before === undefined
        ? []
        : linesOf(councils, BROUGHT_FORWARD, year, (one) => balanceIn(one, before, latest))),
      ...linesOf(councils, CARRIED_FORWARD, year, (one) => balanceIn(one, year, latest)),
    ];
  });
  return releaseDocuments({
    publication: { slug: "la-and-school-expenditure", title: "LA and school expenditure" },
    slug: latest,
    title: `Financial year ${latest}`,
    yearTitle: latest,
    citation: { title: `Invented section 251 outturn ${latest}`, url: `${PRACTICE_PAGE}section-251` },
    origin: INVENTED,
    files: [
      {
        name: "s251_alleducation_la_regional_national(2).csv",
        title: "All local authority expenditure on education",
        guidance:
          "Lines 1.9.2 and 1.9.3 of England and of each invented council, in pounds; positive is a deficit. All other lines are left out. A balance that is not available is x.",
        csv: stringify([SECTION_251_COLUMNS, ...lines], { record_delimiter: "\r\n" }),
      },
    ],
  });
}

const CARRIED_FORWARD = "1.9.3 Dedicated Schools Grant carried forward to next year";
const BROUGHT_FORWARD = "1.9.2 Dedicated Schools Grant brought forward from previous year";

/** A balance is restated by the first release after the one of its own year. */
function balanceIn(
  { name, balances, firstPrinted }: PracticeCouncil,
  year: YearLabel,
  release: YearLabel,
): Balance {
  if (firstPrinted?.year === year && release === year) return firstPrinted.balance;
  const balance = balances[year];
  if (balance === undefined) throw new Error(`${name} has no balance for ${year}.`);
  return balance;
}

function linesOf(
  councils: readonly PracticeCouncil[],
  line: string,
  year: YearLabel,
  balanceOf: (council: PracticeCouncil) => Balance,
): string[][] {
  const balances = councils.map(balanceOf);
  const england = balances.reduce<number>(
    (total, balance) => total + (balance === "x" ? 0 : pounds(balance)),
    0,
  );
  return [
    row("National", ["", "", "", "", ""], line, year, String(england)),
    ...councils.map((council, index) => {
      const balance = balances[index] ?? "x";
      const area = [REGION.name, REGION.code, council.name, council.dfeCode, gssCodeOf(council)];
      return row("Local authority", area, line, year, balance === "x" ? "x" : String(pounds(balance)));
    }),
  ];
}

function row(level: string, area: readonly string[], line: string, year: YearLabel, value: string): string[] {
  const notInFile = (count: number) => Array.from({ length: count }, () => ":");
  return [
    year.replace("-", ""),
    "Financial year",
    level,
    "England",
    "E92000001",
    ...area,
    "Dedicated schools grant",
    line,
    ...notInFile(6),
    value,
    ...notInFile(3),
  ];
}

function pounds(millions: number): number {
  return Math.round(millions * 1_000_000);
}
