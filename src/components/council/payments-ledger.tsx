import { CorrectionNote } from "@/components/figures/correction-note";
import { Figure } from "@/components/figures/figure";
import { Missing } from "@/components/figures/missing";
import { paymentProvenance } from "@/components/figures/provenance";
import { RecordTable } from "@/components/tables/record-table";
import type { Agreement } from "@/shapes/api-shapes";
import { formatDate, formatYear } from "@/wording/dates";
import { formatExactGbp } from "@/wording/money";
import { paymentAmount, paymentCoverWords, paymentStatusWords } from "@/wording/payments";

/** What DfE planned to pay, paid, withheld and released, as far as a source says so. */
export function PaymentsLedger({
  council,
  agreements,
}: {
  readonly council: string;
  readonly agreements: readonly Agreement[];
}) {
  const rows = agreements.flatMap(({ version, payments }) =>
    payments.map((payment, index) => ({ payment, key: `${version} ${index}` })),
  );
  return (
    <RecordTable
      caption={`DfE payments to ${council}`}
      captionHidden
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "covers",
          head: "For",
          names: true,
          cell: ({ payment }) => (
            <>
              {paymentCoverWords(payment)}
              {payment.accountedIn === undefined ? null : (
                <span className="unit">accounted for in {formatYear(payment.accountedIn)}</span>
              )}
            </>
          ),
        },
        {
          key: "status",
          head: "What happened",
          cell: ({ payment }) => (
            <>
              {paymentStatusWords(payment.status)}
              {payment.paidOn === undefined ? null : (
                <span className="unit">{formatDate(payment.paidOn)}</span>
              )}
            </>
          ),
        },
        {
          key: "amount",
          head: (
            <>
              Amount <span className="unit">£</span>
            </>
          ),
          numeric: true,
          cell: ({ payment }) => {
            const amount = paymentAmount(payment);
            return amount === null ? (
              <Missing reason="amount not known" />
            ) : (
              <>
                <Figure shown={formatExactGbp(amount)} provenance={paymentProvenance(council, payment)} />
                <CorrectionNote correction={payment.correction} />
              </>
            );
          },
        },
        {
          key: "from",
          head: "From",
          from: "wide",
          cell: ({ payment }) => (
            <a href={payment.source.url} className="wrap-anywhere">
              {payment.source.title}
            </a>
          ),
        },
      ]}
    />
  );
}
