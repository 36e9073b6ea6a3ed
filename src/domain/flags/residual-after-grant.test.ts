import { describe, expect, it } from "vitest";
import { aGrantItem, aJudgedCouncil, anInYearBalance, date, million, year } from "@/testing/dossiers";
import { pence } from "../money";
import type { CouncilDossier } from "../verdicts/held-figures";
import { residualAfterGrant } from "./residual-after-grant";

const find = (own: Partial<CouncilDossier>) => residualAfterGrant.find(aJudgedCouncil(own));
const eligible = aGrantItem("eligible-deficit", { amount: million(50) });
const approved = aGrantItem("plan-approved");
const since = (financialYear: string, amount: number, own: Parameters<typeof anInYearBalance>[0] = {}) =>
  anInYearBalance({ financialYear: year(financialYear), balance: million(amount), ...own });

describe("what is left after the grant", () => {
  it.each(["eligible-deficit", "plan-submitted", "paid", "refused", "other"])(
    "is never told on the strength of %s alone",
    (item) => {
      expect(find({ grantItems: [eligible, aGrantItem(item, { amount: million(50) })] })).toEqual([]);
    },
  );

  it("is a tenth of the eligible deficit once approval is cited", () => {
    expect(find({ grantItems: [eligible, approved] })).toMatchObject([
      {
        ...{ severity: "info", size: million(5), subject: "" },
        summary:
          "A tenth of the eligible deficit, £5 million, stays with the council. No outturn since is held.",
      },
    ]);
  });

  it.each([
    ["2026-09-30", 1],
    ["2026-10-01", 1],
    ["2026-10-02", 0],
  ])("approved on 1 October 2026 and refused on %s: %d flags", (day, flags) => {
    const refused = aGrantItem("refused", { asAt: date(day) });
    expect(find({ grantItems: [eligible, approved, refused] })).toHaveLength(flags);
  });

  it("isn't worked out from anything but the eligible deficit", () => {
    const [flag] = find({ grantItems: [approved, aGrantItem("paid", { amount: million(45) })] });
    expect(flag).toMatchObject({ size: null });
    expect(flag?.summary).toContain("is not known");
  });

  it.each([
    ["2025-26", 5],
    ["2026-27", 8],
    ["2027-28", 8],
    ["2028-29", 5],
  ])("a gap of £3 million in %s leaves £%d million", (which, left) => {
    const [flag] = find({ grantItems: [eligible, approved], inYearBalances: [since(which, -3)] });
    expect(flag?.size).toBe(million(left));
  });

  it("takes a surplus off, and never a forecast", () => {
    const grantItems = [eligible, approved];
    expect(find({ grantItems, inYearBalances: [since("2026-27", -3), since("2027-28", 1)] })[0]?.size).toBe(
      million(7),
    );
    expect(find({ grantItems, inYearBalances: [since("2026-27", -3, { kind: "forecast" })] })[0]?.size).toBe(
      million(5),
    );
  });

  it("says at least where payments of the year aren't all known", () => {
    const inYearBalances = [since("2026-27", -3, { basis: "net" })];
    const [flag] = find({ grantItems: [eligible, approved], inYearBalances });
    expect(flag?.summary).toBe(
      "A tenth of the eligible deficit, £5 million, stays with the council. In 2026 to 2027 at least £3 million built up.",
    );
  });

  it("is the penny that nine tenths leave", () => {
    const odd = aGrantItem("eligible-deficit", { amount: pence(15) });
    expect(find({ grantItems: [odd, approved] })[0]?.size).toBe(1);
  });

  it("is the least of what two sources leave", () => {
    const other = aGrantItem("eligible-deficit", { amount: million(60) });
    const [flag] = find({ grantItems: [eligible, other, approved] });
    expect(flag?.size).toBe(million(5));
    expect(flag?.summary).toContain("at least £5 million");
  });

  it("shows the approval, the eligible deficit and the years since", () => {
    const gap = since("2026-27", -3);
    const [flag] = find({ grantItems: [eligible, approved], inYearBalances: [gap] });
    expect(flag?.evidence.map(({ ref }) => ref)).toEqual([approved.ref, eligible.ref, gap.ref]);
  });
});
