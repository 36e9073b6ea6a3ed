import { describe, expect, it } from "vitest";
import { agreementStatusWords, eventWords, statementWords, versionWords } from "./events";
import { nextExpectedWords, restsOnWords } from "./publications";

describe("the next edition", () => {
  it.each([
    [{ nextExpected: null, overdue: false }, "nothing is due"],
    [{ nextExpected: "2026-12-31", overdue: false }, "expected by 31 December 2026"],
    [{ nextExpected: "2026-06-30", overdue: true }, "overdue: expected by 30 June 2026"],
  ])("%o", (state, words) => expect(nextExpectedWords(state)).toBe(words));
});

describe("the banner", () => {
  it("names the archive and that live sources were never reached", () => {
    const words = restsOnWords("archive", null);
    expect(words?.lead).toBe("These pages rest on our bundled archive.");
    expect(words?.rest).toContain("Live sources have not been reached yet.");
  });

  it("says when live sources were last reached", () => {
    expect(restsOnWords("archive", "2026-11-23T21:24:03.000Z")?.rest).toContain(
      "last reached on 23 November 2026, 9:24pm",
    );
  });

  it.each(["live", "mixed"] as const)("is silent on %s figures", (restsOn) =>
    expect(restsOnWords(restsOn, null)).toBeNull(),
  );
});

describe("words of the register", () => {
  it("become headings", () => {
    expect(eventWords("payment_withheld")).toBe("Payment withheld");
    expect(eventWords("payment-withheld")).toBe("Payment withheld");
    expect(eventWords("something_new")).toBe("Something new");
    expect(versionWords("revised-2024")).toBe("Revised 2024");
    expect(agreementStatusWords("under_review")).toBe("Under review");
    expect(agreementStatusWords(undefined)).toBeNull();
    expect(statementWords("Exampleshire council", "off-track")).toBe(
      "Off track, according to Exampleshire council",
    );
  });
});
