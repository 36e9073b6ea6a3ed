import { describe, expect, it } from "vitest";
import { aBalance, aJudgedCouncil, day, million } from "@/testing/dossiers";
import { moneyOf, pence } from "../money";
import { sourcesDisagree } from "./sources-disagree";

type Own = Parameters<typeof aBalance>[0];
const find = (...balances: ReturnType<typeof aBalance>[]) =>
  sourcesDisagree.find(aJudgedCouncil({ balances }));
const section = (deficit: number, own: Own = {}) => aBalance({ deficit: pence(deficit), ...own });
const accounts = (deficit: number, own: Own = {}) =>
  aBalance({ deficit: pence(deficit), family: "accounts", standing: "accounts", ...own });

describe("sources disagree", () => {
  const apart = million(10) + moneyOf(250_000, "pound");

  it.each([
    [million(10), apart, 0, 0],
    [million(10), apart + 1, 0, 1],
    [million(10), apart + 1, 1, 0],
    [million(10), apart + 2, 1, 1],
    // 1% of the larger one.
    [million(99), million(100), 0, 0],
    [million(99) - 1, million(100), 0, 1],
    // A surplus and a deficit.
    [-moneyOf(250_000, "pound"), 0, 0, 0],
    [-moneyOf(250_000, "pound") - 1, 0, 0, 1],
  ])("%d and %d pence, %d either way: %d flags", (a, b, error, flags) => {
    expect(find(section(a, { error: pence(error) }), accounts(b))).toHaveLength(flags);
    expect(find(accounts(b), section(a, { error: pence(error) }))).toHaveLength(flags);
  });

  it.each([
    ["of one publication", { family: "section-251-outturn" }, 0],
    ["on unlike bases", { basis: "gross" as const }, 0],
    ["one basis not stated", { basis: "unknown" as const }, 1],
    ["of unlike scopes", { scope: "high-needs" as const }, 0],
    ["of a scope not stated", { scope: "unknown" as const }, 0],
    ["of another day", { asAt: day("2024-03-31") }, 0],
    ["of an inferred day", { asAtInferred: true }, 0],
    ["a forecast", { kind: "forecast" as const }, 0],
    ["a provisional figure", { kind: "provisional" as const }, 0],
    ["a derived figure", { kind: "derived" as const }, 1],
    ["a doubtful source", { confidence: "low" as const }, 1],
  ])("%s: %#", (_, own, flags) => {
    expect(find(section(million(25.6)), accounts(million(50.6), own))).toHaveLength(flags);
  });

  it("two provisional figures of two sources do", () => {
    const draft = { kind: "provisional" as const };
    expect(find(section(million(10), draft), accounts(million(20), draft))).toHaveLength(1);
  });

  it("two figures with no basis at all may be of different things, and are said to be", () => {
    const open = { basis: "unknown" as const };
    const [flag] = find(section(million(10), open), accounts(million(20), open));
    expect(flag?.summary).toContain("could explain the difference");
  });

  it("shows the range and says whether the bases may explain it", () => {
    const [low, high] = [section(million(25.6)), accounts(million(50.6), { basis: "unknown" })];
    const [flag] = find(high, low);
    expect(flag).toMatchObject({
      ...{ severity: "unknown", financialYear: "2024-25", subject: "2025-03-31 dsg", size: million(25) },
      summary:
        "For 31 March 2025 sources give between £25.6 million (after DfE money) and £50.6 million (basis not stated). One may be before DfE money and the other after it, which could explain the difference.",
    });
    expect(flag?.evidence.map(({ ref }) => ref)).toEqual([low.ref, high.ref, null]);
    expect(find(section(million(1)), accounts(million(2)))[0]?.summary).toContain(
      "They are on the same basis.",
    );
  });

  it("finds each day and scope by itself", () => {
    const earlier = { asAt: day("2024-03-31") };
    const flags = find(
      ...[section(million(1)), accounts(million(2))],
      ...[section(million(1), earlier), accounts(million(2), earlier)],
    );
    expect(flags.map(({ subject }) => subject)).toEqual(["2024-03-31 dsg", "2025-03-31 dsg"]);
  });
});
