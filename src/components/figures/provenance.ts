import type { AuthorityRow } from "@/shapes/answer-shapes";
import type { Agreement, Allocation, EhcPlans, Outturn } from "@/shapes/api-shapes";
import {
  basisWords,
  deficitNoun,
  errorWords,
  kindWords,
  localContributionWords,
  ownMoneyWords,
  planSourceWords,
  scopeWords,
} from "@/wording/balance";
import { formatDate, formatJanuary, formatYear } from "@/wording/dates";
import { formatCount, formatExactGbp } from "@/wording/money";
import { paymentAmount, paymentCoverWords, paymentStatusWords } from "@/wording/payments";
import type { FigureProvenance } from "./where-from-card";

/* What each sort of figure says of itself on its card. */

export type HeldOutturn = Outturn & { readonly deficitGbp: number };

export function isHeld(outturn: Outturn): outturn is HeldOutturn {
  return outturn.deficitGbp !== null;
}

export function outturnProvenance(council: string, outturn: HeldOutturn): FigureProvenance {
  const { asAt, asAtInferred, basis, scope, after, kind, errorGbp, publishedOn, deficitGbp } = outturn;
  const date = asAtInferred ? `about ${formatDate(asAt)} (date inferred)` : formatDate(asAt);
  const details = [
    kindWords(kind),
    ownMoneyWords(after.localContribution),
    errorGbp === undefined ? null : errorWords(errorGbp),
    publishedOn === undefined ? null : `published ${formatDate(publishedOn)}`,
  ].filter((part) => part !== null);
  return {
    printed: formatExactGbp(Math.abs(deficitGbp)),
    what: `${council}: ${deficitNoun(deficitGbp)}, ${basisWords(basis)}, ${scopeWords(scope)}, ${date}`,
    kind: details.join(", "),
    correction: outturn.correction,
    source: outturn.source,
  };
}

export function allocationProvenance(
  council: string,
  allocation: Pick<
    Allocation,
    "financialYear" | "publishedOn" | "source" | "beforeDeductionsCorrection" | "afterDeductionsCorrection"
  >,
  amountGbp: number,
  footing: "before deductions" | "after deductions",
): FigureProvenance {
  return {
    printed: formatExactGbp(amountGbp),
    what: `${council}: high needs block, ${footing}, ${formatYear(allocation.financialYear)}`,
    kind:
      allocation.publishedOn === null
        ? "version with no stated date"
        : `version published ${formatDate(allocation.publishedOn)}`,
    correction:
      footing === "before deductions"
        ? allocation.beforeDeductionsCorrection
        : allocation.afterDeductionsCorrection,
    source: allocation.source,
  };
}

export function latestAllocationProvenance(
  council: string,
  { financialYear, beforeDeductionsGbp, correction, source }: NonNullable<AuthorityRow["latestAllocation"]>,
): FigureProvenance {
  return {
    printed: formatExactGbp(beforeDeductionsGbp),
    what: `${council}: high needs block, before deductions, ${formatYear(financialYear)}, latest version held`,
    correction,
    source,
  };
}

export function ehcPlansProvenance(
  council: string,
  {
    year,
    plans,
    source,
  }: { readonly year: number; readonly plans: number; readonly source: EhcPlans["source"] },
): FigureProvenance {
  return {
    printed: `${formatCount(plans)} plans`,
    what: `${council}: education, health and care plans, ${formatJanuary(year)}`,
    source,
  };
}

export function totalFundingProvenance(
  council: string,
  agreement: Pick<Agreement, "source" | "totalFundingCorrection">,
  totalGbp: number,
): FigureProvenance {
  return {
    printed: formatExactGbp(totalGbp),
    what: `${council}: total DfE agreed to pay under the safety valve agreement`,
    correction: agreement.totalFundingCorrection,
    source: agreement.source,
  };
}

export function profileProvenance(council: string, point: Agreement["profile"][number]): FigureProvenance {
  return {
    printed: formatExactGbp(Math.abs(point.deficitGbp)),
    what: `${council}: planned deficit at the end of ${formatYear(point.financialYear)}, ${basisWords(point.basis)}, ${scopeWords(point.scope)}`,
    kind: `${planSourceWords(point.planSource)}; ${localContributionWords(point.localContributions)}`,
    correction: point.correction,
    source: point.source,
  };
}

export function paymentProvenance(council: string, payment: Agreement["payments"][number]): FigureProvenance {
  const amount = paymentAmount(payment);
  return {
    printed: amount === null ? "amount not known" : formatExactGbp(amount),
    what: `${council}: DfE money ${paymentStatusWords(payment.status).toLowerCase()}, ${paymentCoverWords(payment)}`,
    correction: payment.correction,
    source: payment.source,
  };
}
