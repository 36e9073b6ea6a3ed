import { Figure } from "@/components/figures/figure";
import { Missing } from "@/components/figures/missing";
import { NotChecked } from "@/components/flags/not-checked";
import { VerdictMark } from "@/components/status/verdict-mark";
import { RecordTable } from "@/components/tables/record-table";
import type { Verdict } from "@/shapes/judgement-shapes";
import { basisWords, deficitCell, planSourceWords } from "@/wording/balance";
import { formatDate, formatYearEnd } from "@/wording/dates";
import { formatExactGbp } from "@/wording/money";
import { nothingWords, reasonWords } from "@/wording/verdict";

/** Each planned year end beside what was published for it; the first promise over the present version. */
export function VerdictTable({
  council,
  verdicts,
}: {
  readonly council: string;
  readonly verdicts: readonly Verdict[];
}) {
  const rows = toldOnce(verdicts);
  const versions = new Set(rows.map(({ against }) => against)).size > 1;
  // Where it is true of every row it is said once, above them.
  const unchecked = rows.every(({ checked }) => !checked);
  const table = (
    <RecordTable
      caption={`Planned and published deficits of ${council}, year by year`}
      captionHidden
      rows={rows}
      keyOf={({ financialYear, against }) => `${financialYear} ${against}`}
      columns={[
        {
          key: "year",
          head: "At",
          names: true,
          cell: (verdict) => <YearEnd verdict={verdict} versions={versions} doubted={!unchecked} />,
        },
        {
          key: "promised",
          head: (
            <>
              Planned <span className="unit">£</span>
            </>
          ),
          numeric: true,
          cell: (verdict) => <Planned council={council} verdict={verdict} />,
        },
        {
          key: "actual",
          head: (
            <>
              Published <span className="unit">£, on the plan’s basis</span>
            </>
          ),
          numeric: true,
          cell: (verdict) => <Published council={council} verdict={verdict} />,
        },
        {
          key: "verdict",
          head: "Verdict",
          from: "wide",
          cell: (verdict) => <Word verdict={verdict} doubted={!unchecked} />,
        },
      ]}
    />
  );
  if (!unchecked) return table;
  return (
    <>
      <p className="mb-3">
        <NotChecked />
      </p>
      {table}
    </>
  );
}

/** What both versions plan alike for a year, and is judged alike, is one row. */
function toldOnce(verdicts: readonly Verdict[]): readonly Verdict[] {
  const alike = (a: Verdict, b: Verdict) =>
    a.financialYear === b.financialYear &&
    a.promisedGbp === b.promisedGbp &&
    a.verdict === b.verdict &&
    a.planSource === b.planSource &&
    a.basis === b.basis;
  return verdicts.flatMap((verdict) => {
    const twin = verdicts.find((other) => other !== verdict && alike(other, verdict));
    if (twin === undefined) return [verdict];
    return verdict.against === "original" ? [] : [{ ...verdict, against: "both" as const }];
  });
}

const AGAINST = {
  original: "first promise",
  current: "present version",
  both: "both versions",
} as const satisfies Record<Verdict["against"], string>;

function YearEnd({
  verdict,
  versions,
  doubted,
}: {
  readonly verdict: Verdict;
  readonly versions: boolean;
  readonly doubted: boolean;
}) {
  const { financialYear, against, baseline } = verdict;
  const day = `${Number(financialYear.slice(0, 4)) + 1}-03-31`;
  return (
    <>
      <span className="whitespace-nowrap max-sm:hidden">{formatDate(day)}</span>
      <span className="whitespace-nowrap sm:hidden">{formatYearEnd(day)}</span>
      {versions ? <span className="unit">{AGAINST[against]}</span> : null}
      {baseline ? <span className="unit">signing year, counts nowhere</span> : null}
      <span className="mt-1 block max-w-28 text-sm font-normal sm:hidden [&_span]:whitespace-normal">
        <Word verdict={verdict} doubted={doubted} />
      </span>
    </>
  );
}

function Planned({ council, verdict }: { readonly council: string; readonly verdict: Verdict }) {
  const [plan] = verdict.evidence;
  if (verdict.promisedGbp === null || plan === undefined) return null;
  return (
    <>
      <Figure
        shown={deficitCell(verdict.promisedGbp)}
        provenance={{
          printed: formatExactGbp(verdict.promisedGbp),
          what: `${council}: ${plan.label}`,
          source: plan.source,
        }}
      />
      <span className="unit">
        {planSourceWords(verdict.planSource)}
        <span className="max-sm:hidden">, {basisWords(verdict.basis)}</span>
      </span>
    </>
  );
}

function Published({ council, verdict }: { readonly council: string; readonly verdict: Verdict }) {
  const { actualLowGbp: low, actualHighGbp: high, gapGbp, evidence } = verdict;
  const [, actual] = evidence;
  if (low === null || actual === undefined) return <Missing reason={nothingWords(verdict.verdict)} />;
  const figure = (gbp: number) => (
    <Figure
      shown={deficitCell(gbp)}
      provenance={{
        printed: formatExactGbp(actual.valueGbp ?? gbp),
        what: `${council}: ${actual.label}${actual.valueGbp === gbp ? "" : `; ${formatExactGbp(gbp)} once DfE’s payments are added back`}`,
        source: actual.source,
      }}
    />
  );
  return (
    <>
      {low === high ? (
        figure(low)
      ) : (
        <>
          {high === null ? "at least " : null}
          {figure(low)}
          {high === null ? null : <> to {figure(high)}</>}
        </>
      )}
      {gapGbp === null || gapGbp === 0 ? null : (
        <span className="unit">
          {formatExactGbp(Math.abs(gapGbp))} {gapGbp > 0 ? "above" : "below"}
        </span>
      )}
    </>
  );
}

/** @param doubted whether each row says for itself that nobody has checked its terms */
function Word({ verdict, doubted }: { readonly verdict: Verdict; readonly doubted: boolean }) {
  const { reason, toleranceGbp, gapGbp, checked } = verdict;
  return (
    <>
      <VerdictMark verdict={verdict} />
      <span className="unit max-w-80">
        {reason === undefined ? null : reasonWords(reason)}
        {reason === undefined && gapGbp !== null ? `tolerance ${formatExactGbp(toleranceGbp)}` : null}
      </span>
      {checked || !doubted ? null : <NotChecked />}
    </>
  );
}
