import type { Agreement } from "@/shapes/api-shapes";
import { formatDate, formatYear } from "./dates";

type Payment = Agreement["payments"][number];

const STATUS = {
  planned: "Planned",
  paid: "Paid",
  withheld: "Withheld",
  released: "Released",
} as const satisfies Record<Payment["status"], string>;

export function paymentStatusWords(status: Payment["status"]): string {
  return STATUS[status];
}

/** The sum of a payment in whole pounds, whatever happened to it; null where the source gives none. */
export function paymentAmount(payment: Payment): number | null {
  const amounts = {
    planned: payment.plannedGbp,
    paid: payment.paidGbp,
    withheld: payment.withheldGbp,
    released: payment.releasedGbp,
  };
  return amounts[payment.status] ?? null;
}

/** What a sum covers: an instalment is not a year's total, and a running total is neither. */
export function paymentCoverWords(payment: Payment): string {
  const year = payment.financialYear === null ? null : formatYear(payment.financialYear);
  switch (payment.covers) {
    case "year":
      return year === null ? "a whole year, which one is not stated" : year;
    case "instalment":
      return year === null ? "one instalment" : `one instalment in ${year}`;
    case "cumulative":
      return payment.throughDate === undefined
        ? "in total so far"
        : `in total to ${formatDate(payment.throughDate)}`;
    case "remainder":
      return year === null ? "all that was left" : `all that was left from ${year}`;
  }
}
