import { describe, expect, it } from "vitest";
import { aBalance, aJudgedCouncil, anAgreement, aPlan, date, day, million, year } from "@/testing/dossiers";
import type { CouncilDossier } from "../verdicts/held-figures";
import { evidenceStale } from "./evidence-stale";

const subjects = (own: Partial<CouncilDossier>, today = "2026-11-23") =>
  evidenceStale.find(aJudgedCouncil(own, { today: day(today) })).map(({ subject }) => subject);
const nothing = { balanceBy: null, balanceBySource: null, clearedBy: null } as const;

describe("evidence missing or old: the outturn", () => {
  it.each([
    ["2026-03-30", []],
    ["2026-03-31", ["outturn"]],
    ["2026-11-23", ["outturn"]],
  ])("of 31 March 2025, on %s, where 31 March 2024 is held", (today, found) => {
    expect(subjects({ balances: [aBalance({ asAt: day("2024-03-31") })] }, today)).toEqual(found);
  });

  it.each([
    ["the year end itself", aBalance(), []],
    ["a later year end", aBalance({ asAt: day("2026-03-31") }), []],
    ["a provisional figure", aBalance({ kind: "provisional" }), []],
    ["a figure of unknown basis", aBalance({ basis: "unknown" }), []],
    ["a forecast", aBalance({ kind: "forecast" }), ["outturn"]],
    ["a day that is no year end", aBalance({ asAt: day("2025-09-30") }), ["outturn"]],
  ])("%s is held: %#", (_, balance, found) => {
    expect(subjects({ balances: [balance] })).toEqual(found);
  });

  it("says what is missing and what is the latest", () => {
    const balance = aBalance({ asAt: day("2024-03-31") });
    const [flag] = evidenceStale.find(aJudgedCouncil({ balances: [balance] }));
    expect(flag).toMatchObject({
      ...{ severity: "unknown", financialYear: "2024-25" },
      summary:
        "No published deficit is held for 31 March 2025 or later. The latest held is for 31 March 2024.",
    });
    expect(flag?.evidence).toMatchObject([{ value: million(10), ref: balance.ref }]);
  });
});

describe("evidence missing or old: the terms", () => {
  const balances = [aBalance()];

  it.each([
    ["a balance year", { ...nothing, balanceBy: year("2025-26") }, []],
    ["a clearance year", { ...nothing, clearedBy: year("2025-26") }, []],
    ["a total alone", nothing, ["terms"]],
  ])("%s is held: %#", (_, own, found) => {
    expect(subjects({ balances, agreements: [anAgreement(own)] })).toEqual(found);
  });

  it.each([
    ["agreement", []],
    ["plan", []],
    ["computed", ["terms"]],
  ] as const)("a planned deficit from %s is held: %#", (planSource, found) => {
    expect(
      subjects({ balances, agreements: [anAgreement(nothing)], plans: [aPlan({ planSource })] }),
    ).toEqual(found);
  });

  it("those of a version that was replaced don't count", () => {
    const elsewhere = { knownFrom: "register" as const };
    const revised = anAgreement({
      ...nothing,
      ...elsewhere,
      ...{ version: "revised-2024", status: "revised", statusDate: date("2024-03-21") },
    });
    const agreements = [anAgreement(elsewhere), revised];
    expect(subjects({ balances, agreements })).toEqual(["terms"]);
    const words = (own: Partial<CouncilDossier>) => evidenceStale.find(aJudgedCouncil(own))[0]?.summary;
    const missing = "are not held: neither a balance year, a clearance year nor a planned deficit.";
    expect(words({ balances, agreements })).toBe(`The terms of the agreement as it stands now ${missing}`);
    expect(words({ balances, agreements: [anAgreement(nothing)] })).toBe(
      `The terms of the agreement ${missing}`,
    );
  });

  it("what is known of the same agreement from elsewhere does", () => {
    const elsewhere = anAgreement({ knownFrom: "register" });
    const document = anAgreement({ ...nothing, version: "paper" });
    expect(subjects({ balances, agreements: [elsewhere, document] })).toEqual([]);
  });

  it("are missing where a page only lists the agreement", () => {
    expect(subjects({ balances, agreements: [] })).toEqual(["terms"]);
  });
});

it("evidence of a council that never signed isn't missed", () => {
  expect(subjects({ signed: false, agreements: [] })).toEqual([]);
});
