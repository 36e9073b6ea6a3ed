import type { FinancialYear } from "../financial-year";
import { type Money, NO_MONEY, pence, sum } from "../money";
import { draftFlag, FIRST_VERSION, figure } from "./draft-flag";
import type { FlagRule } from "./flag";
import { dateWords, listWords, moneyWords, yearWords } from "./in-words";
import { stillWithheld, type Withholding } from "./withholdings";

/** One flag for all that is withheld from a council: sources often tell of one thing in several ways. */
export const paymentWithheld: FlagRule = {
  name: "payment-withheld",
  version: "1",
  severity: "at-risk",
  title: "Payment withheld or suspended",
  meaning:
    "A source says that DfE withheld or suspended payments under the agreement, and none says that it released them.",
  formula:
    "A cited payment or event is withheld or suspended, and no cited release is of the same year, or may have come after it where no year is given. A release of less than was withheld does not close it.",
  thresholds: [],
  never: "Never inferred from a payment that is missing from what is held.",
  weaknesses: [
    "Amounts for each council were seldom published: the amount is then not known.",
    "A release that was not reported leaves the flag standing.",
  ],
  changes: FIRST_VERSION,
  find({ dossier }) {
    const held = stillWithheld(dossier);
    if (held.length === 0) return [];
    const amounts = amountsByYear(held);
    const known = amounts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    const dates = held.flatMap(({ date }) => (date === null ? [] : [dateWords(date)]));
    const cited = dates.length > 0 ? ` Cited: ${listWords([...new Set(dates)])}.` : "";
    return [
      draftFlag(paymentWithheld, {
        financialYear: null,
        subject: "",
        checked: true,
        size: known.length === 0 ? null : sum(known),
        summary: `DfE withheld or suspended payments: ${listWords(amounts.map(inWords))}.${cited}`,
        evidence: held.map(({ amount, ref, date, financialYear, isRemainder, said }) =>
          figure(
            said ??
              (isRemainder
                ? "All that was still to be paid, held back"
                : `Withheld${financialYear === null ? "" : ` for ${yearWords(financialYear)}`}`),
            amount,
            ref,
            date,
          ),
        ),
      }),
    ];
  },
};

interface YearWithheld {
  readonly year: FinancialYear | null;
  readonly amount: Money | null;
  readonly isRemainder: boolean;
}

/** Two sources of one year tell of the same money: the larger amount counts. Events without payments give neither. */
function amountsByYear(held: readonly Withholding[]): YearWithheld[] {
  const payments = held.filter(({ kind }) => kind === "payment");
  if (payments.length === 0) return [{ year: null, amount: null, isRemainder: false }];
  const years = [...new Set(payments.map(({ financialYear }) => financialYear))].toSorted((a, b) =>
    (a ?? "9").localeCompare(b ?? "9"),
  );
  return years.map((year) => {
    const ofYear = payments.filter(({ financialYear }) => financialYear === year);
    const amounts = ofYear.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    return {
      year,
      amount: amounts.length === 0 ? null : pence(Math.max(...amounts)),
      isRemainder: ofYear.every(({ isRemainder }) => isRemainder),
    };
  });
}

/** A report often names the years in its own words, which stand in the evidence: here only the amount is missed. */
function inWords({ year, amount, isRemainder }: YearWithheld): string {
  if (year === null && amount === null) return "amount not known";
  if (year === null && isRemainder) return `${moneyWords(amount ?? NO_MONEY)}, all that was still to be paid`;
  const size = amount === null ? "amount not known" : moneyWords(amount);
  return `${size} ${year === null ? "(years not known)" : `for ${yearWords(year)}`}`;
}
