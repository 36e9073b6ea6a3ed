import { Figure } from "@/components/figures/figure";
import { NotChecked } from "@/components/flags/not-checked";
import { VerdictMark } from "@/components/status/verdict-mark";
import { RecordTable } from "@/components/tables/record-table";
import type { Verdict } from "@/shapes/judgement-shapes";
import { basisWords, deficitCell, planSourceWords } from "@/wording/balance";
import { formatDate } from "@/wording/dates";
import { versionWords } from "@/wording/events";
import { formatExactGbp } from "@/wording/money";
import { reasonWords } from "@/wording/verdict";

/** Each planned year end beside what was published for it; the first and the present version one under the other. */
export function VerdictTable({
  council,
  verdicts,
}: {
  readonly council: string;
  readonly verdicts: readonly Verdict[];
}) {
  const versions = new Set(verdicts.map(({ against }) => against)).size > 1;
  return (
    <RecordTable
      caption={`Planned and published deficits of ${council}, year by year`}
      captionHidden
      rows={verdicts}
      keyOf={({ financialYear, agreementVersion, against }) =>
        `${financialYear} ${agreementVersion} ${against}`
      }
      columns={[
        {
          key: "year",
          head: "At",
          names: true,
          cell: (verdict) => <YearEnd verdict={verdict} versions={versions} />,
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
          cell: (verdict) => <Word verdict={verdict} />,
        },
      ]}
    />
  );
}

function YearEnd({ verdict, versions }: { readonly verdict: Verdict; readonly versions: boolean }) {
  const { financialYear, agreementVersion, against, baseline } = verdict;
  return (
    <>
      <span className="whitespace-nowrap">
        {formatDate(`${Number(financialYear.slice(0, 4)) + 1}-03-31`)}
      </span>
      {versions ? (
        <span className="unit">
          {against === "original" ? "first promise" : "present version"}: {versionWords(agreementVersion)}
        </span>
      ) : null}
      {baseline ? <span className="unit">the signing year: counts nowhere</span> : null}
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
        {planSourceWords(verdict.planSource)}, {basisWords(verdict.basis)}
      </span>
    </>
  );
}

function Published({ council, verdict }: { readonly council: string; readonly verdict: Verdict }) {
  const { actualLowGbp: low, actualHighGbp: high, gapGbp, evidence } = verdict;
  const [, actual] = evidence;
  if (low === null || actual === undefined) return <span className="text-ink-faint">none</span>;
  const figure = (gbp: number) => (
    <Figure
      shown={deficitCell(gbp)}
      provenance={{
        printed: formatExactGbp(actual.valueGbp ?? gbp),
        what: `${council}: ${actual.label}${actual.valueGbp === gbp ? "" : "; brought to the plan’s basis with the payments among the flag’s or verdict’s figures"}`,
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
          {high === null ? null : <> to {deficitCell(high)}</>}
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

function Word({ verdict }: { readonly verdict: Verdict }) {
  const { reason, toleranceGbp, gapGbp, checked } = verdict;
  return (
    <>
      <VerdictMark verdict={verdict} />
      <span className="unit max-w-80">
        {reason === undefined ? null : reasonWords(reason)}
        {reason === undefined && gapGbp !== null ? `tolerance ${formatExactGbp(toleranceGbp)}` : null}
      </span>
      {checked ? null : <NotChecked />}
    </>
  );
}
