import { describe, expect, it } from "vitest";
import { aBalance, aJudgedCouncil, anAgreement, aPlan, date, day, million, year } from "@/testing/dossiers";
import { moneyOf, pence } from "../money";
import type { CouncilDossier, HeldAgreement } from "../verdicts/held-figures";
import { targetMoved } from "./target-moved";

type Own = Partial<HeldAgreement>;
const find = (own: Partial<CouncilDossier>) => targetMoved.find(aJudgedCouncil(own));
const yearOrNone = (text: string | null) => (text === null ? null : year(text));
const document = (version: string, own: Own = {}) => anAgreement({ version, ...own });
const known = (version: string, own: Own = {}) =>
  anAgreement({ version, knownFrom: "register", balanceBySource: "official", ...own });

describe("target moved", () => {
  it.each([
    ["2025-26", "2026-27", 1],
    ["2025-26", "2025-26", 0],
    ["2025-26", "2024-25", 0],
    [null, "2026-27", 0],
    // A document that is silent has moved nothing.
    ["2025-26", null, 0],
  ])("balance by %s, then by %s: %d flags", (was, is, flags) => {
    const agreements = [
      document("a", { balanceBy: yearOrNone(was) }),
      document("b", { balanceBy: yearOrNone(is) }),
    ];
    expect(find({ agreements })).toHaveLength(flags);
  });

  it.each([
    ["2026-27", "2029-30", 1],
    ["2026-27", "2026-27", 0],
    ["2026-27", "2025-26", 0],
  ])("cleared by %s, then by %s: %d flags", (was, is, flags) => {
    const agreements = [document("a", { clearedBy: year(was) }), document("b", { clearedBy: year(is) })];
    expect(find({ agreements })).toHaveLength(flags);
  });

  it.each([
    ["revised", 1],
    ["active", 0],
    [null, 0],
  ])("a year no longer known in a version %s: %d flags", (status, flags) => {
    const agreements = [
      known("original"),
      known("later", { balanceBy: null, balanceBySource: null, status }),
    ];
    expect(find({ agreements })).toHaveLength(flags);
  });

  it.each([
    ["press", "official"],
    ["official", "press"],
  ] as const)("isn't raised from %s to %s: a press reading may be no more", (was, is) => {
    const agreements = [
      known("a", { balanceBySource: was }),
      known("b", { balanceBySource: is, balanceBy: year("2029-30") }),
    ];
    expect(find({ agreements })).toEqual([]);
  });

  describe("the profile", () => {
    const most = million(20) + moneyOf(250_000, "pound");
    const agreements = [document("a"), document("b")];
    const before = aPlan({ agreementVersion: "a" });
    const later = (deficit: number, own: Parameters<typeof aPlan>[0] = {}) =>
      aPlan({ agreementVersion: "b", deficit: pence(deficit), ...own });

    it.each([
      [most, 0],
      [most + 1, 1],
      [million(10), 0],
    ])("£20 million, then %d pence: %d flags", (deficit, flags) => {
      expect(find({ agreements, plans: [before, later(deficit)] })).toHaveLength(flags);
    });

    it.each([
      ["another year", { financialYear: year("2025-26") }],
      ["another basis", { basis: "net" as const }],
      ["another scope", { scope: "high-needs" as const }],
      ["the council's own money counted otherwise", { localContributions: "included" as const }],
      ["a plan", { planSource: "plan" as const }],
    ])("isn't held against %s", (_, own) => {
      expect(find({ agreements, plans: [before, later(million(60), own)] })).toEqual([]);
    });

    it("is told of by the last year of several", () => {
      const plans = [
        before,
        later(million(30)),
        aPlan({ agreementVersion: "a", financialYear: year("2025-26") }),
      ];
      const higher = later(million(40), { financialYear: year("2025-26") });
      const [flag] = find({ agreements, plans: [...plans, higher] });
      expect(flag?.summary).toBe(
        "A later version of the agreement moved the planned deficit at 31 March 2026 from £20 million to £40 million (one of 2 planned deficits that are higher).",
      );
      expect(flag?.evidence).toHaveLength(4);
    });
  });

  describe("a document beside what was known of the same agreement", () => {
    it.each([
      [
        "that states more",
        known("original", { balanceBy: null }),
        document("paper", { balanceBy: year("2026-27") }),
      ],
      ["that differs", known("original"), document("paper", { balanceBy: year("2027-28") })],
    ])("%s is no move", (_, elsewhere, paper) => {
      expect(find({ agreements: [elsewhere, paper] })).toEqual([]);
    });

    it.each([
      ["2022-03-31", 0],
      ["2022-04-01", 1],
    ])("signed on %s, the agreement in 2021-22: %d flags", (signedOn, flags) => {
      const paper = document("paper", { balanceBy: year("2029-30"), signedOn: date(signedOn) });
      expect(find({ agreements: [known("original"), paper] })).toHaveLength(flags);
    });

    it("fills in what a revision was known to have left open", () => {
      const revised = known("revised-2024", {
        ...{ balanceBy: null, balanceBySource: null, status: "revised", statusDate: date("2024-03-21") },
      });
      const paper = document("paper", { balanceBy: year("2028-29"), signedOn: date("2024-03-20") });
      const [flag, ...others] = find({ agreements: [known("original"), revised, paper] });
      expect(others).toEqual([]);
      expect(flag?.summary).toBe(
        "A later version of the agreement moved balance in the year from 2025 to 2026 to 2028 to 2029.",
      );
    });
  });

  it("tells of one move once, by the source that knows where to", () => {
    const revised = known("revised-2024", {
      ...{ balanceBy: null, balanceBySource: null, status: "revised", statusDate: date("2024-03-21") },
    });
    const papers = [
      document("first", { signedOn: date("2022-03-01") }),
      document("second", { signedOn: date("2024-04-02"), balanceBy: year("2028-29") }),
    ];
    const [flag] = find({ agreements: [known("original"), revised, ...papers] });
    expect(flag?.summary).toBe(
      "A later version of the agreement moved balance in the year from 2025 to 2026 to 2028 to 2029.",
    );
    const same = known("revised-2024", { balanceBy: year("2028-29"), status: "revised" });
    expect(find({ agreements: [known("original"), same, ...papers] })[0]?.summary).toBe(flag?.summary);
  });

  it("says from what to what, or that it isn't known, and keeps both", () => {
    const [was, is] = [
      known("original", { clearedBy: year("2026-27") }),
      known("revised-2024", {
        balanceBy: year("2027-28"),
        clearedBy: null,
        status: "revised",
        statusDate: date("2024-03-21"),
      }),
    ];
    const [flag] = find({ agreements: [was, is] });
    expect(flag).toMatchObject({
      ...{ severity: "at-risk", subject: "", size: 2, checked: true },
      summary:
        "A later version of the agreement moved balance in the year from 2025 to 2026 to 2027 to 2028 and clearing the deficit from 2026 to 2027 to a year not known.",
    });
    expect(flag?.evidence.map(({ label, ref }) => [label, ref])).toEqual([
      ["Balance in the year: 2025 to 2026, original", was.ref],
      ["Balance in the year: 2027 to 2028, revised-2024", is.ref],
      ["Clearing the deficit: 2026 to 2027, original", was.ref],
      ["Clearing the deficit: not known, revised-2024", is.ref],
    ]);
  });

  it("is unchecked while either version is", () => {
    const agreements = [document("a"), document("b", { balanceBy: year("2029-30"), checked: false })];
    expect(find({ agreements })[0]?.checked).toBe(false);
  });

  describe("clears on a year kept under the later version", () => {
    const second = document("b", { cohort: year("2022-23"), balanceBy: year("2029-30") });
    const found = (deficit: number, planned = "2023-24", version = "b") =>
      find({
        agreements: [document("a"), second],
        plans: [aPlan({ agreementVersion: version, financialYear: year(planned) })],
        balances: [
          aBalance({
            ...{ basis: "gross", deficit: pence(deficit) },
            asAt: day(`${Number(planned.slice(0, 4)) + 1}-03-31`),
          }),
        ],
      }).length;

    it.each([
      ["met", million(20), 0],
      ["within tolerance", million(20) + moneyOf(250_000, "pound"), 0],
      ["above it", million(20) + moneyOf(250_000, "pound") + 1, 1],
    ])("%s: %#", (_, deficit, flags) => {
      expect(found(deficit)).toBe(flags);
    });

    it("not on one from before it was signed, nor on one kept under the first", () => {
      expect(found(million(20), "2022-23")).toBe(1);
      expect(found(million(20), "2023-24", "a")).toBe(1);
    });
  });
});
