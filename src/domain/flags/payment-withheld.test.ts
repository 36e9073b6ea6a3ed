import { describe, expect, it } from "vitest";
import { aJudgedCouncil, anEvent, aPayment, date, day, million, year } from "@/testing/dossiers";
import { pence } from "../money";
import type { CouncilDossier } from "../verdicts/held-figures";
import { paymentWithheld } from "./payment-withheld";

const find = (own: Partial<CouncilDossier>) => paymentWithheld.find(aJudgedCouncil(own));
const withheld = (own: Parameters<typeof aPayment>[0] = {}) => aPayment({ status: "withheld", ...own });
const released = (own: Parameters<typeof aPayment>[0] = {}) => aPayment({ status: "released", ...own });
const on = (text: string | null) => ({ date: text === null ? null : date(text) });

describe("payment withheld or suspended", () => {
  it.each([
    ["payment_withheld", 1],
    ["suspended", 1],
    ["payment_released", 0],
    ["under_review", 0],
    ["payments_rephased", 0],
  ])("from a report %s: %d flags", (kind, flags) => {
    expect(find({ events: [anEvent(kind)] })).toHaveLength(flags);
  });

  it("is never inferred from a payment that is missing", () => {
    expect(find({ payments: [aPayment({ status: "planned" })] })).toEqual([]);
  });

  describe("a cited release closes it", () => {
    it.each([
      ["2022-07-01", "2022-07-01", 0],
      ["2022-07-01", "2022-06-30", 1],
      ["2022-07-01", "2022-07-02", 0],
      // It may have come after: the doubt is the council's.
      ["2022-07-01", "2022", 0],
      ["2022-07-01", "2021", 1],
      ["2022-07-01", null, 0],
    ])("withheld %s, released %s: %d flags", (held, release, flags) => {
      const events = [anEvent("payment_withheld", on(held)), anEvent("payment_released", on(release))];
      expect(find({ events })).toHaveLength(flags);
      expect(find({ events: events.toReversed() })).toHaveLength(flags);
    });

    it.each([
      ["of the same year", released(), 0],
      ["of another year", released({ financialYear: year("2025-26") }), 1],
      ["of less", released({ amount: pence(million(4) - 1) }), 1],
      ["of an amount that isn't given", released({ amount: null }), 0],
    ])("a release %s: %#", (_, release, flags) => {
      expect(find({ payments: [withheld(), release] })).toHaveLength(flags);
    });

    it("in parts that come to the whole", () => {
      const parts = [released({ amount: million(1) }), released({ amount: million(3) })];
      expect(find({ payments: [withheld(), ...parts] })).toEqual([]);
      expect(find({ payments: [withheld(), parts[0] ?? released()] })).toHaveLength(1);
    });

    it.each([
      ["2024-03-31", 1],
      ["2024-04-01", 0],
    ])("a payment of 2024-25, a report of its release on %s: %d flags", (release, flags) => {
      const events = [anEvent("payment_released", on(release))];
      expect(find({ payments: [withheld()], events })).toHaveLength(flags);
    });
  });

  it.each([
    ["DfE withheld or suspended payments: £4 million for 2024 to 2025.", million(4), [withheld()]],
    [
      "DfE withheld or suspended payments: amount not known for 2024 to 2025.",
      null,
      [withheld({ amount: null })],
    ],
    [
      "DfE withheld or suspended payments: £4 million (years not known).",
      million(4),
      [withheld({ financialYear: null, covers: "instalment" })],
    ],
    // Not all of it may have been due yet.
    [
      "DfE withheld or suspended payments: £4 million, all that was still to be paid.",
      million(4),
      [withheld({ financialYear: null, covers: "remainder" })],
    ],
    // Two sources of one year tell of the same money.
    [
      "DfE withheld or suspended payments: £1 million for 2023 to 2024 and £4 million for 2024 to 2025.",
      million(5),
      [
        withheld(),
        withheld({ amount: million(3) }),
        withheld({ financialYear: year("2023-24"), amount: million(1) }),
      ],
    ],
  ])("%s", (summary, size, payments) => {
    expect(find({ payments })).toMatchObject([{ summary, size, severity: "at-risk", subject: "" }]);
  });

  it("says that the amount isn't known where there is only a report, in its words, and when that was", () => {
    const events = [anEvent("suspended"), anEvent("payment_withheld")];
    const [flag] = find({ events });
    expect(flag?.summary).toBe("DfE withheld or suspended payments: amount not known. Cited: 21 March 2024.");
    expect(flag?.evidence.map(({ label, ref, date: said }) => [label, ref, said])).toEqual(
      events.map(({ ref }) => ["As reported.", ref, "2024-03-21"]),
    );
  });

  it("keeps the payment's day where it has one", () => {
    const payment = withheld({ financialYear: null, covers: "remainder", throughDate: day("2024-11-26") });
    expect(find({ payments: [payment] })[0]?.summary).toContain("Cited: 26 November 2024.");
  });
});
