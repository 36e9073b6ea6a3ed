import { Figure } from "@/components/figures/figure";
import { type HeadlineFigure, HeadlineFigures } from "@/components/figures/headline-figures";
import {
  allocationProvenance,
  ehcPlansProvenance,
  type HeldOutturn,
  outturnProvenance,
  totalFundingProvenance,
} from "@/components/figures/provenance";
import type { Authority } from "@/shapes/api-shapes";
import { balanceLine, deficitNoun, kindWords } from "@/wording/balance";
import { formatDate, formatJanuary, formatYear } from "@/wording/dates";
import { versionWords } from "@/wording/events";
import { formatCount, formatExactGbp, formatGbp } from "@/wording/money";

/** At most four: the official return first, since it is the one figure all councils have alike. */
export function CouncilHeadlines({
  council,
  official,
  latest,
}: {
  readonly council: Authority;
  readonly official: HeldOutturn | null;
  readonly latest: HeldOutturn | null;
}) {
  const figures = [
    official === null ? null : balanceHeadline(council, official, "official"),
    latest === null || latest === official
      ? null
      : balanceHeadline(council, latest, official === null ? "only" : "latest"),
    totalHeadline(council),
    blockHeadline(council),
    plansHeadline(council),
  ].filter((figure) => figure !== null);
  return figures.length === 0 ? null : <HeadlineFigures figures={figures} />;
}

/** Without an official return there is nothing that it was reported since: then its kind is its label. */
const LABEL = { official: "official return", latest: "as reported since", only: null } as const;

function balanceHeadline(
  { name }: Authority,
  outturn: HeldOutturn,
  key: "official" | "latest" | "only",
): HeadlineFigure {
  const noun = deficitNoun(outturn.deficitGbp);
  const amount = Math.abs(outturn.deficitGbp);
  return {
    key,
    label: `${noun.charAt(0).toUpperCase()}${noun.slice(1)}, ${LABEL[key] ?? kindWords(outturn.kind)}`,
    figure: (
      <Figure
        shown={key === "official" ? formatExactGbp(amount) : formatGbp(amount)}
        provenance={outturnProvenance(name, outturn)}
      />
    ),
    under: outturn.correction === undefined ? balanceLine(outturn) : `${balanceLine(outturn)}; corrected`,
  };
}

function totalHeadline({ name, agreements }: Authority): HeadlineFigure | null {
  const agreement = agreements.findLast(({ totalFundingGbp }) => totalFundingGbp !== null);
  if (agreement === undefined || agreement.totalFundingGbp === null) return null;
  return {
    key: "total",
    label: "DfE agreed to pay",
    figure: (
      <Figure
        shown={formatGbp(agreement.totalFundingGbp)}
        provenance={totalFundingProvenance(name, agreement, agreement.totalFundingGbp)}
      />
    ),
    under:
      agreement.source.origin === "live"
        ? "in total, as the agreement says"
        : `in total, ${versionWords(agreement.version).toLowerCase()} agreement`,
  };
}

function blockHeadline({ name, allocations }: Authority): HeadlineFigure | null {
  const latest = allocations.findLast(
    (allocation) => allocation.latest && allocation.beforeDeductionsGbp !== null,
  );
  if (latest === undefined || latest.beforeDeductionsGbp === null) return null;
  return {
    key: "block",
    label: "High needs block",
    figure: (
      <Figure
        shown={formatGbp(latest.beforeDeductionsGbp)}
        provenance={allocationProvenance(name, latest, latest.beforeDeductionsGbp, "before deductions")}
      />
    ),
    under: `before deductions, ${formatYear(latest.financialYear)}${latest.publishedOn === null ? "" : `, version of ${formatDate(latest.publishedOn)}`}`,
  };
}

function plansHeadline({ name, ehcPlans }: Authority): HeadlineFigure | null {
  const latest = ehcPlans.findLast(({ plans }) => plans !== null);
  if (latest === undefined || latest.plans === null) return null;
  const { year, plans, source } = latest;
  return {
    key: "plans",
    label: "EHC plans",
    figure: (
      <Figure shown={formatCount(plans)} provenance={ehcPlansProvenance(name, { year, plans, source })} />
    ),
    under: formatJanuary(year),
  };
}
