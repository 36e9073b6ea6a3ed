import { readCalendarDate } from "@/domain/calendar-date";
import { type FinancialYear, financialYearOf, readFinancialYear } from "@/domain/financial-year";
import type { StandingRow, Standings } from "@/shapes/standings-shape";
import { countedVerdicts, latestDecided, standingOf } from "@/wording/standing";
import { standingInYear } from "@/wording/standing-in-year";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { openSourceBook } from "./figure-source";
import { listFlags } from "./flags";
import { groupBy } from "./grouping";
import { balanceHistory, heldOutturns, netOfWholeGrant, presentOutturn } from "./outturns";
import { loadProgrammes } from "./programmes";
import { type Reading, today } from "./summaries";
import { standingVerdicts } from "./verdicts";

/**
 * How every living council stands, in a word and a sentence.
 *
 * @param asked a year: then only what is judged of that year counts. One of which nothing is held is as if none
 *   were asked for.
 */
export async function nationalStandings(reading: Reading, asked: string | null): Promise<Standings> {
  const figures = currentFigures(reading.database);
  const [councils, programmes, outturns, verdicts, flags] = await Promise.all([
    loadCouncils(figures, today(reading)),
    loadProgrammes(figures),
    figures.outturn.findMany(),
    standingVerdicts(reading.database),
    listFlags(reading, {}),
  ]);
  const book = await openSourceBook(figures, outturns);
  const outturnsOf = groupBy(heldOutturns(outturns, book), ({ row }) => row.dfeCode);
  const verdictsOf = groupBy(verdicts, ({ dfeCode }) => dfeCode);
  const flagsOf = groupBy(flags, ({ authority }) => authority.dfeCode);

  const rows = councils.live.map((entry) => {
    const { dfeCode, commonName, region } = entry.record;
    const line = netOfWholeGrant(outturnsOf.get(dfeCode) ?? []);
    return {
      line,
      cohort: programmes.cohorts.get(dfeCode) ?? null,
      flags: flagsOf.get(dfeCode) ?? [],
      verdicts: (verdictsOf.get(dfeCode) ?? []).map(({ verdict }) => verdict),
      verdictsHidden: programmes.hiddenOf(dfeCode) ?? undefined,
      council: {
        ...{ dfeCode, region, name: commonName, slug: entry.slug },
        programme: programmes.programmeOf(dfeCode),
      },
    };
  });
  const years = yearsWorthAsking(rows);
  const year = years.find((known) => known === asked) ?? null;

  return {
    year,
    years,
    councils: rows.map(
      ({ line, cohort, flags: raised, verdicts: judged, council, verdictsHidden }): StandingRow => {
        const held = year === null ? line : line.filter(({ row }) => yearOfDate(row.asAt) <= year);
        const latest = held.findLast(({ row }) => year === null || yearOfDate(row.asAt) === year);
        const shared = {
          ...council,
          hidden: verdictsHidden !== undefined,
          netOutturn: latest === undefined ? null : presentOutturn(latest, book),
          balanceHistory: balanceHistory(held),
        };
        if (year !== null) {
          const verdict = countedVerdicts(judged).find(({ financialYear }) => financialYear === year) ?? null;
          return {
            ...shared,
            ...standingInYear({ year, cohort, verdict, flags: raised, verdictsHidden }),
            verdict,
          };
        }
        const status = programmes.statusOf(council.dfeCode);
        const { sentence } = standingOf({ status, flags: raised, verdicts: judged, verdictsHidden });
        return { ...shared, status, sentence, verdict: latestDecided(judged) };
      },
    ),
  };
}

interface Dated {
  readonly line: readonly { readonly row: { readonly asAt: string } }[];
  readonly cohort: string | null;
  readonly verdicts: Parameters<typeof countedVerdicts>[0];
}

/** From the first signature on, years with a judged plan or a published year end of a council that signed. */
function yearsWorthAsking(rows: readonly Dated[]): FinancialYear[] {
  const signed = rows.filter(({ cohort }) => cohort !== null);
  const first = signed.reduce<string | null>(
    (least, { cohort }) => (least === null || (cohort ?? least) < least ? cohort : least),
    null,
  );
  const years = signed.flatMap(({ line, verdicts }) => [
    ...line.map(({ row }) => yearOfDate(row.asAt)),
    ...countedVerdicts(verdicts).map(({ financialYear }) => financialYear),
  ]);
  return [...new Set(years)]
    .flatMap((year) => readFinancialYear(year) ?? [])
    .filter((year) => first !== null && year >= first)
    .sort();
}

function yearOfDate(printed: string): string {
  const date = readCalendarDate(printed);
  return date === null ? "" : financialYearOf(date);
}
