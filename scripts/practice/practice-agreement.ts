import { readCalendarDate } from "@/domain/calendar-date";
import { type FinancialYear, readFinancialYear } from "@/domain/financial-year";
import { moneyOf } from "@/domain/money";
import type { AgreementLayout } from "@/testing/agreements/agreement-layout";
import type { AgreementSpecification, Item, OwnMoney } from "@/testing/agreements/agreement-specification";
import type { Millions, YearLabel } from "./practice-council";

/** What differs from one practice agreement to the next; amounts are £ million. */
export interface PracticeTerms {
  readonly council: string;
  readonly cohort: YearLabel;
  readonly years: readonly [from: YearLabel, to: YearLabel];
  readonly balanceBy: YearLabel;
  readonly clearedBy: YearLabel;
  readonly profile: Millions;
  readonly payments: Millions;
  readonly total: number;
  readonly ownMoney?: { readonly payments: Millions; readonly inProfile: OwnMoney["inProfile"] };
  readonly suspension?: string;
  readonly signedOn: string;
  readonly layout?: Partial<AgreementLayout>;
}

/** An agreement in the form of the published ones: texts of our own, and the terms given. */
export function practiceAgreement(terms: PracticeTerms): AgreementSpecification {
  const { council, cohort, layout, ownMoney } = terms;
  return {
    name: `practice-${council.toLowerCase()}`,
    council: { short: council, full: `${council} Council` },
    cohort: year(cohort),
    years: { from: year(terms.years[0]), to: year(terms.years[1]) },
    balanceBy: year(terms.balanceBy),
    clearedBy: year(terms.clearedBy),
    scope: "dsg",
    profile: entries(terms.profile).map(([label, deficit]) => ({ year: label, deficit })),
    payments: entries(terms.payments).map(([label, amount]) => ({ year: label, amount, stated: "table" })),
    total: inPence(terms.total),
    ...(ownMoney === undefined
      ? {}
      : {
          ownMoney: {
            contributions: entries(ownMoney.payments).map(([label, amount]) => ({ year: label, amount })),
            inProfile: ownMoney.inProfile,
            told: "paragraph",
          },
        }),
    conditions: CONDITIONS,
    monitoring: MONITORING,
    review: REVIEW,
    ...(terms.suspension === undefined ? {} : { suspension: terms.suspension }),
    signatures: [
      { name: "Pat Example", post: `Chief executive, ${council} Council`, on: day(terms.signedOn) },
      { name: "Sam Specimen", post: "For the Department for Education", on: day(terms.signedOn) },
    ],
    layout: { ...LAYOUT, ...layout },
  };
}

const CONDITIONS: readonly Item[] = [
  {
    text: "Open more places for pupils with additional needs in the council’s own schools:",
    items: [
      { text: "a resource base in every invented town, and" },
      { text: "one new special school on the site of the old library." },
    ],
  },
  { text: "Agree with schools what each of them offers before a plan is asked for." },
  { text: "Review the price of every placement outside the council’s area once a year." },
];

const MONITORING: readonly Item[] = [
  { text: "The council reports on progress to the department three times a year." },
  { text: "It tells the department at once if it expects to miss the deficit of any year." },
];

const REVIEW: readonly Item[] = [
  { text: "The agreement may be reviewed if funding differs much from what was assumed." },
];

const LAYOUT: AgreementLayout = {
  producer: "pdfkit",
  wording: "plain",
  quotes: "curly",
  yearStyle: "2022-23",
  numbering: "paragraphs",
  headings: true,
  conditionMarks: "decimal",
  order: "profile-first",
  profile: table(1),
  payments: table(2),
  pageNumbers: "of",
  runningHead: "Invented for practice: no such agreement exists",
};

function table(decimals: 1 | 2): AgreementLayout["profile"] {
  return {
    years: "down",
    borders: true,
    money: { unit: "million", decimals, pound: true, suffix: "m", negative: "hyphen" },
  };
}

function entries(amounts: Millions): [FinancialYear, number][] {
  return Object.entries(amounts).map(([label, amount]) => [year(label), inPence(amount ?? 0)]);
}

function inPence(millions: number): number {
  return moneyOf(millions, "million");
}

function year(label: string): FinancialYear {
  const read = readFinancialYear(label);
  if (!read) throw new Error(`${label} isn't a financial year.`);
  return read;
}

function day(text: string) {
  const read = readCalendarDate(text);
  if (!read) throw new Error(`${text} isn't a day.`);
  return read;
}
