import { compareYears, type FinancialYear } from "../financial-year";
import { type Money, NO_MONEY, pence, sum } from "../money";
import type { CouncilDossier, HeldAgreement, HeldLocalContribution } from "./held-figures";

/**
 * How much of the council's own money may be counted on one side of a comparison and not on the other: what was
 * planned up to the year and isn't known to have been paid into the grant, or what is known to stand in a reserve.
 * A sum without a year may have been due already, and may not have been paid yet.
 *
 * @returns null where nothing is known of such money: no row is held, nor the agreement's own paper, which
 *   would name it
 */
export function localMoneyInDoubt(
  { localContributions }: CouncilDossier,
  agreement: HeldAgreement,
  year: FinancialYear,
): Money | null {
  if (localContributions.length === 0) return agreement.knownFrom === "document" ? NO_MONEY : null;
  const due = localContributions.filter(
    ({ financialYear }) => financialYear === null || compareYears(financialYear, year) <= 0,
  );
  const withStatus = (status: HeldLocalContribution["status"]) => due.filter((row) => row.status === status);
  const paid = withStatus("paid-into-dsg").filter(({ financialYear }) => financialYear !== null);
  const stillToCome = plannedBy(withStatus("planned"), agreement) - amountsOf(paid);
  return pence(Math.max(stillToCome, amountsOf(withStatus("held-in-reserve")), 0));
}

/** Sums told under another version's name may be the same money: the larger of the two counts. */
function plannedBy(planned: readonly HeldLocalContribution[], { version }: HeldAgreement): Money {
  const ofVersion = planned.filter(({ agreementVersion }) => agreementVersion === version);
  const others = planned.filter(({ agreementVersion }) => agreementVersion !== version);
  return pence(Math.max(amountsOf(ofVersion), amountsOf(others)));
}

const amountsOf = (rows: readonly HeldLocalContribution[]) => sum(rows.map(({ amount }) => amount));
