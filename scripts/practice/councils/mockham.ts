import { type PracticeTerms, practiceAgreement } from "../practice-agreement";
import type { PracticeCouncil } from "../practice-council";

const TERMS: PracticeTerms = {
  council: "Mockham",
  cohort: "2022-23",
  years: ["2022-23", "2028-29"],
  balanceBy: "2027-28",
  clearedBy: "2028-29",
  profile: {
    "2022-23": 35.0,
    "2023-24": 42.0,
    "2024-25": 46.0,
    "2025-26": 48.0,
    "2026-27": 50.2,
    "2027-28": 50.1,
    "2028-29": 50.0,
  },
  payments: {
    "2022-23": 20.0,
    "2023-24": 5.0,
    "2024-25": 5.0,
    "2025-26": 5.0,
    "2026-27": 5.0,
    "2027-28": 5.0,
    "2028-29": 5.0,
  },
  total: 50.0,
  signedOn: "2023-03-14",
  layout: { wording: "formal", yearStyle: "2022/23", conditionMarks: "brackets" },
};

/**
 * Missed whatever the payments, on terms read by machine. One payment of 20.0 is known, so that at March 2024 the
 * deficit before DfE's money lies between 20.0 + 20.0 = 40.0 and 70.0, with 42.0 promised: nothing can be said. At
 * March 2025 it is at least 41.0 + 20.0 = 61.0 with 46.0 promised. The agreement is under review, payments are
 * suspended, one of an unknown amount. Its balance of March 2024 was first published as 19.0.
 */
export const mockham: PracticeCouncil = {
  dfeCode: "X04",
  name: "Mockham",
  type: "london borough",
  shows:
    "A miss with receipts incomplete, on machine-read terms; an agreement under review with payments withheld; a restated outturn.",
  block: 95,
  plans: 4_700,
  balances: { "2020-21": 22.0, "2021-22": 28.0, "2022-23": 15.1, "2023-24": 20.0, "2024-25": 41.0 },
  firstPrinted: { year: "2023-24", balance: 19.0 },
  agreement: {
    cohort: "2022-23",
    underReviewFrom: "2024-03-21",
    documents: [
      { publishedOn: "2023-03-16", specification: practiceAgreement(TERMS) },
      {
        publishedOn: "2024-03-21",
        specification: practiceAgreement({
          ...TERMS,
          suspension:
            "This agreement is under review. Payments are suspended and will be made up once a revised agreement is in place.",
        }),
      },
    ],
  },
  register: {
    payments: [
      {
        foundOn: "2023-07-10",
        paper: "statement-of-accounts-2022-23",
        covers: "instalment",
        year: "2022-23",
        amount: 20.0,
        status: "paid",
      },
      {
        foundOn: "2024-03-28",
        paper: "cabinet-2024-03",
        covers: "year",
        year: "2023-24",
        amount: 5.0,
        status: "withheld",
      },
      {
        foundOn: "2025-02-11",
        paper: "budget-2025-26",
        covers: "year",
        year: "2024-25",
        status: "withheld",
      },
    ],
    events: [
      {
        foundOn: "2024-03-28",
        paper: "cabinet-2024-03",
        date: "2024-03-21",
        kind: "under_review",
        summary: "The department lists the agreement as under review",
      },
      {
        foundOn: "2024-03-28",
        paper: "cabinet-2024-03",
        date: "2024-03-21",
        kind: "payment_withheld",
        summary: "The payment of five million pounds for 2023-24 was not made",
      },
      {
        foundOn: "2024-12-11",
        paper: "schools-forum-2024-12",
        date: "2024-12",
        kind: "says_off_track",
        summary: "Schools forum was told that the agreement cannot be kept",
      },
    ],
  },
};
