import { practiceAgreement } from "../practice-agreement";
import type { PracticeCouncil } from "../practice-council";
import { paidInEachYear } from "../register-shorthand";

/**
 * Two official figures for March 2025, 2.5 apart: 14.42 in the section 251 outturn, 11.92 in the council's own
 * report. With 8.8 + 2 x 2.64 received they make 28.5 and 26.0, one above and one below the 27.0 promised.
 */
export const placeholder: PracticeCouncil = {
  dfeCode: "X09",
  name: "Placeholder",
  type: "unitary",
  shows: "Two sources that disagree about one year end, so that no miss is found.",
  block: 47,
  plans: 2_000,
  balances: { "2020-21": 28.4, "2021-22": 28.2, "2022-23": 19.2, "2023-24": 16.16, "2024-25": 14.42 },
  agreement: {
    cohort: "2022-23",
    documents: [
      {
        publishedOn: "2023-03-16",
        specification: practiceAgreement({
          council: "Placeholder",
          cohort: "2022-23",
          years: ["2022-23", "2027-28"],
          balanceBy: "2025-26",
          clearedBy: "2027-28",
          profile: {
            "2022-23": 28.0,
            "2023-24": 27.8,
            "2024-25": 27.0,
            "2025-26": 25.5,
            "2026-27": 24.0,
            "2027-28": 22.0,
          },
          payments: {
            "2022-23": 8.8,
            "2023-24": 2.64,
            "2024-25": 2.64,
            "2025-26": 2.64,
            "2026-27": 2.64,
            "2027-28": 2.64,
          },
          total: 22.0,
          signedOn: "2023-03-14",
          layout: { order: "payments-first" },
        }),
      },
    ],
  },
  register: {
    payments: paidInEachYear({ "2022-23": 8.8, "2023-24": 2.64, "2024-25": 2.64 }),
    actuals: [
      {
        foundOn: "2025-07-15",
        paper: "outturn-report-2024-25",
        asAt: "2025-03-31",
        deficit: 11.92,
        basis: "net",
        wording: "whole grant, after the department's money",
      },
    ],
  },
};
