import Link from "next/link";
import { sparkline } from "@/charts/sparkline";
import { Figure } from "@/components/figures/figure";
import { Missing } from "@/components/figures/missing";
import { isHeld, outturnProvenance } from "@/components/figures/provenance";
import { StatusMark } from "@/components/status/status-mark";
import { RecordTable } from "@/components/tables/record-table";
import type { AuthorityRow } from "@/shapes/answer-shapes";
import { deficitCell, kindWords } from "@/wording/balance";
import { formatDate } from "@/wording/dates";
import { missingWords } from "@/wording/missing";

/** The councils that signed, largest net deficit first; those of which none is held come last, by name. */
export function rankByDeficit(councils: readonly AuthorityRow[]): AuthorityRow[] {
  return [...councils].sort(
    (a, b) =>
      (b.latestNetOutturn?.deficitGbp ?? Number.NEGATIVE_INFINITY) -
        (a.latestNetOutturn?.deficitGbp ?? Number.NEGATIVE_INFINITY) || a.name.localeCompare(b.name, "en-GB"),
  );
}

export function RankedCouncils({ councils }: { readonly councils: readonly AuthorityRow[] }) {
  const date = newestDate(councils);
  return (
    <RecordTable
      caption="Councils that signed a safety valve agreement, by latest published net deficit"
      captionHidden
      long
      rows={rankByDeficit(councils).map((council, index) => ({ council, rank: index + 1 }))}
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
            </>
          ),
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
        {
          key: "status",
          head: "Promise",
          from: "wide",
          cell: ({ council }) => <StatusMark status={council.status} />,
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
