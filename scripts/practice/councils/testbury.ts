import type { PracticeCouncil } from "../practice-council";
import { outturnReports, paidInEachYear } from "../register-shorthand";

/**
 * Missed, on terms that a person has taken down: its agreement is listed without an address, and its own papers
 * quote it. At March 2025 the deficit before DfE's money is 11.15 + 6.0 + 3 x 2.25 = 23.9, promised 16.0; the
 * balance of 2024-25, the promised year, is 9.6 - 11.15 - 2.25 = -3.8. Its outturn reports give the same figures
 * and say that its own money is in them, as it is in the profile: section 251 alone wouldn't tell.
 */
export const testbury: PracticeCouncil = {
  dfeCode: "X03",
  name: "Testbury",
  type: "unitary",
  shows: "A missed agreement with receipts complete and terms checked, and a missed balance year.",
  block: 34,
  plans: 1_500,
  balances: { "2020-21": 11.0, "2021-22": 8.1, "2022-23": 8.95, "2023-24": 9.6, "2024-25": 11.15 },
  agreement: { cohort: "2021-22", documents: [] },
  register: {
    agreements: [
      {
        foundOn: "2022-03-30",
        paper: "cabinet-2022-03",
        version: "original",
        from: "2021-22",
        target: { year: "2024-25", means: "balance" },
        clearedBy: "2025-26",
        total: 15.0,
        status: "active",
        note: "The cabinet paper quotes the agreement",
      },
    ],
    profile: [
      {
        foundOn: "2022-03-30",
        paper: "cabinet-2022-03",
        version: "original",
        deficits: { "2021-22": 14.0, "2022-23": 16.0, "2023-24": 16.5, "2024-25": 16.0, "2025-26": 15.0 },
        planSource: "agreement",
        localContributions: "included",
        wording: "table of the agreement, before the department's money",
      },
    ],
    actuals: outturnReports({ "2022-23": 17.2, "2023-24": 20.1, "2024-25": 23.9 }),
    payments: [
      {
        foundOn: "2022-03-30",
        paper: "cabinet-2022-03",
        covers: "year",
        year: "2025-26",
        amount: 2.25,
        status: "planned",
      },
      ...paidInEachYear({ "2021-22": 6.0, "2022-23": 2.25, "2023-24": 2.25, "2024-25": 2.25 }),
    ],
  },
};
