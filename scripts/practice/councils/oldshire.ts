import { practiceAgreement } from "../practice-agreement";
import type { PracticeCouncil } from "../practice-council";
import { paidInEachYear } from "../register-shorthand";

/**
 * Revised in March 2024, three weeks before the first year end of the new profile. Before DfE's money its deficit
 * was 15.0, 18.4, 22.6, 27.8 and 28.3: missed against the original from 2021-22 on; against the revised one above
 * 27.0 at March 2024, and met at March 2025 (28.3, promised 28.5), which clears the flag that the target moved. A
 * payment of 1.7 was withheld in December 2023 and released in March 2024.
 */
export const oldshire: PracticeCouncil = {
  dfeCode: "X05",
  name: "Oldshire",
  type: "county",
  shows:
    "A revised agreement under the same title: missed against the original, met against the current one; a target moved and made good; a payment withheld and released.",
  block: 71,
  plans: 3_400,
  balances: { "2020-21": 8.6, "2021-22": 8.6, "2022-23": 9.4, "2023-24": 11.2, "2024-25": 10.7 },
  agreement: {
    cohort: "2020-21",
    documents: [
      {
        publishedOn: "2021-03-19",
        specification: practiceAgreement({
          council: "Oldshire",
          cohort: "2020-21",
          years: ["2020-21", "2024-25"],
          balanceBy: "2024-25",
          clearedBy: "2024-25",
          profile: { "2020-21": 15.0, "2021-22": 18.0, "2022-23": 20.0, "2023-24": 20.4, "2024-25": 20.0 },
          payments: { "2020-21": 6.4, "2021-22": 3.4, "2022-23": 3.4, "2023-24": 3.4, "2024-25": 3.4 },
          total: 20.0,
          signedOn: "2021-03-18",
          layout: { numbering: "sections", conditionMarks: "letters" },
        }),
      },
      {
        publishedOn: "2024-03-21",
        specification: practiceAgreement({
          council: "Oldshire",
          cohort: "2020-21",
          years: ["2020-21", "2028-29"],
          balanceBy: "2025-26",
          clearedBy: "2028-29",
          profile: {
            "2023-24": 27.0,
            "2024-25": 28.5,
            "2025-26": 28.4,
            "2026-27": 27.5,
            "2027-28": 24.5,
            "2028-29": 21.0,
          },
          payments: {
            "2020-21": 6.4,
            "2021-22": 3.4,
            "2022-23": 3.4,
            "2023-24": 3.4,
            "2024-25": 1.0,
            "2025-26": 0.85,
            "2026-27": 0.85,
            "2027-28": 0.85,
            "2028-29": 0.85,
          },
          total: 21.0,
          signedOn: "2024-03-12",
          layout: { numbering: "sections", conditionMarks: "letters" },
        }),
      },
    ],
  },
  register: {
    payments: [
      ...paidInEachYear({ "2020-21": 6.4, "2021-22": 3.4, "2022-23": 3.4, "2023-24": 3.4, "2024-25": 1.0 }),
      {
        foundOn: "2023-12-20",
        paper: "cabinet-2023-12",
        covers: "instalment",
        year: "2023-24",
        amount: 1.7,
        status: "withheld",
      },
      {
        foundOn: "2024-04-03",
        paper: "cabinet-2024-04",
        covers: "instalment",
        year: "2023-24",
        amount: 1.7,
        status: "released",
      },
    ],
    events: [
      {
        foundOn: "2023-12-20",
        paper: "cabinet-2023-12",
        date: "2023-12-15",
        kind: "payment_withheld",
        summary: "Half of the year's payment was held back until a new plan was sent",
      },
      {
        foundOn: "2024-04-03",
        paper: "cabinet-2024-04",
        date: "2024-03-28",
        kind: "payment_released",
        summary: "The payment that was held back in December was made",
      },
      {
        foundOn: "2024-04-03",
        paper: "cabinet-2024-04",
        date: "2024-03-12",
        kind: "revised",
        summary: "A revised agreement was signed; balance is now due in 2025-26",
      },
    ],
  },
};
