import { describe, expect, it } from "vitest";
import { ALERT_KINDS, type AlertKind, type Tone } from "@/domain/alerts/alert";
import { DERIVED_READING, NOT_CHECKED } from "./flags";
import {
  alertKicker,
  correctionSubject,
  DERIVED_READINGS,
  digestHeadings,
  followWords,
  notCheckedSentence,
  periodWords,
  whyAlert,
} from "./messages";

describe("what sort of news it is", () => {
  it.each<[AlertKind, Tone, string]>([
    ["promise-missed", "bad", "Promise missed"],
    ["promise-missed", "good", "Promise missed: better news"],
    ["at-risk", "neutral", "Promise at risk"],
    ["target-moved", "good", "Target moved: better news"],
    ["payment-news", "good", "Payments"],
  ])("%s, %s", (kind, tone, words) => expect(alertKicker(kind, tone)).toBe(words));
});

describe("why an alert came", () => {
  it.each<[readonly AlertKind[], string | null, string]>([
    [
      ["promise-missed"],
      "Kent",
      "You asked to hear at once when a promise is missed, about Kent or about every council.",
    ],
    [
      ["target-moved", "promise-missed", "target-moved"],
      "Kent",
      "You asked to hear at once when a promise is missed or a target is moved, about Kent or about every council.",
    ],
    [["source-overdue"], null, "You asked to hear at once when a publication is overdue."],
  ])("%j", (kinds, council, words) => expect(whyAlert(kinds, council)).toBe(words));

  it.each(ALERT_KINDS)("%s has a reason", (kind) => {
    expect(whyAlert([kind], null)).toMatch(/^You asked to hear at once when [a-z ]+\.$/);
  });
});

describe("the days of a digest, in London", () => {
  it.each([
    ["2026-11-28T08:00:00Z", "2026-11-29T08:00:00Z", "28 to 29 November 2026"],
    ["2026-11-29T08:00:00Z", "2026-11-29T20:00:00Z", "29 November 2026"],
    ["2026-11-28T08:00:00Z", "2026-12-05T08:00:00Z", "28 November to 5 December 2026"],
    ["2026-12-28T08:00:00Z", "2027-01-04T08:00:00Z", "28 December 2026 to 4 January 2027"],
    ["2026-06-30T23:30:00Z", "2026-07-01T23:30:00Z", "1 to 2 July 2026"],
    ["2025-11-28T08:00:00Z", "2026-11-28T08:00:00Z", "28 November 2025 to 28 November 2026"],
  ])("%s to %s", (from, until, words) => expect(periodWords(from, until)).toBe(words));
});

describe("over a digest", () => {
  it.each<[number, string[], boolean, string, string]>([
    [1, ["Kent"], false, "1 change at Kent", "1 change at 1 council"],
    [
      3,
      ["Kent", "Bury"],
      true,
      "3 changes at Kent, Bury and elsewhere",
      "3 changes at 2 councils and elsewhere",
    ],
    [4, ["A", "B", "C"], false, "4 changes at A, B and C", "4 changes at 3 councils"],
    [
      1_200,
      ["A", "B", "C", "D"],
      false,
      "1,200 changes at A, B and 2 more councils",
      "1,200 changes at 4 councils",
    ],
    [2, ["Brighton and Hove"], false, "2 changes at Brighton and Hove", "2 changes at 1 council"],
    [2, ["Brighton and Hove", "Kent"], false, "2 changes at 2 councils", "2 changes at 2 councils"],
    [2, [], true, "2 changes", "2 changes"],
  ])("%i, %j, elsewhere: %s", (count, names, elsewhere, full, short) =>
    expect(digestHeadings(count, names, elsewhere)).toEqual([full, short]),
  );
});

describe("the fixed sentences", () => {
  it("say the same of one reading and of several", () => {
    expect(DERIVED_READINGS.slice(-90)).toBe(DERIVED_READING.slice(-90));
  });

  it("say what isn't checked in the words that the site has for it", () => {
    expect(notCheckedSentence()).toContain(NOT_CHECKED);
  });

  it.each([
    ["Exampleshire: correction, we withdrew “x”", "Exampleshire: correction, we withdrew “x”"],
    ["Exampleshire: “x” stands again", "Correction: Exampleshire: “x” stands again"],
  ])("%s", (title, subject) => expect(correctionSubject(title)).toBe(subject));

  it.each([
    ["/flags/351-target-moved", "See how this was worked out"],
    ["/changes?authority=kent", "See what changed"],
    ["/authorities/kent", "See the council’s page"],
    ["/sources", "See the sources"],
    ["/", "See it on the site"],
  ])("%s: %s", (path, words) => expect(followWords(path)).toBe(words));
});
