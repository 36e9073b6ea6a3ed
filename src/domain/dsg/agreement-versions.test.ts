import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVersions, type VersionInTime, versionOfTerm } from "./agreement-versions";

const register = (version: string, signedOn: string | null = null): VersionInTime => ({
  version,
  knownFrom: "register",
  cohort: "2021-22",
  signedOn,
  metAt: null,
});
const document = (version: string, cohort: string, metAt: string): VersionInTime => ({
  version,
  knownFrom: "document",
  cohort,
  signedOn: null,
  metAt,
});

describe("versions of an agreement, oldest first", () => {
  it.each([
    ["the original comes before its revisions", [register("original"), register("revised-2023")]],
    ["revisions in their order", [register("revised-2023"), register("revised-2024")]],
    [
      "what is known from elsewhere before any document",
      [register("revised-2024"), document("2021-22-bbbb", "2021-22", "2026-11-23T09:00:00.000Z")],
    ],
    [
      "documents as they were signed, whenever they were met",
      [
        document("2020-21-cccc", "2020-21", "2026-12-01T09:00:00.000Z"),
        document("2023-24-aaaa", "2023-24", "2026-11-23T09:00:00.000Z"),
      ],
    ],
    [
      "documents of one signing year as they were met",
      [
        document("2021-22-ffff", "2021-22", "2026-11-23T09:00:00.000Z"),
        document("2021-22-aaaa", "2021-22", "2026-11-24T09:00:00.000Z"),
      ],
    ],
    [
      "revisions signed on different days",
      [register("a-revision", "2023-03-01"), register("a", "2024-03-01")],
    ],
  ])("%s", (_, [first, second]) => {
    if (!first || !second) throw new Error("Two versions are compared.");
    expect(compareVersions(first, second)).toBeLessThan(0);
    expect(compareVersions(second, first)).toBeGreaterThan(0);
    expect(compareVersions(first, first)).toBe(0);
  });

  it("the order of the rows never matters", () => {
    const versions = [
      register("original"),
      register("revised-2023"),
      document("2021-22-ffff", "2021-22", "2026-11-23T09:00:00.000Z"),
      document("2021-22-aaaa", "2021-22", "2026-11-24T09:00:00.000Z"),
      document("2023-24-aaaa", "2023-24", "2026-11-23T09:00:00.000Z"),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(versions, { minLength: versions.length }), (shuffled) => {
        expect(shuffled.toSorted(compareVersions)).toEqual(versions);
      }),
    );
  });
});

describe("a term goes with the version that it names", () => {
  const both = [register("original"), document("2021-22-aaaa", "2021-22", "2026-11-23T09:00:00.000Z")];
  it.each([
    ["one that is held", "2021-22-aaaa", both, "2021-22-aaaa"],
    ["none: with what is known from elsewhere, never into a document", "unclear", both, "original"],
    ["none, and documents only", "unclear", both.slice(1), "2021-22-aaaa"],
    ["none, and no version is held", "unclear", [], "unclear"],
  ])("%s", (_, named, versions, expected) => {
    expect(versionOfTerm(named, versions)).toBe(expected);
  });
});
