// Mutated documents of every kind, read by every reader: none may crash, hang, fill the memory or publish a figure
// that isn't printed. One document again, kept as a file: FUZZ_DOCUMENT=pdf:1234 npm run bench -- fuzz
import { FUZZ_KINDS, type FuzzKind } from "@/testing/fuzz/fuzz-seeds";
import { bundleFuzzProcess, FUZZ_LIMITS, type FuzzSummary, runFuzz } from "@/testing/fuzz/run-fuzz";

export const title = "Mutated documents";
export const long = true;

const DOCUMENTS = Number(process.env.FUZZ_DOCUMENTS ?? 5_000);
/** Kinds read at once, each in a process of its own. */
const AT_ONCE = 2;

export async function run({ say }: { say: (text: string) => void }) {
  const fuzzProcess = await bundleFuzzProcess("bench");
  const one = /^(\w+):(\d+)$/.exec(process.env.FUZZ_DOCUMENT ?? "");
  const kinds = one
    ? [one[1] as FuzzKind]
    : ((process.env.FUZZ_KINDS?.split(",") as FuzzKind[] | undefined) ?? FUZZ_KINDS);
  if (one) say("the mutated document is dist/fuzz/document");
  const range = one
    ? { first: Number(one[2]), documents: 1, keepAs: "dist/fuzz/document" }
    : { first: 0, documents: DOCUMENTS };
  const summaries: FuzzSummary[] = [];
  const waiting = [...kinds];
  const work = async () => {
    for (let kind = waiting.shift(); kind; kind = waiting.shift()) {
      const begun = performance.now();
      summaries.push(await runFuzz(fuzzProcess, { kind, say, ...range }));
      say(`${kind}: ${Math.round((performance.now() - begun) / 1000)} s`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  summaries.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  console.table(summaries.map(row));
  for (const { kind, slowestDocument } of summaries) say(`slowest ${kind}: ${slowestDocument}`);
  for (const { kind, refused } of summaries) say(`refused ${kind}: ${JSON.stringify(refused)}`);
  const violations = summaries.flatMap((summary) => summary.violations);
  if (violations.length > 0) {
    throw new Error(`${violations.length} violations:\n${violations.slice(0, 200).join("\n")}`);
  }
  return summaries.flatMap(({ kind, documents, slowest, peakBytes }) => [
    {
      what: `the slowest of ${documents} mutated documents (${kind})`,
      ...{ unit: "ms", better: "smaller", ours: slowest },
      ...{ comparedWith: "the limit", theirs: FUZZ_LIMITS.milliseconds },
    },
    {
      what: `the most memory for one of them (${kind})`,
      ...{ unit: "MB", better: "smaller", ours: peakBytes / 1024 / 1024 },
      ...{ comparedWith: "the limit", theirs: FUZZ_LIMITS.bytes / 1024 / 1024 },
    },
  ]);
}

function row({ kind, documents, read, figures, slowest, peakBytes, violations }: FuzzSummary) {
  return {
    kind,
    documents,
    read,
    refused: documents - read,
    figures,
    "slowest, ms": Math.round(slowest),
    "peak, MB": Math.round(peakBytes / 1024 / 1024),
    violations: violations.length,
  };
}
