import { CorrectionNote } from "@/components/figures/correction-note";
import { Figure } from "@/components/figures/figure";
import { profileProvenance } from "@/components/figures/provenance";
import { RecordTable } from "@/components/tables/record-table";
import type { Agreement } from "@/shapes/api-shapes";
import {
  basisWords,
  deficitCell,
  localContributionWords,
  planSourceWords,
  scopeWords,
} from "@/wording/balance";
import { formatDate } from "@/wording/dates";
import { versionWords } from "@/wording/events";

/** Planned deficits of all versions; each says where it comes from, for not all of them are promises. */
export function PlannedDeficits({
  council,
  agreements,
}: {
  readonly council: string;
  readonly agreements: readonly Agreement[];
}) {
  const rows = agreements.flatMap(({ version, profile }) =>
    profile.map((point, index) => ({ version, point, key: `${version} ${index}` })),
  );
  return (
    <RecordTable
      caption={`Planned deficits of ${council}`}
      captionHidden
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "at",
          head: "Planned for",
          names: true,
          cell: ({ point }) => formatDate(`${Number(point.financialYear.slice(0, 4)) + 1}-03-31`),
        },
        {
          key: "deficit",
          head: (
            <>
              Deficit <span className="unit">£</span>
            </>
          ),
          numeric: true,
          cell: ({ point }) => (
            <>
              <Figure shown={deficitCell(point.deficitGbp)} provenance={profileProvenance(council, point)} />
              <CorrectionNote correction={point.correction} />
            </>
          ),
        },
        {
          key: "what",
          head: "What it is",
          cell: ({ point }) => (
            <>
              {planSourceWords(point.planSource)}
              <span className="unit">
                {basisWords(point.basis)}; {scopeWords(point.scope)};{" "}
                {localContributionWords(point.localContributions)}
              </span>
            </>
          ),
        },
        ...(agreements.length > 1
          ? [
              {
                key: "version",
                head: "Version",
                from: "wide" as const,
                cell: ({ version }: { version: string }) => versionWords(version),
              },
            ]
          : []),
      ]}
    />
  );
}
