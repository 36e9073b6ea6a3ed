import { calendarDate } from "@/domain/calendar-date";
import { type FinancialYear, financialYearOf, lastDay, readFinancialYear } from "@/domain/financial-year";
import { type Money, PENCE_PER, pence } from "@/domain/money";
import { nearestTo } from "@/domain/neighbours/nearest";
import { type MissingReason, missing, type PublishedValue, present } from "@/domain/published-value";
import { type DeficitRatios, deficitRatios, januaryWithin, type Ratio } from "@/domain/ratios/deficit-ratios";
import { type CouncilRatios, type Places, placesOf } from "@/domain/ratios/place-of";
import type { Allocation, EhcPlanCount } from "@/generated/prisma/client";
import type { ComparedRatio, Comparison } from "@/shapes/comparison-shape";
import { latestAllocations } from "./allocations";
import { correctionOf } from "./corrections";
import { type CouncilEntry, loadCouncils } from "./councils";
import { type CurrentFigures, currentFigures } from "./current-figures";
import { newestCounts } from "./ehc-plans";
import { openSourceBook, type SourceBook } from "./figure-source";
import { groupBy } from "./grouping";
import { type HeldOutturn, heldOutturns, netOfWholeGrant } from "./outturns";
import { gbpOf } from "./pounds";
import { loadProgrammes } from "./programmes";
import { type Reading, today } from "./summaries";

/**
 * A council's latest deficit after DfE money, measured by its high needs block and its plans of that year, and
 * placed among England, its region and the ten councils most like it, or the councils a reader set beside it.
 *
 * @param asked codes or address names of those councils, none for the ones most like it; unknown ones are passed over
 * @returns null for an unknown or ended council, and where no such deficit is held
 */
