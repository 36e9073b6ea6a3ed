import { CorrectionNote } from "@/components/figures/correction-note";
import { Figure } from "@/components/figures/figure";
import { Missing } from "@/components/figures/missing";
import { isHeld, outturnProvenance } from "@/components/figures/provenance";
import { RecordTable } from "@/components/tables/record-table";
import type { Outturn } from "@/shapes/api-shapes";
import { basisWords, deficitCell, errorWords, kindWords, ownMoneyWords, scopeWords } from "@/wording/balance";
import { formatDate, formatYearEnd } from "@/wording/dates";
import { missingWords } from "@/wording/missing";
import { shortOriginWords, sourceName } from "@/wording/origin";

/** Every published balance of a council, newest first: outturns and forecasts, on whatever basis. */
export function OutturnTable({
  council,
  outturns,
}: {
  readonly council: string;
  readonly outturns: readonly Outturn[];
}) {
  return (
    <RecordTable
      caption={`Published balances of ${council}, newest first`}
      captionHidden
      rows={[...outturns].reverse().map((outturn, index) => ({ outturn, index }))}
      keyOf={({ index }) => index}
      columns={[
        {
          key: "date",
          head: "At",
          names: true,
          cell: ({ outturn }) => (
            <>
              <span className="whitespace-nowrap max-sm:hidden">{formatDate(outturn.asAt)}</span>
              <span className="whitespace-nowrap sm:hidden">{formatYearEnd(outturn.asAt)}</span>
              {outturn.asAtInferred ? <span className="unit">date inferred</span> : null}
            </>
          ),
        },
        {
          key: "deficit",
          head: (
            <>
              Deficit <span className="unit">£</span>
            </>
          ),
          numeric: true,
          cell: ({ outturn }) =>
            isHeld(outturn) ? (
              <>
                <Figure
                  shown={deficitCell(outturn.deficitGbp)}
                  provenance={outturnProvenance(council, outturn)}
                />
                {outturn.errorGbp === undefined ? null : (
                  <span className="unit">{errorWords(outturn.errorGbp)}</span>
                )}
                <CorrectionNote correction={outturn.correction} />
              </>
            ) : (
              <Missing reason={missingWords(outturn.missing ?? "not-held")} />
            ),
        },
        {
          key: "what",
          head: "What it is",
          cell: ({ outturn }) => (
            <>
              {basisWords(outturn.basis)}
              <span className="unit">
                {[scopeWords(outturn.scope), ownMoneyWords(outturn.after.localContribution)]
                  .filter((part) => part !== null)
                  .join("; ")}
                ; {kindWords(outturn.kind)}
                {outturn.publishedOn === undefined ? null : `, published ${formatDate(outturn.publishedOn)}`}
              </span>
            </>
          ),
        },
        {
          key: "from",
          head: "From",
          from: "wide",
          cell: ({ outturn: { source } }) => (
            <>
              <a href={source.url} className="wrap-anywhere">
                {sourceName(source)}
              </a>
              <span className="unit">{shortOriginWords(source.origin)}</span>
            </>
          ),
        },
      ]}
    />
  );
}
