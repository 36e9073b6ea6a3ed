import type { Millions, RegisterRows } from "./practice-council";

type Payments = NonNullable<RegisterRows["payments"]>;
type Actuals = NonNullable<RegisterRows["actuals"]>;

/** That DfE paid so much in each of these years, £ million, as each year's accounts say in the July after it. */
export function paidInEachYear(amounts: Millions): Payments {
  return Object.entries(amounts).map(([year, amount]) => ({
    foundOn: `20${year.slice(5)}-07-10`,
    paper: `statement-of-accounts-${year}`,
    covers: "year",
    year: year as `${number}-${number}`,
    amount,
    status: "paid",
  }));
}

/** The deficit before DfE's money and after the council's own, £ million, as its report on each year says in July. */
export function outturnReports(deficits: Millions): Actuals {
  return Object.entries(deficits).map(([year, deficit]) => ({
    foundOn: `20${year.slice(5)}-07-10`,
    paper: `outturn-report-${year}`,
    asAt: `20${year.slice(5)}-03-31`,
    deficit: deficit ?? 0,
    basis: "gross",
    localContributions: "included",
    wording: "whole grant, before the department's money and after the council's own",
  }));
}
