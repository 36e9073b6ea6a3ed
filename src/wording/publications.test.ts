import { describe, expect, it } from "vitest";
import { agreementStatusWords, eventWords, statementWords, versionWords } from "./events";
import { nextExpectedWords, restsOnWords, sourcesSentence } from "./publications";

const NOW = "2026-11-24T12:00:00.000Z";
const OUTTURN = { name: "the outturn of 2024 to 2025", dueBy: "2026-01-31" } as const;

describe("the next edition", () => {
  it.each([
    [{ nextExpected: null, overdueEdition: null, origin: "live" }, "on no usual day"],
    [{ nextExpected: "2026-12-31", overdueEdition: null, origin: "live" }, "expected by 31 December 2026"],
    [{ nextExpected: "2026-12-31", overdueEdition: null, origin: "archive" }, "expected by 31 December 2026"],
    [
      { nextExpected: "2027-01-31", overdueEdition: OUTTURN, origin: "live" },
      "overdue: the outturn of 2024 to 2025 was due by 31 January 2026; next usual day 31 January 2027",
    ],
    [
      { nextExpected: "2027-01-31", overdueEdition: OUTTURN, origin: null },
      "overdue: the outturn of 2024 to 2025 was due by 31 January 2026; next usual day 31 January 2027",
    ],
    [
      { nextExpected: "2027-01-31", overdueEdition: OUTTURN, origin: "archive" },
      "overdue here: our archive copy ends earlier; the outturn of 2024 to 2025 was due by 31 January 2026 and may be out at the publisher’s; next usual day 31 January 2027",
    ],
    [{ nextExpected: null, overdueEdition: null, origin: "archive" }, "on no usual day"],
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
      "no publisher ever reached, and the archive behind what was due",
      [{ ...archive, overdue: true }, archive, ownList],
      null,
      "Three publications are watched. The publishers could not be asked from here yet, so newer editions may be out; of one our copy ends before what was due.",
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
    const words = restsOnWords("archive", null, NOW);
    expect(words?.lead).toBe("These pages rest on our bundled archive.");
    expect(words?.rest).toContain("Live sources have not been reached yet.");
  });

  it("says when live sources were last reached", () => {
    expect(restsOnWords("archive", "2026-11-23T21:24:03.000Z", NOW)?.rest).toContain(
      "last reached on 23 November 2026, 9:24pm",
    );
  });

  it.each(["live", "mixed"] as const)("is silent on %s figures", (restsOn) =>
    expect(restsOnWords(restsOn, "2026-11-24T06:00:00.000Z", NOW)).toBeNull(),
  );

  it.each([
    ["2026-11-21T12:00:00.001Z", null],
    ["2026-11-21T12:00:00.000Z", "No publisher has been reached for 3 days."],
    ["2026-10-24T12:00:00.000Z", "No publisher has been reached for 31 days."],
  ])("says so when live figures were last reached at %s", (reachedAt, lead) =>
    expect(restsOnWords("live", reachedAt, NOW)?.lead ?? null).toBe(lead),
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
