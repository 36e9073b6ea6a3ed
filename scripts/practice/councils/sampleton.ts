import { type PracticeTerms, practiceAgreement } from "../practice-agreement";
import type { PracticeCouncil } from "../practice-council";
import { paidInEachYear } from "../register-shorthand";

const TERMS: PracticeTerms = {
  council: "Sampleton",
  cohort: "2022-23",
  years: ["2022-23", "2027-28"],
  balanceBy: "2026-27",
  clearedBy: "2027-28",
  profile: {
    "2022-23": 22.0,
    "2023-24": 27.0,
    "2024-25": 30.0,
    "2025-26": 31.5,
    "2026-27": 31.4,
    "2027-28": 31.0,
  },
  payments: {
    "2022-23": 12.4,
    "2023-24": 3.72,
    "2024-25": 3.72,
    "2025-26": 3.72,
    "2026-27": 3.72,
    "2027-28": 3.72,
  },
  total: 31.0,
  signedOn: "2023-03-14",
  layout: { yearStyle: "2022 to 2023", conditionMarks: "bullets" },
};

/**
 * Within tolerance, and heading for trouble. At March 2025 its deficit before DfE's money is 11.36 + 12.4 + 2.72
 * + 3.72 = 30.2, 0.2 above the profile and so within 1% of the 31.0 agreed; but it has grown by about 4 a year,
 * and 2026-27 is to balance. In March 2024 one payment of 1.0 moved from 2023-24 to 2025-26, nothing else.
 */
export const sampleton: PracticeCouncil = {
  dfeCode: "X02",
  name: "Sampleton",
  type: "metropolitan",
  shows:
    "A figure within tolerance; payments moved between years; a statement of being off track that a later one answers; a fall that is only grant money.",
  block: 52,
  plans: 2_300,
  balances: { "2020-21": 12.0, "2021-22": 17.0, "2022-23": 9.6, "2023-24": 11.48, "2024-25": 11.36 },
  agreement: {
    cohort: "2022-23",
    documents: [
      { publishedOn: "2023-03-16", specification: practiceAgreement(TERMS) },
      {
        publishedOn: "2024-03-21",
        specification: practiceAgreement({
          ...TERMS,
          payments: { ...TERMS.payments, "2023-24": 2.72, "2025-26": 4.72 },
        }),
      },
    ],
  },
  register: {
    payments: paidInEachYear({ "2022-23": 12.4, "2023-24": 2.72, "2024-25": 3.72 }),
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
