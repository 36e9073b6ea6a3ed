import type { AllocationDraft, NationalTotalDraft } from "@/domain/dsg/draft-figures";
import { compareYears, type FinancialYear, readFinancialYear } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { CouncilRegister, PrintedCouncil } from "@/domain/local-authority/council-register";
import type { Extent } from "@/domain/local-authority/extent";
import { existedAtEndOf, WITHOUT_ALLOCATION } from "@/domain/local-authority/local-authority";
import { type Money, magnitude, NO_MONEY, PENCE_PER, pence, subtract, sum } from "@/domain/money";
import type { Origin } from "@/domain/provenance";
import { valueOr } from "@/domain/published-value";
import type { DraftReading } from "../publication";
import type { Stage } from "./headings";

type Allocation = AllocationDraft<PrintedCouncil>;

/**
 * What a good edition looks like, for each year in it: every council that existed at the end of
 * the year has one row (City of London and Isles of Scilly have no allocation), no other council
 * has, and at both stages the councils add up to ENGLAND, which is of a believable size.
 */
export function checkAllocations(
  draft: DraftReading,
  councils: CouncilRegister,
  origin: Origin,
): readonly Finding[] {
  const allocations = draft.figures.filter((figure) => figure.type === "allocation");
  const totals = draft.figures.filter((figure) => figure.type === "national-total");
  const setAside = codesSetAside(draft.findings, councils);
  return yearsOf(allocations, totals).flatMap((year) => {
    const rows = allocations.filter((allocation) => allocation.financialYear === year);
    const absent = absentCodes(year, rows, councils);
    const missing = absent.filter((code) => !setAside.has(code));
    const incomplete = absent.length > 0;
    return [
      ...missingCouncils(year, missing, councils),
      ...tooManySetAside(year, absent.length - missing.length, councils.extent),
      ...unexpectedCouncils(year, rows, councils),
      ...(["before", "after"] as const).flatMap((stage) =>
        checkTotal(year, stage, rows, totals, { incomplete, origin, extent: councils.extent }),
      ),
    ];
  });
}

const HIDING: ReadonlySet<Finding["kind"]> = new Set(["unreadable-row", "unreadable-cell", "duplicate-row"]);

function hidesRow(finding: Finding): boolean {
  return HIDING.has(finding.kind);
}

function codesSetAside(findings: readonly Finding[], councils: CouncilRegister): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const finding of findings) {
    if (!hidesRow(finding) || finding.council === undefined) continue;
    const match = councils.find({ name: finding.council });
    if (match.kind === "found") codes.add(match.dfeCode);
  }
  return codes;
}

/** A year of which only ENGLAND could be read is a year all the same. */
function yearsOf(
  allocations: readonly Allocation[],
  totals: readonly NationalTotalDraft[],
): readonly FinancialYear[] {
  const years = [
    ...allocations.map((allocation) => allocation.financialYear),
    ...totals.map((total) => readFinancialYear(total.period)).filter((year) => year !== null),
  ];
  return [...new Set(years)].sort(compareYears);
}

function codesOf(rows: readonly Allocation[], councils: CouncilRegister): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { council } of rows) {
    const match = councils.find(council);
    if (match.kind === "found") codes.add(match.dfeCode);
  }
  return codes;
}

function expectedCodes(year: FinancialYear, councils: CouncilRegister): ReadonlySet<string> {
  const existing = councils.authorities.filter((authority) => existedAtEndOf(authority, year));
  return new Set(
    existing.map((authority) => authority.dfeCode).filter((code) => !WITHOUT_ALLOCATION.has(code)),
  );
}

/** The councils that should have a row that was read, and have none. */
function absentCodes(year: FinancialYear, rows: readonly Allocation[], councils: CouncilRegister): string[] {
  const met = codesOf(rows, councils);
  return [...expectedCodes(year, councils)].filter((code) => !met.has(code));
}

/** A slip in a few rows costs these rows; in more of them it's the layout that isn't understood. */
function tooManySetAside(year: FinancialYear, setAside: number, { mostMissing }: Extent): Finding[] {
  if (setAside <= mostMissing) return [];
  return [
    {
      kind: "unexpected-layout",
      severity: "stop",
      message: `The rows of ${setAside} councils in ${year} couldn't be read, too many for slips in single rows: the layout has probably changed.`,
      expected: `at most ${mostMissing} rows set aside`,
      met: String(setAside),
    },
  ];
}

function missingCouncils(
  year: FinancialYear,
  missing: readonly string[],
  councils: CouncilRegister,
): Finding[] {
  if (missing.length === 0) return [];
  const expected = expectedCodes(year, councils).size;
  return [
    {
      kind: "council-missing",
      severity: "stop",
      message: `${count(missing.length, "council")} that existed at the end of ${year} ${missing.length === 1 ? "has" : "have"} no row: ${named(missing, councils)}. See whether the file is whole, or whether the reference list of councils is out of date.`,
      expected: count(expected, "council"),
      met: count(expected - missing.length, "council"),
    },
  ];
}

