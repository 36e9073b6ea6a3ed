import { describe, expect, it } from "vitest";
import type { Outturn } from "@/shapes/api-shapes";
import { disagreementSentences } from "./disagreement";

const MILLION = 1_000_000;

function outturn(
  deficitGbp: number | null,
  rest: Partial<Outturn> & { readonly from?: string } = {},
): Outturn {
  const { from = "a", ...others } = rest;
  return {
    asAt: "2024-03-31",
    asAtInferred: false,
    deficitGbp,
    basis: "net",
    scope: "dsg",
    after: { safetyValve: "yes", stabilityGrant: "no", localContribution: "unknown" },
    kind: "outturn",
    source: {
      publication: "evidence-register",
      title: from,
      url: `https://example.org/${from}`,
      snapshotSha256: "0".repeat(64),
      retrievedAt: "2026-11-23T09:00:00.000Z",
      locator: {},
      origin: "register",
      licence: "OGL",
    },
    ...others,
  };
}

const official = outturn(25.6 * MILLION);

describe("sources that differ", () => {
  it.each([
    [
      "one without a basis",
      outturn(50.6 * MILLION, { from: "b", basis: "unknown" }),
      "For 31 March 2024 the sources differ: £25.6 million, after DfE money (net); £50.6 million, basis not stated. The basis may explain it.",
    ],
    [
      "one of the same basis",
      outturn(-1.3 * MILLION, { from: "b" }),
      "For 31 March 2024 the sources differ: £25.6 million, after DfE money (net); a surplus of £1.3 million, after DfE money (net).",
    ],
  ])("%s", (_, other, words) => expect(disagreementSentences([official, other])).toEqual([words]));

  it.each<[string, Outturn, Outturn?]>([
    ["it is before DfE money: another thing", outturn(50 * MILLION, { from: "b", basis: "gross" })],
    ["it is of high needs only", outturn(50 * MILLION, { from: "b", scope: "high-needs" })],
    ["it is of another day", outturn(50 * MILLION, { from: "b", asAt: "2025-03-31" })],
    ["it is a forecast", outturn(50 * MILLION, { from: "b", kind: "forecast" })],
    ["it was provisional", outturn(50 * MILLION, { from: "b", kind: "provisional" })],
    ["its date is inferred", outturn(50 * MILLION, { from: "b", asAtInferred: true })],
    ["it is from the same page", outturn(50 * MILLION)],
    [
      "it is another edition of one publication",
      outturn(50 * MILLION, {
        source: { ...official.source, publication: "r", url: "https://example.org/b" },
      }),
      { ...official, source: { ...official.source, publication: "r" } },
    ],
    ["it is missing", outturn(null, { from: "b" })],
    ["it is within 1% of the larger", outturn(25.856 * MILLION, { from: "b" })],
    ["the errors cover it", outturn(26.3 * MILLION, { from: "b", errorGbp: 0.5 * MILLION })],
  ])("is silent where %s", (_, other, first = official) =>
    expect(disagreementSentences([first, other])).toEqual([]),
  );

  it("speaks just beyond the tolerance, newest year end first", () => {
    const old = { asAt: "2022-03-31" };
    const sentences = disagreementSentences([
      outturn(10 * MILLION, old),
      outturn(10.25 * MILLION + 1, { ...old, from: "b" }),
      official,
      outturn(25.87 * MILLION, { from: "b" }),
    ]);
    expect(sentences.map((sentence) => sentence.slice(0, 17))).toEqual([
      "For 31 March 2024",
      "For 31 March 2022",
    ]);
    expect(
      disagreementSentences([outturn(10 * MILLION, old), outturn(10.25 * MILLION, { ...old, from: "b" })]),
    ).toEqual([]);
  });
});
