import { practiceAgreement } from "../practice-agreement";
import type { PracticeCouncil } from "../practice-council";

/** An agreement of March 2024 and no outturn since: section 251 has `x` for March 2024 and March 2025. */
export const blankshire: PracticeCouncil = {
  dfeCode: "X12",
  name: "Blankshire",
  type: "county",
  shows: "An agreement without any outturn since it was signed: no evidence, which is never good news.",
  block: 44,
  plans: 1_900,
  balances: { "2020-21": 14.0, "2021-22": 13.8, "2022-23": 13.9, "2023-24": "x", "2024-25": "x" },
  agreement: {
    cohort: "2023-24",
    documents: [
      {
        publishedOn: "2024-03-21",
        specification: practiceAgreement({
          council: "Blankshire",
          cohort: "2023-24",
          years: ["2023-24", "2029-30"],
          balanceBy: "2027-28",
          clearedBy: "2029-30",
          profile: {
            "2023-24": 14.0,
            "2024-25": 15.0,
            "2025-26": 15.8,
            "2026-27": 16.3,
            "2027-28": 16.2,
            "2028-29": 16.1,
            "2029-30": 16.0,
          },
          payments: {
            "2023-24": 6.4,
            "2024-25": 1.6,
            "2025-26": 1.6,
            "2026-27": 1.6,
            "2027-28": 1.6,
            "2028-29": 1.6,
            "2029-30": 1.6,
          },
          total: 16.0,
          signedOn: "2024-03-19",
          layout: { yearStyle: "2022-2023" },
        }),
      },
    ],
  },
  register: {
    payments: [
      {
        foundOn: "2024-07-10",
        paper: "statement-of-accounts-2023-24",
        covers: "year",
        year: "2023-24",
        amount: 6.4,
        status: "paid",
      },
    ],
  },
};
