import type { PracticeCouncil } from "../practice-council";
import { paidInEachYear } from "../register-shorthand";

/**
 * Above its own plan, which is no agreement. At March 2025 the deficit before DfE's money is 13.64 + 7.2 + 2.16 =
 * 23.0, planned 20.0; for March 2026 the council forecasts 27.0, planned 21.0.
 */
export const specimenOnSea: PracticeCouncil = {
  dfeCode: "X07",
  name: "Specimen-on-Sea",
  type: "unitary",
  shows: "A council above its own management plan, and a forecast above it: never called a missed agreement.",
  block: 41,
  plans: 1_800,
  balances: { "2020-21": 6.0, "2021-22": 9.0, "2022-23": 12.5, "2023-24": 8.8, "2024-25": 13.64 },
  agreement: { cohort: "2023-24", documents: [] },
  register: {
    agreements: [
      {
        foundOn: "2024-03-28",
        paper: "cabinet-2024-03",
        version: "original",
        from: "2023-24",
        target: { year: "2028-29", means: "balance" },
        total: 18.0,
        status: "active",
      },
    ],
    profile: [
      {
        foundOn: "2024-03-28",
        paper: "management-plan-2024",
        version: "original",
        deficits: { "2023-24": 16.0, "2024-25": 20.0, "2025-26": 21.0 },
        planSource: "plan",
        localContributions: "included",
        wording: "management plan, before the department's money",
      },
    ],
    payments: paidInEachYear({ "2023-24": 7.2, "2024-25": 2.16 }),
    actuals: [
      {
        foundOn: "2026-01-20",
        paper: "budget-monitoring-2025-26",
        asAt: "2026-03-31",
        deficit: 27.0,
        kind: "forecast",
        basis: "gross",
        localContributions: "included",
        wording: "forecast at quarter three, before the department's money",
      },
    ],
  },
};
