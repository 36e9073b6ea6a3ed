import { beforeAll, describe, expect, it } from "vitest";
import type { FuzzKind } from "@/testing/fuzz/fuzz-seeds";
import { bundleFuzzProcess, FUZZ_LIMITS, type FuzzSummary, runFuzz } from "@/testing/fuzz/run-fuzz";

/** A few of the 20,000 that `npm run bench -- fuzz` reads: each number is always the same mutated document. */
const DOCUMENTS: Readonly<Record<FuzzKind, number>> = { pdf: 200, workbook: 200, page: 200, table: 200 };

/** By the clock, which on a busy machine says nothing: what a reader may take is counted by the processor's time. */
const PATIENCE = 900_000;

/** What a reader didn't withstand once, and why. Whenever the fixtures change, the numbers mean other documents. */
const FOUND: readonly (readonly [FuzzKind, number, string])[] = [
  ["pdf", 944, "digits by the ten thousand: minutes"],
  ["pdf", 1191, "digits by the ten thousand among an agreement's"],
  ["pdf", 2411, "another page painted without end"],
  ["pdf", 2777, "a page that isn't where the file says, looked for ahead: the process ended"],
  ["pdf", 4203, "another such page"],
];

let fuzzProcess: string;
beforeAll(async () => {
  fuzzProcess = await bundleFuzzProcess("test");
});

describe.each(Object.entries(DOCUMENTS))("mutated documents: %s", (kind, documents) => {
  it(`are read or refused, ${documents} of them`, { timeout: PATIENCE }, async ({ signal }) => {
    const summary = await runFuzz(fuzzProcess, { kind: kind as FuzzKind, first: 0, documents, signal });
    expect(summary.violations).toEqual([]);
    expect(summary.slowest).toBeLessThan(FUZZ_LIMITS.milliseconds);
    expect(summary.peakBytes).toBeLessThan(FUZZ_LIMITS.bytes);
    expect(isWorthIt(summary)).toBe(true);
  });
});

it.for(FOUND)(
  "what was found before: %s:%i, %s",
  { timeout: PATIENCE },
  async ([kind, number], { signal }) => {
    const summary = await runFuzz(fuzzProcess, { kind, first: number, documents: 1, signal });
    expect(summary.violations).toEqual([]);
  },
);

/** Mutations so coarse that nothing is read, or so fine that nothing is refused, would prove nothing. */
function isWorthIt({ documents, read, figures }: FuzzSummary): boolean {
  return read > documents / 10 && read < (documents * 9) / 10 && figures > documents;
}
