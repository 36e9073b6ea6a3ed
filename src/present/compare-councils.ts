import { type Measure, MOST_COMPARED } from "@/domain/compare/measure";
import { councilMeant, searchCouncils } from "@/domain/local-authority/search-councils";
import type { ComparedAnswer } from "@/shapes/compare-shapes";
import { loadDocumentTimes, presentAgreements } from "./agreements";
import { latestAllocations, presentAllocation } from "./allocations";
import { comparedSeries } from "./compared-series";
import { type CouncilEntry, type Councils, loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { newestCounts, presentEhcPlans } from "./ehc-plans";
import { openSourceBook } from "./figure-source";
import { groupBy } from "./grouping";
import { otherNames } from "./other-names";
import { heldOutturns, netOfWholeGrant, presentOutturn } from "./outturns";
import { loadProgrammes } from "./programmes";
import { type Reading, today } from "./summaries";

/** So many councils are offered for what names none. */
const OFFERED = 3;

/**
 * Councils side by side by one measure, in the order in which they were typed, each once.
 *
 * @param typed names or codes; what names no one live council is told back with those that may be meant
 */
export async function compareCouncils(
  reading: Reading,
  typed: readonly string[],
  measure: Measure,
): Promise<ComparedAnswer> {
  const figures = currentFigures(reading.database);
  const [councils, programmes] = await Promise.all([
    loadCouncils(figures, today(reading)),
    loadProgrammes(figures),
  ]);
  const { entries, unresolved } = resolve(typed, councils);
  const compared = entries.slice(0, MOST_COMPARED);
  const seriesOf = await loadSeries(reading, compared, measure);
  const named = ({ record, slug }: CouncilEntry) => ({ name: record.commonName, slug });
  return {
    measure,
    councils: compared.map((entry) => ({
      ...named(entry),
      dfeCode: entry.record.dfeCode,
      gssCode: entry.record.gssCode,
      status: programmes.statusOf(entry.record.dfeCode),
      series: seriesOf(entry.record.dfeCode),
    })),
    unresolved,
    beyond: entries.slice(MOST_COMPARED).map(named),
    choice: councils.live.map(named),
  };
}

function resolve(typed: readonly string[], councils: Councils) {
  const searched = councils.live.map((entry) => ({
    entry,
    name: entry.record.commonName,
    slug: entry.slug,
    gssCode: entry.record.gssCode,
    dfeCode: entry.record.dfeCode,
    alsoKnownAs: otherNames(entry, councils),
  }));
  const entries = new Set<CouncilEntry>();
  const unresolved: ComparedAnswer["unresolved"] = [];
  for (const one of typed) {
    const bySlug = searched.find(({ slug }) => slug === one.toLowerCase());
    const found = bySlug ? [] : searchCouncils(searched, one);
    const meant = bySlug ?? councilMeant(found);
    if (meant) entries.add(meant.entry);
    else {
      const perhaps = found.slice(0, OFFERED).map(({ council: { name, slug } }) => ({ name, slug }));
      unresolved.push({ typed: one, perhaps });
    }
  }
  return { entries: [...entries], unresolved };
}

async function loadSeries(reading: Reading, compared: readonly CouncilEntry[], measure: Measure) {
  const figures = currentFigures(reading.database);
  const where = { dfeCode: { in: compared.map(({ record }) => record.dfeCode) } };
  const [outturns, allocations, counts, agreements, profile] = await Promise.all([
    figures.outturn.findMany({ where }),
    figures.allocation.findMany({ where }),
    figures.ehcPlanCount.findMany({ where }),
    figures.agreement.findMany({ where }),
    figures.profilePoint.findMany({ where }),
  ]);
  const book = await openSourceBook(figures, outturns, allocations, counts, agreements, profile);
  const times = await loadDocumentTimes(figures, agreements);
  const of = <Row extends { readonly dfeCode: string }>(rows: Iterable<Row>) => {
    const groups = groupBy(rows, ({ dfeCode }) => dfeCode);
    return (dfeCode: string) => groups.get(dfeCode) ?? [];
  };
  const outturnsOf = of(outturns);
  const allocationsOf = of(latestAllocations(allocations, book));
  const countsOf = of(newestCounts(counts, book));
  const agreementsOf = of(agreements);
  const profileOf = of(profile);
  const none = { payments: [], localContributions: [], conditions: [] };
  return (dfeCode: string) => {
    const held = heldOutturns(outturnsOf(dfeCode), book);
    return comparedSeries(measure, {
      net: netOfWholeGrant(held).map((outturn) => presentOutturn(outturn, book)),
      outturns: held.map((outturn) => presentOutturn(outturn, book)),
      allocations: [...allocationsOf(dfeCode)]
        .sort((a, b) => a.financialYear.localeCompare(b.financialYear))
        .map((row) => presentAllocation(row, true, book)),
      plans: countsOf(dfeCode).map((row) => presentEhcPlans(row, book)),
      agreements: presentAgreements(
        { agreements: agreementsOf(dfeCode), profile: profileOf(dfeCode), ...none },
        book,
        times,
      ),
    });
  };
}
