import { Badge } from "@tremor/react";
import type { ReactNode } from "react";
import { CorrectionNote } from "@/components/figures/correction-note";
import { Figure } from "@/components/figures/figure";
import { Missing } from "@/components/figures/missing";
import { totalFundingProvenance } from "@/components/figures/provenance";
import { RecordTable } from "@/components/tables/record-table";
import type { Agreement } from "@/shapes/api-shapes";
import { formatDate, formatYear } from "@/wording/dates";
import { agreementStatusWords, BARE_AMOUNTS, versionWords } from "@/wording/events";
import { missingWords } from "@/wording/missing";
import { formatGbp } from "@/wording/money";

interface Term {
  readonly name: string;
  /** Null where nobody whom we could cite has said it. */
  readonly of: (agreement: Agreement) => ReactNode | null;
}

const BALANCE_SOURCE = {
  agreement: "from the agreement",
  official: "from an official quotation",
  press: "from a press report",
} as const;

function termsFor(council: string): readonly Term[] {
  return [
    {
      name: "DfE pays in total",
      of: (agreement) =>
        agreement.totalFundingGbp === null ? null : (
          <>
            <Figure
              shown={formatGbp(agreement.totalFundingGbp)}
              provenance={totalFundingProvenance(council, agreement, agreement.totalFundingGbp)}
            />
            <CorrectionNote correction={agreement.totalFundingCorrection} />
          </>
        ),
    },
    {
      name: "In-year balance by",
      of: ({ balanceBy, balanceBySource }) =>
        balanceBy === null ? null : (
          <>
            {formatYear(balanceBy)}
            {balanceBySource === null ? null : (
              <span className="unit">{BALANCE_SOURCE[balanceBySource]}</span>
            )}
          </>
        ),
    },
    {
      name: "Deficit cleared by",
      of: ({ clearedBy }) => (clearedBy === null ? null : formatYear(clearedBy)),
    },
    {
      name: "Runs",
      of: ({ from, to }) =>
        from === null ? null : to === null ? (
          <>
            from {formatYear(from)}
            <span className="unit">its end: {missingWords("not-held")}</span>
          </>
        ) : (
          `${formatYear(from)}, until ${formatYear(to)}`
        ),
    },
    { name: "Signed", of: ({ signedOn }) => (signedOn === undefined ? null : formatDate(signedOn)) },
    { name: "Cohort", of: ({ cohort }) => formatYear(cohort) },
    {
      name: "State",
      of: ({ status, current, version }) => agreementStatusWords(status, current && version !== "original"),
    },
    {
      name: "Conditions",
      of: ({ conditions }) =>
        conditions.length === 0 ? null : (
          <ol className="list-decimal space-y-1 pl-5">
            {conditions.map((condition, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place in the list; words can repeat.
              <li key={index}>{condition}</li>
            ))}
          </ol>
        ),
    },
    { name: "Reporting", of: ({ monitoring }) => monitoring ?? null },
    { name: "Reopened when", of: ({ review }) => review ?? null },
    {
      name: "From",
      of: ({ source }) => (
        <a href={source.url} className="wrap-anywhere">
          {source.title}
        </a>
      ),
    },
  ];
}

/** The known terms, version beside version; an older one is never lost, and what isn't known says so. */
export function AgreementTerms({
  council,
  agreements,
}: {
  readonly council: string;
  readonly agreements: readonly Agreement[];
}) {
  const notes = agreements.flatMap(({ version, note }) => (note === undefined ? [] : [{ version, note }]));
  return (
    <>
      <RecordTable
        caption={`Known terms of the agreement with ${council}, by version`}
        captionHidden
        rows={termsFor(council)}
        keyOf={({ name }) => name}
        columns={[
          { key: "term", head: "Term", names: true, cell: ({ name }) => name },
          ...agreements.map((agreement) => ({
            key: agreement.version,
            head: (
              <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
                {versionWords(agreement.version)}
                {agreement.current && agreements.length > 1 ? <Badge size="xs">current</Badge> : null}
                {agreement.suspended ? <Badge size="xs">payments suspended</Badge> : null}
                {agreement.checked ? null : <Badge size="xs">machine-read, not yet checked</Badge>}
              </span>
            ),
            cell: (term: Term) => term.of(agreement) ?? <Missing reason={missingWords("not-held")} />,
          })),
        ]}
      />
      {notes.length === 0 ? null : (
        <div className="mt-6 prose-width space-y-2 text-sm text-ink-soft">
          <h3 className="text-base text-ink">Notes of our register</h3>
          {notes.map(({ version, note }) => (
            <p key={version}>
              {agreements.length > 1 ? `${versionWords(version)}: ` : ""}
              {note.replace(/(?<![.!?])$/, ".")}
            </p>
          ))}
          {notes.some(({ note }) => /\d/.test(note)) ? <p>{BARE_AMOUNTS}</p> : null}
        </div>
      )}
    </>
  );
}
