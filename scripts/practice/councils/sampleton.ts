import { type PracticeTerms, practiceAgreement } from "../practice-agreement";
import type { PracticeCouncil } from "../practice-council";
import { paidInEachYear } from "../register-shorthand";

const TERMS: PracticeTerms = {
  council: "Sampleton",
  cohort: "2022-23",
  years: ["2022-23", "2027-28"],
  balanceBy: "2025-26",
  clearedBy: "2027-28",
  profile: {
    "2022-23": 22.0,
    "2023-24": 27.0,
    "2024-25": 30.0,
    "2025-26": 29.8,
    "2026-27": 29.4,
    "2027-28": 29.0,
  },
  payments: {
    "2022-23": 11.6,
    "2023-24": 3.48,
    "2024-25": 3.48,
    "2025-26": 3.48,
    "2026-27": 3.48,
    "2027-28": 3.48,
  },
  total: 29.0,
  signedOn: "2023-03-14",
  layout: { yearStyle: "2022 to 2023", conditionMarks: "bullets" },
};

/**
 * Within tolerance, and heading for trouble. At March 2025 its deficit before DfE's money is 12.64 + 11.6 + 2.48
 * + 3.48 = 30.2, 0.2 above the profile and so within 1% of it; but it has grown by more than 3 a year, and 2025-26
 * is to balance. After DfE's money it fell by 0.08 in that year: grant money. In March 2024 a payment of 1.0 moved
 * from 2023-24 to 2025-26, nothing else.
 */
export const sampleton: PracticeCouncil = {
  dfeCode: "X02",
  name: "Sampleton",
  type: "metropolitan",
  shows:
    "A figure within tolerance; payments moved between years; a statement of being off track that a later one answers; a fall that is only grant money.",
  block: 52,
  plans: 2_300,
  balances: { "2020-21": 12.0, "2021-22": 17.0, "2022-23": 10.4, "2023-24": 12.72, "2024-25": 12.64 },
  agreement: {
    cohort: "2022-23",
    documents: [
      { publishedOn: "2023-03-16", specification: practiceAgreement(TERMS) },
      {
        publishedOn: "2024-03-21",
        specification: practiceAgreement({
          ...TERMS,
          payments: { ...TERMS.payments, "2023-24": 2.48, "2025-26": 4.48 },
        }),
      },
    ],
  },
  register: {
    payments: paidInEachYear({ "2022-23": 11.6, "2023-24": 2.48, "2024-25": 3.48 }),
    events: [
      {
        foundOn: "2024-04-02",
        paper: "schools-forum-2024-04",
        date: "2024-03-21",
        kind: "payments_rephased",
        summary: "One million pounds moved from 2023-24 to 2025-26; the total stays as it was",
      },
      {
        foundOn: "2024-10-15",
        paper: "schools-forum-2024-10",
        date: "2024-10",
        kind: "says_off_track",
        summary: "Schools forum was told that the deficit may end above the agreed one",
      },
      {
        foundOn: "2025-06-18",
        paper: "schools-forum-2025-06",
        date: "2025-06",
        kind: "says_on_track",
        summary: "Schools forum was told that the agreed deficit was kept",
      },
    ],
  },
};
