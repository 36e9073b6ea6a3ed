import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { date, million, year } from "@/testing/dossiers";
import { pence } from "../money";
import { compareAssessments, type FlagChange, type StoredFlag } from "./compare-assessments";
import { type DraftFlag, RULES } from "./flag";

const aFlag = (own: Partial<DraftFlag> = {}): DraftFlag => ({
  ...{ rule: "deficit-above-profile", ruleVersion: "1", severity: "missed" },
  ...{ financialYear: year("2024-25"), subject: "", checked: true, size: million(2) },
  summary: "The deficit was above the plan.",
  evidence: [{ label: "Planned", value: million(20), date: null, ref: { table: "profilePoint", id: 1 } }],
  ...own,
});
const stored = (own: Partial<StoredFlag> = {}): StoredFlag => ({ ...aFlag(own), state: own.state ?? "open" });
const kinds = (previous: readonly StoredFlag[], now: readonly DraftFlag[]) =>
  compareAssessments(previous, now).map(({ kind }) => kind);

describe("what two assessments differ in", () => {
  it.each([
    ["new", [], [aFlag()], ["raised"]],
    ["a penny worse", [stored()], [aFlag({ size: pence(million(2) + 1) })], ["worsened"]],
    ["a penny better", [stored()], [aFlag({ size: pence(million(2) - 1) })], ["eased"]],
    ["the same", [stored()], [aFlag()], ["unchanged"]],
    ["gone", [stored()], [], ["cleared"]],
    ["still gone", [stored({ state: "cleared" })], [], []],
    ["back", [stored({ state: "cleared" })], [aFlag()], ["raised"]],
    ["of no size before", [stored({ size: null })], [aFlag()], ["unchanged"]],
    ["of no size now", [stored()], [aFlag({ size: null })], ["unchanged"]],
    ["of another year", [stored()], [aFlag({ financialYear: year("2025-26") })], ["unchanged"]],
    [
      "of another year and worse",
      [stored()],
      [aFlag({ financialYear: year("2025-26"), size: million(3) })],
      ["worsened"],
    ],
    ["of another subject", [stored()], [aFlag({ subject: "2025-26" })], ["cleared", "raised"]],
    ["of another rule", [stored()], [aFlag({ rule: "above-own-plan" })], ["raised", "cleared"]],
  ])("%s", (_, previous, now, expected) => expect(kinds(previous, now)).toEqual(expected));

  it("hands on what to keep, also where nothing is better or worse", () => {
    const [before, after] = [stored({ checked: false }), aFlag()];
    expect(compareAssessments([before], [after])).toEqual([{ kind: "unchanged", before, after }]);
  });

  it("takes no list that has a flag twice", () => {
    expect(() => compareAssessments([], [aFlag(), aFlag()])).toThrow(RangeError);
    expect(() => compareAssessments([stored(), stored()], [])).toThrow(RangeError);
  });
});

describe("a withdrawn flag", () => {
  const withdrawn = stored({ state: "withdrawn" });
  const [evidence] = withdrawn.evidence;

  it.each([
    ["is found again", aFlag()],
    ["is worded otherwise", aFlag({ summary: "Otherwise." })],
    ["comes from a newer rule", aFlag({ ruleVersion: "2" })],
    ["rests on terms since confirmed", aFlag({ checked: false })],
    [
      "rests on rows read anew",
      aFlag({
        evidence: evidence
          ? [{ ...evidence, label: "As planned", ref: { table: "profilePoint", id: 99 } }]
          : [],
      }),
    ],
  ])("stays so while it %s", (_, now) => expect(kinds([withdrawn], [now])).toEqual(["unchanged"]));

  it.each([
    ["another size", aFlag({ size: pence(million(2) + 1) })],
    ["another year", aFlag({ financialYear: year("2025-26") })],
    ["another figure", aFlag({ evidence: evidence ? [{ ...evidence, value: million(19) }] : [] })],
    ["a later statement", aFlag({ evidence: evidence ? [{ ...evidence, date: date("2026-01") }] : [] })],
    ["one more figure", aFlag({ evidence: evidence ? [evidence, evidence] : [] })],
  ])("is raised anew for %s", (_, now) => expect(kinds([withdrawn], [now])).toEqual(["raised"]));

  it("stays so when nothing is found", () => {
    expect(compareAssessments([withdrawn], [])).toEqual([
      { kind: "unchanged", before: withdrawn, after: null },
    ]);
  });
});

describe("whatever the flags", () => {
  const drafts = fc.uniqueArray(
    fc.record({
      rule: fc.constantFrom(...RULES.slice(0, 4)),
      subject: fc.constantFrom("", "2023-24", "2024-25"),
      size: fc.option(fc.integer({ min: 0, max: 5 })),
      checked: fc.boolean(),
    }),
    { selector: ({ rule, subject }) => `${rule} ${subject}` },
  );
  const found = drafts.map((list) => list.map((own) => aFlag(own)));
  const kept = fc
    .tuple(
      drafts,
      fc.array(fc.constantFrom("open" as const, "cleared" as const, "withdrawn" as const), {
        minLength: 12,
        maxLength: 12,
      }),
    )
    .map(([list, states]) => list.map((own, index) => stored({ ...own, state: states[index] ?? "open" })));

  it("comparing again finds all unchanged", () => {
    fc.assert(
      fc.property(kept, found, (previous, now) => {
        const next = compareAssessments(previous, now).flatMap(afterwards);
        for (const change of compareAssessments(next, now)) expect(change.kind).toBe("unchanged");
      }),
    );
  });

  it("the order of either list doesn't matter", () => {
    const shuffled = fc
      .tuple(kept, found)
      .chain(([previous, now]) =>
        fc.tuple(
          ...[fc.constant(previous), fc.constant(now)],
          ...[
            fc.shuffledSubarray(previous, { minLength: previous.length }),
            fc.shuffledSubarray(now, { minLength: now.length }),
          ],
        ),
      );
    fc.assert(
      fc.property(shuffled, ([previous, now, otherPrevious, otherNow]) => {
        expect(compareAssessments(otherPrevious as StoredFlag[], otherNow as DraftFlag[])).toEqual(
          compareAssessments(previous as StoredFlag[], now as DraftFlag[]),
        );
      }),
    );
  });

  /** What is kept of a change. */
  function afterwards({ kind, before, after }: FlagChange): StoredFlag[] {
    if (kind === "cleared") return [{ ...before, state: "cleared" }];
    if (after === null) return before ? [before] : [];
    return [
      { ...after, state: before?.state === "withdrawn" && kind === "unchanged" ? "withdrawn" : "open" },
    ];
  }
});
