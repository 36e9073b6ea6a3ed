import type { Millions, RegisterRows } from "./practice-council";

type Payments = NonNullable<RegisterRows["payments"]>;

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
