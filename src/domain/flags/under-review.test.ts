import { describe, expect, it } from "vitest";
import { aJudgedCouncil, aListing, anAgreement, anEvent, date } from "@/testing/dossiers";
import type { CouncilDossier } from "../verdicts/held-figures";
import { underReview } from "./under-review";

const find = (own: Partial<CouncilDossier>) => underReview.find(aJudgedCouncil(own));
const on = (text: string | null) => ({ date: text === null ? null : date(text) });
const fromElsewhere = (own: Parameters<typeof anAgreement>[0]) =>
  anAgreement({ knownFrom: "register", ...own });

describe("agreement under review", () => {
  it.each([
    ["under_review", 1],
    ["suspended", 1],
    ["enhanced_monitoring", 0],
    ["payment_withheld", 0],
    ["revised", 0],
  ])("from a report %s: %d flags", (kind, flags) => {
    expect(find({ events: [anEvent(kind)] })).toHaveLength(flags);
  });

  it.each([
    ["under review (payments suspended)", 1],
    ["under review; revised plan submitted", 1],
    ["under-review", 1],
    ["suspended", 1],
    ["active", 0],
    ["active; programme being ended", 0],
    ["revised", 0],
    ["completed", 0],
    [null, 0],
  ])("from the status %s: %d flags", (status, flags) => {
    const agreements = [fromElsewhere({ status, statusDate: date("2024-03-21") })];
    expect(find({ agreements })).toHaveLength(flags);
  });

  it("from the agreement's own text, and from DfE's page", () => {
    expect(find({ agreements: [anAgreement({ suspended: true })] })).toHaveLength(1);
    expect(find({ listings: [aListing()] })).toHaveLength(1);
    expect(find({ listings: [aListing({ underReview: false })] })).toEqual([]);
  });

  it("rests on unchecked terms only where nothing else says it", () => {
    const agreements = [anAgreement({ suspended: true, checked: false })];
    expect(find({ agreements })[0]?.checked).toBe(false);
    expect(find({ agreements, events: [anEvent("under_review")] })[0]?.checked).toBe(true);
  });

  describe("stays until a source closes it", () => {
    const review = anEvent("under_review");

    it.each([
      ["completed", "2024-03-20", 1],
      ["completed", "2024-03-21", 0],
      ["completed", "2025", 0],
      ["completed", "2024", 1],
      ["completed", null, 1],
      // The new terms aren't held: that they changed is only reported.
      ["revised", "2024-09", 1],
      ["payment_released", "2025-01-01", 1],
      ["other", "2025-01-01", 1],
    ])("%s on %s: %d flags", (kind, text, flags) => {
      const closing = anEvent(kind, on(text));
      expect(find({ events: [review, closing] })).toHaveLength(flags);
      expect(find({ events: [closing, review] })).toHaveLength(flags);
    });

    it.each([
      ["2025-01-01", 0],
      ["2024-03-20", 1],
    ])("a release of payments on %s ends a suspension: %d flags", (text, flags) => {
      expect(find({ events: [anEvent("suspended"), anEvent("payment_released", on(text))] })).toHaveLength(
        flags,
      );
    });

    it.each([
      ["a revision of that day", fromElsewhere({ status: "revised", statusDate: date("2024-03-21") }), 0],
      ["a revision the day before", fromElsewhere({ status: "revised", statusDate: date("2024-03-20") }), 1],
      ["a revision without a day", fromElsewhere({ status: "revised" }), 1],
      ["a version that isn't called a revision", fromElsewhere({ statusDate: date("2025-01-01") }), 1],
      ["a document signed later", anAgreement({ signedOn: date("2024-05-01") }), 0],
      ["a document signed before", anAgreement({ signedOn: date("2021-03-01") }), 1],
      ["a document of which no day is known", anAgreement(), 1],
    ])("%s, held beside the original: %#", (_, later, flags) => {
      const agreements = [fromElsewhere({}), { ...later, version: "later" }];
      expect(find({ agreements, events: [review] })).toHaveLength(flags);
    });

    it("a mark on the original stands beside a document of the same agreement", () => {
      const marked = fromElsewhere({ status: "suspended", statusDate: date("2024-03-21") });
      const document = anAgreement({ version: "document", signedOn: date("2022-03-01") });
      expect(find({ agreements: [marked, document] })).toHaveLength(1);
    });

    it("a version doesn't close its own mark", () => {
      const own = anAgreement({ version: "later", suspended: true, signedOn: date("2024-05-01") });
      expect(find({ agreements: [anAgreement(), own] })).toHaveLength(1);
    });
  });

  it.each([
    ["2024-09", " A report of September 2024 says that its terms were changed; the new terms are not held."],
    [
      "2024-03-21",
      " A report of 21 March 2024 says that its terms were changed; the new terms are not held.",
    ],
    ["2024-03-20", ""],
    [null, ""],
  ])("tells of a change of terms reported %s, which closes nothing", (text, told) => {
    const revised = anEvent("revised", on(text));
    const [flag] = find({ events: [anEvent("under_review"), revised] });
    expect(flag?.summary).toBe(
      `The agreement is marked as under review since 21 March 2024, and no source held says that this is over.${told}`,
    );
    expect(flag?.evidence.some(({ ref }) => ref === revised.ref)).toBe(told !== "");
  });

  it("says since when, with every source that says so", () => {
    const events = [anEvent("suspended", on("2024-04-02")), anEvent("under_review")];
    const [flag] = find({ events });
    expect(flag).toMatchObject({
      ...{ severity: "at-risk", size: null, subject: "" },
      summary:
        "The agreement is marked as under review since 21 March 2024, and no source held says that this is over.",
    });
    expect(flag?.evidence.map(({ date: said }) => said)).toEqual(["2024-03-21", "2024-04-02"]);
  });
});
