import { practiceAgreement } from "../practice-agreement";
import type { PracticeCouncil } from "../practice-council";
import { paidInEachYear } from "../register-shorthand";

/**
 * Its agreement has ended. Before DfE's money its deficit was 9.0, 11.2, 13.4, 15.6 and 17.0; balance was due in
 * 2023-24 (15.6 - 13.4 = 2.2 short) and the last year fell 1.4 short too. All of the 12.0 was paid and 5.0 is left,
 * where nothing was to be; that 5.0 is less than the 5.64 of the year before is grant money. Then the High Needs
 * Stability Grant: a plan sent, approved, and 90% of 6.2 paid.
 */
export const fictonshire: PracticeCouncil = {
  dfeCode: "X10",
  name: "Fictonshire",
  type: "county",
  shows:
    "A term that ended without balance or clearance, a fall that is grant money, and the High Needs Stability Grant.",
  block: 49,
  plans: 2_200,
  balances: { "2020-21": 5.16, "2021-22": 5.32, "2022-23": 5.48, "2023-24": 5.64, "2024-25": 5.0 },
  agreement: {
    cohort: "2020-21",
    documents: [
      {
        publishedOn: "2021-03-19",
        specification: practiceAgreement({
          council: "Fictonshire",
          cohort: "2020-21",
          years: ["2020-21", "2024-25"],
          balanceBy: "2023-24",
          clearedBy: "2024-25",
          profile: { "2020-21": 9.0, "2021-22": 11.0, "2022-23": 12.2, "2023-24": 12.1, "2024-25": 12.0 },
          payments: { "2020-21": 3.84, "2021-22": 2.04, "2022-23": 2.04, "2023-24": 2.04, "2024-25": 2.04 },
          total: 12.0,
          signedOn: "2021-03-18",
          layout: { wording: "terse", quotes: "straight" },
        }),
      },
    ],
  },
  register: {
    payments: [
      ...paidInEachYear({
        "2020-21": 3.84,
        "2021-22": 2.04,
        "2022-23": 2.04,
        "2023-24": 2.04,
        "2024-25": 2.04,
      }),
      {
        foundOn: "2025-07-10",
        paper: "statement-of-accounts-2024-25",
        covers: "cumulative",
        through: "2025-03-31",
        amount: 12.0,
        status: "paid",
      },
    ],
    stabilityGrant: [
      {
        foundOn: "2026-07-02",
        paper: "cabinet-2026-07",
        asAt: "2026-06-30",
        item: "plan-submitted",
        detail: "Cabinet noted that the local SEND reform plan was sent to the department",
      },
      {
        foundOn: "2026-10-06",
        paper: "cabinet-2026-10",
        asAt: "2026-03-31",
        item: "eligible-deficit",
        amount: 6.2,
        detail: "The high needs deficit that the department accepts",
      },
      {
        foundOn: "2026-10-06",
        paper: "cabinet-2026-10",
        asAt: "2026-09-30",
        item: "plan-approved",
        detail: "The department approved the plan",
      },
      {
        foundOn: "2026-11-04",
        paper: "cabinet-2026-11",
        asAt: "2026-10-30",
        item: "paid",
        amount: 5.58,
        detail: "The High Needs Stability Grant was received: 90% of the eligible deficit",
      },
    ],
  },
};