function unexpectedCouncils(
  year: FinancialYear,
  rows: readonly Allocation[],
  councils: CouncilRegister,
): Finding[] {
  const expected = expectedCodes(year, councils);
  const unexpected = [...codesOf(rows, councils)].filter((code) => !expected.has(code));
  if (unexpected.length === 0) return [];
  return [
    {
      kind: "council-unexpected",
      severity: "stop",
      message: `${count(unexpected.length, "council")} that had no allocation of their own in ${year} ${unexpected.length === 1 ? "has" : "have"} a row: ${named(unexpected, councils)}. See whether the figures are for another year, or whether the reference list of councils is out of date.`,
      expected: count(expected.size, "council"),
      met: named(unexpected, councils),
    },
  ];
}

function checkTotal(
  year: FinancialYear,
  stage: Stage,
  rows: readonly Allocation[],
  totals: readonly NationalTotalDraft[],
  context: { readonly incomplete: boolean; readonly origin: Origin; readonly extent: Extent },
): Finding[] {
  const amounts = rows
    .map((row) => valueOr(stage === "before" ? row.beforeDeductions : row.afterDeductions, null))
    .filter((amount) => amount !== null);
  const printed = totals.find(
    (total) => total.period === year && total.measure.endsWith(`${stage}-deductions`),
  );
  if (printed === undefined) return amounts.length === 0 ? [] : [totalNotPrinted(year, stage)];

  const england = pence(printed.value);
  const { least, most } = context.extent.highNeedsBlock;
  if (england < least || england > most) {
    return [unbelievable(year, stage, england, printed, context.extent)];
  }
  const difference = subtract(sum(amounts), england);
  if (magnitude(difference) <= rounding([...amounts, england])) return [];
  // What was set aside or isn't given can only be missing from the councils' side.
  const blanks = rows.length - amounts.length;
  if (difference < 0 && context.incomplete) return [];
  if (difference < 0 && blanks > 0) return [cannotAddUp(year, stage, blanks, context.origin)];
  return [totalDiffers(year, stage, sum(amounts), england, printed)];
}

/**
 * How far a sum may be from its total by rounding alone. Whole pounds are added exactly by the
 * department, so they must add up exactly. Sheets in £ million carry long binary fractions, of
 * which we keep the penny: one is allowed for each amount. Where they are printed to three
 * decimals or fewer, all amounts are whole thousands of pounds, and half of that unit is allowed.
 */
function rounding(amounts: readonly Money[]): Money {
  const multiplesOf = (unit: number) => amounts.every((amount) => amount % unit === 0);
  const step = [100_000, 10_000, 1_000].map((pounds) => pounds * PENCE_PER.pound).find(multiplesOf);
  if (step !== undefined) return pence((step / 2) * amounts.length);
  if (multiplesOf(PENCE_PER.pound)) return NO_MONEY;
  return pence(amounts.length);
}

function totalDiffers(
  year: FinancialYear,
  stage: Stage,
  councils: Money,
  england: Money,
  printed: NationalTotalDraft,
): Finding {
  return {
    kind: "total-differs",
    severity: "stop",
    message: `The high needs blocks of the councils ${stage} deductions in ${year} add up to ${pounds(councils)}, but ENGLAND is printed as ${pounds(england)}: ${pounds(magnitude(subtract(councils, england)))} ${councils > england ? "less" : "more"}. A figure, a row or the total is wrong; compare with the publication before approving.`,
    expected: pounds(england),
    met: pounds(councils),
    locator: printed.locator,
  };
}

function unbelievable(
  year: FinancialYear,
  stage: Stage,
  england: Money,
  printed: NationalTotalDraft,
  { highNeedsBlock: { least, most } }: Extent,
): Finding {
  return {
    kind: "unexpected-layout",
    severity: "stop",
    message: `England's high needs block ${stage} deductions in ${year} reads as ${pounds(england)}, which can't be right. The heading's unit (pounds or millions) was probably misread.`,
    expected: `between ${pounds(least)} and ${pounds(most)}`,
    met: pounds(england),
    locator: printed.locator,
  };
}

function totalNotPrinted(year: FinancialYear, stage: Stage): Finding {
  return {
    kind: "total-not-printed",
    severity: "stop",
    message: `The workbook gives no ENGLAND total of the high needs block ${stage} deductions in ${year}, so nothing vouches for the sum of the councils. Compare with the publication before approving.`,
    expected: "a row ENGLAND with an amount",
  };
}

function cannotAddUp(year: FinancialYear, stage: Stage, blanks: number, origin: Origin): Finding {
  return {
    kind: "total-differs",
    severity: origin === "archive" ? "note" : "doubt",
    message: `${count(blanks, "council")} in ${year} ${blanks === 1 ? "has" : "have"} no high needs block ${stage} deductions, so the others can't be held against ENGLAND.`,
  };
}

function named(codes: readonly string[], councils: CouncilRegister): string {
  return codes.map((code) => `${councils.current(code)?.name ?? "unknown"} (${code})`).join(", ");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function pounds(amount: Money): string {
  const text = (amount / PENCE_PER.pound).toLocaleString("en-GB", { maximumFractionDigits: 2 });
  return `£${text}`;
}