export async function councilComparison(
  reading: Reading,
  code: string,
  asked: readonly string[] = [],
): Promise<Comparison | null> {
  const figures = currentFigures(reading.database);
  const councils = await loadCouncils(figures, today(reading));
  const entry = councils.find(code);
  if (!entry || entry.record.validTo !== null) return null;
  const { dfeCode } = entry.record;
  const year = await latestYear(figures, dfeCode);
  if (year === null) return null;

  const held = await figuresOfYear(figures, year);
  const ratios = new Map(
    councils.live.map((one) => [one.record.dfeCode, ratiosOf(one, year, held)] as const),
  );
  const [own, outturn] = [ratios.get(dfeCode), held.deficits.get(dfeCode)];
  if (!own || !outturn || outturn.row.deficitPence === null) return null;
  const nearest = nearestTo(
    dfeCode,
    councils.live.map((one) => likenessOf(one, held, ratios)),
  );
  const chosen = [...new Set(asked.flatMap((one) => liveCode(councils.find(one))))]
    .filter((one) => one !== dfeCode)
    .slice(0, MOST_CHOSEN);
  const codes = chosen.length > 0 ? chosen : (nearest?.map((neighbour) => neighbour.dfeCode) ?? []);
  const all = [...ratios.values()];
  const programmes = await loadProgrammes(figures);

  return {
    financialYear: year,
    asAt: outturn.row.asAt,
    region: entry.record.region,
    deficitGbp: gbpOf(outturn.row.deficitPence),
    percentOfBlock: compared(own.ratios.percentOfBlock, placesOf(own, all, codes, "percentOfBlock")),
    gbpPerEhcPlan: compared(inPounds(own.ratios.perEhcPlan), placesOf(own, all, codes, "perEhcPlan")),
    sources: sourcesOf(dfeCode, held),
    chosen: chosen.length > 0,
    choices: councils.live
      .filter(({ record }) => record.dfeCode !== dfeCode)
      .map(({ record, slug }) => ({ name: record.commonName, slug }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    neighbours:
      nearest === null && chosen.length === 0
        ? null
        : codes.flatMap((neighbour) => {
            const other = councils.current(neighbour);
            if (!other) return [];
            return {
              dfeCode: neighbour,
              name: other.record.commonName,
              slug: other.slug,
              status: programmes.statusOf(neighbour),
              percentOfBlock: valueIn(ratios.get(neighbour)?.ratios.percentOfBlock),
              gbpPerEhcPlan: valueIn(inPounds(ratios.get(neighbour)?.ratios.perEhcPlan)),
            };
          }),
  };
}

/** As many as can be read beside one another. */
const MOST_CHOSEN = 12;

function liveCode(entry: CouncilEntry | undefined | null): string[] {
  return entry && entry.record.validTo === null ? [entry.record.dfeCode] : [];
}

interface FiguresOfYear {
  readonly deficits: ReadonlyMap<string, HeldOutturn>;
  readonly blocks: ReadonlyMap<string, Allocation>;
  readonly plans: ReadonlyMap<string, EhcPlanCount>;
  readonly book: SourceBook;
}

async function latestYear(figures: CurrentFigures, dfeCode: string): Promise<FinancialYear | null> {
  const rows = await figures.outturn.findMany({ where: { dfeCode } });
  const book = await openSourceBook(figures, rows);
  const latest = netOfWholeGrant(heldOutturns(rows, book)).at(-1);
  if (!latest) return null;
  const [year = 0, month = 1, day = 1] = latest.row.asAt.split("-").map(Number);
  const financialYear = financialYearOf(calendarDate(year, month, day));
  return lastDay(financialYear) === latest.row.asAt ? readFinancialYear(financialYear) : null;
}

async function figuresOfYear(figures: CurrentFigures, year: FinancialYear): Promise<FiguresOfYear> {
  const [outturns, allocations, counts] = await Promise.all([
    figures.outturn.findMany({ where: { asAt: lastDay(year) } }),
    figures.allocation.findMany({ where: { financialYear: year } }),
    figures.ehcPlanCount.findMany({ where: { year: januaryWithin(year) } }),
  ]);
  const book = await openSourceBook(figures, outturns, allocations, counts);
  const byCouncil = groupBy(heldOutturns(outturns, book), ({ row }) => row.dfeCode);
  return {
    deficits: new Map(
      [...byCouncil].flatMap(([dfeCode, held]) => {
        const net = netOfWholeGrant(held).at(-1);
        return net ? [[dfeCode, net] as const] : [];
      }),
    ),
    blocks: new Map([...latestAllocations(allocations, book)].map((row) => [row.dfeCode, row])),
    plans: new Map(newestCounts(counts, book).map((row) => [row.dfeCode, row])),
    book,
  };
}

function ratiosOf({ record }: CouncilEntry, year: FinancialYear, held: FiguresOfYear): CouncilRatios {
  const { dfeCode, region } = record;
  const plans = held.plans.get(dfeCode);
  const ratios = deficitRatios({
    financialYear: year,
    ...{ basis: "net", scope: "dsg" },
    deficit: moneyOf(held.deficits.get(dfeCode)?.row.deficitPence),
    blockBeforeDeductions: moneyOf(held.blocks.get(dfeCode)?.beforeDeductionsPence),
    ehcPlans:
      plans === undefined || plans.plans === null
        ? missing((plans?.missing ?? "not-held") as MissingReason)
        : present(plans.plans),
  });
  return { dfeCode, region, ratios };
}

function moneyOf(amount: bigint | null | undefined): PublishedValue<Money> {
  return amount === null || amount === undefined ? missing("not-held") : present(pence(Number(amount)));
}

function likenessOf(
  { record: { dfeCode, type } }: CouncilEntry,
  { blocks, plans }: FiguresOfYear,
  ratios: ReadonlyMap<string, CouncilRatios>,
) {
  const block = blocks.get(dfeCode)?.beforeDeductionsPence ?? null;
  return {
    dfeCode,
    type,
    blockBeforeDeductions: block === null ? null : pence(Number(block)),
    ehcPlans: plans.get(dfeCode)?.plans ?? null,
    deficitPercentOfBlock: valueIn(ratios.get(dfeCode)?.ratios.percentOfBlock),
  };
}

function valueIn(ratio: Ratio | undefined): number | null {
  return ratio?.kind === "value" ? ratio.value : null;
}

function inPounds(ratio: DeficitRatios["perEhcPlan"] | undefined): Ratio {
  if (ratio === undefined) return { kind: "missing", what: "ehc-plans", reason: "not-held" };
  return ratio.kind === "value" ? { kind: "value", value: Math.round(ratio.value / PENCE_PER.pound) } : ratio;
}

function compared(ratio: Ratio, places: Places): ComparedRatio {
  return ratio.kind === "value"
    ? { value: ratio.value, ...places }
    : { value: null, missing: { what: ratio.what, reason: ratio.reason }, ...places };
}

function sourcesOf(dfeCode: string, { deficits, blocks, plans, book }: FiguresOfYear): Comparison["sources"] {
  const rows = [
    ["deficit", deficits.get(dfeCode)?.row, "deficitPence"],
    ["high needs block", blocks.get(dfeCode), "beforeDeductionsPence"],
    ["EHC plans", plans.get(dfeCode), null],
  ] as const;
  return rows.flatMap(([what, row, column]) =>
    row ? [{ what, ...(column ? correctionOf(row, column) : {}), source: book.sourceOf(row) }] : [],
  );
}
