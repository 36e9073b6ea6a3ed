import { describe, expect, it } from "vitest";
import { agreementStatusWords, eventWords, statementWords, versionWords } from "./events";
import { nextExpectedWords, restsOnWords, sourcesSentence } from "./publications";

describe("the next edition", () => {
  it.each([
    [{ nextExpected: null, overdue: false, origin: "live" }, "on no usual day"],
    [{ nextExpected: "2026-12-31", overdue: false, origin: "live" }, "expected by 31 December 2026"],
    [{ nextExpected: "2026-06-30", overdue: true, origin: "live" }, "overdue: expected by 30 June 2026"],
    [
      { nextExpected: "2027-01-31", overdue: false, origin: "archive" },
      "may be out already: our copy is of an older one; next usual day 31 January 2027",
    ],
    [{ nextExpected: null, overdue: false, origin: "archive" }, "on no usual day"],
  ] as const)("%o", (state, words) => expect(nextExpectedWords(state)).toBe(words));
});

describe("how the sources stand", () => {
  const live = { status: "ok", overdue: false, origin: "live", nextExpected: "2026-12-31" } as const;
  const archive = { ...live, origin: "archive" } as const;
  const ownList = { ...archive, nextExpected: null } as const;
  const reached = "2026-11-23T06:00:00.000Z";

  it.each([
    ["all live", [live, live], reached, "Two publications are watched: none is overdue, none is in trouble."],
    [
      "one overdue, one held",
      [
        { ...live, overdue: true },
        { ...live, status: "held" },
      ],
      reached,
      "Two publications are watched: one is overdue, one needs a person.",
    ],
    [
      "one still from the archive",
      [live, archive, ownList],
      reached,
      "Three publications are watched: of one we hold only an archive copy, so a newer edition may be out, the others are not overdue, none is in trouble.",
    ],
    [
      "no publisher ever reached",
      [archive, ownList],
      null,
      "Two publications are watched. The publishers could not be asked from here yet, so newer editions may be out.",
    ],
    [
      "no publisher ever reached, and the archive not read either",
      [{ ...archive, status: "failed" }, ownList],
      null,
      "Two publications are watched. The publishers could not be asked from here yet, so newer editions may be out; one needs a person.",
    ],
  ] as const)("%s", (_, publications, liveLastReachedAt, words) =>
    expect(sourcesSentence(publications, liveLastReachedAt)).toBe(words),
  );
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
    expect(versionWords("2022-23-1a2b3c4d")).toBe("Document of 2022 to 2023 (1a2b3c4d)");
    expect(agreementStatusWords("under_review")).toBe("Under review");
    expect(agreementStatusWords("revised")).toBe("Revised since");
    expect(agreementStatusWords("revised", true)).toBe("A revision of the original");
    expect(agreementStatusWords(undefined)).toBeNull();
    expect(statementWords("Exampleshire council", "off-track")).toBe(
      "Off track, according to Exampleshire council",
    );
  });
});
