import { describe, expect, it } from "vitest";
import { ALERT_KINDS, type AlertKind, FREQUENCIES, type Frequency } from "@/domain/alerts/alert";
import {
  ALERT_KINDS_IN_ORDER,
  alertCouncilsWords,
  alertKindMeaning,
  alertKindWhen,
  alertKindWords,
  choicesWords,
  frequencyMeaning,
  frequencyWithin,
  frequencyWords,
} from "./alerts";

describe("what can be heard of", () => {
  it("is ordered by what matters most, and nothing is left out", () => {
    expect([...ALERT_KINDS_IN_ORDER].sort()).toEqual([...ALERT_KINDS].sort());
    expect(ALERT_KINDS_IN_ORDER.slice(0, 3)).toEqual(["promise-missed", "at-risk", "target-moved"]);
  });

  it.each([
    ["names", alertKindWords],
    ["clauses", alertKindWhen],
    ["meanings", alertKindMeaning],
  ])("has %s of its own for each kind", (_, words) => {
    expect(new Set(ALERT_KINDS.map(words)).size).toBe(ALERT_KINDS.length);
  });

  it.each(ALERT_KINDS.map((kind) => [kind] as const))(
    "%s is explained in a full sentence and never with an exclamation",
    (kind) => {
      expect(alertKindMeaning(kind)).toMatch(/^[A-Z][^!]+\.$/);
      expect(alertKindWords(kind)).toMatch(/^[A-Z][^!.]+$/);
      expect(alertKindWhen(kind)).toMatch(/^[a-z][^!.]+$/);
    },
  );
});

describe("how often", () => {
  it.each<[Frequency, string, string]>([
    ["instant", "At once", "at once"],
    ["daily", "Once a day", "once a day"],
    ["weekly", "Once a week", "once a week"],
  ])("%s", (frequency, name, within) => {
    expect(frequencyWords(frequency)).toBe(name);
    expect(frequencyWithin(frequency)).toBe(within);
  });

  it("digests say that they stay away when nothing is new", () => {
    expect(FREQUENCIES.filter((one) => frequencyMeaning(one).includes("Nothing new, no message."))).toEqual([
      "daily",
      "weekly",
    ]);
  });
});

describe("which councils", () => {
  it.each([
    [true, [], "about every council"],
    [false, [], "about no council"],
    [false, ["Kent"], "about Kent"],
    [false, ["Kent", "Devon"], "about Kent and Devon"],
    [false, ["Bury", "Devon", "Kent", "Slough"], "about Bury, Devon, Kent and Slough"],
    [false, ["Bury", "Devon", "Kent", "Norfolk", "Slough"], "about 5 councils"],
  ])("every: %s, chosen: %j", (every, names, words) => expect(alertCouncilsWords(every, names)).toBe(words));
});

describe("what was asked for, in one sentence", () => {
  it.each<[readonly AlertKind[], boolean, readonly string[], Frequency, string]>([
    [["promise-missed"], false, ["Kent"], "instant", "when a promise is missed, about Kent, at once"],
    [
      ["outturn-published", "target-moved", "promise-missed"],
      true,
      [],
      "weekly",
      "when a promise is missed, a target is moved or an outturn is published, about every council, once a week",
    ],
    [ALERT_KINDS, false, ["Kent"], "daily", "of everything that changes, about Kent, once a day"],
  ])("%j", (kinds, everyCouncil, names, frequency, words) =>
    expect(choicesWords({ everyCouncil, kinds: [...kinds], frequency }, names)).toBe(words),
  );
});
