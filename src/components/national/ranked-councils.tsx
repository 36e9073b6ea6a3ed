import Link from "next/link";
import { useId } from "react";
import { type BarReach, rankedBar, reachOf } from "@/charts/ranked-bar";
import { sparkline } from "@/charts/sparkline";
import { Figure } from "@/components/figures/figure";
import { Missing } from "@/components/figures/missing";
import { isHeld, outturnProvenance } from "@/components/figures/provenance";
import { StatusMark } from "@/components/status/status-mark";
import { RecordTable } from "@/components/tables/record-table";
import { isMiss } from "@/domain/verdicts/judge-year";
import type { StandingRow } from "@/shapes/standings-shape";
import { deficitCell, kindWords } from "@/wording/balance";
import { formatDate, formatYear } from "@/wording/dates";
import { missingWords } from "@/wording/missing";
import { formatExactGbp } from "@/wording/money";
import { HexCode } from "./council-map";
import { rankByGap } from "./national-view";

/** The councils by gap to the promise where it can be told, the others by net deficit, in grey. */
export function RankedCouncils({ councils }: { readonly councils: readonly StandingRow[] }) {
  const date = newestDate(councils);
  const gaps = councils.flatMap(({ verdict }) => verdict?.gapGbp ?? []);
  const gapReach = reachOf(gaps);
  const deficitReach = reachOf(councils.flatMap(({ netOutturn }) => netOutturn?.deficitGbp ?? []));
  return (
    <RecordTable
      caption="Councils by how far above the plan, then by net deficit"
      captionHidden
      long
      rows={rankByGap(councils).map((council, index) => ({ council, rank: index + 1 }))}
      keyOf={({ council }) => council.dfeCode}
      columns={[
        {
          key: "rank",
          head: <span className="sr-only">Rank</span>,
          numeric: true,
          from: "wide",
          cell: ({ rank }) => <span className="text-ink-faint">{rank}</span>,
        },
        {
          key: "council",
          head: "Council",
          names: true,
          cell: ({ council }) => (
            <>
              <Link href={`/authorities/${council.slug}`} prefetch={false}>
                {council.name}
              </Link>{" "}
              <span className="screen-only whitespace-nowrap">
                <HexCode dfeCode={council.dfeCode} />
              </span>
              <span className="unit sm:hidden">
                <StatusMark status={council.status} hidden={council.hidden} />
                <GapInWords verdict={council.verdict} />
              </span>
            </>
          ),
        },
        {
          key: "status",
          head: "Promise",
          from: "wide",
          cell: ({ council }) => <StatusMark status={council.status} hidden={council.hidden} />,
        },
        ...(gaps.length === 0
          ? []
          : [
              {
                key: "gap",
                head: (
                  <>
                    Above or below plan <span className="unit">£, latest year that can be compared</span>
                  </>
                ),
                numeric: true,
                from: "wide" as const,
                cell: ({ council }: { council: StandingRow }) => <Gap council={council} reach={gapReach} />,
              },
            ]),
        {
          key: "bar",
          head: (
            <>
              Net deficit <span className="unit">not held against a plan</span>
            </>
          ),
          from: "widest",
          cell: ({ council }) => <DeficitBar council={council} reach={deficitReach} />,
        },
        {
          key: "deficit",
          head: (
            <>
              <span className="min-[60rem]:sr-only">Net deficit</span>{" "}
              <span className="unit">{date === null ? "£" : `£, ${formatDate(date)}`}</span>
            </>
          ),
          numeric: true,
          cell: ({ council }) => <Deficit council={council} date={date} />,
        },
        {
          key: "course",
          head: (
            <>
              Since 2020 <span className="unit">each on its own scale</span>
            </>
          ),
          from: "wide",
          cell: ({ council }) => sparkline(council.balanceHistory),
        },
      ]}
    />
  );
}

/** The newest date among the figures, said once in the head; another one is said beside its figure. */
function newestDate(councils: readonly StandingRow[]): string | null {
  const dates = councils.flatMap(({ netOutturn }) => netOutturn?.asAt ?? []);
  return dates.length === 0 ? null : dates.reduce((a, b) => (a > b ? a : b));
}

function Deficit({
  council: { name, netOutturn },
  date,
}: {
  readonly council: StandingRow;
  readonly date: string | null;
}) {
  if (netOutturn === null || !isHeld(netOutturn)) {
    return <Missing reason={missingWords("not-held")} />;
  }
  const { deficitGbp, asAt, kind } = netOutturn;
  const remarks = [
    asAt === date ? null : formatDate(asAt),
    kind === "outturn" ? null : kindWords(kind),
  ].filter((remark) => remark !== null);
  return (
    <>
      <Figure shown={deficitCell(deficitGbp)} provenance={outturnProvenance(name, netOutturn)} />
      {remarks.length === 0 ? null : <span className="unit">{remarks.join(", ")}</span>}
    </>
  );
}

function DeficitBar({
  council: { netOutturn },
  reach,
}: {
  readonly council: StandingRow;
  readonly reach: BarReach;
}) {
  const id = useId();
  if (netOutturn === null || netOutturn.deficitGbp === null) return null;
  return rankedBar({ amountGbp: netOutturn.deficitGbp, of: "deficit", reach }, id);
}

/** For a phone, where the column has no room. */
function GapInWords({ verdict }: Pick<StandingRow, "verdict">) {
  if (verdict === null || verdict.gapGbp === null) return null;
  return <span className="block">{`${gapWords(verdict.gapGbp)}, ${formatYear(verdict.financialYear)}`}</span>;
}

function gapWords(gapGbp: number): string {
  if (gapGbp === 0) return "as planned";
  return `${formatExactGbp(Math.abs(gapGbp))} ${gapGbp > 0 ? "above" : "below"}`;
}

function Gap({
  council: { name, status, verdict },
  reach,
}: {
  readonly council: StandingRow;
  readonly reach: BarReach;
}) {
  const id = useId();
  const source = verdict?.evidence.at(1)?.source ?? verdict?.evidence[0]?.source;
  if (verdict === null || verdict.gapGbp === null || source === undefined) {
    return <span className="text-ink-faint">can’t be told</span>;
  }
  const { gapGbp, financialYear, summary } = verdict;
  const shown = gapWords(gapGbp);
  return (
    <>
      <Figure shown={shown} provenance={{ printed: shown, what: `${name}: ${summary}`, source }} />
      <span className="unit">{formatYear(financialYear)}</span>
      {rankedBar(
        { amountGbp: gapGbp, of: status === "missed" && isMiss(verdict.verdict) ? "missed" : "gap", reach },
        id,
      )}
    </>
  );
}
