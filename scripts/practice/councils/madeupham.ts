import type { PracticeCouncil } from "../practice-council";

/** Never signed. Six year ends on one basis, the first worked back from a percentage. */
export const madeupham: PracticeCouncil = {
  dfeCode: "X11",
  name: "Madeupham",
  type: "metropolitan",
  shows: "A council without an agreement, in Delivering Better Value, with six year ends for a trend.",
  block: 39,
  plans: 1_700,
  balances: { "2020-21": 2.0, "2021-22": 4.0, "2022-23": 6.5, "2023-24": 9.0, "2024-25": 12.0 },
  deliveringBetterValue: "2",
  register: {
    derived: [
      {
        foundOn: "2022-10-01",
        paper: "grant-percentages-2022",
        asAt: "2020-03-31",
        deficit: 1.0,
        error: 0.02,
      },
    ],
  },
};
