import Link from "next/link";
import { sparkline } from "@/charts/sparkline";
import { Figure } from "@/components/figures/figure";
import { Missing } from "@/components/figures/missing";
import { isHeld, outturnProvenance } from "@/components/figures/provenance";
import { StatusMark } from "@/components/status/status-mark";
import { RecordTable } from "@/components/tables/record-table";
import type { AuthorityRow } from "@/shapes/answer-shapes";
import { deficitCell, kindWords } from "@/wording/balance";
import { formatDate, formatYear } from "@/wording/dates";
import { missingWords } from "@/wording/missing";
import { formatExactGbp } from "@/wording/money";
import { GRAVEST_FIRST } from "@/wording/status";

/**
 * The councils that signed, the gravest status first; within one those furthest above what was planned, then the
 * largest net deficit. What isn't held comes last, by name.
 */
export function rankByStanding(councils: readonly AuthorityRow[]): AuthorityRow[] {
  const keys = ({ status, latestVerdict, latestNetOutturn }: AuthorityRow) => [
    -GRAVEST_FIRST.indexOf(status),
    latestVerdict?.gapGbp ?? Number.NEGATIVE_INFINITY,
    latestNetOutturn?.deficitGbp ?? Number.NEGATIVE_INFINITY,
  ];
  return [...councils].sort((a, b) => {
    const [left, right] = [keys(a), keys(b)];
    const differing = left.findIndex((key, index) => key !== right[index]);
    return differing < 0
      ? a.name.localeCompare(b.name, "en-GB")
      : (right[differing] ?? 0) - (left[differing] ?? 0);
  });
}

export function RankedCouncils({ councils }: { readonly councils: readonly AuthorityRow[] }) {
  const date = newestDate(councils);
  const gaps = councils.some(({ latestVerdict }) => latestVerdict !== null);
  return (
    <RecordTable
      caption="Councils that signed a safety valve agreement, by how they stand"
      captionHidden
      long
      rows={rankByStanding(councils).map((council, index) => ({ council, rank: index + 1 }))}
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
              </Link>
              <span className="unit sm:ml-2.5 sm:inline">{council.region}</span>
              <span className="unit sm:hidden">
                <StatusMark status={council.status} />
              </span>
            </>
          ),
        },
        {
          key: "status",
          head: "Promise",
          from: "wide",
          cell: ({ council }) => <StatusMark status={council.status} />,
        },
        ...(gaps
          ? [
              {
                key: "gap",
                head: (
                  <>
                    Above or below plan <span className="unit">£, latest year that can be compared</span>
                  </>
                ),
                numeric: true,
                from: "wide" as const,
                cell: ({ council }: { council: AuthorityRow }) => <Gap council={council} />,
              },
            ]
          : []),
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
        {
          key: "deficit",
          head: (
            <>
              Net deficit <span className="unit">{date === null ? "£" : `£, ${formatDate(date)}`}</span>
            </>
          ),
          numeric: true,
          cell: ({ council }) => <Deficit council={council} date={date} />,
        },
      ]}
    />
  );
}

/** The newest date among the figures, said once in the head; another one is said beside its figure. */
function newestDate(councils: readonly AuthorityRow[]): string | null {
  const dates = councils.flatMap(({ latestNetOutturn }) => latestNetOutturn?.asAt ?? []);
  return dates.length === 0 ? null : dates.reduce((a, b) => (a > b ? a : b));
}

function Deficit({
  council: { name, latestNetOutturn },
  date,
}: {
  readonly council: AuthorityRow;
  readonly date: string | null;
}) {
  if (latestNetOutturn === null || !isHeld(latestNetOutturn)) {
    return <Missing reason={missingWords("not-held")} />;
  }
  const { deficitGbp, asAt, kind } = latestNetOutturn;
  const remarks = [
    asAt === date ? null : formatDate(asAt),
    kind === "outturn" ? null : kindWords(kind),
  ].filter((remark) => remark !== null);
  return (
    <>
      <Figure shown={deficitCell(deficitGbp)} provenance={outturnProvenance(name, latestNetOutturn)} />
      {remarks.length === 0 ? null : <span className="unit">{remarks.join(", ")}</span>}
    </>
  );
}

function Gap({ council: { name, latestVerdict } }: { readonly council: AuthorityRow }) {
  if (latestVerdict === null) return <span className="text-ink-faint">none</span>;
  const { gapGbp, financialYear, evidence, summary } = latestVerdict;
  const source = evidence.at(1)?.source ?? evidence[0]?.source;
  if (gapGbp === null || source === undefined) return <span className="text-ink-faint">none</span>;
  const side = gapGbp > 0 ? "above" : "below";
  const shown = gapGbp === 0 ? "as planned" : `${formatExactGbp(Math.abs(gapGbp))} ${side}`;
  return (
    <>
      <Figure shown={shown} provenance={{ printed: shown, what: `${name}: ${summary}`, source }} />
      <span className="unit">{formatYear(financialYear)}</span>
    </>
  );
}
