import { describe, expect, it } from "vitest";
import { RULES } from "@/domain/flags/flag";
import { VERDICT_WORDS } from "@/domain/verdicts/verdict";
import { PRACTICE_COUNCILS } from "./councils";
import { EXPECTED } from "./expected";
import type { PracticeCouncil, YearLabel } from "./practice-council";

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();
const verdicts = EXPECTED.councils.flatMap((council) =>
  council.verdicts.map((verdict) => ({ ...verdict, dfeCode: council.dfeCode, name: council.name })),
);

describe("between them the councils show", () => {
  it("every verdict", () => {
    expect(sorted(verdicts.map(({ verdict }) => verdict))).toEqual(sorted(VERDICT_WORDS));
  });

  it("every flag, each raised and open, and three that were cleared", () => {
    expect(sorted(EXPECTED.councils.flatMap(({ openFlags }) => openFlags.map(({ rule }) => rule)))).toEqual(
      sorted(RULES),
    );
    expect(
      sorted(EXPECTED.councils.flatMap(({ clearedFlags }) => clearedFlags.map(({ rule }) => rule))),
    ).toEqual(["payment-withheld", "says-off-track", "target-moved"]);
  });

  it("every status", () => {
    expect(sorted(EXPECTED.councils.map(({ status }) => status))).toEqual([
      "at-risk",
      "missed",
      "no-agreement",
      "on-track",
      "unknown",
    ]);
  });

  it("a miss on checked terms and one on terms that a machine has read", () => {
    const misses = EXPECTED.councils.flatMap(({ openFlags }) =>
      openFlags.filter(({ rule }) => rule === "deficit-above-profile").map(({ checked }) => checked),
    );
    expect(sorted(misses.map(String))).toEqual(["false", "true"]);
  });

  it("three reasons for which nothing can be said", () => {
    expect(
      sorted(
        verdicts.flatMap(({ verdict, reason }) => (verdict === "cannot-compare" && reason ? [reason] : [])),
      ),
    ).toEqual(["local-contributions-unknown", "receipts-incomplete", "sources-disagree"]);
  });
});

describe("the figures reckoned by hand are those that the documents print", () => {
  const councilOf = (dfeCode: string): PracticeCouncil => {
    const council = PRACTICE_COUNCILS.find((candidate) => candidate.dfeCode === dfeCode);
    if (!council) throw new Error(`There is no council ${dfeCode}.`);
    return council;
  };

  it("there is an expectation of every council", () => {
    expect(EXPECTED.councils.map(({ dfeCode, name }) => ({ dfeCode, name }))).toEqual(
      PRACTICE_COUNCILS.map(({ dfeCode, name }) => ({ dfeCode, name })),
    );
  });

  const judged = verdicts.filter(({ low, year }) => low !== undefined && year < "2025-26");

  it.each(judged.map((verdict) => [`${verdict.name} ${verdict.year} ${verdict.against}`, verdict] as const))(
    "%s: section 251 and what was paid by then",
    (_, { dfeCode, year, low }) => {
      const council = councilOf(dfeCode);
      const balance = council.balances[year as YearLabel];
      const paid = (council.register?.payments ?? [])
        .filter((row) => row.status === "paid" && row.covers !== "cumulative" && (row.year ?? "") <= year)
        .reduce((total, { amount = 0 }) => total + amount, 0);
      expect(typeof balance).toBe("number");
      expect(Number(balance) + paid).toBeCloseTo(Number(low), 6);
    },
  );

  it.each(
    verdicts.map((verdict) => [`${verdict.name} ${verdict.year} ${verdict.against}`, verdict] as const),
  )("%s: promised", (_, { dfeCode, year, against, promised }) => {
    const { agreement, register } = councilOf(dfeCode);
    const prints = agreement?.documents ?? [];
    const print = against === "original" ? prints[0] : prints.at(-1);
    const printed = print?.specification.profile.find((planned) => planned.year === year)?.deficit;
    const quoted = register?.profile?.[0]?.deficits[year as YearLabel];
    expect(printed === undefined ? quoted : Number(printed) / 100_000_000).toBe(promised);
  });
});
