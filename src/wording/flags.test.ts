import { describe, expect, it } from "vitest";
import type { Severity } from "@/domain/flags/flag";
import { flagName, flagsSentence, severityWord } from "./flags";

const flag = (council: string, severity: Severity = "at-risk", state: "open" | "cleared" = "open") => ({
  ...{ severity, state },
  authority: { dfeCode: council, gssCode: `gss ${council}`, name: council, slug: council },
});
const nothing = { rule: null, severity: null, state: null, authority: null, unknown: null };
const kent = { name: "Kent" };

describe("the sentence over the register", () => {
  it.each([
    ["nothing at all", [], {}, "No flag is open."],
    ["one", [flag("a")], {}, "1 flag is open on 1 council; none of them says that a promise was missed."],
    [
      "several of one council",
      [flag("a"), flag("a", "unknown")],
      {},
      "2 flags are open on 1 council; none of them says that a promise was missed.",
    ],
    [
      "a miss",
      [flag("a", "missed"), flag("b")],
      {},
      "2 flags are open on 2 councils; 1 of them says that a promise was missed.",
    ],
    [
      "only one that was cleared",
      [flag("a", "missed", "cleared")],
      {},
      "No flag is open; there was one before, which stands below.",
    ],
    [
      "cleared ones asked for",
      [flag("a", "missed", "cleared")],
      { state: "cleared" },
      "1 flag has been cleared.",
    ],
    ["no cleared ones", [], { state: "cleared" }, "No flag has been cleared."],
    [
      "of a council",
      [flag("Kent")],
      { authority: kent },
      "1 flag is open about Kent; none of them says that a promise was missed.",
    ],
    [
      "of a rule",
      [flag("a")],
      { rule: "under-review" },
      "1 flag is open on 1 council for “Agreement under review”.",
    ],
    [
      "none of a kind",
      [],
      { severity: "missed", authority: kent },
      "No flag about Kent of the kind “Missed” is open.",
    ],
    [
      "of a council that nobody knows",
      [flag("a")],
      { unknown: "atlantis" },
      "We know no council “atlantis”; these are the flags of all. 1 flag is open on 1 council; none of them says that a promise was missed.",
    ],
  ] as const)("%s", (_, flags, asked, sentence) => {
    expect(flagsSentence(flags, { ...nothing, ...asked })).toBe(sentence);
  });
});

it("names of flags", () => {
  expect(flagName({ rule: "under-review" })).toBe("Agreement under review");
  expect(flagName({ rule: "under-review", financialYear: "2024-25" })).toBe(
    "Agreement under review, 2024 to 2025",
  );
  expect(severityWord("unknown")).toBe("Not known");
});
