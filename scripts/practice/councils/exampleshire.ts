import { practiceAgreement } from "../practice-agreement";
import type { PracticeCouncil } from "../practice-council";
import { paidInEachYear } from "../register-shorthand";

/**
 * On track. Before DfE's money its deficit was 20.0, 20.4, 20.0, 19.2 and 18.0 at the five year ends to March
 * 2026, each below the profile; after it, 7.2 and then 2.16 a year less. The balance of 2025-26, the promised
 * year, is 19.2 - 18.0 = +1.2.
 */
export const exampleshire: PracticeCouncil = {
  dfeCode: "X01",
  name: "Exampleshire",
  type: "county",
  shows:
    "An agreement that is kept: every year met, balance reached in the promised year, receipts complete.",
  block: 88,
  plans: 4_100,
  balances: { "2020-21": 19.8, "2021-22": 12.8, "2022-23": 11.04, "2023-24": 8.48, "2024-25": 5.52 },
  agreement: {
    cohort: "2021-22",
    documents: [
      {
        publishedOn: "2022-03-24",
        specification: practiceAgreement({
          council: "Exampleshire",
          cohort: "2021-22",
          years: ["2021-22", "2026-27"],
          balanceBy: "2025-26",
          clearedBy: "2026-27",
          profile: {
            "2021-22": 20.0,
            "2022-23": 20.8,
            "2023-24": 20.6,
            "2024-25": 19.8,
            "2025-26": 18.8,
            "2026-27": 18.0,
          },
          payments: {
            "2021-22": 7.2,
            "2022-23": 2.16,
            "2023-24": 2.16,
            "2024-25": 2.16,
            "2025-26": 2.16,
            "2026-27": 2.16,
          },
          total: 18.0,
          signedOn: "2022-03-22",
        }),
      },
    ],
  },
  register: {
    payments: paidInEachYear({
      "2021-22": 7.2,
      "2022-23": 2.16,
      "2023-24": 2.16,
      "2024-25": 2.16,
      "2025-26": 2.16,
    }),
    actuals: [
      {
        foundOn: "2025-07-10",
        paper: "outturn-report-2024-25",
        asAt: "2025-03-31",
        deficit: 19.2,
        basis: "gross",
        localContributions: "included",
        wording: "whole grant, before any of the department's money",
      },
      {
        foundOn: "2026-07-09",
        paper: "outturn-report-2025-26",
        asAt: "2026-03-31",
        deficit: 18.0,
        basis: "gross",
        localContributions: "included",
        wording: "whole grant, before any of the department's money",
      },
    ],
    events: [
      {
        foundOn: "2022-03-24",
        paper: "cabinet-2022-03",
        date: "2022-03-22",
        kind: "signed",
        summary: "Cabinet approved the agreement",
      },
      {
        foundOn: "2026-07-09",
        paper: "outturn-report-2025-26",
        date: "2026-07-09",
        kind: "says_on_track",
        summary: "The council says that it kept its agreement in 2025-26",
      },
    ],
  },
};
